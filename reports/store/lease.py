"""One writer at a time, by name; whoever is killed holds nothing any more.

Beside a SQLite file lies a small file that the writer locks: the system lets go of the
lock when the process ends, however it ends. PostgreSQL has such locks of its own,
which end with the connection.
"""

import contextlib
import fcntl
import os
import platform
import time
from collections.abc import Iterator
from pathlib import Path

import sqlalchemy as sa

from reports.errors import StoreError
from reports.store import opening

#: The number that stands for the right to write, in every database by itself.
NUMBER = 5_140_409

#: Seconds between two tries.
PAUSE = 0.1

HINT = "wait until it has ended, and start again; what is kept already stays"


@contextlib.contextmanager
def leased(connection: sa.Connection, task: str) -> Iterator[None]:
    """Hold the right to write to the store of `connection`, in the name of `task`.

    Waits as long as `opening.PATIENCE` says; then an error names who holds it.
    """
    holder = f"{task} (process {os.getpid()} on {platform.node()})"
    url = connection.engine.url
    if connection.dialect.name == "postgresql":
        with _advisory(connection, holder):
            yield
        return
    file = Path(f"{url.database}").resolve()
    with _locked(file.with_name(f"{file.name}-writer"), holder, url=url):
        yield


@contextlib.contextmanager
def _locked(path: Path, holder: str, *, url: sa.URL) -> Iterator[None]:
    """Hold the lock on a file, and write into it who does."""
    try:
        file = path.open("a+", encoding="utf-8")
    except OSError as problem:
        raise StoreError(
            str(path),
            f"the file cannot be opened: {problem.strerror}",
            hint="check that you may write to the folder",
        ) from problem
    with file:
        for _ in _tries():
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                continue
            break
        else:
            file.seek(0)
            raise _taken(url, file.read().strip())
        file.truncate(0)
        file.write(holder)
        file.flush()
        try:
            yield
        finally:
            file.truncate(0)


@contextlib.contextmanager
def _advisory(connection: sa.Connection, holder: str) -> Iterator[None]:
    """Hold the lock that PostgreSQL keeps for us, and say who does."""
    connection.detach()  # it ends with us, and its lock with it
    with connection.begin():
        say = sa.text("SELECT set_config('application_name', :name, false)")
        connection.execute(say, {"name": holder[:63]})
    lock = sa.select(sa.func.pg_try_advisory_lock(NUMBER))
    for _ in _tries():
        with connection.begin():
            if connection.execute(lock).scalar():
                break
    else:
        with connection.begin():
            raise _taken(connection.engine.url, _who(connection))
    yield


def _who(connection: sa.Connection) -> str:
    """Return who holds the lock of PostgreSQL."""
    asked = sa.text(
        "SELECT application_name FROM pg_stat_activity JOIN pg_locks USING (pid)"
        " WHERE locktype = 'advisory' AND objid = :number AND granted"
        " AND database = (SELECT oid FROM pg_database"
        " WHERE datname = current_database())"
    )
    return str(connection.execute(asked, {"number": NUMBER}).scalar() or "")


def _taken(url: sa.URL, holder: str) -> StoreError:
    """Return the error that says who is writing."""
    return StoreError(
        url.render_as_string(hide_password=True),
        f"{holder or 'another program'} is writing to it",
        hint=HINT,
    )


def _tries() -> Iterator[None]:
    """Yield as often as patience lasts, with a pause between."""
    ends = time.monotonic() + opening.PATIENCE
    yield
    while time.monotonic() < ends:
        time.sleep(PAUSE)
        yield
