"""On which line of a TOML file each key and each item of a list stands."""

import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

#: The way to a value: names of keys, and numbers of items.
Way = tuple[str | int, ...]


def lines(text: str) -> dict[Way, int]:
    """Return the line of everything in `text`, which must be valid TOML.

    The standard parser forgets lines. But a statement is the shortest run of lines that
    it accepts, so it also tells where each statement begins.
    """
    found: dict[Way, int] = {}
    table: Way = ()
    counts: dict[Way, int] = {}
    for number, statement in _statements(text):
        parsed = tomllib.loads(statement)
        if statement.lstrip().startswith("["):
            table = _opened(parsed, counts)
            found.setdefault(table, number)
        else:
            for way, line in _ways(parsed, statement, number):
                found.setdefault((*table, *way), line)
    return found


def line_of(way: Way, places: Mapping[Way, int]) -> int | None:
    """Return the line of the thing at `way`, or of the nearest thing around it."""
    while way and way not in places:
        way = way[:-1]
    return places.get(way)


def _statements(text: str) -> Iterator[tuple[int, str]]:
    """Yield each statement with the number of its first line."""
    pending = ""
    first = 1
    for number, line in enumerate(text.splitlines(keepends=True), 1):
        pending += line
        if _parsed(pending) is None:
            continue
        if _parsed(pending):
            yield first, pending
        pending, first = "", number + 1


def _parsed(text: str) -> dict[str, Any] | None:
    """Return `text` as TOML, or `None` where it is none."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return None


def _opened(header: dict[str, Any], counts: dict[Way, int]) -> Way:
    """Return the way to the table that `header` opens, and count its kind."""
    way: Way = ()
    inside: Any = header
    while inside:
        if isinstance(inside, list):
            counts[way] = counts.get(way, -1) + 1
            return (*way, counts[way])
        (name,) = inside
        way, inside = (*way, name), inside[name]
        if isinstance(inside, dict) and way in counts:
            way = (*way, counts[way])
    return way


def _ways(value: object, statement: str, line: int) -> Iterator[tuple[Way, int]]:
    """Yield the way to everything in a statement, with its line."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield (name,), line
            for way, at in _ways(inner, statement, line):
                yield (name, *way), at
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            at = line + _lines_before(statement, number)
            yield (number,), at
            for way, _ in _ways(inner, "", at):
                yield (number, *way), at


def _lines_before(statement: str, number: int) -> int:
    """Return how many lines of a list come before its item `number`."""
    rows = statement.splitlines()
    for count in range(1, len(rows)):
        cut: Any = _parsed("\n".join([*rows[:count], "]"]))
        while isinstance(cut, dict) and len(cut) == 1:
            (cut,) = cut.values()
        if isinstance(cut, list) and len(cut) > number:
            return count - 1
    return max(len(rows) - 1, 0)
