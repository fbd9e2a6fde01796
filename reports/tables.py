"""The corridor from the store to a table, for a person or for a program."""

from collections.abc import Callable, Iterable, Iterator
from typing import Literal, get_args

from reports.model import ArticleRecord, Participant
from reports.store import open_store

Kind = Literal["articles", "events", "people", "proposals"]
KINDS: tuple[Kind, ...] = get_args(Kind)

#: A row: the same names in every row of a kind, and `None` where the text is silent.
Row = dict[str, str | None]


def rows(kind: Kind, *, store_url: str) -> Iterator[Row]:
    """Yield what the store holds of one kind, in a stable order."""
    with open_store(store_url) as store:
        yield from TABLES[kind](store.records())


def _articles(records: Iterable[ArticleRecord]) -> Iterator[Row]:
    """Yield a row for every article, read as relevant or not."""
    for record in records:
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


def _events(records: Iterable[ArticleRecord]) -> Iterator[Row]:
    """Yield a row for every meeting that an article tells of."""
    for record in records:
        for meeting in record.meetings:
            yield {
                "article": record.article.id,
                "date": _said(meeting.date),
                "kind": meeting.kind,
                "status": meeting.status,
                "place": meeting.place,
                "iran": _names(meeting.participants, "iran"),
                "foreign": _names(meeting.participants, "foreign"),
            }


def _people(records: Iterable[ArticleRecord]) -> Iterator[Row]:
    """Yield a row for every participant, named or known by title alone."""
    for record in records:
        for meeting in record.meetings:
            for one in meeting.participants:
                yield {
                    "article": record.article.id,
                    "name": one.name,
                    "title": one.title,
                    "affiliation": one.affiliation,
                    "country": one.country,
                    "side": one.side,
                }


def _proposals(records: Iterable[ArticleRecord]) -> Iterator[Row]:
    """Yield a row for every proposal."""
    for record in records:
        for one in record.proposals:
            yield {
                "article": record.article.id,
                "topic": one.topic,
                "status": one.status,
                "blocked": "yes" if one.blocked else "no",
                "proposer": one.proposer,
                "text": one.text,
            }


def _names(participants: Iterable[Participant], side: str) -> str:
    """Return the names of one side, or the titles of those without a name."""
    own = (one for one in participants if one.side == side)
    return "; ".join(one.name or one.title or one.affiliation or "?" for one in own)


def _said(value: object) -> str | None:
    """Return a value as it is written, and `None` for what is not said."""
    return None if value is None else str(value)


TABLES: dict[Kind, Callable[[Iterable[ArticleRecord]], Iterator[Row]]] = {
    "articles": _articles,
    "events": _events,
    "people": _people,
    "proposals": _proposals,
}
