"""The ledger of the post: what the schedule has settled, and who cannot be reached."""

import datetime
from typing import Literal

import sqlalchemy as sa

from reports.parcels import Bounce, Decision, Suspension
from reports.store.opening import Connected, engine_of
from reports.store.outbox import add
from reports.store.post_tables import (
    BEGUN,
    BOUNCE,
    PARCEL,
    SETTLED,
    SUSPENSION,
    TURN,
)

#: What a delivery report was to us: of no letter of ours, read before, or new.
Noted = Literal["stranger", "known", "hard", "soft"]


class Ledger(Connected):
    """The part of the store that remembers turns, periods and addresses."""

    def take_turn(
        self,
        name: str,
        *,
        owner: str,
        now: datetime.datetime,
        until: datetime.datetime,
    ) -> datetime.datetime | None:
        """Take, or go on holding, the turn; return until when another one holds it."""
        free = (TURN.c.until <= now) | (TURN.c.owner == owner)
        change = sa.update(TURN).where((TURN.c.name == name) & free)
        row = {"name": name, "owner": owner, "until": until}
        with self._writing() as connection:
            if connection.execute(change.values(owner=owner, until=until)).rowcount:
                return None
            if add(connection, TURN, row):
                return None
            query = sa.select(TURN.c.until).where(TURN.c.name == name)
            held: datetime.datetime = connection.execute(query).scalar_one()
        return held

    def end_turn(self, name: str, *, owner: str) -> None:
        """Let the next one have its turn."""
        mine = (TURN.c.name == name) & (TURN.c.owner == owner)
        with self._writing() as connection:
            connection.execute(sa.delete(TURN).where(mine))

    def begin(
        self, subject: str, kind: str, *, since: datetime.datetime
    ) -> datetime.datetime:
        """Return since when the schedule owes this; `since` when it is new."""
        row = {"subject": subject, "kind": kind, "since": since}
        this = (BEGUN.c.subject == subject) & (BEGUN.c.kind == kind)
        with self._writing() as connection:
            add(connection, BEGUN, row)
            query = sa.select(BEGUN.c.since).where(this)
            begun: datetime.datetime = connection.execute(query).scalar_one()
        return begun

    def begun(self) -> dict[tuple[str, str], datetime.datetime]:
        """Return since when the schedule owes what."""
        query = sa.select(BEGUN.c.subject, BEGUN.c.kind, BEGUN.c.since)
        with self._reading() as connection:
            rows = connection.execute(query).all()
        return {(subject, kind): since for subject, kind, since in rows}

    def settled(self) -> dict[tuple[str, str], Decision]:
        """Return what was decided, by subject and period."""
        query = sa.select(SETTLED.c.subject, SETTLED.c.period, SETTLED.c.decision)
        with self._reading() as connection:
            rows = connection.execute(query).all()
        return {(subject, period): decision for subject, period, decision in rows}

    def suspended(self) -> tuple[Suspension, ...]:
        """Return the addresses that nothing is mailed to."""
        query = sa.select(SUSPENSION).order_by(SUSPENSION.c.address)
        with self._reading() as connection:
            rows = connection.execute(query).mappings().all()
        return tuple(Suspension(**row) for row in rows)

    def restore(self, address: str) -> bool:
        """Mail to an address again; `False` where it was not suspended."""
        this = SUSPENSION.c.address == address
        with self._writing() as connection:
            return connection.execute(sa.delete(SUSPENSION).where(this)).rowcount == 1

    def note(self, bounce: Bounce, *, now: datetime.datetime) -> Noted:
        """Keep a delivery report; a hard one suspends the reader of that letter.

        The report has to name a letter of ours, so that nobody can silence a reader
        who does not hold the letter.
        """
        letter = PARCEL.c.message_id == bounce.message_id
        with self._writing() as connection:
            reader = connection.scalar(sa.select(PARCEL.c.recipient).where(letter))
            if reader is None:
                return "stranger"
            row = {
                "digest": bounce.digest,
                "message_id": bounce.message_id,
                "address": reader,
                "status": bounce.status,
                "said": bounce.said,
                "read_at": now,
            }
            if not add(connection, BOUNCE, row):
                return "known"
            said = f"delivery report {bounce.status}: {bounce.said}"
            connection.execute(sa.update(PARCEL).where(letter).values(said=said))
            if not bounce.hard:
                return "soft"
            barred = {"address": reader, "since": now, "note": said}
            add(connection, SUSPENSION, barred)
            waiting = (PARCEL.c.recipient == reader) & (PARCEL.c.state == "queued")
            connection.execute(
                sa.update(PARCEL)
                .where(waiting)
                .values(state="failed", said=f"the address is suspended: {said}")
            )
        return "hard"

    def soft(self) -> dict[str, int]:
        """Return how many soft reports each reader's letters have had."""
        query = sa.select(BOUNCE.c.address, sa.func.count())
        query = query.where(BOUNCE.c.status.not_like("5.%")).group_by(BOUNCE.c.address)
        with self._reading() as connection:
            rows = connection.execute(query).all()
        return dict(sorted((address, count) for address, count in rows))


def open_ledger(url: str) -> Ledger:
    """Open the ledger in the store at `url`, whose tables are there already."""
    return Ledger(engine_of(url))
