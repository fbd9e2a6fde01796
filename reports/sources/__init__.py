"""Room 1: from files and folders to articles.

Whatever cannot be read is handed over as a `Refusal`, in its place among the articles:
one bad file never stops the others.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from reports.model import Article
from reports.sources.disk import LARGEST, Listing, listing, read
from reports.sources.refusal import Refusal

__all__ = ["LARGEST", "Listing", "Refusal", "articles", "clash", "listing", "read"]


def articles(paths: Iterable[Path]) -> Iterator[Article | Refusal]:
    """Yield what `paths` hold, in the order they are named and sorted in folders."""
    return read(listing(paths))


def clash(kept: Article, article: Article) -> Refusal | None:
    """Return why `article` must not take the place of the `kept` one of its id.

    A corrected file or feed takes the place of what it said before. But two files in
    two folders may have one name by chance; the later must not wipe out the earlier.
    """
    before, after = _file(kept), _file(article)
    named = article.id.startswith(Path(after).stem)
    if kept.text == article.text or before == after or not named:
        return None
    return Refusal(
        origin=article.origin,
        why=f"its id {article.id!r} is already that of another text, from {before}",
        hint="rename the file, or gather its correction from the same path",
    )


def _file(article: Article) -> str:
    """Return the file that an article came from, without the number of its line."""
    return re.sub(r"(?<=\.jsonl):\d+$", "", article.origin, flags=re.IGNORECASE)
