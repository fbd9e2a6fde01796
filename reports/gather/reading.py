"""From an article to all that is kept of it; the part that several processes share."""

from collections.abc import Callable, Collection
from typing import Protocol

import msgspec

from reports.chronicle import Join, Known, Mention
from reports.memory import Corrections
from reports.model import Article, ArticleRecord
from reports.sources import Look, look

Extract = Callable[[Article], ArticleRecord]


class Memory(Protocol):
    """What is one across articles, as `reports.memory` tells it."""

    def mentions(self, record: ArticleRecord, *, identity: str) -> tuple[Mention, ...]:
        """Return what of one article is compared with others."""

    def same(self, a: Mention, b: Mention, corrections: Corrections) -> Join | None:
        """Return why two mentions are one, if they are."""

    def settled(
        self, component: Collection[Mention], corrections: Corrections
    ) -> tuple[Known, ...]:
        """Return what mentions that hang together tell of."""


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """An article, what it proves, what its page is known by, and what it mentions."""

    article: Article
    record: ArticleRecord
    look: Look
    mentions: tuple[Mention, ...]


def reading(
    article: Article,
    *,
    extract: Extract,
    mentions: Callable[..., tuple[Mention, ...]],
) -> Reading:
    """Read one article."""
    return proven(article, extract(article), mentions=mentions)


def proven(
    article: Article,
    record: ArticleRecord,
    *,
    mentions: Callable[..., tuple[Mention, ...]],
) -> Reading:
    """Return the reading of an article of which it is known what it proves."""
    return Reading(
        article=article,
        record=record,
        look=look(article, record.article),
        mentions=mentions(record, identity=article.id),
    )
