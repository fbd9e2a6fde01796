"""What the schedule owes is built and posted once, whatever happens meanwhile."""

import datetime
from collections.abc import Sequence
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports import due
from reports.due import Issued, agenda, issue
from reports.errors import RenderError
from reports.post import Office, fill
from reports.settings import Settings
from reports.text.periods import Period
from tests.deliver.letters import HOUR
from tests.deliver.test_schedule import moment
from tests.post import offices
from tests.post.offices import ARDABIL, Clock, office, published

DAY = 24 * HOUR
AZ = "relation/az"
PROVINCES = ("province/ardabil", "province/gilan")

BOTH = """
[[briefing]]
subjects = ["province/*", "relation/az"]
periods = ["month"]
formats = ["pdf", "html"]
recipients = ["c@example.org"]
"""


class Press:
    """Write briefings as `publish` does, and remember what was asked for."""

    def __init__(self, out: Path) -> None:
        self.out = out
        self.asked: list[tuple[str, tuple[str, ...], tuple[str, ...]]] = []
        self.empty: set[str] = set()
        self.held_back: set[str] = set()
        self.broken = False

    def __call__(
        self, period: str, subjects: Sequence[str], formats: Sequence[str]
    ) -> None:
        self.asked.append((period, tuple(subjects), tuple(formats)))
        if self.broken:
            raise RenderError(period, "the press has no paper", hint="buy some")
        for subject in subjects:
            published(
                self.out,
                period=period,
                subject=subject,
                articles=() if subject in self.empty else ("a1",),
                refused=("a bad quote",) if subject in self.held_back else (),
            )


def news(pattern: str, _period: Period) -> Sequence[str]:
    return PROVINCES if pattern == "province/*" else ()


def run(place: Office, press: Press, clock: Clock) -> Issued:
    return issue(place, at=clock(), publish=press, newsworthy=news)


def told(issued: Issued) -> list[str]:
    return [f"{one.decision} {one.subject} {one.period}" for one in issued.settled]


def rows(place: Office) -> list[tuple[str, str, str]]:
    return [
        (one.subject, one.period, one.recipient[0]) for one in place.outbox.parcels()
    ]


@pytest.fixture
def clock() -> Clock:
    made = Clock()
    made.now = moment("1404-08-15 09:00")
    return made


@pytest.fixture
def press(tmp_path: Path) -> Press:
    return Press(tmp_path / "out")


def scheduled(more: str = "", **schedule: object) -> Settings:
    found = offices.settings(more=more)
    kept = msgspec.structs.replace(found.schedule, **schedule)
    return msgspec.structs.replace(found, schedule=kept)


def test_a_month_is_issued_when_it_is_due_and_once(
    tmp_path: Path, clock: Clock, press: Press
) -> None:
    with office(tmp_path, scheduled(), clock=clock) as place:
        assert told(run(place, press, clock)) == []
        clock.now = moment("1404-09-02 06:59")
        assert told(run(place, press, clock)) == []
        clock.now = moment("1404-09-02 07:00")
        done = run(place, press, clock)
        assert told(done) == ["issued province/ardabil 1404-08"]
        assert done.letters == 2
        clock.now += HOUR
        assert told(run(place, press, clock)) == []
    assert press.asked == [("1404-08", (ARDABIL,), ("pdf", "json"))]


def test_a_pattern_stands_for_what_there_is_news_of(
    tmp_path: Path, clock: Clock, press: Press
) -> None:
    press.empty = {AZ}
    with office(tmp_path, scheduled(BOTH), clock=clock) as place:
        run(place, press, clock)
        clock.now = moment("1404-09-02 07:30")
        assert told(run(place, press, clock)) == [
            "issued province/* 1404-08",
            "issued province/ardabil 1404-08",
            "issued province/gilan 1404-08",
            "empty relation/az 1404-08",
        ]
        assert rows(place) == [
            ("province/ardabil", "1404-08", "a"),
            ("province/ardabil", "1404-08", "b"),
            ("province/ardabil", "1404-08", "c"),
            ("province/gilan", "1404-08", "c"),
        ]
    ((_, subjects, formats),) = press.asked
    assert set(subjects) == {*PROVINCES, AZ}
    assert formats == ("pdf", "json", "html")


def test_what_has_no_news_is_mailed_where_that_is_wanted(
    tmp_path: Path, clock: Clock, press: Press
) -> None:
    press.empty = {ARDABIL}
    kept = scheduled(skip_when_nothing_new=False)
    with office(tmp_path, kept, clock=clock) as place:
        run(place, press, clock)
        clock.now = moment("1404-09-02 07:30")
        assert run(place, press, clock).letters == 2


def test_what_the_gate_holds_back_stays_owed(
    tmp_path: Path, clock: Clock, press: Press
) -> None:
    press.held_back = {"province/gilan"}
    with office(tmp_path, scheduled(BOTH), clock=clock) as place:
        run(place, press, clock)
        clock.now = moment("1404-09-02 07:30")
        done = run(place, press, clock)
        assert told(done) == [
            "issued province/ardabil 1404-08",
            "issued relation/az 1404-08",
        ]
        (trouble,) = done.troubles
        assert "a bad quote" in trouble.why
        press.held_back = set()
        clock.now += HOUR
        assert told(run(place, press, clock)) == [
            "issued province/* 1404-08",
            "issued province/gilan 1404-08",
        ]
    assert press.asked[-1][1] == ("province/gilan",)


def test_what_cannot_be_built_does_not_stop_the_rest(
    tmp_path: Path, clock: Clock, press: Press
) -> None:
    with office(tmp_path, scheduled(misfire="catch-up"), clock=clock) as place:
        run(place, press, clock)
        clock.now = moment("1404-10-03 07:30")
        press.broken = True
        done = run(place, press, clock)
        assert told(done) == []
        assert [one.what for one in done.troubles] == [
            "1404-08 1404-08",
            "1404-09 1404-09",
        ]
        press.broken = False
        assert told(run(place, press, clock)) == [
            "issued province/ardabil 1404-08",
            "issued province/ardabil 1404-09",
        ]


def test_after_a_gap_only_the_newest_is_issued(
    tmp_path: Path, clock: Clock, press: Press
) -> None:
    with office(tmp_path, scheduled(), clock=clock) as place:
        run(place, press, clock)
        clock.now = moment("1404-11-20 07:30")
        assert told(run(place, press, clock)) == [
            "missed province/ardabil 1404-08",
            "missed province/ardabil 1404-09",
            "issued province/ardabil 1404-10",
        ]
        clock.now -= 70 * DAY
        assert told(run(place, press, clock)) == []


def test_only_one_run_at_a_time(tmp_path: Path, clock: Clock, press: Press) -> None:
    with office(tmp_path, scheduled(), clock=clock) as place:
        run(place, press, clock)
        clock.now = moment("1404-09-02 07:30")
        until = clock() + due.LEASE
        place.ledger.take_turn("due", owner="other", now=clock(), until=until)
        assert run(place, press, clock) == Issued(busy=until)
        clock.now = until
        assert told(run(place, press, clock)) == ["issued province/ardabil 1404-08"]


def test_a_run_that_took_too_long_posts_nothing(
    tmp_path: Path, clock: Clock, press: Press
) -> None:
    with office(tmp_path, scheduled(), clock=clock) as place:
        run(place, press, clock)
        clock.now = moment("1404-09-02 07:30")

        def slow(period: str, subjects: Sequence[str], formats: Sequence[str]) -> None:
            press(period, subjects, formats)
            clock.now += 2 * due.LEASE
            other = clock() + due.LEASE
            taken = place.ledger.take_turn("due", owner="b", now=clock(), until=other)
            assert taken is None

        done = issue(place, at=clock(), publish=slow, newsworthy=news)
        assert told(done) == []
        assert "took too long" in done.troubles[0].why
        assert place.outbox.parcels() == ()


def test_since_owes_what_fell_due_from_that_day_on(
    tmp_path: Path, clock: Clock, press: Press
) -> None:
    with office(tmp_path, scheduled(since="1404-08-01"), clock=clock) as place:
        assert told(run(place, press, clock)) == ["issued province/ardabil 1404-07"]


def test_the_agenda_tells_what_is_owed_and_what_comes_next(
    tmp_path: Path, clock: Clock, press: Press
) -> None:
    with office(tmp_path, scheduled(BOTH), clock=clock) as place:
        shown = [
            (one.owed, one.subject, one.period.name)
            for one in agenda(place, at=clock())
        ]
        assert shown == [
            (False, "province/*", "1404-08"),
            (False, "province/ardabil", "1404-08"),
            (False, "relation/az", "1404-08"),
        ]
        assert place.ledger.begun() == {}
        run(place, press, clock)
        later = moment("1404-09-02 08:00")
        assert [one.owed for one in agenda(place, at=later)] == [True] * 3 + [False] * 3
        assert place.ledger.settled() == {}


class PowerCutError(Exception):
    """Everything ends here."""


@settings(
    max_examples=15,
)
@given(
    steps=st.lists(
        st.tuples(
            st.timedeltas(min_value=-20 * DAY, max_value=90 * DAY), st.integers(0, 12)
        ),
        max_size=8,
    )
)
def test_whatever_the_clock_and_wherever_it_ends_each_month_is_posted_once(
    tmp_path_factory: pytest.TempPathFactory,
    steps: list[tuple[datetime.timedelta, int]],
) -> None:
    folder = tmp_path_factory.mktemp("due")
    clock, press = Clock(), Press(folder / "out")
    begin, end = moment("1404-01-15"), moment("1405-01-15")
    clock.now = begin
    catching = scheduled(BOTH, misfire="catch-up")
    with office(folder, catching, clock=clock) as place:
        run(place, press, clock)
        for step, calls in steps:
            clock.now = min(max(clock.now + step, begin), end)
            place.ledger.end_turn("due", owner=place.owner)
            cut(place, press, clock, calls)
        clock.now = end
        place.ledger.end_turn("due", owner=place.owner)
        run(place, press, clock)
        months = [f"1404-{number:02}" for number in range(1, 13)]
        expected = sorted(
            (subject, month, reader)
            for month in months
            for subject, readers in {
                "province/ardabil": "abc",
                "province/gilan": "c",
                AZ: "c",
            }.items()
            for reader in readers
        )
        assert sorted(rows(place)) == expected
        settled = place.ledger.settled()
        assert sorted(settled) == sorted(
            (subject, month)
            for month in months
            for subject in ("province/*", *PROVINCES, AZ)
        )
        assert {one.revision for one in place.outbox.parcels()} == {1}


def cut(place: Office, press: Press, clock: Clock, calls: int) -> None:
    """Run, and end everything at the so-many-th change of the outbox."""
    left = [calls]
    put = place.outbox.put

    def failing(*arguments: object, **options: object) -> int:
        left[0] -= 1
        if left[0] < 0:
            raise PowerCutError
        return put(*arguments, **options)  # type: ignore[arg-type]

    place.outbox.put = failing  # type: ignore[method-assign]
    try:
        run(place, press, clock)
    except PowerCutError:
        pass
    finally:
        place.outbox.put = put  # type: ignore[method-assign]


def test_a_briefing_that_a_person_published_before_is_not_posted_twice(
    tmp_path: Path, clock: Clock, press: Press
) -> None:
    with office(tmp_path, scheduled(), clock=clock) as place:
        run(place, press, clock)
        clock.now = moment("1404-09-02 06:00")
        press("1404-08", (ARDABIL,), ("pdf", "json"))
        assert fill(place, "1404-08").letters == 2
        clock.now += 2 * HOUR
        done = run(place, press, clock)
        assert told(done) == ["issued province/ardabil 1404-08"]
        assert done.letters == 0
        assert len(place.outbox.parcels()) == 2
