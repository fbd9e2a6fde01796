"""Sort numbers into few classes, each with its tint."""

from collections.abc import Iterable, Sequence


def classes(counts: Iterable[int], *, most: int = 3) -> tuple[int, ...]:
    """Return the highest number of each class; a few different numbers get one each."""
    values = sorted({count for count in counts if count})
    if len(values) <= most:
        return tuple(values)
    return tuple(-(-values[-1] * n // most) for n in range(1, most + 1))


def tint(count: int, tops: Sequence[int], tints: Sequence[str], *, none: str) -> str:
    """Return the colour of a number; fewer classes than tints use the last ones."""
    if not count:
        return none
    rank = next(n for n, top in enumerate(tops) if count <= top)
    return tints[len(tints) - len(tops) + rank]
