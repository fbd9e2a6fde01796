"""Who met whom: sides, counts of meetings, and few crossings."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.charts import Encounter, NetworkWords, Somebody, who_met_whom
from reports.model import Chart
from tests.charts import nasty
from tests.charts.drawing import assert_words_apart, written
from tests.elsewhere import elsewhere

WORDS = NetworkWords(
    iran="طرف ایرانی",
    foreign="طرف خارجی",
    others="{} تن دیگر",
    meetings="{} دیدار",
    joint="، ",
    head=("طرف ایرانی", "طرف خارجی", "دیدار"),
)


def person(n: int) -> Somebody:
    return Somebody(nasty.name(n), nasty.name(n + 4) if n % 3 else "")


def drawn(encounters: Sequence[Encounter], width: float = 170.0) -> Chart:
    return who_met_whom(
        encounters, words=WORDS, alt=nasty.ALT, empty=nasty.EMPTY, width_mm=width
    )


groups = st.lists(st.integers(0, 40), max_size=5).map(lambda ns: tuple(map(person, ns)))


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.builds(Encounter, groups, groups), max_size=40),
    st.sampled_from(nasty.WIDTHS),
)
def test_any_meetings_fit_and_stand_apart(
    encounters: list[Encounter], width: float
) -> None:
    assert_words_apart(drawn(encounters, width))


GOVERNOR, GUEST, ENVOY = (
    Somebody("کامران نیک‌پی", "استاندار"),
    Somebody("ارسلان مرادف", "معاون وزیر"),
    Somebody("لطیف قاسموف"),
)


def test_a_meeting_with_two_guests_is_one_meeting() -> None:
    chart = drawn(
        [Encounter((GOVERNOR,), (GUEST, ENVOY)), Encounter((GOVERNOR,), (GUEST,))]
    )
    words = written(chart)
    assert {"استاندار، ۲ دیدار", "معاون وزیر، ۲ دیدار", "۱ دیدار"} <= set(words)
    assert chart.table
    assert chart.table.rows == (
        ("کامران نیک‌پی", "ارسلان مرادف", 2),
        ("کامران نیک‌پی", "لطیف قاسموف", 1),
    )


def test_iranians_stand_at_the_right() -> None:
    chart = drawn([Encounter((GOVERNOR,), (GUEST,))])
    assert chart.drawing
    at = {one.text: one.x for one in chart.drawing.letterings}
    assert at["کامران نیک‌پی"] > at["ارسلان مرادف"]
    assert at["طرف ایرانی"] > at["طرف خارجی"]


def test_those_who_met_least_are_taken_together() -> None:
    encounters = [Encounter((GOVERNOR,), (Somebody(f"مهمان {n}"),)) for n in range(20)]
    words = written(drawn(encounters))
    assert "۷ تن دیگر" in words
    assert "۲۰ دیدار" in " ".join(words)
    assert words.index("۷ تن دیگر") > words.index("مهمان ۱۲")


def test_circles_that_never_met_do_not_cross() -> None:
    pairs = [(person(n), person(n + 20)) for n in (0, 1, 2, 3)]
    encounters = [Encounter((home,), (guest,)) for home, guest in pairs]
    chart = drawn(encounters)
    assert chart.drawing
    ends = [one.path.split() for one in chart.drawing.shapes if one.path.endswith(" l")]
    heights = [(float(one[1]), float(one[4])) for one in ends]
    assert len(heights) == 4
    assert [left for _, left in sorted(heights)] == sorted(left for _, left in heights)


@pytest.mark.parametrize(
    "encounters", [[], [Encounter((GOVERNOR,), ())], [Encounter((), (GUEST,))]]
)
def test_meetings_of_one_side_have_no_line(encounters: list[Encounter]) -> None:
    assert written(drawn(encounters)) == [nasty.EMPTY]


def test_another_process_gives_the_same_bytes() -> None:
    assert elsewhere("tests.charts.test_network", "crowd().svg") == crowd().svg


def crowd() -> Chart:
    return drawn(
        [
            Encounter((person(n), person(n + 3)), (person(n * 7 % 20),))
            for n in range(30)
        ]
    )
