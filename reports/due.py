"""The corridor of the calendar: what the schedule owes is built, and put in the post.

It may be run at any time, by any clock, as often as one likes and twice at once: each
period of each subject is decided once, together with the letters about it.
"""

import datetime
from collections.abc import Callable, Sequence

import msgspec

from reports.deliver.manifest import read_manifest
from reports.deliver.schedule import (
    Calendar,
    coming,
    owed,
    read_holidays,
    sorted_out,
    watched,
)
from reports.errors import ReportsError
from reports.lexicon.places import provinces
from reports.parcels import Settled
from reports.post import Filled, Office, Trouble, fill, trouble
from reports.settings import Format, PeriodKind
from reports.store import About, Store, Subject, open_store
from reports.text.periods import Period

#: Given a period, subjects and formats, write briefings and their manifest.
Publish = Callable[[str, Sequence[str], Sequence[Format]], object]
#: Given a pattern such as `province/*` and a period, return the subjects with news.
Newsworthy = Callable[[str, Period], Sequence[str]]

TURN = "due"
#: How long one briefing may take before another run may believe this one dead.
LEASE = datetime.timedelta(hours=1)


class Issued(msgspec.Struct, frozen=True, kw_only=True):
    """What one run did. `busy` is until when another run has the turn."""

    settled: tuple[Settled, ...] = ()
    letters: int = 0
    troubles: tuple[Trouble, ...] = ()
    busy: datetime.datetime | None = None


class Next(msgspec.Struct, frozen=True, kw_only=True):
    """Something that is owed now, or that comes next."""

    subject: str
    period: Period
    due: datetime.datetime
    owed: bool


def issue(
    office: Office,
    *,
    at: datetime.datetime,
    publish: Publish,
    newsworthy: Newsworthy,
) -> Issued:
    """Build what is owed at the moment `at`, and put letters about it in the outbox.

    A briefing that cannot be built or is held back by the gate stays owed; the next
    run tries again.
    """
    now = office.clock()
    turn = (TURN, office.owner)
    until = office.ledger.take_turn(
        TURN, owner=office.owner, now=now, until=now + LEASE
    )
    if until:
        return Issued(busy=until)
    try:
        return _issue(office, at=at, publish=publish, newsworthy=newsworthy, turn=turn)
    finally:
        office.ledger.end_turn(TURN, owner=office.owner)


def agenda(office: Office, *, at: datetime.datetime) -> tuple[Next, ...]:
    """Return what is owed at a moment and what comes next, by date; change nothing."""
    calendar = _calendar(office)
    things = owed(
        calendar, _begun(office, at, dry=True), at=at, settled=office.ledger.settled()
    )
    now, _ = sorted_out(calendar, things, at=at)
    later = [
        coming(calendar, subject, kind, at=at)
        for subject, kind in watched(office.settings)
    ]
    found = [(one, True) for one in now] + [(one, False) for one in later]
    return tuple(
        Next(subject=one.subject, period=one.period, due=one.due, owed=is_owed)
        for one, is_owed in sorted(
            found, key=lambda pair: (pair[0].due, pair[0].subject)
        )
    )


def newsworthy(store_url: str) -> Newsworthy:
    """Return what finds the subjects that a store has news of."""

    def found(pattern: str, period: Period) -> Sequence[str]:
        wanted = pattern.removesuffix("/*")
        slugs = {one.code: one.slug for one in provinces().values()}
        with open_store(store_url) as store:
            return [
                f"{one.kind}/{slugs.get(one.code, one.code.lower())}"
                for one in store.subjects()
                if one.kind == wanted and _has_news(store, one, period)
            ]

    return found


def _has_news(store: Store, subject: Subject, period: Period) -> bool:
    """Tell whether an article about a subject belongs to a period."""
    about: About = (subject.kind, subject.code)
    articles = store.records(about=about, since=period.since, until=period.until)
    return any(True for _ in articles)


def _issue(
    office: Office,
    *,
    at: datetime.datetime,
    publish: Publish,
    newsworthy: Newsworthy,
    turn: tuple[str, str],
) -> Issued:
    """Do the work of `issue`, the turn being ours."""
    calendar = _calendar(office)
    settled = office.ledger.settled()
    things = owed(calendar, _begun(office, at), at=at, settled=settled)
    now, late = sorted_out(calendar, things, at=at)
    missed = [
        Settled(subject=one.subject, period=one.period.name, decision="missed")
        for one in late
    ]
    office.outbox.put([], now=office.clock(), settled=missed, turn=turn)
    letters, troubles = 0, []
    for period in dict.fromkeys(one.period for one in now):
        patterns = [one.subject for one in now if one.period == period]
        _hold(office, turn)
        try:
            done = _period(
                office,
                period,
                patterns,
                publish=publish,
                newsworthy=newsworthy,
                turn=turn,
            )
        except ReportsError as problem:
            troubles.append(trouble(problem, period=period.name))
            continue
        letters += done.letters
        troubles += done.troubles
    after = office.ledger.settled()
    fresh = [key for key in after if key not in settled]
    return Issued(
        settled=tuple(
            Settled(subject=subject, period=name, decision=after[subject, name])
            for subject, name in sorted(fresh, key=lambda key: (key[1], key[0]))
        ),
        letters=letters,
        troubles=tuple(troubles),
    )


def _period(
    office: Office,
    period: Period,
    patterns: Sequence[str],
    *,
    publish: Publish,
    newsworthy: Newsworthy,
    turn: tuple[str, str],
) -> Issued:
    """Build and post the briefings of one period that `patterns` stand for."""
    known = office.ledger.settled()
    members = {one: _members(one, period, newsworthy) for one in patterns}
    everybody = dict.fromkeys(one for some in members.values() for one in some)
    subjects = [one for one in everybody if (one, period.name) not in known]
    empty: list[str] = []
    if subjects:
        publish(period.name, subjects, _formats(office, subjects))
        printed = read_manifest(office.out, period.name).briefings
        if office.settings.schedule.skip_when_nothing_new:
            empty = [one.subject for one in printed if not one.articles]
    decided = {
        subject: [Settled(subject=subject, period=period.name, decision="issued")]
        for subject in subjects
        if subject not in empty
    }
    nothing = [
        Settled(subject=subject, period=period.name, decision="empty")
        for subject in subjects
        if subject in empty
    ]
    _hold(office, turn)
    office.outbox.put([], now=office.clock(), settled=nothing, turn=turn)
    filled = Filled(letters=0, done=(), troubles=())
    if decided:
        filled = fill(office, period.name, only=decided, settled=decided, turn=turn)
    known = office.ledger.settled()
    whole = [
        Settled(
            subject=pattern,
            period=period.name,
            decision="issued" if some else "empty",
        )
        for pattern, some in members.items()
        if pattern not in some and all((one, period.name) in known for one in some)
    ]
    office.outbox.put([], now=office.clock(), settled=whole, turn=turn)
    return Issued(letters=filled.letters, troubles=filled.troubles)


def _members(pattern: str, period: Period, newsworthy: Newsworthy) -> Sequence[str]:
    """Return the subjects that a pattern stands for in a period."""
    return newsworthy(pattern, period) if pattern.endswith("/*") else [pattern]


def _formats(office: Office, subjects: Sequence[str]) -> tuple[Format, ...]:
    """Return the formats that somebody wants, and those that letters are made of."""
    wanted: list[Format] = ["pdf", "json"]
    for plan in office.settings.briefing:
        if any(plan.covers(subject) for subject in subjects):
            wanted += plan.formats
    return tuple(dict.fromkeys(wanted))


def _begun(
    office: Office, at: datetime.datetime, *, dry: bool = False
) -> dict[tuple[str, PeriodKind], datetime.datetime]:
    """Return since when what is owed; what is new in the settings begins now."""
    schedule = office.settings.schedule
    if day := schedule.since_day:
        since = datetime.datetime.combine(day, datetime.time(), tzinfo=schedule.zone)
        return dict.fromkeys(watched(office.settings), since.astimezone(datetime.UTC))
    begun = office.ledger.begun()
    found = {}
    for subject, kind in watched(office.settings):
        since = begun.get((subject, kind), at)
        if (subject, kind) not in begun and not dry:
            since = office.ledger.begin(subject, kind, since=at)
        found[subject, kind] = since
    return found


def _calendar(office: Office) -> Calendar:
    """Return the schedule with its holidays."""
    schedule = office.settings.schedule
    return Calendar(schedule=schedule, holidays=read_holidays(schedule.holidays))


def _hold(office: Office, turn: tuple[str, str]) -> None:
    """Ask for more time; the outbox refuses what is done without it."""
    now = office.clock()
    name, owner = turn
    office.ledger.take_turn(name, owner=owner, now=now, until=now + LEASE)
