"""What many articles together tell, read back: of one subject and period, or all."""

import datetime
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
import sqlalchemy as sa

from reports.chronicle import Known, KnownEvent, KnownPerson, KnownThread
from reports.errors import StoreError
from reports.store.articles import About, touching
from reports.store.opening import Connected
from reports.store.rows import found
from reports.store.tables import KNOWN, KNOWN_ABOUT, MENTION

#: Whichever of the three it is.
ANY: Any = Known


class Chronicle(Connected):
    """The part of the store that holds events, threads and people.

    With `about`, those of one subject; with `since` and `until`, those that have a day
    of the period between their first and their last: the day of an event or that of a
    page. Which of them a period counts is for the reader to say.
    """

    def events(
        self,
        *,
        about: About | None = None,
        since: datetime.date | None = None,
        until: datetime.date | None = None,
    ) -> Iterator[KnownEvent]:
        """Yield events, those that begin first at the front, the undated at the end."""
        return self._known("event", KnownEvent, about, since, until)

    def threads(
        self,
        *,
        about: About | None = None,
        since: datetime.date | None = None,
        until: datetime.date | None = None,
    ) -> Iterator[KnownThread]:
        """Yield proposals that are followed over articles, in the same order."""
        return self._known("thread", KnownThread, about, since, until)

    def people(
        self,
        *,
        about: About | None = None,
        since: datetime.date | None = None,
        until: datetime.date | None = None,
    ) -> Iterator[KnownPerson]:
        """Yield people with their posts, in the same order."""
        return self._known("person", KnownPerson, about, since, until)

    def known(self, ids: Iterable[str]) -> dict[str, Known]:
        """Return events, threads and people by their ids, as far as they still are."""
        query = sa.select(KNOWN.c.id, KNOWN.c.json)
        with self._reading() as connection:
            rows = found(connection, query, KNOWN.c.id, ids)
            return {row["id"]: _read(row["json"], ANY) for row in rows}

    def waiting(self) -> int:
        """Return how many mentions are unsettled: a run was cut short, or goes on."""
        query = sa.select(sa.func.count()).where(MENTION.c.component.is_(None))
        with self._reading() as connection:
            return int(connection.scalar(query) or 0)

    def _known[T](
        self,
        kind: str,
        type_: type[T],
        about: About | None,
        since: datetime.date | None,
        until: datetime.date | None,
    ) -> Iterator[T]:
        """Yield what is known of one kind."""
        query = sa.select(KNOWN.c.json)
        if about:
            ends, own = KNOWN_ABOUT, KNOWN_ABOUT.c
            query = query.join(KNOWN_ABOUT, own.known == KNOWN.c.id)
            query = query.where(own.kind == about[0], own.code == about[1])
            query = query.where(own.what == kind)
        else:
            ends = KNOWN
            query = query.where(KNOWN.c.kind == kind)
        query = query.where(*touching(ends, since, until))
        order = ends.c.since
        query = query.order_by(order.is_(None), order, KNOWN.c.id)
        with self._reading() as connection:
            for json in connection.scalars(query):
                yield _read(json, type_)


def _read[T](json: str, type_: type[T]) -> T:
    """Return what was kept as `json`."""
    try:
        return msgspec.json.decode(json, type=type_)
    except msgspec.DecodeError as problem:
        raise StoreError(
            "what the store knows",
            f"another version of the program wrote it ({problem})",
            hint="gather the articles again: `build.py gather PATH`",
        ) from problem
