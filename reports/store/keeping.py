"""What is handed over, kept: texts, the articles that they make, and their mentions.

All that one batch changes is kept together or not at all. Whatever is derived from an
article that changed goes with it, and what stood beside it in a component becomes
unsettled: never is anything kept that leads to a record which is gone.
"""

import contextlib
import datetime
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Any

import msgspec
import sqlalchemy as sa

from reports.chronicle import Mention
from reports.errors import StoreError
from reports.model import Article, ArticleRecord
from reports.store import tables as t
from reports.store.articles import read_record
from reports.store.opening import Leased
from reports.store.rows import delete, found, insert, upsert

#: The first and the last day of what has none.
NO_DAYS: Mapping[str, datetime.date | None] = {"since": None, "until": None}


class Text(msgspec.Struct, frozen=True, kw_only=True):
    """A text that is kept, as pages are compared: `look` is JSON, or not there yet."""

    id: str
    article: str
    given: str
    look: str | None


class Spot(msgspec.Struct, frozen=True, order=True):
    """A place by its file and the id there, and the text that it held last."""

    file: str
    id: str
    text: str


def text_id(one: Article) -> str:
    """Return the name of a text: its digest with what was said beside it."""
    told = [one.id, one.text, one.title, one.published, one.outlet, one.url]
    return sha256(msgspec.json.encode(told)).hexdigest()[:32]


class Handed(msgspec.Struct, frozen=True, kw_only=True):
    """One text as it was handed over, with what it proves and is known by, as JSON."""

    article: Article
    json: str
    look: str
    keys: tuple[str, ...]

    @property
    def id(self) -> str:
        """Return the name of the text."""
        return text_id(self.article)


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """One article as it is to be: the text that counts, and what it mentions."""

    id: str
    text: str
    record: ArticleRecord
    mentions: tuple[Mention, ...]


class Refusing(msgspec.Struct, frozen=True, kw_only=True):
    """An input that was left out, and the file that it stands in."""

    origin: str
    file: str
    why: str
    hint: str


class Batch(msgspec.Struct, frozen=True, kw_only=True):
    """All that one portion of a run changes.

    `articles` tells the article of each text that gets another, `gone` names articles
    that are now part of others, and `files` those whose former refusals fall.
    """

    handed: tuple[Handed, ...] = ()
    spots: tuple[Spot, ...] = ()
    articles: Mapping[str, str] = {}
    kept: tuple[Kept, ...] = ()
    gone: tuple[str, ...] = ()
    refused: tuple[Refusing, ...] = ()
    files: tuple[str, ...] = ()


class Keeping(Leased):
    """The part of a writer that keeps articles."""

    def kin(
        self, *, keys: Iterable[str], ids: Iterable[str]
    ) -> tuple[tuple[Text, ...], tuple[Spot, ...]]:
        """Return all texts and places of the articles that share a key or an id."""
        text, spot, key = t.REVISION.c, t.PLACE.c, t.PAGE_KEY.c
        with self._reading() as connection:
            rows = [*found(connection, sa.select(key.revision), key.key, keys)]
            rows += found(connection, sa.select(spot.revision), spot.id, ids)
            mine = {row["revision"] for row in rows}
            homes = found(connection, sa.select(text.article), text.id, mine)
            articles = {row["article"] for row in homes}
            query = sa.select(text.id, text.article, text.given, text.look)
            texts = tuple(
                Text(**row) for row in found(connection, query, text.article, articles)
            )
            query = sa.select(spot.file, spot.id, spot.revision.label("text"))
            known = [one.id for one in texts]
            spots = found(connection, query, spot.revision, known)
            return texts, tuple(Spot(**row) for row in spots)

    def proofs(self, texts: Iterable[str]) -> dict[str, str]:
        """Return what the named texts prove, as the JSON that is kept."""
        query = sa.select(t.RECORD)
        with self._reading() as connection:
            rows = found(connection, query, t.RECORD.c.revision, texts)
            return {row["revision"]: row["json"] for row in rows}

    def read_records(self, texts: Iterable[str]) -> dict[str, ArticleRecord]:
        """Return what the named texts prove, under the ids that they were given."""
        query = sa.select(t.REVISION.c.given, t.RECORD)
        query = query.join(t.REVISION, t.REVISION.c.id == t.RECORD.c.revision)
        with self._reading() as connection:
            return {
                row["revision"]: read_record(row["given"], row["json"])
                for row in found(connection, query, t.RECORD.c.revision, texts)
            }

    def taken_over(
        self, limit: int, *, after: str
    ) -> tuple[str, tuple[tuple[Article, ArticleRecord], ...]]:
        """Return texts that wait to be compared, with what they prove.

        They are the next ones by name `after` one; the name of the last comes first,
        and is empty at the end. What another program proved in another form is left
        out: it waits to be gathered again.
        """
        text = t.REVISION.c
        query = sa.select(t.REVISION, t.RECORD.c.json)
        query = query.join(t.RECORD, t.RECORD.c.revision == text.id)
        query = query.where(text.look.is_(None), text.id > after)
        with self._reading() as connection:
            asked = connection.execute(query.order_by(text.id).limit(limit))
            rows = asked.mappings().all()
        read = []
        for row in rows:
            with contextlib.suppress(StoreError):
                read.append((_article(row), read_record(row["given"], row["json"])))
        return (rows[-1]["id"] if rows else ""), tuple(read)

    def compare_anew(self) -> None:
        """Let every text be compared again, as if an older program had kept it."""
        with self._writing() as connection:
            connection.execute(sa.update(t.REVISION).values(look=None))

    def keep(self, batch: Batch, *, now: datetime.datetime | None = None) -> None:
        """Keep what a batch changes, together or not at all."""
        with self._writing() as connection:
            texts = [_text_row(one, batch.articles) for one in batch.handed]
            upsert(connection, t.REVISION, texts, least={"origin"})
            _relabel(connection, batch.articles)
            records = [{"revision": one.id, "json": one.json} for one in batch.handed]
            upsert(connection, t.RECORD, records)
            delete(connection, t.PAGE_KEY.c.revision, (row["id"] for row in texts))
            keys = ((one.id, one.keys) for one in batch.handed)
            links = [{"key": key, "revision": id_} for id_, own in keys for key in own]
            insert(connection, t.PAGE_KEY, links)
            spots = [_spot_row(one, now) for one in batch.spots]
            upsert(connection, t.PLACE, spots)
            _keep_articles(connection, batch.kept, now)
            _sync_mentions(connection, batch.kept, batch.gone)
            delete(connection, t.ABOUT.c.article, batch.gone)
            delete(connection, t.ARTICLE.c.id, batch.gone)
            delete(connection, t.REFUSAL.c.file, batch.files)
            upsert(connection, t.REFUSAL, [_refusal_row(o, now) for o in batch.refused])

    def withdraw(self, ids: Collection[str]) -> None:
        """Take articles out, with every text of them and all that only they prove."""
        wanted = sorted(set(ids))
        text, key, spot = t.REVISION.c, t.PAGE_KEY.c, t.PLACE.c
        with self._writing() as connection:
            query = sa.select(text.id, text.article)
            homes = {
                row["id"]: row["article"]
                for row in found(connection, query, text.article, wanted)
            }
            self._refuse_missing(ids, set(homes.values()), "kept")
            query = sa.select(key.key, key.revision)
            keys = [
                {"key": row["key"], "article": homes[row["revision"]]}
                for row in found(connection, query, key.revision, homes)
                if not row["key"].startswith("line:")
            ]
            query = sa.select(spot.file, spot.id, spot.revision)
            keys += [
                {"key": spot_key(row["file"], row["id"]), "article": home}
                for row in found(connection, query, spot.revision, homes)
                for home in [homes[row["revision"]]]
            ]
            upsert(connection, t.WITHDRAWN, keys)
            _sync_mentions(connection, (), wanted)
            delete(connection, t.ABOUT.c.article, wanted)
            delete(connection, t.ARTICLE.c.id, wanted)
            for column in (spot.revision, key.revision, t.RECORD.c.revision, text.id):
                delete(connection, column, homes)

    def readmit(self, ids: Collection[str]) -> None:
        """Let articles in again that were withdrawn, when they are next gathered."""
        out = t.WITHDRAWN.c.article
        with self._writing() as connection:
            known = found(connection, sa.select(out), out, ids)
            self._refuse_missing(ids, {row["article"] for row in known}, "withdrawn")
            delete(connection, out, ids)

    def _refuse_missing(self, ids: Iterable[str], there: set[str], how: str) -> None:
        """Raise when an article that somebody named is not there."""
        for id_ in ids:
            if id_ not in there:
                raise StoreError(
                    self.name,
                    f"no article {id_!r} is {how}",
                    hint="`build.py show articles` lists those that are kept",
                )

    def withdrawn(self, keys: Iterable[str]) -> dict[str, str]:
        """Return those of the keys that withdrawn articles had, with their ids."""
        query = sa.select(t.WITHDRAWN)
        with self._reading() as connection:
            rows = found(connection, query, t.WITHDRAWN.c.key, keys)
            return {row["key"]: row["article"] for row in rows}


def spot_key(file: str, id_: str) -> str:
    """Return the key of a place, to look for it among those of withdrawn pages."""
    return f"place:{file}\n{id_}"


def _article(row: sa.RowMapping) -> Article:
    """Return the article that was handed over as a text."""
    told = {name: row[name] for name in Article.__struct_fields__}
    return Article(**{**told, "id": row["given"]})


def _text_row(one: Handed, articles: Mapping[str, str]) -> dict[str, Any]:
    """Return the columns of a text."""
    row = msgspec.structs.asdict(one.article)
    row |= {"id": one.id, "given": one.article.id, "look": one.look}
    return {**row, "article": articles[one.id]}


def _spot_row(one: Spot, now: datetime.datetime | None) -> dict[str, Any]:
    """Return the columns of a place."""
    return {"file": one.file, "id": one.id, "revision": one.text, "gathered": now}


def _refusal_row(one: Refusing, now: datetime.datetime | None) -> dict[str, Any]:
    """Return the columns of a refusal."""
    return {**msgspec.structs.asdict(one), "refused": now}


def _relabel(connection: sa.Connection, articles: Mapping[str, str]) -> None:
    """Put texts under the articles they belong to now."""
    change = sa.update(t.REVISION).where(t.REVISION.c.id == sa.bindparam("own"))
    change = change.values(article=sa.bindparam("home"))
    rows = [{"own": text, "home": home} for text, home in sorted(articles.items())]
    if rows:
        connection.execute(change, rows)


def _keep_articles(
    connection: sa.Connection, kept: Sequence[Kept], now: datetime.datetime | None
) -> None:
    """Keep which text of an article counts, and what the article is about."""
    rows: list[dict[str, Any]] = []
    links: list[dict[str, Any]] = []
    for one in kept:
        page, days = one.record.article, _days(one.record)
        ends = {"since": days[0], "until": days[-1]} if days else NO_DAYS
        row: dict[str, Any] = {"id": one.id, "revision": one.text, **ends}
        row |= {"gathered": now, "sample": page.sample}
        row |= {"relevant": one.record.relevant, "class": one.record.class_}
        rows.append({**row, "outlet": page.outlet, "published": page.published})
        links += [
            {"article": one.id, "kind": kind, "code": code, **ends}
            for kind, code in subjects_of(one.record)
        ]
    _unsettle_people(connection, {one.id for one in kept}, links)
    upsert(connection, t.ARTICLE, rows, keep={"gathered"})
    delete(connection, t.ABOUT.c.article, (one.id for one in kept))
    insert(connection, t.ABOUT, links)


def _unsettle_people(
    connection: sa.Connection, articles: set[str], links: Iterable[Mapping[str, Any]]
) -> None:
    """Unsettle those of whom articles tell that are now about other subjects."""
    about, own = t.ABOUT.c, t.MENTION.c
    query = sa.select(about.article, about.kind, about.code)
    rows = found(connection, query, about.article, articles)
    old = {(row["article"], row["kind"], row["code"]) for row in rows}
    new = {(row["article"], row["kind"], row["code"]) for row in links}
    changed = {article for article, _, _ in old ^ new}
    there = sa.select(own.component).where(own.kind == "person")
    there = there.where(own.component.is_not(None))
    rows = found(connection, there, own.article, changed)
    unsettle(connection, {row["component"] for row in rows})


def _sync_mentions(
    connection: sa.Connection, kept: Sequence[Kept], gone: Iterable[str]
) -> None:
    """Let exactly the mentions of these articles be kept, and unsettle what changed."""
    wanted = {mention.id: mention for one in kept for mention in one.mentions}
    homes = {
        mention: one.id for one in kept for mention in (m.id for m in one.mentions)
    }
    old = t.MENTION.c
    query = sa.select(old.id, old.json, old.component)
    articles = [*(one.id for one in kept), *gone]
    changed, components = set(), set()
    for row in found(connection, query, old.article, articles):
        now = wanted.get(row["id"])
        if now and msgspec.json.encode(now).decode() == row["json"]:
            del wanted[now.id]
            continue
        changed.add(row["id"])
        components.add(row["component"])
    unsettle(connection, components - {None})
    delete(connection, t.MENTION_KEY.c.mention, changed)
    delete(connection, old.id, changed)
    rows = [_mention_row(one, homes[one.id]) for one in wanted.values()]
    insert(connection, t.MENTION, rows)
    links = [
        {"key": key, "mention": one.id}
        for one in wanted.values()
        for key in dict.fromkeys(one.keys)
    ]
    insert(connection, t.MENTION_KEY, links)


def unsettle(connection: sa.Connection, components: Iterable[str]) -> None:
    """Forget what was known of these components; their mentions wait for it anew."""
    named = sorted(components)
    query = sa.select(t.KNOWN.c.id)
    known = [r["id"] for r in found(connection, query, t.KNOWN.c.component, named)]
    delete(connection, t.KNOWN_ABOUT.c.known, known)
    delete(connection, t.KNOWN.c.id, known)
    loosen = sa.update(t.MENTION).values(component=None)
    for start in range(0, len(named), 500):
        some = t.MENTION.c.component.in_(named[start : start + 500])
        connection.execute(loosen.where(some))


def _mention_row(one: Mention, article: str) -> dict[str, str]:
    """Return the columns of a mention."""
    json = msgspec.json.encode(one).decode()
    row = {"id": one.id, "article": article, "kind": one.kind, "shape": one.shape}
    return {**row, "first_key": min(one.keys, default=""), "json": json}


def _days(record: ArticleRecord) -> list[datetime.date]:
    """Return the days of a page and of the meetings that it tells of, sorted."""
    days = {record.article.published}
    for one in record.meetings:
        days |= {one.date, one.date_end}
    return sorted(day for day in days if day)


def subjects_of(record: ArticleRecord) -> Iterator[tuple[str, str]]:
    """Yield the subjects of a relevant article, each once."""
    if not record.relevant:
        return
    yield "country", "IR"
    yield from (("province", code) for code in sorted(set(record.provinces)))
    yield from (("relation", code) for code in sorted(set(record.countries)))
