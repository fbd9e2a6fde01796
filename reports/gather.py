"""The corridor from sources to the store."""

import logging
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

import msgspec

from reports.model import Article, ArticleRecord
from reports.sources import Refusal, clash, listing, read
from reports.store import Saved, Store, open_store

log = logging.getLogger(__name__)

#: Told of every article before it is read: its place in the run, how many there are
#: at least (a file of lines holds more than one), and where it comes from.
Progress = Callable[[int, int, str], object]


class Gathered(msgspec.Struct, frozen=True, kw_only=True):
    """What one run did: counts of articles, and the inputs that were left out.

    `skipped` counts the files in folders that are no articles by their name.
    """

    new: int = 0
    changed: int = 0
    same: int = 0
    skipped: int = 0
    refused: tuple[Refusal, ...] = ()


def gather(
    paths: Iterable[Path],
    *,
    store_url: str,
    extract: Callable[[Article], ArticleRecord],
    progress: Progress = lambda *_: None,
) -> Gathered:
    """Read the articles that `paths` hold, and keep what `extract` proves of them.

    Each article is kept as soon as it is read, so a run that was cut short can be
    started again: what is kept already changes nothing.
    """
    listed = listing(paths)
    saved: Counter[Saved] = Counter()
    refused: list[Refusal] = []
    with open_store(store_url) as store:
        for number, item in enumerate(read(listed), start=1):
            progress(number, max(number, len(listed.found)), item.origin)
            outcome = item if isinstance(item, Refusal) else _keep(store, item, extract)
            if isinstance(outcome, Refusal):
                refused.append(outcome)
            else:
                saved[outcome] += 1
    log.info("gathered: %s, refused: %d", dict(saved), len(refused))
    return Gathered(
        new=saved["new"],
        changed=saved["changed"],
        same=saved["same"],
        skipped=listed.skipped,
        refused=tuple(refused),
    )


def _keep(
    store: Store, article: Article, extract: Callable[[Article], ArticleRecord]
) -> Saved | Refusal:
    """Keep one article, unless the store holds another text under its id."""
    kept = store.article(article.id)
    refusal = clash(kept, article) if kept else None
    return refusal or store.save(article, extract(article))
