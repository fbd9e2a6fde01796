"""Open a database by its URL, and say in our own words what it complains of."""

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Self

import sqlalchemy as sa
from sqlalchemy import exc

from reports.errors import StoreError
from reports.places import STORE

#: Seconds to wait for another program that is writing to the same store.
PATIENCE = 20

#: What databases say, and what a person can do about it.
HINTS = {
    "locked": "another program is writing to it; try again when it has ended",
    "unable to open": "check that the folder exists and can be written to",
    "readonly": "check that you may write to the file and to its folder",
    "not a database": "the file is something else; choose another with --store",
    "full": "make room on the disk",
    "connect": "check that the database runs, and the name and password",
}


class Connected:
    """A database that is open; every part of the store is one of these."""

    def __init__(self, engine: sa.Engine) -> None:
        """Take an engine that `engine_of` made."""
        self._engine = engine
        self._reader = engine
        if engine.dialect.name == "postgresql":  # several queries see one moment
            self._reader = engine.execution_options(isolation_level="REPEATABLE READ")

    def __enter__(self) -> Self:
        """Return the store itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close what is open."""
        self.close()

    @property
    def name(self) -> str:
        """Return the URL as it may be printed: without the password."""
        return self._engine.url.render_as_string(hide_password=True)

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    @contextlib.contextmanager
    def _reading(self) -> Iterator[sa.Connection]:
        """Open a connection that changes nothing."""
        with translated(self._engine.url), self._reader.connect() as connection:
            yield connection

    @contextlib.contextmanager
    def _writing(self) -> Iterator[sa.Connection]:
        """Open a connection whose changes are kept together or not at all."""
        with translated(self._engine.url), self._engine.connect() as connection:
            writer = connection.execution_options(writes=True)
            with writer.begin():
                yield writer


class Leased(Connected):
    """A database that we alone may write to, over the connection that says so."""

    def __init__(self, engine: sa.Engine, connection: sa.Connection) -> None:
        """Take the connection that holds the lease."""
        super().__init__(engine)
        self._own = connection

    @contextlib.contextmanager
    def _writing(self) -> Iterator[sa.Connection]:
        """Use our own connection; changes are kept together or not at all."""
        with translated(self._engine.url), self._own.begin():
            yield self._own


def _parsed(url: str) -> sa.URL:
    """Return `url` read, if it is the URL of a store."""
    try:
        parsed = sa.make_url(url)
        known = parsed.get_backend_name() in {"sqlite", "postgresql"}
    except (exc.ArgumentError, ValueError):
        known = False
    if not known:
        raise StoreError(
            url.partition("://")[0] if "://" in url else "the store",
            "this is not the URL of a store",
            hint=f"write {STORE} or postgresql+psycopg://user@host/name",
        )
    return parsed


def engine_of(url: str) -> sa.Engine:
    """Return an engine for `url`, set up but not yet tried."""
    parsed = _parsed(url)
    _make_folder(parsed)
    try:
        engine = sa.create_engine(parsed)
    except (exc.ArgumentError, ImportError) as problem:
        raise StoreError(
            parsed.drivername,
            f"the driver of this store cannot be used: {problem}",
            hint="install it beside the program, as `pip install 'psycopg[binary]'`",
        ) from problem
    if engine.dialect.name == "sqlite":
        sa.event.listen(engine, "connect", _set_up_sqlite)
        sa.event.listen(engine, "begin", _begin_sqlite)
    return engine


def check_there(url: str) -> None:
    """Raise where `url` names a SQLite file that is not there."""
    parsed = _parsed(url)
    if (
        parsed.get_backend_name() == "sqlite"
        and not Path(str(parsed.database)).exists()
    ):
        raise StoreError(
            parsed.render_as_string(hide_password=True),
            "there is no such store",
            hint="run `build.py gather PATH` first, or name another with --store",
        )


@contextlib.contextmanager
def translated(url: sa.URL) -> Iterator[None]:
    """Turn what the database says into our own error."""
    try:
        yield
    except (exc.SQLAlchemyError, sqlite3.Error) as problem:
        said = str(getattr(problem, "orig", None) or problem).strip().splitlines()[0]
        hint = next((hint for cue, hint in HINTS.items() if cue in said), "")
        shown = url.render_as_string(hide_password=True)
        raise StoreError(shown, said, hint=hint) from problem


def _make_folder(url: sa.URL) -> None:
    """Make the folder that a SQLite file is to lie in."""
    if url.get_backend_name() != "sqlite":
        return
    if url.database in {None, "", ":memory:"}:
        raise StoreError(
            url.render_as_string(hide_password=True),
            "the URL names no file, and what is gathered would be lost",
            hint=f"write {STORE}",
        )
    folder = Path(str(url.database)).parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise StoreError(
            str(folder),
            f"the folder cannot be made: {problem.strerror}",
            hint="choose another place with --store or REPORTS_STORE",
        ) from problem


def _set_up_sqlite(connection: sqlite3.Connection, _: object) -> None:
    """Let readers and one writer work side by side, and links hold."""
    connection.isolation_level = None  # we say BEGIN ourselves, below
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {PATIENCE * 1000}")
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = NORMAL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA cache_size = -65536")
    cursor.close()


def _begin_sqlite(connection: sa.Connection) -> None:
    """Ask for the right to write at once: later SQLite would refuse, not wait."""
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
