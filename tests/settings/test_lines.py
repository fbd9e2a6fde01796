"""Where things stand in a TOML file."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.settings.lines import Way, line_of, lines

FILE = '''# head
store = "a"

[smtp]
host = "h"  # tail
port = 25
[smtp.more]
a.b = 1
text = """
[not.a.table]
"""
[[briefing]]
subjects = ["x"]
recipients = [
  "a",  # first
  "b",

  "c", "d"]
[[briefing]]
one = {two = 3,
  four = [1]}
[[briefing.part]]
x = 1
[[briefing.part]]
x = 2
'''.replace("3,\n ", "3,")
PLACES: dict[Way, int] = {
    ("store",): 2,
    ("smtp",): 4,
    ("smtp", "host"): 5,
    ("smtp", "port"): 6,
    ("smtp", "more", "a", "b"): 8,
    ("smtp", "more", "text"): 9,
    ("briefing", 0): 12,
    ("briefing", 0, "subjects", 0): 13,
    ("briefing", 0, "recipients"): 14,
    ("briefing", 0, "recipients", 0): 15,
    ("briefing", 0, "recipients", 1): 16,
    ("briefing", 0, "recipients", 2): 18,
    ("briefing", 0, "recipients", 3): 18,
    ("briefing", 1, "one", "two"): 20,
    ("briefing", 1, "one", "four", 0): 20,
    ("briefing", 1, "part", 0, "x"): 22,
    ("briefing", 1, "part", 1, "x"): 24,
}


@pytest.mark.parametrize(("way", "line"), PLACES.items(), ids=str)
def test_everything_has_its_line(way: Way, line: int) -> None:
    assert lines(FILE)[way] == line


def test_what_is_not_there_has_the_line_of_what_is_round_it() -> None:
    found = lines(FILE)
    assert line_of(("smtp", "hots"), found) == 4
    assert line_of(("briefing", 0, "recipients", 9), found) == 14
    assert line_of(("nowhere",), found) is None


@given(
    st.lists(st.tuples(st.integers(0, 3), st.integers(1, 4)), min_size=1, max_size=12)
)
def test_every_item_of_any_list_is_on_the_line_it_was_written_on(
    rows: list[tuple[int, int]],
) -> None:
    text, expected, number = "x = [\n", [], 2
    for blank, count in rows:
        text += "# note\n" * blank
        number += blank
        text += "1, " * count + "\n"
        expected += [number] * count
        number += 1
    text += "]\n"
    assert tomllib.loads(text)
    found = lines(text)
    assert [found["x", place] for place in range(len(expected))] == expected
