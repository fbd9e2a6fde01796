"""The store: its parts in one, to read from; and the one that may write to it."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from reports.errors import StoreError
from reports.store import schema
from reports.store.audit import Audit
from reports.store.coverage import Covering
from reports.store.issues import Issues
from reports.store.keeping import Keeping
from reports.store.lease import leased
from reports.store.opening import check_there, engine_of, translated
from reports.store.settling import Settling


class Writer(Keeping, Settling):
    """What changes articles and what they tell; there is one at a time."""

    def migrate(self) -> None:
        """Bring the tables to the version of this program, all of it or nothing."""
        with self._writing() as connection:
            found = schema.version(connection)
            if found != schema.VERSIONS[-1]:
                schema.migrate(connection, found)


class Store(Audit, Covering, Issues):
    """An open store; `open_store` makes it, and `with` closes it."""

    @property
    def folder(self) -> Path | None:
        """Return the folder that the store lies in, when it is a file."""
        url = self._engine.url
        file = url.get_backend_name() == "sqlite" and url.database
        return Path(file).parent if file else None

    @contextlib.contextmanager
    def writer(self, task: str) -> Iterator[Writer]:
        """Hold the right to write in the name of `task`, which others are told."""
        with translated(self._engine.url), self._engine.connect() as connection:
            own = connection.execution_options(writes=True)
            with leased(own, task):
                yield Writer(self._engine, own)

    def prepare(self) -> None:
        """Bring the tables to the version of this program; refuse newer ones."""
        with self._reading() as connection:
            found = schema.version(connection)
        schema.refuse_newer(found, name=self.name)
        if found == schema.VERSIONS[-1]:
            return
        with self.writer("the preparation of the store") as writer:
            writer.migrate()


def open_store(url: str, *, new: bool = True) -> Store:
    """Open the store at `url`; a new SQLite file and its folder are made.

    Unless it may be `new`: what nobody has gathered must not be taken for no news.
    """
    if not new:
        check_there(url)
    store = Store(engine_of(url))
    try:
        store.prepare()
    except StoreError:
        store.close()
        raise
    return store
