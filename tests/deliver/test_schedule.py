"""The calendar of the post, through ten Jalali years of clocks and gaps."""

import datetime
from collections import Counter
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.deliver.schedule import (
    Calendar,
    coming,
    owed,
    read_holidays,
    sorted_out,
    watched,
)
from reports.errors import SettingsError
from reports.places import ROOT
from reports.settings import BriefingPlan, Misfire, PeriodKind, Schedule, Settings
from reports.text.calendars import day_of
from reports.text.periods import period_of, read_period

TEHRAN = ZoneInfo("Asia/Tehran")
KINDS: tuple[PeriodKind, ...] = ("week", "month", "quarter", "half", "year")
HOUR = datetime.timedelta(hours=1)


def moment(written: str) -> datetime.datetime:
    """Return a moment of Tehran's clock, as `1404-10-02 07:30`."""
    day, _, hour = written.partition(" ")
    year, month, number = map(int, day.split("-"))
    there = day_of("jalali", year, month, number)
    assert there is not None
    clock = datetime.time.fromisoformat(hour or "00:00")
    return datetime.datetime.combine(there, clock, tzinfo=TEHRAN)


def shown(at: datetime.datetime) -> str:
    return f"{at.astimezone(TEHRAN):%Y-%m-%d %H:%M %z}"


#: A period, and when it falls due with a wait of two days for months, at seven.
DUE = {
    "a month": ("1404-08", "2025-11-23 07:00 +0330"),
    "on a Friday, so on Saturday": ("1404-05", "2025-08-24 07:00 +0330"),
    "a week": ("1404-w38", "2025-12-06 07:00 +0330"),
    "a quarter": ("1404-q3", "2025-12-24 07:00 +0330"),
    "a leap year": ("1403", "2025-03-27 07:00 +0330"),
    "in summer time": ("1401-02", "2022-05-23 07:00 +0430"),
    "the summer after it was abolished": ("1402-02", "2023-05-23 07:00 +0330"),
}


@pytest.mark.parametrize(("code", "due"), DUE.values(), ids=DUE)
def test_due(code: str, due: str) -> None:
    assert shown(Calendar(schedule=Schedule()).due(read_period(code))) == due


def test_a_holiday_moves_to_the_next_working_day() -> None:
    # 2 Azar is a Sunday, 3 Azar a Monday.
    free = frozenset({(1404, 9, 2), (None, 9, 3)})
    calendar = Calendar(schedule=Schedule(), holidays=free)
    assert shown(calendar.due(read_period("1404-08"))) == "2025-11-25 07:00 +0330"
    assert shown(calendar.due(read_period("1405-08"))).startswith("2026-11-23")


def test_an_hour_that_the_clock_jumps_over() -> None:
    # Summer time began at midnight before 2 Farvardin 1401.
    calendar = Calendar(schedule=Schedule(hour=0, quiet_days=()))
    assert shown(calendar.due(read_period("1400-12"))) == "2022-03-22 01:00 +0430"


def test_a_year_of_holidays_is_a_mistake() -> None:
    free = frozenset(
        (None, month, day) for month in range(1, 13) for day in range(1, 32)
    )
    with pytest.raises(SettingsError, match="no working day"):
        Calendar(schedule=Schedule(), holidays=free).due(read_period("1404-08"))


def test_what_runs_on_holidays_files() -> None:
    found = read_holidays(ROOT / "docs" / "holidays.example.txt")
    assert {(None, 1, 1), (None, 1, 13), (None, 11, 22), (None, 12, 29)} <= found
    assert read_holidays(None) == frozenset()


@pytest.mark.parametrize("line", ["1404-13-01", "1404-01", "Friday", "**-01-01"])
def test_a_holiday_that_is_no_day_is_refused_with_its_line(
    line: str, tmp_path: Path
) -> None:
    path = tmp_path / "holidays.txt"
    path.write_text(f"# official\n1404/01/13  # nature\n{line}\n", "utf-8")
    with pytest.raises(SettingsError, match="no Jalali day") as refused:
        read_holidays(path)
    assert refused.value.what == f"{path}:3"


def test_a_file_of_holidays_that_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "holidays.txt"
    path.write_bytes(b"\xff")
    for name in (path, tmp_path / "nowhere.txt"):
        with pytest.raises(SettingsError, match="cannot be read"):
            read_holidays(name)


def test_a_subject_that_two_entries_name_is_watched_once() -> None:
    plans = (
        BriefingPlan(subjects=("province/*", "relation/az"), periods=("month",)),
        BriefingPlan(subjects=("relation/az",), periods=("month", "week")),
    )
    assert watched(Settings(briefing=plans)) == (
        ("province/*", "month"),
        ("relation/az", "month"),
        ("relation/az", "week"),
    )


def test_nothing_that_fell_due_before_the_beginning_is_owed() -> None:
    calendar = Calendar(schedule=Schedule())
    begun = {("relation/az", "month"): moment("1404-07-02 08:00")}

    def names(at: str, settled: set[tuple[str, str]]) -> list[str]:
        found = owed(calendar, begun, at=moment(at), settled=settled)  # type: ignore[arg-type]
        return [one.period.name for one in found]

    assert names("1404-08-03 06:59", set()) == []
    assert names("1404-08-03 07:00", set()) == ["1404-07"]
    assert names("1404-09-10", set()) == ["1404-07", "1404-08"]
    assert names("1404-09-10", {("relation/az", "1404-07")}) == ["1404-08"]
    assert names("1404-07-01", set()) == []


POLICIES: dict[Misfire, tuple[list[str], list[str]]] = {
    "catch-up": (["1404-07", "1404-q2", "1404-08"], []),
    "run-once": (["1404-q2", "1404-08"], ["1404-07"]),
    "skip": (["1404-08"], ["1404-07", "1404-q2"]),
}


@pytest.mark.parametrize("policy", POLICIES)
def test_what_was_missed_goes_by_the_policy(policy: Misfire) -> None:
    calendar = Calendar(schedule=Schedule(misfire=policy, grace_hours=3))
    since = moment("1404-07-02 08:00")
    begun = {("relation/az", kind): since for kind in ("month", "quarter")}
    at = moment("1404-09-02 10:00")
    things = owed(calendar, begun, at=at, settled=())  # type: ignore[arg-type]
    issued, missed = sorted_out(calendar, things, at=at)
    names = [sorted(one.period.name for one in some) for some in (issued, missed)]
    assert names == [sorted(some) for some in POLICIES[policy]]


BEGIN, END = moment("1398-01-01"), moment("1408-01-01")

#: When the clock of the machine is looked at: mostly forwards, with gaps of months,
#: and now and then set back.
clocks = st.lists(
    st.timedeltas(min_value=-40 * 24 * HOUR, max_value=400 * 24 * HOUR)
    | st.timedeltas(min_value=datetime.timedelta(), max_value=30 * HOUR),
    max_size=30,
)


@settings(max_examples=25)
@given(
    steps=clocks,
    policy=st.sampled_from(["catch-up", "run-once", "skip"]),
    kind=st.sampled_from(KINDS),
    hour=st.integers(0, 23),
    wait=st.integers(1, 15),
    free=st.frozensets(
        st.tuples(st.none() | st.integers(1398, 1408), st.integers(1, 12), st.just(3)),
        max_size=3,
    ),
)
def test_every_period_of_ten_years_is_decided_exactly_once(
    *,
    steps: list[datetime.timedelta],
    policy: Misfire,
    kind: PeriodKind,
    hour: int,
    wait: int,
    free: frozenset[tuple[int | None, int, int]],
) -> None:
    plain = Schedule(misfire=policy, hour=hour)
    waits = type(plain.after_days)(**{kind: wait})
    calendar = Calendar(
        schedule=Schedule(misfire=policy, hour=hour, after_days=waits), holidays=free
    )
    begun: dict[tuple[str, PeriodKind], datetime.datetime] = {
        ("relation/az", kind): BEGIN
    }
    decided: Counter[str] = Counter()
    issued: list[str] = []
    times, now = [BEGIN], BEGIN
    for step in steps:
        now = min(max(now + step, BEGIN), END)
        times += [now, now]
    for at in [*times, END]:
        settled = {("relation/az", name) for name in decided}
        things = owed(calendar, begun, at=at, settled=settled)
        now_issued, missed = sorted_out(calendar, things, at=at)
        assert all(one.due <= at for one in (*now_issued, *missed))
        if policy == "run-once":
            assert len(now_issued) <= 1
            assert bool(now_issued) == bool(things)
        decided.update(one.period.name for one in (*now_issued, *missed))
        issued += [one.period.name for one in now_issued]
    expected = []
    day = BEGIN.date() - datetime.timedelta(days=80 + 366)
    while day <= END.date():
        period = period_of(day, kind)
        assert period.until is not None
        if BEGIN <= calendar.due(period) <= END:
            expected.append(period.name)
        day = period.until + datetime.timedelta(days=1)
    assert sorted(decided) == sorted(expected)
    assert set(decided.values()) <= {1}
    assert len(issued) == len(set(issued))
    if policy == "catch-up":
        assert sorted(issued) == sorted(expected)


@settings(max_examples=5)
@given(kind=st.sampled_from(KINDS[1:]), minute=st.integers(0, 59))
def test_run_every_hour_everything_is_issued_within_the_hour(
    kind: PeriodKind, minute: int
) -> None:
    calendar = Calendar(schedule=Schedule(misfire="skip", grace_hours=2))
    begun = {("relation/az", kind): moment("1400-10-01")}
    settled: set[tuple[str, str]] = set()
    at = moment("1401-01-01") + datetime.timedelta(minutes=minute)
    while at < moment("1401-02-01"):
        things = owed(calendar, begun, at=at, settled=settled)  # type: ignore[arg-type]
        issued, _ = sorted_out(calendar, things, at=at)
        assert all(at - one.due < HOUR for one in issued)
        settled |= {(one.subject, one.period.name) for one in things}
        at += HOUR


@given(
    st.timedeltas(min_value=datetime.timedelta(), max_value=END - BEGIN),
    st.sampled_from(KINDS),
)
def test_what_comes_next_is_owed_when_it_has_come(
    after: datetime.timedelta, kind: PeriodKind
) -> None:
    calendar = Calendar(schedule=Schedule())
    at = BEGIN + after
    following = coming(calendar, "relation/az", kind, at=at)
    assert following.due > at
    begun: dict[tuple[str, PeriodKind], datetime.datetime] = {("relation/az", kind): at}
    assert owed(calendar, begun, at=following.due - HOUR, settled=()) == ()
    (found,) = owed(calendar, begun, at=following.due, settled=())
    assert found == following
