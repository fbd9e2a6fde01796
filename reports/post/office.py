"""What a run of the post works with."""

import datetime
from collections.abc import Callable
from pathlib import Path

import msgspec

from reports.errors import DeliveryError, ReportsError, SettingsError
from reports.settings import Address, Post, Settings, Smtp
from reports.settings.addresses import read_address
from reports.store import Ledger, Outbox


class Office(msgspec.Struct, frozen=True, kw_only=True):
    """Settings, outbox and clock; `owner` names this run among all others."""

    settings: Settings
    store: str
    out: Path
    outbox: Outbox
    ledger: Ledger
    clock: Callable[[], datetime.datetime]
    owner: str

    @property
    def post(self) -> Post:
        """Return who writes to whom, or raise `SettingsError`."""
        if self.settings.post is None:
            raise _missing("[post]")
        return self.settings.post

    @property
    def server(self) -> Smtp:
        """Return the server that takes letters, or raise `SettingsError`."""
        if self.settings.smtp is None:
            raise _missing("[smtp]")
        return self.settings.smtp

    @property
    def sender(self) -> Address:
        """Return whom letters come from."""
        found = read_address(self.post.from_)
        organisation = self.settings.theme.organisation or ""
        return Address(found.address, found.name or organisation)

    def today(self) -> datetime.datetime:
        """Return the time on the wall of the readers."""
        return self.clock().astimezone(self.settings.schedule.zone)


class Trouble(msgspec.Struct, frozen=True, kw_only=True):
    """Something that the owner has to see to, other than a letter."""

    what: str
    why: str
    hint: str


def trouble(problem: ReportsError, *, period: str | None = None) -> Trouble:
    """Return an error as something that is told and does not stop the rest."""
    what = f"{problem.what} {period}" if period else problem.what
    return Trouble(what=what, why=problem.why, hint=problem.hint)


def write(path: Path, content: bytes) -> None:
    """Write a file whole: whoever reads it meanwhile reads the old one."""
    fresh = path.with_name(f".{path.name}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_bytes(content)
        fresh.replace(path)
    except OSError as problem:
        raise DeliveryError(
            str(path),
            f"it cannot be written: {problem.strerror}",
            hint="check the disk, and who may write there",
        ) from problem


def _missing(table: str) -> SettingsError:
    """Return the error for settings that say nothing of the post."""
    return SettingsError(
        "the settings",
        f"they have no {table}",
        hint="docs/briefings.example.toml shows what to add",
    )
