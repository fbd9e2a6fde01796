"""A published briefing, its readers, and an office to mail it from."""

import contextlib
import datetime
import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from reports.post import Office
from reports.settings import Settings, read_settings
from reports.store import open_ledger, open_outbox, open_store
from tests.deliver import briefings
from tests.deliver.letters import START

PERIOD = "1404-09"
PDF = b"%PDF-1.7\n" + bytes(range(256)) * 300
ARDABIL = "province/ardabil"

SETTINGS = """
[theme]
organisation = "ادارهٔ کل امور بین‌الملل"
classification = "داخلی"

[smtp]
host = "127.0.0.1"
port = {port}
tls = "none"
timeout = 2

[post]
from = "briefings@example.org"
owner = "owner@example.org"
allowed_domains = ["example.org"]
{post}

[[briefing]]
subjects = ["province/ardabil"]
periods = ["month"]
recipients = [{readers}]
"""


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime.datetime:
        return self.now


def settings(
    *,
    port: int = 9,
    readers: tuple[str, ...] = ("a", "b"),
    post: str = "",
    more: str = "",
) -> Settings:
    named = ", ".join(f'"{one}@example.org"' for one in readers)
    text = SETTINGS.format(port=port, readers=named, post=post) + more
    return read_settings(text, origin="briefings.toml", folder=Path())


@contextlib.contextmanager
def office(tmp_path: Path, found: Settings, *, clock: Clock) -> Iterator[Office]:
    url = f"sqlite:///{tmp_path}/data/reports.db"
    open_store(url).close()
    with open_outbox(url) as outbox, open_ledger(url) as ledger:
        yield Office(
            settings=found,
            store=url,
            out=tmp_path / "out",
            outbox=outbox,
            ledger=ledger,
            clock=clock,
            owner="test",
        )


def published(
    out: Path,
    *,
    period: str = PERIOD,
    document: dict[str, Any] | None = None,
    revision: int = 1,
    pdf: bytes = PDF,
    subject: str = ARDABIL,
    articles: tuple[str, ...] = ("a1", "a2"),
    refused: tuple[str, ...] = (),
) -> None:
    """Write what `publish` writes of one briefing."""
    document = document or briefings.BRIEFING
    kind, slug = subject.split("/")
    about = {**document["subject"], "kind": kind, "slug": slug}
    json = briefings.json({**document, "period": period, "subject": about})
    files = []
    for suffix, content in (("pdf", pdf), ("json", json)):
        path = f"{period}/{subject}/briefing.{suffix}"
        (out / path).parent.mkdir(parents=True, exist_ok=True)
        (out / path).write_bytes(content)
        digest = hashlib.sha256(content).hexdigest()
        files.append({"path": path, "bytes": len(content), "sha256": digest})
    printout = {
        "subject": subject,
        "files": [] if refused else files,
        "pages": 12,
        "articles": articles,
        "complaints": [],
        "digest": hashlib.sha256(json).hexdigest(),
        "revision": revision,
        "refused": refused,
    }
    manifest = out / period / "manifest.json"
    others = []
    if manifest.exists():
        told = msgspec.json.decode(manifest.read_bytes())["briefings"]
        others = [one for one in told if one["subject"] != subject]
    whole = {"period": period, "briefings": [*others, printout]}
    manifest.write_bytes(msgspec.json.encode(whole))
