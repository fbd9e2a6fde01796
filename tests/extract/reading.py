"""Read composed sentences, and show in brackets what was found in them.

`[Iran met Iraq]. It rained.` is a sentence with what a rule must find marked: the
brackets are taken away, the rest is read, and the brackets must come back as they were.
"""

import datetime
import json
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from reports.extract import Document, extract
from reports.extract.mentions import Mention, mentions
from reports.extract.pages import Outlet, read_page
from reports.extract.people import people
from reports.extract.person import Person
from reports.extract.speech import Said, speech
from reports.lexicon import load
from reports.model import Article, ArticleRecord, Page
from reports.places import SAMPLES
from reports.sources import Refusal, articles

GOLD = Path(__file__).parent.parent / "gold"
#: The page date of composed articles: Wednesday, 21 Aban 1404.
WEDNESDAY = datetime.date(2025, 11, 12)


def cases(table: Mapping[str, Any], **defects: str) -> pytest.MarkDecorator:
    """Run a test for each name of `table`; a named defect must fail until it is mended.

    A defect is named by its case with underscores for everything but letters.
    """
    names = {"".join(c if c.isalnum() else "_" for c in name): name for name in table}
    unknown = sorted(set(defects) - set(names))
    assert not unknown, unknown
    return pytest.mark.parametrize(
        "name",
        [
            pytest.param(
                name, marks=pytest.mark.xfail(strict=True, reason=defects[plain])
            )
            if plain in defects
            else name
            for plain, name in names.items()
        ],
    )


def article(text: str, *, published: datetime.date | None = None) -> Article:
    """Return an article that a source handed over with nothing but its text."""
    return Article(id="composed", text=text, origin="-", published=published)


def record(text: str, *, published: datetime.date | None = WEDNESDAY) -> ArticleRecord:
    """Return all that `text` proves, printed on the page of a Wednesday."""
    return extract(article(text, published=published))


def document(text: str) -> Document:
    """Return `text` as words and phrases, before its page is read."""
    return Document(article(text, published=WEDNESDAY), load())


def paged(text: str) -> tuple[Document, Page, Outlet | None]:
    """Return `text` with headlines and attributions marked, and what its page says."""
    doc = document(text)
    page, outlet = read_page(doc)
    doc.page_date = page.published
    return doc, page, outlet


def peopled(text: str) -> tuple[Document, list[Mention], dict[Mention, Person]]:
    """Return `text` with its mentions of people, and whose they are."""
    doc, _, _ = paged(text)
    found = mentions(doc)
    return doc, found, people(doc, found)


def heard(text: str) -> tuple[Document, list[Said]]:
    """Return `text` with its sentences of speech."""
    doc, found, of = peopled(text)
    return doc, speech(doc, found, of)


def unmarked(line: str) -> str:
    """Return `line` without its brackets."""
    return line.replace("[", "").replace("]", "")


def marked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Return `text` with brackets round each of the `spans`."""
    for start, end in sorted(spans, reverse=True):
        text = f"{text[:start]}[{text[start:end]}]{text[end:]}"
    return text


def words_marked(doc: Document, ranges: Iterable[tuple[int, int]]) -> str:
    """Return the article with brackets round each range of words."""
    spans = {doc.span(start, end) for start, end in ranges if end > start}
    return marked(doc.article.text, {(span.start, span.end) for span in spans})


def remarked(line: str, ranges: Callable[[Document], Iterable[tuple[int, int]]]) -> str:
    """Take the brackets off `line`, and put them where the rule finds something."""
    doc, _, _ = paged(unmarked(line))
    return words_marked(doc, ranges(doc))


@cache
def gold_articles() -> dict[str, Article]:
    """Return the gold articles by id."""
    read = [one for one in articles([GOLD / "articles"]) if isinstance(one, Article)]
    return {one.id: one for one in read}


@cache
def gold_records() -> dict[str, dict[str, Any]]:
    """Return the gold records by the id of their article."""
    lines = (GOLD / "gold.jsonl").read_text("utf-8").splitlines()
    return {one["article"]["id"]: one for one in map(json.loads, lines)}


@cache
def sample_articles() -> dict[str, Article]:
    """Return the demonstration articles by id."""
    read = [one for one in articles([SAMPLES]) if not isinstance(one, Refusal)]
    return {one.id: one for one in read}


@cache
def every_article() -> dict[str, Article]:
    """Return the gold articles and the demonstration articles by id."""
    return gold_articles() | sample_articles()


@cache
def read_once(id_: str) -> ArticleRecord:
    """Return the record of a gold or demonstration article, read once for all tests."""
    return extract(every_article()[id_])
