"""Delivery reports: read where they arrive, noted in the ledger."""

from collections import Counter
from collections.abc import Iterator

import msgspec

from reports.deliver.bounces import bounces
from reports.deliver.imap import unread
from reports.deliver.mailboxes import messages
from reports.post.office import Office, Trouble


class Returned(msgspec.Struct, frozen=True, kw_only=True):
    """How many new reports there were, and which addresses are suspended for them."""

    hard: int
    soft: int
    troubles: tuple[Trouble, ...]


def read_reports(office: Office, *, password: str | None) -> Returned:
    """Read the delivery reports that settings name; each counts once."""
    counts: Counter[str] = Counter()
    before = {one.address for one in office.ledger.suspended()}
    for raw in _messages(office, password):
        for bounce in bounces(raw):
            counts[office.ledger.note(bounce, now=office.clock())] += 1
    troubles = [
        Trouble(
            what=one.address,
            why=f"nothing is mailed there any more: {one.note}",
            hint=f"build.py deliver --restore {one.address}",
        )
        for one in office.ledger.suspended()
        if one.address not in before
    ]
    return Returned(hard=counts["hard"], soft=counts["soft"], troubles=tuple(troubles))


def _messages(office: Office, password: str | None) -> Iterator[bytes]:
    """Yield the messages from everywhere that settings name."""
    where = office.settings.bounces
    if where.folder:
        yield from messages(where.folder)
    if where.imap:
        yield from unread(where.imap, password=password)
