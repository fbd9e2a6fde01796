"""Bring the tables of a store to the version of this program.

The steps lie in `migrations/versions`, and their names begin with their number. A
store of a newer program is refused: what it holds beyond our tables would be lost.
"""

import importlib
from pathlib import Path

import sqlalchemy as sa

from reports.errors import StoreError

MIGRATIONS = Path(__file__).parent / "migrations"

#: Every version of the tables, oldest first; the last is that of this program.
VERSIONS = tuple(sorted(path.stem for path in (MIGRATIONS / "versions").glob("0*.py")))

#: What a store of before there were migrations says of itself, and what it is.
FORMAT, FIRST = 1, "0001_articles"


def version(connection: sa.Connection) -> str | None:
    """Return the version of the tables, or `None` where there are none yet."""
    tables = sa.inspect(connection)
    if tables.has_table("alembic_version"):
        told = sa.text("SELECT version_num FROM alembic_version")
        found = connection.execute(told).scalar()
        return str(found) if found else None
    if not tables.has_table("format"):
        return None
    number = connection.execute(sa.text("SELECT version FROM format")).scalar()
    return FIRST if number == FORMAT else f"format {number}"


def refuse_newer(found: str | None, *, name: str) -> None:
    """Raise where the tables are of a version that this program does not know."""
    if found is None or found in VERSIONS:
        return
    raise StoreError(
        name,
        f"a newer program wrote it: its tables are {found}, and this program knows "
        f"them up to {VERSIONS[-1]}",
        hint="bring this program up to date, or choose another store with --store",
    )


def migrate(connection: sa.Connection, found: str | None) -> None:
    """Bring the tables from the version that was found to ours, in one transaction.

    Alembic takes as long to load as all the rest of the store, and is rarely needed.
    """
    command = importlib.import_module("alembic.command")
    config = importlib.import_module("alembic.config").Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    if found == FIRST and not sa.inspect(connection).has_table("alembic_version"):
        command.stamp(config, FIRST)
    command.upgrade(config, VERSIONS[-1])
