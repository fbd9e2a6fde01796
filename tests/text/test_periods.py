"""Periods: codes, ends, neighbours and names."""

import datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.errors import SettingsError
from reports.text.periods import DayKind, period_fa, period_of, read_period, span

DAYS = st.dates(datetime.date(1900, 1, 1), datetime.date(2150, 1, 1))
KINDS: list[DayKind] = ["month", "quarter", "half", "year", "week"]

#: Code, first day, last day, Persian name.
PERIODS = [
    ("1404-09", "2025-11-22", "2025-12-21", "آذر ۱۴۰۴"),
    ("1403-12", "2025-02-19", "2025-03-20", "اسفند ۱۴۰۳"),
    ("1404-12", "2026-02-20", "2026-03-20", "اسفند ۱۴۰۴"),
    ("1404-q3", "2025-09-23", "2025-12-21", "سه‌ماههٔ سوم ۱۴۰۴"),
    ("1404-q4", "2025-12-22", "2026-03-20", "سه‌ماههٔ چهارم ۱۴۰۴"),
    ("1404-h1", "2025-03-21", "2025-09-22", "نیمهٔ نخست ۱۴۰۴"),
    ("1404-h2", "2025-09-23", "2026-03-20", "نیمهٔ دوم ۱۴۰۴"),
    ("1404", "2025-03-21", "2026-03-20", "سال ۱۴۰۴"),
    ("1403", "2024-03-20", "2025-03-20", "سال ۱۴۰۳"),
    ("1404-w01", "2025-03-15", "2025-03-21", "هفتهٔ ۱ سال ۱۴۰۴"),
    ("1404-w38", "2025-11-29", "2025-12-05", "هفتهٔ ۳۸ سال ۱۴۰۴"),
    (
        "2025-11-22--2025-12-13",
        "2025-11-22",
        "2025-12-13",
        "از ۱ آذر ۱۴۰۴ تا ۲۲ آذر ۱۴۰۴",
    ),
]

REFUSED = [
    "",
    "1404-13",
    "1404-00",
    "1404-q5",
    "1404-q0",
    "1404-h3",
    "1404-w54",
    "1403-w53",
    "1404-w0",
    "2025-09",
    "2025",
    "14040",
    "1404-x1",
    "1404/09",
    "1404-09-22",
    "آذر ۱۴۰۴",
    "2025-11-22--2025-02-30",
    "2025-12-13--2025-11-22",
]


@pytest.mark.parametrize("case", PERIODS, ids=lambda case: case[0])
def test_a_code_names_its_days(case: tuple[str, str, str, str]) -> None:
    code, since, until, name = case
    period = read_period(code)
    assert (str(period.since), str(period.until)) == (since, until)
    assert period.name == code
    assert period_fa(period) == name


def test_all_has_no_ends() -> None:
    everything = read_period("all")
    assert (everything.since, everything.until) == (None, None)
    assert everything.previous() is None
    assert everything.holds(datetime.date(1, 1, 1))
    assert period_fa(everything) == "همهٔ زمان‌ها"


@pytest.mark.parametrize(
    ("loose", "code"), [("۱۴۰۴-۰۹", "1404-09"), ("1404-9", "1404-09"), (" ALL ", "all")]
)
def test_codes_are_read_as_people_type_them(loose: str, code: str) -> None:
    assert read_period(loose).name == code


@pytest.mark.parametrize("code", REFUSED)
def test_a_wrong_code_is_refused_with_a_hint(code: str) -> None:
    with pytest.raises(SettingsError) as caught:
        read_period(code)
    assert caught.value.hint


@pytest.mark.parametrize(
    ("code", "before"),
    [
        ("1404-01", "1403-12"),
        ("1404-q1", "1403-q4"),
        ("1404-h1", "1403-h2"),
        ("1404", "1403"),
        ("1404-w01", "1403-w52"),
        ("1405-w01", "1404-w53"),
        ("2025-11-22--2025-11-30", "2025-11-13--2025-11-21"),
    ],
)
def test_the_previous_period_is_of_the_same_kind(code: str, before: str) -> None:
    previous = read_period(code).previous()
    assert previous is not None
    assert previous.name == before


@given(DAYS, st.sampled_from(KINDS))
def test_every_day_is_in_its_period_and_in_no_neighbour(
    day: datetime.date, kind: DayKind
) -> None:
    period = period_of(day, kind)
    previous = period.previous()
    assert period.holds(day)
    assert previous is not None
    assert not previous.holds(day)
    assert read_period(period.name) == period


@pytest.mark.parametrize("kind", KINDS)
def test_periods_tile_the_calendar_over_leap_years(kind: DayKind) -> None:
    day, found = datetime.date(2012, 3, 1), []
    while day < datetime.date(2040, 1, 1):
        found.append(period_of(day, kind))
        assert found[-1].until is not None
        day = found[-1].until + datetime.timedelta(days=1)
    for earlier, later in pairwise(found):
        assert earlier.until is not None
        assert later.since == earlier.until + datetime.timedelta(days=1)
        assert later.previous() == earlier
    names = [period.name for period in found]
    assert len(set(names)) == len(names)
    assert names == sorted(names)


@given(DAYS)
def test_a_leap_year_has_its_thirtieth_of_esfand(day: datetime.date) -> None:
    year = period_of(day, "year")
    assert year.since is not None
    assert year.until is not None
    months = [read_period(f"{year.name}-{month:02}") for month in range(1, 13)]
    assert months[0].since == year.since
    assert months[-1].until == year.until
    length = (year.until - year.since).days + 1
    assert length in {365, 366}


@given(DAYS)
def test_week_one_holds_the_new_year(day: datetime.date) -> None:
    year = period_of(day, "year")
    assert year.since is not None
    first = period_of(year.since, "week")
    assert (first.number, first.year) == (1, year.year)
    assert first.since is not None
    assert first.since.weekday() == 5


@given(st.text("0123456789-qhwal۱۴۰/", max_size=12) | st.text(max_size=12))
def test_any_code_is_read_or_refused(code: str) -> None:
    try:
        period = read_period(code)
    except SettingsError:
        return
    assert read_period(period.name) == period


def test_a_span_keeps_its_length_before() -> None:
    chosen = span(datetime.date(2025, 3, 1), datetime.date(2025, 3, 1))
    previous = chosen.previous()
    assert previous is not None
    assert previous.since == previous.until == datetime.date(2025, 2, 28)
