"""The corridor from the store to a table, for a person or for a program."""

import datetime
from collections.abc import Iterable, Iterator
from typing import Literal, get_args

from reports.chronicle import (
    Attendee,
    Join,
    KnownEvent,
    Post,
    Ref,
    Telling,
)
from reports.errors import SettingsError
from reports.lexicon.places import countries, provinces
from reports.store import About, Store, open_store
from reports.text.periods import Period, read_period

Kind = Literal["articles", "events", "people", "proposals"]
KINDS: tuple[Kind, ...] = get_args(Kind)

#: A row: the same names in every row of a kind, and `None` where nothing is said.
Row = dict[str, str | None]


def rows(
    kind: Kind,
    *,
    store_url: str,
    subject: str | None = None,
    period: str = "all",
    why: bool = False,
) -> Iterator[Row]:
    """Yield what the store holds of one kind, in a stable order.

    An event belongs to a period by its own day, and without one by those of its pages;
    all else by the pages that tell of it. With `why` each row says what was joined to
    make it, and by which rules.
    """
    about = _about(subject) if subject else None
    days = read_period(period)
    with open_store(store_url, new=False) as store:
        if kind == "articles":
            yield from _articles(store, about, days)
            return
        told = {"events": _events, "people": _people, "proposals": _proposals}
        for row, joins in told[kind](store, about, days):
            yield {**row, "why": "; ".join(map(_join, joins))} if why else row


def _articles(store: Store, about: About | None, days: Period) -> Iterator[Row]:
    """Yield a row for every article, read as relevant or not."""
    for record in store.records(about=about, since=days.since, until=days.until):
        page = record.article
        yield {
            "article": page.id,
            "published": _said(page.published),
            "outlet": page.outlet,
            "class": record.class_,
            "provinces": " ".join(record.provinces),
            "countries": " ".join(record.countries),
            "title": page.title,
        }


def _events(
    store: Store, about: About | None, days: Period
) -> Iterator[tuple[Row, Iterable[Join]]]:
    """Yield a row for every event, however many articles tell of it."""
    for one in store.events(about=about, since=days.since, until=days.until):
        if not _falls(one, days):
            continue
        row = {
            "event": one.id,
            "date": _said(one.date),
            "kind": one.kind,
            "status": one.status,
            "place": one.place,
            "iran": _names(one.people, "iran"),
            "foreign": _names(one.people, "foreign"),
            "outlets": "; ".join(one.outlets),
            "told": _refs(one.refs),
        }
        yield row, one.joins


def _people(
    store: Store, about: About | None, days: Period
) -> Iterator[tuple[Row, Iterable[Join]]]:
    """Yield a row for every person with a name."""
    for one in store.people(about=about, since=days.since, until=days.until):
        row = {
            "person": one.id,
            "name": one.name,
            "variants": _tellings(one.variants),
            "posts": "; ".join(map(_post, one.posts)),
            "first": _said(one.first),
            "last": _said(one.last),
            "told": _refs(one.refs),
        }
        yield row, one.joins


def _proposals(
    store: Store, about: About | None, days: Period
) -> Iterator[tuple[Row, Iterable[Join]]]:
    """Yield a row for every proposal, followed over all articles."""
    for one in store.threads(about=about, since=days.since, until=days.until):
        if not any(_within(step.day, step.day, days) for step in one.steps):
            continue
        row = {
            "proposal": one.id,
            "topic": one.topic,
            "status": one.status,
            "blocked": "yes" if one.blocked else "no",
            "first": _said(one.first),
            "last": _said(one.last),
            "proposers": _tellings(one.proposers),
            "supporters": _tellings(one.supporters),
            "text": one.text,
            "told": _refs(one.refs),
        }
        yield row, one.joins


def _about(subject: str) -> About:
    """Return the subject that a person named."""
    kind, _, slug = subject.partition("/")
    if kind == "province":
        codes = [one.code for one in provinces().values() if one.slug == slug]
        if codes:
            return "province", codes[0]
    elif subject == "country/ir":
        return "country", "IR"
    elif kind == "relation" and slug.upper() in countries().keys() - {"IR"}:
        return "relation", slug.upper()
    raise SettingsError(
        f"subject {subject}",
        "no such province or country",
        hint="write province/ardabil, relation/az or country/ir",
    )


def _falls(one: KnownEvent, days: Period) -> bool:
    """Tell whether an event belongs to a period."""
    if one.date:
        return _within(one.date, one.date_end or one.date, days)
    return any(_within(step.day, step.day, days) for step in one.history)


def _within(
    first: datetime.date | None, last: datetime.date | None, days: Period
) -> bool:
    """Tell whether some days touch a period; what has no day belongs to `all` alone."""
    if days.since is None or days.until is None:
        return True
    if first is None or last is None:
        return False
    return first <= days.until and days.since <= last


def _names(people: Iterable[Attendee], side: str) -> str:
    """Return the names of one side, or the titles of those without a name."""
    own = (one for one in people if one.side == side)
    return "; ".join(one.name or one.title or one.affiliation or "?" for one in own)


def _tellings(tellings: Iterable[Telling]) -> str:
    """Return values that are told."""
    return "; ".join(one.value for one in tellings)


def _post(one: Post) -> str:
    """Return a post and how long the pages tell of it."""
    title = one.title or one.affiliation or "?"
    days = [_said(day) for day in (one.first, one.last) if day]
    return (
        f"{title} ({' - '.join(dict.fromkeys(filter(None, days)))})" if days else title
    )


def _refs(refs: Iterable[Ref]) -> str:
    """Return where something is told, as `corrections.toml` names it."""
    return " ".join(map(_ref, refs))


def _ref(ref: Ref) -> str:
    """Return one place where something is told."""
    return f"{ref.article}#{ref.number}"


def _join(join: Join) -> str:
    """Return why two mentions are one."""
    because = f" ({join.because})" if join.because else ""
    return f"{_ref(join.a)} = {_ref(join.b)}: {join.rule}{because}"


def _said(value: object) -> str | None:
    """Return a value as it is written, and `None` for what is not said."""
    return None if value is None else str(value)
