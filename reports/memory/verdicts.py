"""What comparing two mentions comes to: one, for a named reason; apart; or neither."""

from collections.abc import Callable

import msgspec

from reports.chronicle import Join, Mention


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """The answer of a rule on two mentions.

    With a `rule` they are one, the more surely the higher `weight`; `apart` says what
    keeps them two for certain, whatever a third telling joins them to. Without either
    the two say too little of each other.
    """

    rule: str | None = None
    because: str = ""
    weight: int = 0
    apart: str | None = None


UNKNOWN = Verdict()


def told_as[T](mention: Mention, payload: type[T]) -> T:
    """Return what a mention tells; its kind says which payload that is."""
    if not isinstance(mention.told, payload):
        raise TypeError(f"{mention.id} tells no {payload.__name__}")
    return mention.told


#: A rule for mentions of one kind; it says the same whichever comes first.
Judge = Callable[[Mention, Mention], Verdict]


def compared(one: Mention, two: Mention, judge: Judge) -> Verdict:
    """Return the verdict of `judge`, told in the order of the references."""
    return judge(one, two) if one.ref <= two.ref else judge(two, one)


def joined(one: Mention, two: Mention, verdict: Verdict) -> Join | None:
    """Return the join of two mentions by `verdict`, the earlier reference first."""
    if verdict.rule is None:
        return None
    first, second = sorted((one.ref, two.ref))
    return Join(a=first, b=second, rule=verdict.rule, because=verdict.because)
