"""Which of several tellings is printed, and which are kept as a conflict.

The most outlets win, then a governorate over others, then the earliest page. The
others are never dropped: the reader is told that the sources do not agree.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from reports.chronicle import Conflict, ConflictField, Mention, Ref, Telling
from reports.memory.tellings import page_order

#: Whether two written values mean the same; the choice is made among what differs.
Agree = Callable[[str, str], bool]
#: How much a written form says; of forms that agree the one that says most is printed.
Fullness = Callable[[str], int]


def equal(one: str, two: str) -> bool:
    """Tell whether two values are the same to the letter."""
    return one == two


def level(_: str) -> int:
    """Return one fullness for every value: most outlets decide."""
    return 0


def letters(value: str) -> int:
    """Return how many letters `value` has; the fullest form of a name has the most."""
    return sum(map(str.isalpha, value))


def tellings(
    told: Iterable[tuple[str, Ref, Mention]],
    *,
    agree: Agree = equal,
    fullness: Fullness = level,
) -> tuple[Telling, ...]:
    """Return the values that differ, the one to print first, each with who tells it.

    Values that agree are one, printed in the fullest form, then as most outlets write.
    """
    written: dict[str, list[tuple[Ref, Mention]]] = defaultdict(list)
    for value, ref, mention in sorted(
        told, key=lambda one: (page_order(one[2]), one[1])
    ):
        written[value].append((ref, mention))
    values = sorted(written, key=lambda value: (-len(value), value))
    groups: list[list[str]] = []
    for value in values:
        for group in groups:
            if all(agree(value, other) for other in group):
                group.append(value)
                break
        else:
            groups.append([value])
    ranked = []
    for group in groups:
        by = [entry for value in group for entry in written[value]]
        refs = tuple(sorted({ref for ref, _ in by}))
        forms = [(-fullness(value), _rank(written[value]), value) for value in group]
        ranked.append((_rank(by), min(forms)[2], refs))
    return tuple(Telling(value, refs) for _, value, refs in sorted(ranked))


def _rank(by: Sequence[tuple[Ref, Mention]]) -> tuple[object, ...]:
    """Return what tellings are ordered by: outlets, a governorate, the first page."""
    pages = [page for _, page in by]
    outlets = {page.outlet or f"#{page.ref.article}" for page in pages}
    earliest = min(page_order(page) for page in pages)
    return (-len(outlets), not any(page.official for page in pages), earliest)


def conflict(
    field: ConflictField, found: tuple[Telling, ...], *, about: str | None = None
) -> tuple[Conflict, ...]:
    """Return the conflict that more than one telling makes, or none."""
    if len(found) < 2:
        return ()
    return (Conflict(field=field, about=about, tellings=found),)
