"""Proposals over time: how one stood before the period, in it, and in its silence."""

import datetime
from collections.abc import Iterable, Sequence

from reports.briefing.contents import LADDER, Idea, Movement, Quiet, Rung
from reports.briefing.sheet import Sheet
from reports.briefing.times import Window
from reports.chronicle import KnownThread, Step
from reports.model import Proposal, ProposalStatus


def idea(thread: KnownThread, page: Sheet) -> Idea:
    """Return a proposal as it stood at the end of the window of `page`.

    It is printed in the words of an article of this window: in the usual ones when
    they are told here, else in those of the page that had got furthest.
    """
    before, inside = _parted(thread, page)
    told = page.proposals(ref for ref in thread.refs if ref.article in page.telling)
    known = (*before, *inside)
    status, was = _highest(known), _highest(before) if before else None
    blocked = inside[-1].blocked
    return Idea(
        id=thread.id,
        text=_wording(thread, told.values()),
        topic=thread.topic,
        provinces=thread.provinces,
        countries=thread.countries,
        proposer=_proposer(told.values(), inferred=False)
        or _proposer(told.values(), inferred=True),
        inferred=_proposer(told.values(), inferred=False) is None
        and _proposer(told.values(), inferred=True) is not None,
        endorsers=tuple(
            dict.fromkeys(name for one in told.values() for name in one.endorsers)
        ),
        status=status,
        blocked=blocked,
        first=_first_day(known),
        last=_last_day(known),
        was=was,
        movement=_movement(before, status=status, blocked=blocked)
        if page.window.since
        else None,
        steps=_changes(known),
        proofs=page.proofs({ref: one.evidence for ref, one in told.items()}),
    )


def quiet(
    threads: Iterable[KnownThread], page: Sheet, *, last_page: datetime.date | None
) -> tuple[Quiet, ...]:
    """Return the earlier proposals that no page of the window tells of.

    What is done needs no more news. The longest silence comes first.
    """
    if page.window.since is None or page.window.until is None:
        return ()
    end = min(page.window.until, last_page or page.window.until)
    found = []
    for one in threads:
        before, inside = _parted(one, page)
        last = _last_day(before)
        if inside or last is None or _highest(before) == "done":
            continue
        found.append(
            Quiet(
                id=one.id,
                text=one.text,
                topic=one.topic,
                status=_highest(before),
                blocked=before[-1].blocked,
                last=last,
                days=(end - last).days,
            )
        )
    return tuple(sorted(found, key=lambda one: (-one.days, one.id)))


def _parted(
    thread: KnownThread, page: Sheet
) -> tuple[tuple[Step, ...], tuple[Step, ...]]:
    """Return the steps told before the window, and those told in it.

    A page that came out after the window belongs to it when what it tells happened
    in it; other later pages are no news yet.
    """
    inside = tuple(step for step in thread.steps if step.ref.article in page.telling)
    before = tuple(
        step
        for step in thread.steps
        if step.ref.article not in page.telling and _is_earlier(step, page.window)
    )
    return before, inside


def _is_earlier(step: Step, window: Window) -> bool:
    return window.since is not None and step.day is not None and step.day < window.since


def _highest(steps: Sequence[Step]) -> ProposalStatus:
    """Return the highest rung of `steps`: what was agreed stays agreed."""
    return max((step.status for step in steps), key=LADDER.index)


def _movement(
    before: Sequence[Step], *, status: ProposalStatus, blocked: bool
) -> Movement:
    """Return what the window did to a proposal."""
    if not before:
        return "new"
    moved = status != _highest(before) or blocked != before[-1].blocked
    return "moved" if moved else "repeated"


def _changes(steps: Sequence[Step]) -> tuple[Rung, ...]:
    """Return the steps on which the rung rose or the obstacle came or went."""
    rungs: list[Rung] = []
    for step in steps:
        status = step.status
        if rungs:
            status = max(status, rungs[-1].status, key=LADDER.index)
        if not rungs or (status, step.blocked) != (rungs[-1].status, rungs[-1].blocked):
            rungs.append(Rung(day=step.day, status=status, blocked=step.blocked))
    return tuple(rungs)


def _wording(thread: KnownThread, told: Iterable[Proposal]) -> str:
    """Return the words to print, out of those that the articles used."""
    ranked = sorted(told, key=lambda one: -LADDER.index(one.status))
    texts = [one.text for one in ranked]
    return thread.text if thread.text in texts else texts[0]


def _proposer(told: Iterable[Proposal], *, inferred: bool) -> str | None:
    """Return who made a proposal, as first told, said outright or inferred."""
    return next(
        (
            one.proposer
            for one in told
            if one.proposer and (one.proposer_inferred is not None) == inferred
        ),
        None,
    )


def _first_day(steps: Iterable[Step]) -> datetime.date | None:
    return min((step.day for step in steps if step.day), default=None)


def _last_day(steps: Iterable[Step]) -> datetime.date | None:
    return max((step.day for step in steps if step.day), default=None)
