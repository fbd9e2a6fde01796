"""Words that tellings of one matter differ in, read from `sameness.toml`."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import msgspec

from reports.lexicon.phrases import Phrases, key
from reports.lexicon.places import read


class Sameness(msgspec.Struct, frozen=True):
    """What makes two wordings one, compiled.

    `phrases` finds heads (kind `head`, the class of a verbal noun), words that mean
    one thing (`word`), details of a thing (`detail`) and words that say nothing
    (`stop`).
    """

    phrases: Phrases[str]
    #: Classes of heads that are no stages of one thing, both ways round.
    opposite: frozenset[tuple[str, str]]
    #: Classes of heads that are stages of one wish.
    stages: tuple[frozenset[str], ...]
    #: Endings by the round in which a word is cut of them, longest first.
    endings: tuple[tuple[str, ...], ...]
    #: What the lists of words that mean one thing are called.
    labels: frozenset[str]
    #: Words that alone name no thing, as keys.
    broad: frozenset[str]
    particles: frozenset[str]
    deputies: frozenset[str]
    title_stop: frozenset[str]
    former: frozenset[str]
    official: tuple[str, ...]
    recurring: frozenset[str]


@cache
def sameness() -> Sameness:
    """Read and compile the list."""
    lists = read("sameness")
    pairs = [(a, b) for a, others in lists["opposite"].items() for b in others]
    return Sameness(
        phrases=Phrases(_entries(lists)),
        opposite=frozenset((*pairs, *((b, a) for a, b in pairs))),
        stages=tuple(frozenset(group) for group in lists["stage"].values()),
        endings=tuple(
            tuple(sorted(map(key, lists["ending"][turn]), key=len, reverse=True))
            for turn in ("plural", "degree", "last")
        ),
        labels=frozenset((*lists["word"], *lists["detail"])),
        broad=frozenset(key(word) for word in lists["broad"]["words"]),
        particles=_keys(lists, "particle"),
        deputies=_keys(lists, "deputy"),
        title_stop=_keys(lists, "title_stop"),
        former=_keys(lists, "former"),
        official=tuple(sorted(_keys(lists, "official"))),
        recurring=frozenset(lists["recurring"]["topics"]),
    )


def _keys(lists: Mapping[str, Any], section: str) -> frozenset[str]:
    """Return the folded spellings of one list of forms."""
    return frozenset(key(form) for form in lists[section]["forms"])


def _entries(lists: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Yield every form with its kind and what it stands for."""
    for kind in ("head", "word", "detail"):
        for label, forms in lists[kind].items():
            for form in forms:
                yield form, kind, label
    for form in lists["stop"]["forms"]:
        yield form, "stop", ""
