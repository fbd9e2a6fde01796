"""Tell when two texts are one page: handed over twice, rendered twice, or updated.

Two pages are one when their URLs are, or when next to nothing but the rendering parts
them and neither outlet nor day speak against it. What is missed stands as two articles
of one event; what is joined wrongly is lost: where there is doubt, they are two.
"""

import datetime
import re
from hashlib import blake2b
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

import msgspec

from reports.model import Article, Page
from reports.sources.refusal import Refusal
from reports.text import fold

#: Letters that a text must have before likeness proves anything, and those that a
#: sentence must have to be counted.
ENOUGH, SENTENCE = 160, 20
#: How many of its longest sentences a page is looked up by.
LOOKED_UP = 4
#: Shares of the shorter and of the longer text that must be the same sentences. The
#: longer rendering has a headline, a lead and what stands around the article.
OF_SHORTER, OF_LONGER = 0.8, 0.5

#: Ends of sentences and lines, in folded text.
ENDS = re.compile("[.!?\u061f\n\u2026]+")
#: What addresses carry to count readers.
TRACKING = re.compile(r"utm_\w+|fbclid|gclid|yclid|ref|referrer|source|share")
#: The names under which one site serves one page.
HOSTS = re.compile(r"^(?:www\d?|m|mobile|amp)\.")
#: A page's own number, as agencies write it: /news/85012345/what-it-is-called.
NUMBER = re.compile(r"/news/(\d{5,})(?:/|$)", re.IGNORECASE)


class Look(msgspec.Struct, frozen=True, kw_only=True):
    """What one text and its page are known by.

    `url` is the address without what does not matter, `digest` is that of the letters
    alone, and `sentences` holds a digest and the number of letters of each.
    """

    url: str | None
    outlet: str | None
    day: datetime.date | None
    digest: str
    letters: int
    sentences: tuple[tuple[str, int], ...]


class Place(msgspec.Struct, frozen=True, order=True):
    """Where a text stood: a file, and the id that it has there."""

    file: str
    id: str

    @property
    def names(self) -> bool:
        """Tell whether the id is taken from the name of the file."""
        return self.id.startswith(Path(self.file).stem)


def place(article: Article) -> Place:
    """Return where an article came from."""
    return Place(file_of(article.origin), article.id)


def file_of(origin: str) -> str:
    """Return the file of an origin, without the number of its line."""
    return re.sub(r"(?<=\.jsonl):\d+$", "", origin, flags=re.IGNORECASE)


def look(article: Article, page: Page) -> Look:
    """Return what an article is known by, with what the page says of itself."""
    plain = [_letters(part) for part in ENDS.split(fold(article.text).text)]
    sentences = {_digest(one): len(one) for one in plain if len(one) >= SENTENCE}
    outlet = article.outlet or page.outlet
    return Look(
        url=url_key(article.url) if article.url else None,
        outlet=_letters(fold(outlet).text) if outlet else None,
        day=page.published,
        digest=_digest("".join(plain)),
        letters=sum(map(len, plain)),
        sentences=tuple(sorted(sentences.items())),
    )


def keys(known: Look) -> tuple[str, ...]:
    """Return what to look a page up by: two that are one share at least one key."""
    found = [f"url:{known.url}"] if known.url else []
    if known.letters >= ENOUGH:
        longest = sorted(known.sentences, key=lambda one: (-one[1], one[0]))
        found.append(f"text:{known.digest}")
        found += [f"line:{digest}" for digest, _ in longest[:LOOKED_UP]]
    return tuple(found)


def one_page(a: Look, b: Look) -> bool:
    """Tell whether two texts are one page."""
    if a.url and a.url == b.url:
        return True
    if min(a.letters, b.letters) < ENOUGH:
        return False
    if _differ(a.outlet, b.outlet) or _differ(a.day, b.day):
        return False
    return a.digest == b.digest or (not _differ(a.url, b.url) and _near(a, b))


def clash(
    kept: tuple[Place, Look], new: tuple[Place, Look], *, origin: str
) -> Refusal | None:
    """Return why a text from `origin` must not take the id that another has, if so.

    A corrected file or feed takes the place of what it said before. But two files in
    two folders, or two feeds that count alike, may have one id by chance; the later
    must not wipe out the earlier.
    """
    (here, was), (there, now) = kept, new
    if here.id != there.id or here.file == there.file:
        return None
    if was.digest == now.digest or one_page(was, now):
        return None
    strangers = _differ(was.url, now.url) or _differ(was.outlet, now.outlet)
    if not there.names and not strangers:
        return None
    return Refusal(
        origin=origin,
        why=f"its id {there.id!r} is already that of another text, from {here.file}",
        hint="rename the file, or gather its correction from the same path",
    )


def url_key(url: str) -> str | None:
    """Return an address without what does not tell one page from another.

    An address without a host names no page: every site may have its `news/7`. Nor does
    a host alone: it is where pages are found.
    """
    try:
        parts = urlsplit(url.strip() if "://" in url else f"//{url.strip()}")
    except ValueError:
        return None
    host = HOSTS.sub("", parts.netloc.rpartition("@")[2].lower())
    host = re.sub(r":(?:80|443)$", "", host)
    if "." not in host:
        return None
    path = re.sub("/{2,}", "/", unquote(parts.path)).rstrip("/")
    numbered = NUMBER.search(f"{path}/")
    if numbered:
        return f"{host}/news/{numbered[1]}"
    query = sorted(
        (name, value)
        for name, value in parse_qsl(parts.query)
        if not TRACKING.fullmatch(name.lower())
    )
    if not path and not query:
        return None
    return f"{host}{path}?{urlencode(query)}".rstrip("?")


def _near(a: Look, b: Look) -> bool:
    """Tell whether most sentences of two texts are the same."""
    mine, other = dict(a.sentences), dict(b.sentences)
    shared = sum(mine[digest] for digest in mine.keys() & other.keys())
    shorter, longer = sorted((sum(mine.values()), sum(other.values())))
    return (
        shared >= ENOUGH
        and shared >= OF_SHORTER * shorter
        and shared >= OF_LONGER * longer
    )


def _differ(a: object, b: object) -> bool:
    """Tell whether two values are known and not the same."""
    return a is not None and b is not None and a != b


def _letters(text: str) -> str:
    """Return the letters and digits of a text."""
    return "".join(filter(str.isalnum, text))


def _digest(text: str) -> str:
    """Return a short name for a text."""
    return blake2b(text.encode(), digest_size=8).hexdigest()
