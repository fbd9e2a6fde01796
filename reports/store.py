"""Room 3: what was gathered, kept. The only file that knows SQL.

An article and what it proves are saved together or not at all. The record is kept as
the JSON that `build.py extract` prints; columns and links beside it are for finding.
"""

import contextlib
import hashlib
import sqlite3
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Literal, Self

import msgspec
import sqlalchemy as sa
from sqlalchemy import exc

from reports.errors import StoreError
from reports.model import Article, ArticleRecord
from reports.places import STORE

#: Raised with every change of the tables below that older programs cannot read.
VERSION = 1

#: Seconds to wait for another program that is writing to the same SQLite file.
PATIENCE = 20

Saved = Literal["new", "changed", "same"]
Kind = Literal["province", "relation", "country"]

#: Ids sort by code point everywhere; PostgreSQL would ask the locale.
ID = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")

TABLES = sa.MetaData()
FORMAT = sa.Table("format", TABLES, sa.Column("version", sa.Integer, primary_key=True))
ARTICLE = sa.Table(
    "article",
    TABLES,
    sa.Column("id", ID, primary_key=True),
    sa.Column("sha256", sa.Text, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("origin", sa.Text, nullable=False),
    sa.Column("title", sa.Text),
    sa.Column("published", sa.Date),
    sa.Column("outlet", sa.Text),
    sa.Column("url", sa.Text),
)
RECORD = sa.Table(
    "record",
    TABLES,
    sa.Column("article", ID, sa.ForeignKey(ARTICLE.c.id), primary_key=True),
    sa.Column("json", sa.Text, nullable=False),
    sa.Column("relevant", sa.Boolean, nullable=False),
    sa.Column("class", sa.Text, nullable=False),
    sa.Column("published", sa.Date, index=True),
)
ABOUT = sa.Table(
    "about",
    TABLES,
    sa.Column("article", ID, sa.ForeignKey(RECORD.c.article), primary_key=True),
    sa.Column("kind", ID, primary_key=True),
    sa.Column("code", ID, primary_key=True),
    sa.Index("about_subject", "kind", "code"),
)


class Subject(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """What relevant articles are about: `province` and `IR-24`, `relation` and `AZ`."""

    kind: Kind
    code: str
    articles: int


class Store:
    """An open store; `open_store` makes it, and `with` closes it."""

    def __init__(self, engine: sa.Engine) -> None:
        """Take the engine that `open_store` has tried."""
        self._engine = engine

    def __enter__(self) -> Self:
        """Return the store itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close what is open."""
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def prepare(self) -> None:
        """Make the tables where they are missing; refuse those of another format."""
        with self._reading() as connection:
            found = sa.inspect(connection).has_table(FORMAT.name)
        if not found:
            with self._writing() as connection:
                TABLES.create_all(connection)
                if connection.execute(sa.select(FORMAT)).first() is None:
                    connection.execute(sa.insert(FORMAT).values(version=VERSION))
        with self._reading() as connection:
            version = connection.execute(sa.select(FORMAT.c.version)).scalar()
        if version != VERSION:
            raise StoreError(
                _shown(self._engine.url),
                f"it has format {version}, and this program reads {VERSION}",
                hint="use the program that wrote it, or gather into a new store",
            )

    def save(self, article: Article, record: ArticleRecord) -> Saved:
        """Keep an article and what it proves; tell whether that changed anything.

        An article that only comes from another place than before is the same.
        """
        wanted, proof = _article_row(article), _record_row(article, record)
        mine = RECORD.c.article == article.id
        with self._writing() as connection:
            kept = _row(
                connection, sa.select(ARTICLE).where(ARTICLE.c.id == article.id)
            )
            proved = _row(connection, sa.select(RECORD).where(mine))
            if (
                kept
                and {**kept, "origin": article.origin} == wanted
                and proved == proof
            ):
                return "same"
            connection.execute(sa.delete(ABOUT).where(ABOUT.c.article == article.id))
            connection.execute(sa.delete(RECORD).where(mine))
            connection.execute(sa.delete(ARTICLE).where(ARTICLE.c.id == article.id))
            connection.execute(sa.insert(ARTICLE).values(**wanted))
            connection.execute(sa.insert(RECORD).values(**proof))
            if links := list(_about_rows(article, record)):
                connection.execute(sa.insert(ABOUT), links)
        return "new" if kept is None else "changed"

    def article(self, id_: str) -> Article | None:
        """Return one article as it was gathered, or `None` when it never was."""
        with self._reading() as connection:
            row = _row(connection, sa.select(ARTICLE).where(ARTICLE.c.id == id_))
        return _article(row) if row else None

    def articles(self) -> Iterator[Article]:
        """Yield every article, sorted by id."""
        with self._reading() as connection:
            rows = connection.execute(sa.select(ARTICLE).order_by(ARTICLE.c.id))
            for row in rows.mappings():
                yield _article(row)

    def records(
        self, *, about: tuple[Kind, str] | None = None
    ) -> Iterator[ArticleRecord]:
        """Yield what the articles prove, oldest page first, undated ones at the end.

        `about` keeps those that are about one subject, as `("province", "IR-24")`.
        Articles that are not relevant come, too, unless `about` is given.
        """
        day = RECORD.c.published
        query = sa.select(RECORD.c.article, RECORD.c.json)
        if about:
            query = query.join(ABOUT, ABOUT.c.article == RECORD.c.article)
            query = query.where(ABOUT.c.kind == about[0], ABOUT.c.code == about[1])
        query = query.order_by(day.is_(None), day, RECORD.c.article)
        with self._reading() as connection:
            for id_, json in connection.execute(query):
                yield self._record(id_, json)

    def subjects(self) -> tuple[Subject, ...]:
        """Return what relevant articles are about, sorted, with how many they are."""
        query = sa.select(ABOUT.c.kind, ABOUT.c.code, sa.func.count())
        query = query.group_by(ABOUT.c.kind, ABOUT.c.code)
        with self._reading() as connection:
            rows = connection.execute(query).all()
        return tuple(sorted(Subject(kind=k, code=c, articles=n) for k, c, n in rows))

    def _record(self, id_: str, json: str) -> ArticleRecord:
        """Return the record that was kept as `json`."""
        try:
            return msgspec.json.decode(json, type=ArticleRecord)
        except msgspec.DecodeError as problem:
            raise StoreError(
                f"the record of {id_}",
                f"another version of the program wrote it ({problem})",
                hint="gather the articles again: `build.py gather PATH`",
            ) from problem

    @contextlib.contextmanager
    def _reading(self) -> Iterator[sa.Connection]:
        """Open a connection that changes nothing."""
        with _translated(self._engine.url), self._engine.connect() as connection:
            yield connection

    @contextlib.contextmanager
    def _writing(self) -> Iterator[sa.Connection]:
        """Open a connection whose changes are kept together or not at all."""
        with _translated(self._engine.url), self._engine.connect() as connection:
            writer = connection.execution_options(writes=True)
            with writer.begin():
                yield writer


def open_store(url: str) -> Store:
    """Open the store at `url`; a new SQLite file and its folder are made."""
    store = Store(_engine(url))
    try:
        store.prepare()
    except StoreError:
        store.close()
        raise
    return store


def _engine(url: str) -> sa.Engine:
    """Return an engine for `url`, set up but not yet tried."""
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


def _make_folder(url: sa.URL) -> None:
    """Make the folder that a SQLite file is to lie in."""
    if url.get_backend_name() != "sqlite":
        return
    if url.database in {None, "", ":memory:"}:
        raise StoreError(
            _shown(url),
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
    cursor.close()


def _begin_sqlite(connection: sa.Connection) -> None:
    """Ask for the right to write at once: later SQLite would refuse, not wait."""
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextlib.contextmanager
def _translated(url: sa.URL) -> Iterator[None]:
    """Turn what the database says into our own error."""
    try:
        yield
    except (exc.SQLAlchemyError, sqlite3.Error) as problem:
        said = str(getattr(problem, "orig", None) or problem).strip().splitlines()[0]
        hints = {
            "locked": "another program is writing to it; try again when it has ended",
            "unable to open": "check that the folder exists and can be written to",
            "readonly": "check that you may write to the file and to its folder",
            "not a database": "the file is something else; choose another with --store",
            "full": "make room on the disk",
            "connect": "check that the database runs, and the name and password",
        }
        hint = next((hint for cue, hint in hints.items() if cue in said), "")
        raise StoreError(_shown(url), said, hint=hint) from problem


def _shown(url: sa.URL) -> str:
    """Return the URL as it may be printed: without the password."""
    return url.render_as_string(hide_password=True)


def _row(connection: sa.Connection, query: sa.Select[Any]) -> Mapping[str, Any] | None:
    """Return the only row of a query, or nothing."""
    row = connection.execute(query).mappings().one_or_none()
    return dict(row) if row else None


def _article_row(article: Article) -> dict[str, Any]:
    """Return the columns of an article."""
    digest = hashlib.sha256(article.text.encode()).hexdigest()
    return {"sha256": digest, **msgspec.structs.asdict(article)}


def _article(row: Mapping[Any, Any]) -> Article:
    """Return the article that a row holds."""
    return Article(**{name: row[name] for name in Article.__struct_fields__})


def _record_row(article: Article, record: ArticleRecord) -> dict[str, Any]:
    """Return the columns of a record."""
    return {
        "article": article.id,
        "json": msgspec.json.encode(record).decode(),
        "relevant": record.relevant,
        "class": record.class_,
        "published": record.article.published,
    }


def _about_rows(article: Article, record: ArticleRecord) -> Iterator[dict[str, str]]:
    """Yield the links from a relevant article to what it is about."""
    if not record.relevant:
        return
    codes = {("country", "IR")}
    codes |= {("province", code) for code in record.provinces}
    codes |= {("relation", code) for code in record.countries}
    for kind, code in sorted(codes):
        yield {"article": article.id, "kind": kind, "code": code}
