"""Articles and records to keep, and all that a store holds of them."""

import datetime

import sqlalchemy as sa

from reports.gather import Gathered, take
from reports.model import Article, ArticleRecord, Page

NOW = datetime.datetime(2025, 12, 20, 8, tzinfo=datetime.UTC)
DAY = datetime.date(2025, 12, 13)

#: What a store notes of its own history, and not of the articles.
HISTORY = {"gathered", "refused"}


def article(id_: str, text: str = "متن خبر", **rest: object) -> Article:
    """Return an article that a source handed over."""
    told = {"origin": f"news/{id_}.txt", "published": DAY, **rest}
    return Article(id=id_, text=text, **told)


def record(
    id_: str, *, day: datetime.date | None = None, **rest: object
) -> ArticleRecord:
    """Return the record of an article that proves next to nothing."""
    relevant = rest.get("relevant", True)
    told: dict[str, object] = {
        "article": Page(id=id_, title="عنوان", published=day, outlet=None, url=None),
        "relevant": relevant,
        "class_": "foreign_meeting" if relevant else "domestic_only",
        "warnings": ("تردید",),
    }
    empty = (
        "provinces countries meetings proposals statements figures obstacles "
        "commitments organisations"
    )
    return ArticleRecord(**{**dict.fromkeys(empty.split(), ()), **told, **rest})


def keep(url: str, *pairs: tuple[Article, ArticleRecord], **rest: object) -> Gathered:
    """Gather articles of which it is told what they prove."""
    proofs = {one.origin: proof for one, proof in pairs}
    articles = [one for one, _ in pairs]
    return take(
        articles, store_url=url, extract=lambda one: proofs[one.origin], now=NOW, **rest
    )


def dump(url: str) -> dict[str, list[tuple[object, ...]]]:
    """Return all that a store holds, but for when it was gathered."""
    tables = sa.MetaData()
    engine = sa.create_engine(url)
    tables.reflect(engine)
    with engine.connect() as connection:
        held = {}
        for table in tables.sorted_tables:
            columns = [one for one in table.columns if one.name not in HISTORY]
            rows = connection.execute(sa.select(*columns))
            held[table.name] = sorted((tuple(row) for row in rows), key=repr)
    engine.dispose()
    return held
