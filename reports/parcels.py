"""What the outbox holds: letters on their way, and what became of them.

A letter goes to one reader. It is frozen, to the byte, before anything of it is sent.
"""

import datetime
from typing import Literal

import msgspec

#: `withdrawn` is a letter that never left and whose briefing has since been replaced.
State = Literal["queued", "sending", "sent", "failed", "unknown", "withdrawn"]
#: How far a letter got on its way, noted before each step is taken. From `data` on the
#: server may have it, whatever we are told afterwards.
Step = Literal["connect", "envelope", "data"]
#: What a letter is: a briefing, a briefing that corrects an earlier one, or a notice
#: to the owner.
Kind = Literal["briefing", "correction", "notice"]
#: What was decided of a period that the schedule owed.
Decision = Literal["issued", "empty", "missed"]

STATES: tuple[State, ...] = (
    "queued",
    "sending",
    "sent",
    "failed",
    "unknown",
    "withdrawn",
)


class Letter(msgspec.Struct, frozen=True, kw_only=True):
    """A letter to one reader; `head` and `body` are its bytes, in that order."""

    subject: str
    period: str
    revision: int
    recipient: str
    kind: Kind
    message_id: str
    head: bytes
    body: bytes


class Parcel(msgspec.Struct, frozen=True, kw_only=True):
    """A letter in the outbox; `said` is the last that the server answered."""

    id: int
    subject: str
    period: str
    revision: int
    recipient: str
    kind: Kind
    message_id: str
    state: State
    step: Step | None
    attempts: int
    queued_at: datetime.datetime
    next_at: datetime.datetime
    said: str | None


class Edition(msgspec.Struct, frozen=True, kw_only=True):
    """A briefing as it was put into the outbox; `contents` is its `briefing.json`."""

    subject: str
    period: str
    revision: int
    digest: str
    contents: bytes


class Settled(msgspec.Struct, frozen=True, kw_only=True):
    """A period of a subject, or of a pattern of subjects, and what was decided."""

    subject: str
    period: str
    decision: Decision


class Bounce(msgspec.Struct, frozen=True, kw_only=True):
    """A delivery report on one letter of ours; `digest` names the report."""

    digest: str
    message_id: str
    #: The enhanced status code of RFC 3463, such as `5.1.1`.
    status: str
    said: str

    @property
    def hard(self) -> bool:
        """Tell whether the address will never work."""
        return self.status.startswith("5.")


class Suspension(msgspec.Struct, frozen=True, kw_only=True):
    """An address that nothing is mailed to until a person restores it."""

    address: str
    since: datetime.datetime
    note: str
