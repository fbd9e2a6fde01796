"""Working off the outbox: one letter after another, each handed over at most once."""

import datetime
from collections.abc import Callable, Collection
from typing import Literal, Protocol

import msgspec

from reports.deliver.smtp import Outcome
from reports.errors import ReportsError
from reports.parcels import Parcel, Step

#: The longest wait between two tries.
LONGEST_WAIT = datetime.timedelta(hours=4)

Clock = Callable[[], datetime.datetime]


class Queue(Protocol):
    """What sending needs of an outbox."""

    def recover(self, now: datetime.datetime) -> None:
        """Settle letters whose sender is gone."""

    def claim(
        self,
        *,
        owner: str,
        now: datetime.datetime,
        until: datetime.datetime,
        among: Collection[int] | None = None,
    ) -> Parcel | None:
        """Take the next letter that is due."""

    def content(self, id_: int) -> bytes:
        """Return a letter as it was frozen."""

    def reach(
        self, id_: int, step: Step, *, owner: str, until: datetime.datetime
    ) -> bool:
        """Note the step that is about to be taken."""

    def finish(
        self,
        id_: int,
        state: Literal["sent", "failed", "unknown", "queued"],
        *,
        owner: str,
        said: str,
        next_at: datetime.datetime | None = None,
    ) -> bool:
        """Note what became of a letter."""


class Hands(Protocol):
    """What sending needs of a carrier."""

    def carry(
        self,
        content: bytes,
        *,
        sender: str,
        recipient: str,
        reached: Callable[[Step], None],
    ) -> Outcome:
        """Hand one letter over."""


class Habits(msgspec.Struct, frozen=True, kw_only=True):
    """How patient the post is.

    A letter belongs to its sender for `lease`, counted anew with each step. It must
    be longer than any step takes, or another sender will believe the first one dead.
    """

    sender: str
    first_wait: datetime.timedelta
    give_up: datetime.timedelta
    lease: datetime.timedelta


class Sent(msgspec.Struct, frozen=True, kw_only=True):
    """What one run did: letters handled, and why it stopped early, if it did."""

    letters: tuple[int, ...]
    stopped: str | None


class _TakenOverError(ReportsError):
    """The letter is not ours any more; another sender has it."""


def send(
    outbox: Queue,
    carrier: Hands,
    habits: Habits,
    *,
    owner: str,
    clock: Clock,
    among: Collection[int] | None = None,
) -> Sent:
    """Send what is due, or what of it is `among` these letters.

    Ends when nothing is due, or when the server cannot be reached: then the others
    have nothing to expect of it either.
    """
    outbox.recover(clock())
    handled: list[int] = []
    stopped = None
    while stopped is None:
        now = clock()
        parcel = outbox.claim(
            owner=owner, now=now, until=now + habits.lease, among=among
        )
        if parcel is None:
            break
        handled.append(parcel.id)
        outcome = _carried(outbox, carrier, habits, parcel, owner=owner, clock=clock)
        if outcome and outcome.kind == "unreachable":
            stopped = outcome.said
    return Sent(letters=tuple(handled), stopped=stopped)


def wait_after(attempts: int, habits: Habits) -> datetime.timedelta:
    """Return how long to wait after that many tries."""
    doubled: datetime.timedelta = habits.first_wait * 2 ** min(attempts - 1, 20)
    return min(doubled, LONGEST_WAIT)


def _carried(
    outbox: Queue,
    carrier: Hands,
    habits: Habits,
    parcel: Parcel,
    *,
    owner: str,
    clock: Clock,
) -> Outcome | None:
    """Carry one letter and note what became of it; `None` if it was taken over."""

    def reached(step: Step) -> None:
        until = clock() + habits.lease
        if not outbox.reach(parcel.id, step, owner=owner, until=until):
            raise _TakenOverError(
                f"letter {parcel.id}", "another sender has taken it over"
            )

    try:
        outcome = carrier.carry(
            outbox.content(parcel.id),
            sender=habits.sender,
            recipient=parcel.recipient,
            reached=reached,
        )
    except _TakenOverError:
        return None
    now = clock()
    state: Literal["sent", "failed", "unknown", "queued"] = "queued"
    next_at = None
    if outcome.kind == "sent":
        state = "sent"
    elif outcome.kind == "unknown":
        state = "unknown"
    elif outcome.kind == "refused" or now - parcel.queued_at >= habits.give_up:
        state = "failed"
    else:
        next_at = now + wait_after(parcel.attempts, habits)
    outbox.finish(parcel.id, state, owner=owner, said=outcome.said, next_at=next_at)
    return outcome
