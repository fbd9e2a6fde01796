"""The outbox: every letter in one row, frozen, with what became of it.

A row is `queued`, then `sending` under a lease, then `sent`, `failed` or `unknown`. All
changes compare what they find with what they expect, so that two programs never work on
one row, and one that was thought dead cannot undo what another has done.
"""

import datetime
import hashlib
import sqlite3
from collections.abc import Collection, Iterable, Mapping
from typing import Any, Literal

import msgspec
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from reports.errors import StoreError
from reports.parcels import Edition, Letter, Parcel, Settled, State, Step
from reports.store.opening import Connected, engine_of
from reports.store.post_tables import BODY, EDITION, PARCEL, SETTLED, SUSPENSION, TURN

#: States in which the reader has the letter, or may have it.
HAD: tuple[State, ...] = ("sending", "sent", "unknown")

_COLUMNS = [PARCEL.c[name] for name in Parcel.__struct_fields__]


class Outbox(Connected):
    """The part of the store that holds letters."""

    def put(
        self,
        letters: Iterable[Letter],
        *,
        now: datetime.datetime,
        edition: Edition | None = None,
        settled: Iterable[Settled] = (),
        told: Iterable[int] = (),
        turn: tuple[str, str] | None = None,
    ) -> int:
        """Keep letters, all or none, and return how many were new.

        `edition` is what they are about; letters of earlier revisions that never left
        are withdrawn. `settled` is decided, and the failures `told` are told, in the
        same stroke, and only while `turn`, a name and an owner, is still held.
        """
        with self._writing() as connection:
            if turn:
                self._still(connection, *turn)
            if edition:
                self._edit(connection, edition)
            new = sum(self._add(connection, letter, now) for letter in letters)
            for one in settled:
                row = {**_row(one), "decided_at": now}
                add(connection, SETTLED, row)
            mark = sa.update(PARCEL).where(PARCEL.c.id.in_(list(told)))
            connection.execute(mark.values(told=True))
        return new

    def claim(
        self,
        *,
        owner: str,
        now: datetime.datetime,
        until: datetime.datetime,
        among: Collection[int] | None = None,
    ) -> Parcel | None:
        """Take the next letter that is due, for `owner` alone, or return `None`."""
        waiting = (PARCEL.c.state == "queued") & (PARCEL.c.next_at <= now)
        if among is not None:
            waiting &= PARCEL.c.id.in_(list(among))
        query = sa.select(PARCEL.c.id).where(waiting)
        query = query.order_by(PARCEL.c.next_at, PARCEL.c.id).limit(1)
        with self._writing() as connection:
            id_ = connection.scalar(query.with_for_update(skip_locked=True))
            if id_ is None:
                return None
            mine = sa.update(PARCEL).where(PARCEL.c.id == id_)
            connection.execute(
                mine.values(
                    state="sending",
                    step="connect",
                    owner=owner,
                    until=until,
                    attempts=PARCEL.c.attempts + 1,
                )
            )
            return _parcel(connection, id_)

    def reach(
        self, id_: int, step: Step, *, owner: str, until: datetime.datetime
    ) -> bool:
        """Note the step that `owner` is about to take; `False` if it may not."""
        mine = (PARCEL.c.id == id_) & (PARCEL.c.state == "sending")
        change = sa.update(PARCEL).where(mine & (PARCEL.c.owner == owner))
        with self._writing() as connection:
            done = connection.execute(change.values(step=step, until=until))
        return done.rowcount == 1

    def finish(
        self,
        id_: int,
        state: Literal["sent", "failed", "unknown", "queued"],
        *,
        owner: str,
        said: str,
        next_at: datetime.datetime | None = None,
    ) -> bool:
        """Note what became of a letter; `False` where another has taken it over.

        Whoever was given up for lost may still say what it knows, as long as nobody
        has acted on the letter since.
        """
        mine = PARCEL.c.state.in_(["sending", "unknown"]) & (PARCEL.c.owner == owner)
        values: dict[str, Any] = {"state": state, "said": said, "until": None}
        if next_at:
            values["next_at"] = next_at
        if state != "unknown":
            values["owner"] = None
        change = sa.update(PARCEL).where((PARCEL.c.id == id_) & mine)
        with self._writing() as connection:
            done = connection.execute(change.values(**values))
        return done.rowcount == 1

    def recover(self, now: datetime.datetime) -> None:
        """Settle letters whose sender is gone: what may be out there is unknown."""
        lost = (PARCEL.c.state == "sending") & (PARCEL.c.until <= now)
        maybe = sa.update(PARCEL).where(lost & (PARCEL.c.step == "data"))
        safe = sa.update(PARCEL).where(lost & (PARCEL.c.step != "data"))
        with self._writing() as connection:
            connection.execute(
                maybe.values(
                    state="unknown",
                    until=None,
                    said="the sender stopped while it was handing the letter over",
                )
            )
            connection.execute(
                safe.values(state="queued", owner=None, until=None, next_at=now)
            )

    def resolve(
        self, id_: int, as_: Literal["sent", "again"], *, now: datetime.datetime
    ) -> Parcel:
        """Settle a letter of which nobody knows whether it arrived."""
        with self._writing() as connection:
            found = _parcel(connection, id_)
            if found is None or found.state != "unknown":
                state = f"is {found.state}" if found else "is not in the outbox"
                raise StoreError(
                    f"letter {id_}",
                    f"it {state}, so there is nothing to resolve",
                    hint="`build.py deliver` lists the letters that are unknown",
                )
            newest = connection.scalar(
                sa.select(sa.func.max(EDITION.c.revision)).where(
                    (EDITION.c.subject == found.subject)
                    & (EDITION.c.period == found.period)
                )
            )
            state = "sent" if as_ == "sent" else "queued"
            if as_ == "again" and newest is not None and newest > found.revision:
                state = "withdrawn"
            values = {"attempts": 0, "queued_at": now, "next_at": now, "state": state}
            change = sa.update(PARCEL).where(PARCEL.c.id == id_)
            connection.execute(change.values(**values, owner=None))
        return msgspec.structs.replace(found, **values)

    def retry(
        self, *, now: datetime.datetime, period: str | None = None
    ) -> tuple[int, ...]:
        """Queue what failed once more, and return which letters that are."""
        barred = sa.select(SUSPENSION.c.address)
        failed = (PARCEL.c.state == "failed") & PARCEL.c.recipient.not_in(barred)
        if period:
            failed &= PARCEL.c.period == period
        values = {"state": "queued", "attempts": 0, "queued_at": now, "next_at": now}
        with self._writing() as connection:
            ids = connection.scalars(sa.select(PARCEL.c.id).where(failed)).all()
            change = sa.update(PARCEL).where(PARCEL.c.id.in_(ids))
            connection.execute(change.values(**values, told=False))
        return tuple(sorted(ids))

    def content(self, id_: int) -> bytes:
        """Return the letter as it was frozen."""
        query = sa.select(PARCEL.c.head, BODY.c.content).join(BODY)
        with self._reading() as connection:
            head, body = connection.execute(query.where(PARCEL.c.id == id_)).one()
        return bytes(head) + bytes(body)

    def parcels(
        self,
        *,
        ids: Collection[int] | None = None,
        period: str | None = None,
        states: Collection[State] | None = None,
        untold: bool = False,
    ) -> tuple[Parcel, ...]:
        """Return letters, all or those that are asked for, in a stable order."""
        query = sa.select(*_COLUMNS)
        if ids is not None:
            query = query.where(PARCEL.c.id.in_(list(ids)))
        if period:
            query = query.where(PARCEL.c.period == period)
        if states:
            query = query.where(PARCEL.c.state.in_(states))
        if untold:
            query = query.where(sa.not_(PARCEL.c.told), PARCEL.c.kind != "notice")
        query = query.order_by(
            PARCEL.c.subject, PARCEL.c.period, PARCEL.c.revision, PARCEL.c.recipient
        )
        with self._reading() as connection:
            rows = connection.execute(query).mappings().all()
        return tuple(Parcel(**row) for row in rows)

    def newest(self, subject: str, period: str) -> Edition | None:
        """Return the last revision of a briefing that was put into the outbox."""
        return self._edition(subject, period, None)

    def edition(self, subject: str, period: str, revision: int) -> Edition | None:
        """Return one revision of a briefing as it was put into the outbox."""
        return self._edition(subject, period, revision)

    def had(self, subject: str, period: str) -> dict[str, Parcel]:
        """Return, by reader, the last letter of a briefing that may have arrived."""
        query = sa.select(*_COLUMNS).where(
            PARCEL.c.subject == subject,
            PARCEL.c.period == period,
            PARCEL.c.state.in_(HAD),
        )
        with self._reading() as connection:
            rows = connection.execute(query.order_by(PARCEL.c.revision)).mappings()
            return {row["recipient"]: Parcel(**row) for row in rows}

    def _edition(
        self, subject: str, period: str, revision: int | None
    ) -> Edition | None:
        query = sa.select(EDITION).where(
            EDITION.c.subject == subject, EDITION.c.period == period
        )
        if revision is not None:
            query = query.where(EDITION.c.revision == revision)
        query = query.order_by(EDITION.c.revision.desc()).limit(1)
        with self._reading() as connection:
            row = connection.execute(query).mappings().first()
        return Edition(**row) if row else None

    @staticmethod
    def _still(connection: sa.Connection, name: str, owner: str) -> None:
        """Refuse to go on when the turn has passed to another."""
        mine = (TURN.c.name == name) & (TURN.c.owner == owner)
        held = connection.execute(sa.update(TURN).where(mine).values(owner=owner))
        if held.rowcount != 1:
            raise StoreError(
                f"the turn of {name}",
                "another program has taken over, since this one took too long",
                hint="nothing is lost; let the other one finish",
            )

    @staticmethod
    def _edit(connection: sa.Connection, edition: Edition) -> None:
        """Keep an edition, and withdraw what earlier ones have not yet sent."""
        this = (EDITION.c.subject == edition.subject) & (
            EDITION.c.period == edition.period
        )
        add(connection, EDITION, _row(edition))
        kept = connection.execute(
            sa.select(EDITION.c.revision, EDITION.c.digest)
            .where(this)
            .order_by(EDITION.c.revision.desc())
        ).first()
        if kept is None or tuple(kept) != (edition.revision, edition.digest):
            raise StoreError(
                f"{edition.subject} {edition.period}",
                "another program has just put another revision into the outbox",
                hint="run this again",
            )
        earlier = (
            (PARCEL.c.subject == edition.subject)
            & (PARCEL.c.period == edition.period)
            & (PARCEL.c.revision < edition.revision)
            & PARCEL.c.state.in_(["queued", "failed"])
        )
        connection.execute(sa.update(PARCEL).where(earlier).values(state="withdrawn"))

    @staticmethod
    def _add(connection: sa.Connection, letter: Letter, now: datetime.datetime) -> bool:
        """Keep one letter, unless the reader has a row for this revision."""
        digest = hashlib.sha256(letter.body).hexdigest()
        body = {"sha256": digest, "content": letter.body}
        add(connection, BODY, body)
        row = {
            **_row(letter),
            "body": digest,
            "state": "queued",
            "attempts": 0,
            "queued_at": now,
            "next_at": now,
            "told": False,
        }
        return add(connection, PARCEL, row)


def open_outbox(url: str) -> Outbox:
    """Open the outbox in the store at `url`, whose tables are there already.

    Every step must be on the disk before it is taken: after a power cut, too, we must
    know which letters may be out.
    """
    engine = engine_of(url)
    if engine.dialect.name == "sqlite":
        sa.event.listen(engine, "connect", _write_through)
    return Outbox(engine)


def _write_through(connection: sqlite3.Connection, _: object) -> None:
    connection.execute("PRAGMA synchronous = FULL")


def _row(record: Any) -> dict[str, Any]:  # noqa: ANN401 - any record
    """Return the columns of a record."""
    return {name: getattr(record, name) for name in record.__struct_fields__}


def _parcel(connection: sa.Connection, id_: int) -> Parcel | None:
    """Return one letter."""
    query = sa.select(*_COLUMNS).where(PARCEL.c.id == id_)
    row = connection.execute(query).mappings().first()
    return Parcel(**row) if row else None


def add(connection: sa.Connection, table: sa.Table, row: Mapping[str, Any]) -> bool:
    """Add a row, unless it is there already; tell whether it was new."""
    library = postgresql if connection.dialect.name == "postgresql" else sqlite
    adding = library.insert(table).values(**row).on_conflict_do_nothing()
    key = next(iter(table.primary_key))
    return connection.execute(adding.returning(key)).first() is not None
