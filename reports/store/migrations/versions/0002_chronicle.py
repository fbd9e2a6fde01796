"""Texts and the places they stood in, articles of several texts, and what many tell.

The articles of the first tables are taken over as they are. They have no `look` yet:
the next `gather` reads from it that they are still to be compared with each other.
"""

import datetime
import hashlib
import json
from collections.abc import Iterator
from typing import Any

import msgspec
import sqlalchemy as sa
from alembic import op

revision = "0002_chronicle"
down_revision = "0001_articles"

ID = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
CHUNK = 500


def upgrade() -> None:
    """Make the new tables, and take over what the old ones hold."""
    _texts()
    _take_texts()
    op.drop_table("about")
    op.drop_table("record")
    op.drop_table("article")
    op.rename_table("taken", "record")
    _articles()
    _take_articles()
    _mentions()
    _accounts()
    op.execute("UPDATE format SET version = 2")


def _texts() -> None:
    """Make the tables of what was handed over."""
    op.create_table(
        "revision",
        sa.Column("id", ID, primary_key=True),
        sa.Column("article", ID, nullable=False, index=True),
        sa.Column("given", ID, nullable=False),
        sa.Column("origin", ID, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("title", sa.Text),
        sa.Column("published", sa.Date),
        sa.Column("outlet", sa.Text),
        sa.Column("url", sa.Text),
        sa.Column("look", sa.Text),
    )
    op.create_table(
        "place",
        sa.Column("file", ID, primary_key=True),
        sa.Column("id", ID, primary_key=True),
        sa.Column(
            "revision", ID, sa.ForeignKey("revision.id"), nullable=False, index=True
        ),
        sa.Column("gathered", sa.DateTime),
        sa.Index("place_id", "id"),
    )
    op.create_table(
        "taken",
        sa.Column("revision", ID, sa.ForeignKey("revision.id"), primary_key=True),
        sa.Column("json", sa.Text, nullable=False),
    )
    op.create_table(
        "page_key",
        sa.Column("key", ID, primary_key=True),
        sa.Column("revision", ID, sa.ForeignKey("revision.id"), primary_key=True),
        sa.Index("page_key_revision", "revision"),
        sqlite_with_rowid=False,
    )


def _articles() -> None:
    """Make the tables of articles."""
    op.create_table(
        "article",
        sa.Column("id", ID, primary_key=True),
        sa.Column("revision", ID, sa.ForeignKey("revision.id"), nullable=False),
        sa.Column("relevant", sa.Boolean, nullable=False),
        sa.Column("class", sa.Text, nullable=False),
        sa.Column("sample", sa.Boolean, nullable=False),
        sa.Column("outlet", ID),
        sa.Column("published", sa.Date),
        sa.Column("since", sa.Date),
        sa.Column("until", sa.Date),
        sa.Column("gathered", sa.DateTime),
        sa.Index("article_days", "since", "until"),
    )
    op.create_table(
        "about",
        sa.Column("article", ID, sa.ForeignKey("article.id"), primary_key=True),
        sa.Column("kind", ID, primary_key=True),
        sa.Column("code", ID, primary_key=True),
        sa.Column("since", sa.Date),
        sa.Column("until", sa.Date),
        sa.Index("about_subject", "kind", "code", "since", "until", "article"),
        sqlite_with_rowid=False,
    )


def _mentions() -> None:
    """Make the tables of what is compared, and of what comes of it."""
    op.create_table(
        "mention",
        sa.Column("id", ID, primary_key=True),
        sa.Column(
            "article", ID, sa.ForeignKey("article.id"), nullable=False, index=True
        ),
        sa.Column("kind", ID, nullable=False),
        sa.Column("shape", ID, nullable=False),
        sa.Column("first_key", ID, nullable=False),
        sa.Column("component", ID),
        sa.Column("json", sa.Text, nullable=False),
        sa.Index("mention_component", "component", "kind", "first_key", "id"),
    )
    op.create_table(
        "mention_key",
        sa.Column("key", ID, primary_key=True),
        sa.Column("mention", ID, sa.ForeignKey("mention.id"), primary_key=True),
        sa.Index("mention_key_mention", "mention"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "known",
        sa.Column("id", ID, primary_key=True),
        sa.Column("kind", ID, nullable=False),
        sa.Column("component", ID, nullable=False, index=True),
        sa.Column("since", sa.Date),
        sa.Column("until", sa.Date),
        sa.Column("json", sa.Text, nullable=False),
        sa.Index("known_days", "kind", "since", "until"),
    )
    op.create_table(
        "known_about",
        sa.Column("known", ID, sa.ForeignKey("known.id"), primary_key=True),
        sa.Column("kind", ID, primary_key=True),
        sa.Column("code", ID, primary_key=True),
        sa.Column("what", ID, nullable=False),
        sa.Column("since", sa.Date),
        sa.Column("until", sa.Date),
        sa.Index(
            "known_about_subject", "kind", "code", "what", "since", "until", "known"
        ),
        sqlite_with_rowid=False,
    )


def _accounts() -> None:
    """Make the tables of what was refused, withdrawn and issued."""
    op.create_table(
        "refusal",
        sa.Column("origin", ID, primary_key=True),
        sa.Column("file", ID, nullable=False, index=True),
        sa.Column("why", sa.Text, nullable=False),
        sa.Column("hint", sa.Text, nullable=False),
        sa.Column("refused", sa.DateTime),
    )
    op.create_table(
        "withdrawn",
        sa.Column("key", ID, primary_key=True),
        sa.Column("article", ID, nullable=False, index=True),
    )
    op.create_table(
        "issue",
        sa.Column("subject", ID, primary_key=True),
        sa.Column("period", ID, primary_key=True),
        sa.Column("revision", sa.Integer, primary_key=True),
        sa.Column("since", sa.Date),
        sa.Column("until", sa.Date),
        sa.Column("issued", sa.DateTime, nullable=False),
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("json", sa.Text, nullable=False),
    )
    op.create_table(
        "settled_with",
        sa.Column("name", ID, primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
    )


def _take_texts() -> None:
    """Take over the text, the place and the record of every article."""
    old = _table("article", "id text origin title published outlet url")
    proof = _table("record", "article json")
    query = sa.select(old, proof.c.json).join(proof, proof.c.article == old.c.id)
    for rows in _chunks(query, old.c.id):
        texts, places, records = [], [], []
        for row in rows:
            told = [row[name] for name in ("id", "text", "title", "published")]
            told += [row["outlet"], row["url"]]
            name = hashlib.sha256(msgspec.json.encode(told)).hexdigest()[:32]
            lines, dot, number = row["origin"].rpartition(":")
            in_lines = lines.lower().endswith(".jsonl") and dot and number.isdigit()
            file = lines if in_lines else row["origin"]
            own = {"id": name, "article": row["id"], "given": row["id"]}
            texts.append({**row, **own})
            places.append({**row, "file": file, "revision": name})
            records.append({**row, "revision": name})
        handed = "origin text title published outlet url"
        _insert("revision", f"id article given {handed}", texts)
        _insert("place", "file id revision", places)
        _insert("taken", "revision json", records)


def _take_articles() -> None:
    """Make an article of every text that was taken over."""
    text, proof = _table("revision", "id article"), _table("record", "revision json")
    query = sa.select(text, proof.c.json).join(proof, proof.c.revision == text.c.id)
    for rows in _chunks(query, text.c.id):
        articles, links = [], []
        for row in rows:
            told = json.loads(row["json"])
            page = told["article"]
            ends = [page["published"]]
            for one in told["meetings"]:
                ends += [one["date"], one.get("date_end")]
            days = sorted(datetime.date.fromisoformat(day) for day in ends if day)
            article = {
                "id": row["article"],
                "revision": row["id"],
                "relevant": told["relevant"],
                "class": told["class"],
                "sample": page.get("sample", False),
                "outlet": page["outlet"],
                "published": _day(page["published"]),
                "since": days[0] if days else None,
                "until": days[-1] if days else None,
            }
            articles.append(article)
            codes = [("country", "IR")]
            codes += [("province", code) for code in told["provinces"]]
            codes += [("relation", code) for code in told["countries"]]
            for kind, code in dict.fromkeys(codes) if told["relevant"] else ():
                link = {"article": row["article"], "kind": kind, "code": code}
                links.append({**article, **link})
        columns = "id revision relevant class sample outlet published since until"
        _insert("article", columns, articles)
        _insert("about", "article kind code since until", links)


def _table(name: str, columns: str) -> sa.TableClause:
    """Return a table by its name and those of its columns."""
    days = {"published": sa.Date(), "since": sa.Date(), "until": sa.Date()}
    return sa.table(name, *(sa.column(one, days.get(one)) for one in columns.split()))


def _chunks(
    query: sa.Select[Any], key: sa.ColumnElement[Any]
) -> Iterator[list[dict[str, Any]]]:
    """Yield the rows of a query, so many at a time, in the order of `key`."""
    after = ""
    while True:
        some = query.where(key > after).order_by(key).limit(CHUNK)
        rows = [dict(row) for row in op.get_bind().execute(some).mappings()]
        if not rows:
            return
        after = rows[-1]["id"]
        yield rows


def _insert(table: str, columns: str, rows: list[dict[str, Any]]) -> None:
    """Insert the named columns of rows."""
    names = columns.split()
    values = [{name: row[name] for name in names} for row in rows]
    if values:
        op.get_bind().execute(sa.insert(_table(table, columns)), values)


def _day(written: str | None) -> datetime.date | None:
    """Return the day of a text."""
    return datetime.date.fromisoformat(written) if written else None
