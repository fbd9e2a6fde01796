"""The measures measure what they say: the length of an article, and both printings."""

import pytest

from benchmarks.invariance import differences, readings
from benchmarks.reading import by_number, extract_all, long_article, samples, spent
from tests.extract.reading import GOLD


@pytest.mark.parametrize("size", [1_000, 10_000, 200_000])
def test_long_article_is_as_long_as_asked(size: int) -> None:
    length = len(long_article(samples(), size).text.encode())
    assert size - 1 <= length <= size


def test_time_is_spent_in_the_step() -> None:
    done: list[int] = []
    assert spent(lambda: done.append(1)) > 0
    assert done == [1]


def test_cost_is_told_for_every_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("benchmarks.reading.NUMBERS", (1, 2))
    lines = list(by_number(samples()[:1]))
    assert [line.split()[0] for line in lines] == ["1", "2"]
    assert "1.00 times the first" in lines[0]
    extract_all([])


def test_a_difference_names_its_article_and_spelling() -> None:
    read = readings([GOLD / "articles" / "a034.txt"])
    assert set(read) == {"a034"}
    told = dict(read["a034"])
    told["glued"] = {kind: type(found)() for kind, found in told["glued"].items()}
    found = [one for one in differences({"a034": told}) if "glued" in one.only]
    assert {one.article for one in found} == {"a034"}
    assert {one.only for one in found} == {"half-spaced, not glued"}
