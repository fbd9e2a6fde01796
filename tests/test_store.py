"""The store keeps what it is given, once, in a stable order, and says what is wrong."""

import datetime
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable

from reports.errors import StoreError
from reports.model import Article, ArticleRecord, Page
from reports.store import TABLES, Store, Subject, open_store


def article(id_: str, text: str = "متن خبر") -> Article:
    """Return an article that a source handed over."""
    day = datetime.date(2025, 12, 13)
    return Article(id=id_, text=text, origin=f"news/{id_}.txt", published=day)


def record(
    id_: str,
    *,
    day: datetime.date | None = None,
    provinces: tuple[str, ...] = (),
    countries: tuple[str, ...] = (),
    relevant: bool = True,
) -> ArticleRecord:
    """Return the record of an article that proves next to nothing."""
    return ArticleRecord(
        article=Page(id=id_, title="عنوان", published=day, outlet=None, url=None),
        relevant=relevant,
        class_="foreign_meeting" if relevant else "domestic_only",
        provinces=provinces,
        countries=countries,
        meetings=(),
        proposals=(),
        statements=(),
        figures=(),
        obstacles=(),
        commitments=(),
        organisations=(),
        warnings=("تردید",),
    )


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/new/folder/store.db"


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    with open_store(url) as opened:
        yield opened


def test_article_and_record_come_back_as_they_were(store: Store) -> None:
    saved, proof = article("a", "\ufeffمتن\r\n"), record("a", provinces=("IR-24",))
    assert store.save(saved, proof) == "new"
    assert store.article("a") == saved
    assert list(store.articles()) == [saved]
    assert list(store.records()) == [proof]
    assert store.article("b") is None


def test_saving_twice_changes_nothing(store: Store, url: str) -> None:
    saved, proof = article("a"), record("a", countries=("AZ",))
    store.save(saved, proof)
    with open_store(url) as again:
        moved = msgspec.structs.replace(saved, origin="elsewhere/a.txt")
        assert again.save(moved, proof) == "same"
        assert again.article("a") == saved
        assert list(again.records()) == [proof]


def test_new_text_or_new_proof_takes_the_place_of_the_old(store: Store) -> None:
    store.save(article("a"), record("a", provinces=("IR-24",)))
    assert store.save(article("a", "دیگر"), record("a")) == "changed"
    assert store.save(article("a", "دیگر"), record("a", countries=("AM",))) == "changed"
    assert store.article("a") == article("a", "دیگر")
    assert list(store.records()) == [record("a", countries=("AM",))]
    assert [one.kind for one in store.subjects()] == ["country", "relation"]


def test_records_stand_in_the_order_of_their_days_then_ids(store: Store) -> None:
    days = {"c": 3, "b": 3, "a": 0, "d": 1, "B": 3}
    for id_, day in days.items():
        when = datetime.date(2025, 12, day) if day else None
        store.save(article(id_), record(id_, day=when))
    assert [one.article.id for one in store.records()] == ["d", "B", "b", "c", "a"]
    assert [one.id for one in store.articles()] == ["B", "a", "b", "c", "d"]


def test_subjects_count_the_relevant_articles(store: Store) -> None:
    store.save(article("a"), record("a", provinces=("IR-24",), countries=("AZ", "AM")))
    store.save(article("b"), record("b", provinces=("IR-24",)))
    store.save(article("c"), record("c", provinces=("IR-03",), relevant=False))
    assert store.subjects() == (
        Subject(kind="country", code="IR", articles=2),
        Subject(kind="province", code="IR-24", articles=2),
        Subject(kind="relation", code="AM", articles=1),
        Subject(kind="relation", code="AZ", articles=1),
    )
    about = store.records(about=("relation", "AZ"))
    assert [one.article.id for one in about] == ["a"]
    assert len(list(store.records())) == 3


def test_failed_save_leaves_what_was_there(store: Store, url: str) -> None:
    store.save(article("a"), record("a", provinces=("IR-24",)))
    doubled = record("a", provinces=("IR-24",))
    with sqlite3.connect(url.removeprefix("sqlite:///")) as raw:
        raw.execute(
            "CREATE TRIGGER no BEFORE INSERT ON about"
            " BEGIN SELECT RAISE(ABORT, 'disk trouble'); END"
        )
    raw.close()
    with pytest.raises(StoreError, match="disk trouble"):
        store.save(article("a", "دیگر"), doubled)
    assert store.article("a") == article("a")
    assert list(store.records(about=("province", "IR-24"))) == [doubled]


def test_reader_is_not_stopped_by_a_writer(store: Store, url: str) -> None:
    store.save(article("a"), record("a"))
    raw = sqlite3.connect(url.removeprefix("sqlite:///"), isolation_level=None)
    raw.execute("BEGIN IMMEDIATE")
    with open_store(url) as reader:
        assert len(list(reader.records())) == 1
    raw.close()


def test_writer_waits_no_longer_than_it_is_told(
    store: Store, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reports.store.PATIENCE", 0)
    raw = sqlite3.connect(url.removeprefix("sqlite:///"), isolation_level=None)
    raw.execute("BEGIN IMMEDIATE")
    store.close()
    with open_store(url) as second, pytest.raises(StoreError) as caught:
        second.save(article("a"), record("a"))
    raw.close()
    assert caught.value.why == "database is locked"
    assert "try again" in caught.value.hint


def test_store_of_another_format_is_refused(url: str) -> None:
    with open_store(url):
        pass
    with sqlite3.connect(url.removeprefix("sqlite:///")) as raw:
        raw.execute("UPDATE format SET version = 99")
    raw.close()
    with pytest.raises(StoreError, match="format 99"):
        open_store(url)


def test_record_of_another_format_is_refused(store: Store, url: str) -> None:
    store.save(article("a"), record("a"))
    with sqlite3.connect(url.removeprefix("sqlite:///")) as raw:
        raw.execute("""UPDATE record SET json = '{"article": {}}'""")
    raw.close()
    with pytest.raises(StoreError, match="the record of a: another version") as caught:
        list(store.records())
    assert "gather" in caught.value.hint


BAD = {
    "no URL": ("reports.db", "not the URL", "sqlite:///data/reports.db"),
    "no such database": ("oracle://x/y", "oracle: this is not the URL", "postgresql"),
    "no file": ("sqlite://", "names no file", "sqlite:///data"),
    "a folder": ("sqlite:///{here}", "unable to open", "can be written to"),
    "below a file": ("sqlite:///{here}/file/x.db", "cannot be made", "--store"),
    "not a database": ("sqlite:///{here}/file", "not a database", "--store"),
    "no such driver": (
        "postgresql+nosuch://me:secret@host/x",
        "the driver of this store",
        "psycopg",
    ),
}


@pytest.mark.parametrize(("address", "why", "hint"), BAD.values(), ids=BAD)
def test_bad_url_is_explained(
    tmp_path: Path, address: str, why: str, hint: str
) -> None:
    (tmp_path / "file").write_text("not a database, but long enough to look at")
    with pytest.raises(StoreError, match=why) as caught:
        open_store(address.format(here=tmp_path))
    assert hint in caught.value.hint
    assert "secret" not in str(caught.value)


def test_tables_can_be_made_in_postgresql() -> None:
    made = [
        str(CreateTable(table).compile(dialect=postgresql.dialect()))
        for table in TABLES.sorted_tables
    ]
    assert 'id TEXT COLLATE "C" NOT NULL' in "".join(made)


def test_record_is_kept_as_the_json_of_the_contract(store: Store, url: str) -> None:
    proof = record("a", provinces=("IR-24",))
    store.save(article("a"), proof)
    with sqlite3.connect(url.removeprefix("sqlite:///")) as raw:
        (json,) = raw.execute("SELECT json FROM record").fetchone()
    raw.close()
    assert json.encode() == msgspec.json.encode(proof)
