"""Rows in and out in portions: what SQLite and PostgreSQL spell differently."""

import itertools
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

#: How many values one query may name.
MOST = 500

Row = Mapping[str, Any]


def portions(values: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """Yield values, each once and sorted, as many at a time as a query may name."""
    yield from itertools.batched(sorted(set(values)), MOST)


def found(
    connection: sa.Connection,
    query: sa.Select[*tuple[Any, ...]],
    column: sa.ColumnElement[Any],
    values: Iterable[str],
) -> Iterator[sa.RowMapping]:
    """Yield the rows of a query whose column has one of the values."""
    for some in portions(values):
        yield from connection.execute(query.where(column.in_(some))).mappings()


def insert(connection: sa.Connection, table: sa.Table, rows: Sequence[Row]) -> None:
    """Insert rows, if there are any."""
    if rows:
        connection.execute(sa.insert(table), rows)


def upsert(
    connection: sa.Connection,
    table: sa.Table,
    rows: Sequence[Row],
    *,
    keep: Collection[str] = (),
    least: Collection[str] = (),
) -> None:
    """Insert rows, or change those of the same key.

    The columns to `keep` stay as they are, and those of `least` only get less.
    """
    if not rows:
        return
    own = sqlite if connection.dialect.name == "sqlite" else postgresql
    adding = own.insert(table)
    key = [column.name for column in table.primary_key]
    changed: dict[str, Any] = {
        name: adding.excluded[name]
        for name in rows[0]
        if name not in key and name not in keep
    }
    for name in least:
        old, new = table.c[name], adding.excluded[name]
        changed[name] = sa.case((old < new, old), else_=new)
    if changed:
        adding = adding.on_conflict_do_update(index_elements=key, set_=changed)
    else:
        adding = adding.on_conflict_do_nothing(index_elements=key)
    connection.execute(adding, rows)


def delete(
    connection: sa.Connection, column: sa.Column[Any], values: Iterable[str]
) -> None:
    """Delete the rows of a table whose column has one of the values."""
    for some in portions(values):
        connection.execute(sa.delete(column.table).where(column.in_(some)))
