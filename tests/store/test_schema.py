"""A store of any age is brought to our tables, and a newer one is left alone."""

import json

import msgspec
import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from reports.errors import StoreError
from reports.store import open_store, schema, tables
from tests.store.examples import DAY, article, dump, keep, record

#: The tables as the first program made them.
FIRST = """
CREATE TABLE format (version INTEGER NOT NULL PRIMARY KEY);
CREATE TABLE article (
  id {id} NOT NULL PRIMARY KEY, sha256 TEXT NOT NULL, text TEXT NOT NULL,
  origin TEXT NOT NULL, title TEXT, published DATE, outlet TEXT, url TEXT);
CREATE TABLE record (
  article {id} NOT NULL PRIMARY KEY REFERENCES article (id), json TEXT NOT NULL,
  relevant BOOLEAN NOT NULL, class TEXT NOT NULL, published DATE);
CREATE INDEX ix_record_published ON record (published);
CREATE TABLE about (
  article {id} NOT NULL REFERENCES record (article), kind {id} NOT NULL,
  code {id} NOT NULL, PRIMARY KEY (article, kind, code));
CREATE INDEX about_subject ON about (kind, code);
INSERT INTO format VALUES (1);
"""

PAIRS = (
    (
        article("a", origin="news/feed.jsonl:7", title="عنوان", url="news.example/1"),
        record("a", day=DAY, provinces=("IR-24",), countries=("AZ",)),
    ),
    (article("b", "دوم", published=None), record("b", relevant=False)),
)


def write_first(url: str) -> None:
    """Write a store as the first program did."""
    engine = sa.create_engine(url)
    sqlite = engine.dialect.name == "sqlite"
    with engine.begin() as raw:
        made = FIRST.format(id="TEXT" if sqlite else 'TEXT COLLATE "C"')
        for statement in filter(str.strip, made.split(";")):
            raw.exec_driver_sql(statement)
        for one, proof in PAIRS:
            row = msgspec.to_builtins(one)
            names = map(sa.column, ["sha256", *row])
            adding = sa.insert(sa.table("article", *names))
            raw.execute(adding, {**row, "sha256": "-"})
            written = msgspec.json.encode(proof).decode()
            told = {"id": one.id, "json": written, "relevant": proof.relevant}
            adding = sa.text(
                "INSERT INTO record VALUES (:id, :json, :relevant, 'x', NULL)"
            )
            raw.execute(adding, told)
    engine.dispose()


def differences(url: str) -> list[object]:
    """Return in what the tables of a store differ from ours."""
    engine = sa.create_engine(url)
    with engine.connect() as connection:
        told = MigrationContext.configure(connection)
        found = compare_metadata(told, tables.TABLES)
    engine.dispose()
    return [one for one in found if one[:1] != ("remove_table",) or ours(one[1])]


def ours(table: sa.Table) -> bool:
    """Tell whether a table is one of those that hold the version."""
    return table.name not in {"format", "alembic_version"}


def change(url: str, statement: str) -> None:
    """Change a store behind its back."""
    engine = sa.create_engine(url)
    with engine.begin() as raw:
        raw.exec_driver_sql(statement)
    engine.dispose()


def test_new_store_has_our_tables(url: str) -> None:
    open_store(url).close()
    assert differences(url) == []
    assert dump(url)["alembic_version"] == [(schema.VERSIONS[-1],)]


def test_store_of_the_first_program_is_taken_over(url: str) -> None:
    write_first(url)
    with open_store(url) as store:
        assert list(store.articles()) == [one for one, _ in PAIRS]
        proofs = {proof.article.id: proof for proof in store.records()}
        assert proofs == {one.id: proof for one, proof in PAIRS}
        assert [one.code for one in store.subjects()] == ["IR", "IR-24", "AZ"]
    assert differences(url) == []


def test_what_was_taken_over_is_as_if_it_were_gathered(
    url: str, other_url: str
) -> None:
    write_first(url)
    keep(url)
    keep(other_url, *PAIRS)
    assert dump(url) == dump(other_url)
    assert keep(url, *PAIRS).same == len(PAIRS)


def test_record_of_another_form_waits_to_be_gathered_again(
    url: str, other_url: str
) -> None:
    write_first(url)
    open_store(url).close()
    change(url, """UPDATE record SET json = '{"article": {}}'""")
    assert keep(url).refused == ()
    assert keep(url, *PAIRS).changed == len(PAIRS)
    keep(other_url, *PAIRS)
    assert dump(url) == dump(other_url)


def test_migration_that_fails_changes_nothing(url: str) -> None:
    write_first(url)
    change(url, "UPDATE record SET json = '{' WHERE article = 'b'")
    before = dump(url)
    with pytest.raises(json.JSONDecodeError):
        open_store(url)
    assert dump(url) == before


NEWER = {
    "migrated": "UPDATE alembic_version SET version_num = '9999_wonders'",
    "of the first kind": "UPDATE format SET version = 99",
}


@pytest.mark.parametrize("statement", NEWER.values(), ids=NEWER)
def test_store_of_a_newer_program_is_refused(url: str, statement: str) -> None:
    if "format" in statement:
        write_first(url)
    else:
        open_store(url).close()
    change(url, statement)
    before = dump(url)
    with pytest.raises(StoreError, match="a newer program wrote it") as caught:
        open_store(url)
    assert "up to date" in caught.value.hint
    assert dump(url) == before
