"""Room 3: what was gathered, and what it tells together. The only room that knows SQL.

`Store` is read by anybody, also while another program writes. `Store.writer` is held by
one program at a time, and what a killed one had begun is as if it had never been.
"""

from reports.store.articles import About, Kind, Subject
from reports.store.coverage import Coverage, Refused, Watched
from reports.store.keeping import (
    Batch,
    Handed,
    Kept,
    Refusing,
    Spot,
    Text,
    spot_key,
    text_id,
)
from reports.store.ledger import Ledger, Noted, open_ledger
from reports.store.outbox import Outbox, open_outbox
from reports.store.settling import Component, Sharing
from reports.store.store import Store, Writer, open_store

__all__ = [
    "About",
    "Batch",
    "Component",
    "Coverage",
    "Handed",
    "Kept",
    "Kind",
    "Ledger",
    "Noted",
    "Outbox",
    "Refused",
    "Refusing",
    "Sharing",
    "Spot",
    "Store",
    "Subject",
    "Text",
    "Watched",
    "Writer",
    "open_ledger",
    "open_outbox",
    "open_store",
    "spot_key",
    "text_id",
]
