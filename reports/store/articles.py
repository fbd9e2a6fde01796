"""Articles and what they prove, read back: all, or those of a subject and period."""

import datetime
import itertools
from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec
import sqlalchemy as sa

from reports.errors import StoreError
from reports.model import Article, ArticleRecord
from reports.store.opening import Connected
from reports.store.rows import MOST, found
from reports.store.tables import ABOUT, ARTICLE, RECORD, REVISION

Kind = Literal["province", "relation", "country"]

#: A subject by its kind and code, as `("province", "IR-24")`.
About = tuple[Kind, str]

#: The texts, under the ids that their articles have.
TEXTS = sa.select(
    REVISION.c.article.label("id"),
    *(REVISION.c[name] for name in Article.__struct_fields__ if name != "id"),
)


class Subject(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """What relevant articles are about: `province` and `IR-24`, `relation` and `AZ`."""

    kind: Kind
    code: str
    articles: int


class Articles(Connected):
    """The part of the store that holds articles and their records."""

    def article(self, id_: str) -> Article | None:
        """Return an article in the text that counts, or `None` when there is none."""
        return next(self.articles([id_]), None)

    def articles(self, ids: Iterable[str] | None = None) -> Iterator[Article]:
        """Yield articles in the texts that count, sorted by id; all, or those named."""
        query = TEXTS.join(ARTICLE, ARTICLE.c.revision == REVISION.c.id)
        query = query.order_by(ARTICLE.c.id)
        with self._reading() as connection:
            if ids is None:
                yield from _articles(connection.execute(query).mappings())
                return
            yield from _articles(found(connection, query, ARTICLE.c.id, ids))

    def revisions(self, id_: str) -> tuple[Article, ...]:
        """Return every text of one article, the one that counts first."""
        others = ARTICLE.c.revision != REVISION.c.id
        query = TEXTS.join(ARTICLE, ARTICLE.c.id == REVISION.c.article)
        query = query.where(ARTICLE.c.id == id_).order_by(others, REVISION.c.id)
        with self._reading() as connection:
            return tuple(_articles(connection.execute(query).mappings()))

    def records(
        self,
        *,
        ids: Iterable[str] | None = None,
        about: About | None = None,
        since: datetime.date | None = None,
        until: datetime.date | None = None,
    ) -> Iterator[ArticleRecord]:
        """Yield what the articles prove, oldest page first, undated ones at the end.

        `ids` names the articles. `about` keeps the relevant ones that are about one
        subject; without it those that are not relevant come, too. `since` and `until`
        keep those whose page, or one of whose meetings, can be of those days; what has
        no day is left out then.
        """
        ends, day = ABOUT if about else ARTICLE, ARTICLE.c.published
        query = sa.select(day, ARTICLE.c.id, ARTICLE.c.revision)
        if about:
            query = query.join(ABOUT, ABOUT.c.article == ARTICLE.c.id)
            query = query.where(ABOUT.c.kind == about[0], ABOUT.c.code == about[1])
        query = query.where(*touching(ends, since, until))
        wanted = sa.select(RECORD.c.revision, RECORD.c.json)
        with self._reading() as connection:
            if ids is None:
                rows = list(connection.execute(query).mappings())
            else:
                rows = list(found(connection, query, ARTICLE.c.id, ids))
            last = datetime.date.max
            rows.sort(key=lambda row: (row["published"] or last, row["id"]))
            for some in itertools.batched(rows, MOST):
                texts = (row["revision"] for row in some)
                kept = found(connection, wanted, RECORD.c.revision, texts)
                jsons = {row["revision"]: row["json"] for row in kept}
                for row in some:
                    yield read_record(row["id"], jsons[row["revision"]])

    def subjects(self) -> tuple[Subject, ...]:
        """Return what relevant articles are about, sorted, with how many they are."""
        query = sa.select(ABOUT.c.kind, ABOUT.c.code, sa.func.count())
        query = query.group_by(ABOUT.c.kind, ABOUT.c.code)
        with self._reading() as connection:
            rows = connection.execute(query).all()
        return tuple(sorted(Subject(kind=k, code=c, articles=n) for k, c, n in rows))


def touching(
    table: sa.Table, since: datetime.date | None, until: datetime.date | None
) -> Iterator[sa.ColumnElement[bool]]:
    """Yield the conditions that the days of a row and those of a period overlap."""
    if since:
        yield table.c.until >= since
    if until:
        yield table.c.since <= until


def read_record(id_: str, json: str) -> ArticleRecord:
    """Return the record that was kept as `json`, under the id that the article has."""
    try:
        record = msgspec.json.decode(json, type=ArticleRecord)
    except msgspec.DecodeError as problem:
        raise StoreError(
            f"the record of {id_}",
            f"another version of the program wrote it ({problem})",
            hint="gather the articles again: `build.py gather PATH`",
        ) from problem
    if record.article.id == id_:
        return record
    page = msgspec.structs.replace(record.article, id=id_)
    return msgspec.structs.replace(record, article=page)


def _articles(rows: Iterable[sa.RowMapping]) -> Iterator[Article]:
    """Yield the articles that rows hold."""
    for row in rows:
        yield Article(**row)
