"""When two named participants are one person.

The key of a person is name, state and post. A surname alone is one with a whole name
in the same post. A whole name in a new post is the same person only where something
ties the posts together, since two people may share a name; what ties them is named.
"""

from reports.chronicle import Mention, PersonTold
from reports.memory.names import Likeness, likeness
from reports.memory.offices import is_whole, nearness
from reports.memory.verdicts import UNKNOWN, Verdict, told_as

#: A whole name has so many words at least.
WHOLE = 2
#: Hardly two people of one state share a name of so many words.
LONG = 3
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
    return _same_post(a, b, names) or _new_post(a, b, names) or UNKNOWN


def _same_post(a: PersonTold, b: PersonTold, names: Likeness) -> Verdict | None:
    """Return the verdict on two names in one post.

    `Director general` of nothing in particular is a post in every province, and who a
    surname alone was depends on when.
    """
    post = nearness(a.office, b.office)
    if post is None:
        return None
    if not (is_whole(a.office) and is_whole(b.office)) and not _same_home(a, b):
        return None
    apart = abs(a.season - b.season) if a.season and b.season else 0
    bare = len(a.name) < WHOLE, len(b.name) < WHOLE
    if any(bare) and apart > TERM:
        return None
    sure = BARE if all(bare) else SURE[names]
    weight = sure + 5 * (post == "same") + 2 * _same_home(a, b) - apart
    because = f"{a.printed} / {b.printed}: {a.title or b.title}"
    return Verdict(rule=f"person/{names}-name-and-post", because=because, weight=weight)


def _new_post(a: PersonTold, b: PersonTold, names: Likeness) -> Verdict | None:
    """Return the verdict on one whole name in two posts, or in none.

    The same province, a word such as `former`, or a name of many words ties them.
    """
    if names != "same" or min(len(a.name), len(b.name)) < WHOLE:
        return None
    untitled = not (a.office.role and b.office.role)
    there = _same_home(a, b)
    for rule, holds, weight in (
        ("person/no-post-told", untitled and (there or a.side == "foreign"), 12),
        ("person/former-post", a.office.former or b.office.former, 10),
        ("person/new-post-there", there, 8),
        ("person/long-name", min(len(a.name), len(b.name)) >= LONG, 6),
    ):
        if holds:
            because = f"{a.printed}: {a.title or '-'} / {b.title or '-'}"
            return Verdict(rule=rule, because=because, weight=weight)
    return None


def _same_home(a: PersonTold, b: PersonTold) -> bool:
    """Tell whether one province ties the two posts together."""
    return not {*a.home}.isdisjoint(b.home)
