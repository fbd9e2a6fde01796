"""From the tellings of one proposal to its record: how far it came, and when."""

from collections.abc import Iterable, Mapping
from typing import get_args

from reports.chronicle import KnownThread, Mention, ProposalTold, Step, Telling
from reports.memory.choice import letters, tellings
from reports.memory.clusters import Group
from reports.memory.names import likeness, name_words
from reports.memory.offices import nearness, office
from reports.memory.verdicts import told_as
from reports.memory.words import wording
from reports.model import ProposalStatus

#: A wording of more letters than this is a sentence that ran on.
PHRASE = 60
LADDER = get_args(ProposalStatus)


def known_thread(group: Group, names: Mapping[str, str]) -> KnownThread:
    """Return the record of one proposal; `names` are texts that a person chose."""
    members = group.members
    renamed = next((names[one.id] for one in members if one.id in names), None)
    texts = [(_told(one).text, one.ref, one) for one in members]
    days = [one.day for one in members if one.day is not None]
    return KnownThread(
        id=members[0].id,
        text=renamed or _printed(tellings(texts)),
        topic=tellings((_told(one).topic, one.ref, one) for one in members)[0].value,
        provinces=tuple(sorted({p for one in members for p in _told(one).provinces})),
        countries=tuple(sorted({c for one in members for c in _told(one).countries})),
        status=max((_told(one).status for one in members), key=LADDER.index),
        blocked=_blocked(members),
        proposers=_speakers(
            (speaker, one)
            for one in members
            if (speaker := _told(one).proposer) is not None
        ),
        supporters=_speakers(
            (speaker, one) for one in members for speaker in _told(one).endorsers
        ),
        variants=tellings(texts),
        steps=tuple(
            Step(
                day=one.day,
                status=_told(one).status,
                blocked=_told(one).blocked,
                ref=one.ref,
            )
            for one in members
        ),
        outlets=tuple(sorted({one.outlet for one in members if one.outlet})),
        first=min(days, default=None),
        last=max(days, default=None),
        refs=tuple(one.ref for one in members),
        joins=group.joins,
    )


def _told(mention: Mention) -> ProposalTold:
    """Return what a mention of a proposal tells."""
    return told_as(mention, ProposalTold)


def _blocked(members: tuple[Mention, ...]) -> bool:
    """Tell whether anybody says on the last day that it is blocked."""
    last = members[-1].day
    return any(_told(one).blocked for one in members if one.day == last)


def _printed(variants: tuple[Telling, ...]) -> str:
    """Return the wording to print: a noun phrase, short, and of those the fullest.

    Long wordings are sentences that ran on; short ones may leave out the place.
    """

    def rank(variant: Telling) -> tuple[bool, bool, int]:
        """Return what wordings are ordered by."""
        worded = wording(variant.value)
        long = len(variant.value) > PHRASE
        words = len(worded.words)
        return (not worded.phrase, long, words if long else -words)

    return min(variants, key=rank).value


def _speakers(told: Iterable[tuple[str, Mention]]) -> tuple[Telling, ...]:
    """Return who is named, each once, whether by name or by title."""
    return tellings(
        ((speaker, one.ref, one) for speaker, one in told),
        agree=_same_speaker,
        fullness=letters,
    )


def _same_speaker(one: str, two: str) -> bool:
    """Tell whether two ways of naming a speaker are one: names alike, or one post."""
    posts = (office(one, None), office(two, None))
    if any(post.role for post in posts):
        return nearness(*posts) == "same"
    return bool(likeness(name_words(one), name_words(two), foreign=False))
