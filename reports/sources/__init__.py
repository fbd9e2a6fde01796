"""Room 1: from files and folders to articles.

Whatever cannot be read is handed over as a `Refusal`, in its place among the articles:
one bad file never stops the others.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from reports.model import Article
from reports.sources.disk import LARGEST, Listing, listing, read
from reports.sources.identity import (
    Look,
    Place,
    clash,
    file_of,
    keys,
    look,
    one_page,
    place,
)
from reports.sources.refusal import Refusal

__all__ = [
    "LARGEST",
    "Listing",
    "Look",
    "Place",
    "Refusal",
    "articles",
    "clash",
    "file_of",
    "keys",
    "listing",
    "look",
    "one_page",
    "place",
    "read",
]


def articles(paths: Iterable[Path]) -> Iterator[Article | Refusal]:
    """Yield what `paths` hold, in the order they are named and sorted in folders.

    Of two articles with one id the later is refused: what is told of them could not
    be told apart.
    """
    holders: dict[str, str] = {}
    for one in read(listing(paths)):
        if isinstance(one, Article) and one.id in holders:
            yield Refusal(
                origin=one.origin,
                why=f"its id {one.id!r} is already that of {holders[one.id]}",
                hint="rename one of them: a file's name is the article's id",
            )
            continue
        if isinstance(one, Article):
            holders[one.id] = one.origin
        yield one
