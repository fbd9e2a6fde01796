"""Real articles with all that makes them hard to keep: copies, updates, renderings."""

import tomllib
from functools import cache
from pathlib import Path

from reports.extract import extract
from reports.model import Article, ArticleRecord

SET = Path(__file__).parent.parent / "memory" / "told" / "events_seen.toml"


@cache
def articles() -> tuple[Article, ...]:
    """Return articles, some of which are one page and others one event."""
    told = tomllib.loads(SET.read_text("utf-8"))["article"][:14]
    found = [
        Article(
            id=one["id"],
            text=one["text"],
            origin=f"news/{one['id']}.txt",
            outlet=one["outlet"],
            published=one.get("day"),
        )
        for one in told
    ]
    first, second, third, fourth = found[:4]
    whole = f"خبر استان:\nیک دیدار در استانداری\n{first.text}\nنظر شما\nکد خبر ۱۲۳۴۵"
    address = "https://namune.example/news/8500"
    return (
        *found[3:],
        other(first, origin="body/x-1.txt", id="x-1"),
        other(first, origin="whole/a-1.txt", id="a-1", text=whole, published=None),
        other(second, origin="feed.jsonl:1", id="7", url=f"{address}1/a"),
        other(second, origin="feed.jsonl:9", id="9", url=f"{address}1/b", text="."),
        other(third, origin="mon.jsonl:1", id="8", url=f"{address}2"),
        other(third, origin="tue.jsonl:3", id="8", url=f"{address}2", text=fourth.text),
    )


def other(article: Article, **rest: object) -> Article:
    """Return the article but for what is told."""
    told = {name: getattr(article, name) for name in article.__struct_fields__}
    return Article(**{**told, **rest})


@cache
def proof(article: Article) -> ArticleRecord:
    """Return what an article proves; it is read once."""
    return extract(article)
