"""When two named participants are one person.

The key of a person is name, state and post. A surname alone is one with a whole name
in the same post. A whole name in a new post is the same person only where something
ties the posts together, since two people may share a name; what ties them is named.
"""

import msgspec

from reports.chronicle import Mention, PersonTold
from reports.memory.days import quarter
from reports.memory.names import Likeness, likeness
from reports.memory.offices import nearness
from reports.memory.verdicts import UNKNOWN, Verdict, told_as

#: A whole name has so many words at least.
WHOLE = 2
#: A bare surname is that of a whole name so many quarters away at most: the post may
#: have gone to a namesake.
TERM = 6
SURE = {"same": 30, "part": 20, "heard": 15}
#: Two bare surnames find each other last, by the whole name that both belong to.
BARE = 10


def person_verdict(one: Mention, two: Mention) -> Verdict:
    """Return whether two participants are one person."""
    a, b = told_as(one, PersonTold), told_as(two, PersonTold)
    if a.side != b.side or (a.country and b.country and a.country != b.country):
        return Verdict(apart="they stand for other states")
    names = likeness(a.name, b.name, foreign=a.side == "foreign")
    if names is None:
        return Verdict(apart="the names differ")
    apart = _quarters(one, two)
    if min(len(a.name), len(b.name)) < WHOLE and apart > TERM:
        return UNKNOWN
    found = _same_post(a, b, names) or _new_post(a, b, names) or UNKNOWN
    return msgspec.structs.replace(found, weight=found.weight - min(apart, TERM))


def _quarters(one: Mention, two: Mention) -> int:
    """Return how many quarters lie between two pages; without a day, none."""
    first, second = quarter(one.day), quarter(two.day)
    return 0 if first is None or second is None else abs(first - second)


def _same_post(a: PersonTold, b: PersonTold, names: Likeness) -> Verdict | None:
    """Return the verdict on two names in one post."""
    post = nearness(a.office, b.office)
    if post is None:
        return None
    if not (a.office.seat and b.office.seat) and not _same_place(a, b):
        # `director general` of nothing in particular is a post in every province.
        return None
    bare = max(len(a.name), len(b.name)) < WHOLE
    weight = (
        (BARE if bare else SURE[names]) + 5 * (post == "same") + 2 * _same_place(a, b)
    )
    because = f"{a.printed} / {b.printed}: {a.title or b.title}"
    return Verdict(rule=f"person/{names}-name-and-post", because=because, weight=weight)


def _new_post(a: PersonTold, b: PersonTold, names: Likeness) -> Verdict | None:
    """Return the verdict on one whole name in two posts, or in none.

    The provinces that tell of both, or a word such as `former`, tie them together.
    """
    if names != "same" or min(len(a.name), len(b.name)) < WHOLE:
        return None
    because = f"{a.printed}: {a.title or '-'} / {b.title or '-'}"
    for rule, holds, weight in (
        ("person/name-without-post", not (a.office.role and b.office.role), 12),
        ("person/former-post", a.office.former or b.office.former, 10),
        ("person/new-post-there", _same_place(a, b), 8),
    ):
        if holds:
            return Verdict(rule=rule, because=because, weight=weight)
    return None


def _same_place(a: PersonTold, b: PersonTold) -> bool:
    """Tell whether the same province tells of both."""
    return not {*a.provinces}.isdisjoint(b.provinces)
