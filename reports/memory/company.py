"""Who met whom, compared: whether two tellings name the same people on a side."""

import msgspec

from reports.chronicle import EventTold, Who
from reports.memory.names import likeness
from reports.memory.offices import is_single, nearness
from reports.model import Side

#: How sure it is that two participants are one, from nothing to name and post.
NOTHING, GROUP, POST, NAME, BOTH = range(5)


class Sides(msgspec.Struct, frozen=True):
    """How well one side of two meetings agrees.

    `best` is the surest pair, `pairs` how many of the shorter list are found in the
    longer, `least` how many it has; `because` says who is surely in both.
    """

    best: int
    pairs: int
    least: int
    because: str


def alike(one: Who, two: Who) -> int:
    """Return how sure it is that two participants are one person or delegation."""
    if one.side != two.side or _differ(one.country, two.country):
        return NOTHING
    if _is_vague(one) or _is_vague(two):
        return GROUP
    post = nearness(one.office, two.office)
    names = likeness(one.name, two.name, foreign=one.side == "foreign")
    if names is not None:
        if post is not None:
            return BOTH
        titled = bool(one.office.role and two.office.role)
        whole = names == "same" and len(one.name) > 1
        return NAME if whole or not titled or _is_seat_only(one, two) else NOTHING
    if post is None:
        return NOTHING
    if one.name and two.name:
        # Outlets err in a name; two who hold one post at a time are hardly two.
        return POST if is_single(one.office) and is_single(two.office) else NOTHING
    return POST


def _is_vague(who: Who) -> bool:
    """Tell whether a participant is a delegation, or nobody in particular."""
    return "delegation" in who.office.role or not (who.name or who.office.role)


def _is_seat_only(one: Who, two: Who) -> bool:
    """Tell whether two titles differ in their place alone: governor of this or that."""
    return one.office.role == two.office.role and one.office.field == two.office.field


def _differ(one: str | None, two: str | None) -> bool:
    """Tell whether two things that are said differ."""
    return one is not None and two is not None and one != two


def sides(one: EventTold, two: EventTold, side: Side) -> Sides:
    """Return how well `side` of two meetings agrees."""
    short, long = sorted(
        ([who for who in told.people if who.side == side] for told in (one, two)),
        key=len,
    )
    sure = [
        max((alike(who, other) for other in long), default=NOTHING) for who in short
    ]
    best = max(sure, default=NOTHING)
    because = sorted(
        who.printed or who.title or ""
        for who, level in zip(short, sure, strict=True)
        if level == best > NOTHING
    )
    pairs = sum(level > NOTHING for level in sure)
    return Sides(best, pairs, len(short), because[0] if because else "")
