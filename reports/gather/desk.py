"""Sort articles into pages: which texts are one, which of them counts, what is refused.

A portion of articles is laid among all that is kept and may be one with them. What
comes of it depends on texts and places alone, not on their order; only an id that is
taken is refused to whoever comes later.
"""

import datetime
from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Mapping
from typing import Literal

import msgspec

from reports.chronicle import Mention
from reports.gather.reading import Reading
from reports.gather.unions import Unions
from reports.model import ArticleRecord
from reports.sources import Look, Place, Refusal, clash, keys, one_page, place
from reports.store import Batch, Handed, Kept, Spot, Text, spot_key

Saved = Literal["new", "changed", "same"]


class Desk:
    """One portion of articles among the pages that they may be one with."""

    def __init__(
        self,
        texts: Iterable[Text],
        spots: Iterable[Spot],
        *,
        proofs: Mapping[str, str],
        withdrawn: Mapping[str, str],
    ) -> None:
        """Lay out what is kept, and keys that must not be.

        `proofs` are what the texts that are to be taken prove already, as JSON.
        """
        self._proofs, self._withdrawn = proofs, withdrawn
        self._looks: dict[str, Look] = {}
        self._given: dict[str, str] = {}
        self._found: dict[str, set[str]] = defaultdict(set)
        self._pages = Unions[str]()
        self._spots: dict[Place, str] = {}
        self._named: dict[str, set[Place]] = defaultdict(set)
        self._old: dict[str, str] = {}
        self._handed: dict[str, Reading] = {}
        self._moved: set[Place] = set()
        articles: dict[str, str] = {}
        for text in texts:
            known = msgspec.json.decode(text.look, type=Look) if text.look else None
            self._lay(text.id, text.given, known)
            self._old[text.id] = text.article
            self._pages.join([text.id, articles.setdefault(text.article, text.id)])
        for spot in spots:
            self._put(Place(spot.file, spot.id), spot.text)

    def take(self, one: Reading) -> Saved | Refusal:
        """Lay an article among the others; tell what that changes, or why it cannot."""
        handed, here = _handed(one), place(one.article)
        text = handed.id
        known, stood = text in self._given, self._spots.get(here)
        if text == stood and text in self._looks and self._proves(handed):
            return "same"
        taken_out = self._taken_out(one, here)
        if taken_out:
            return taken_out
        mates, refusal = self._mates(one.look, here, origin=one.article.origin)
        if refusal:
            return refusal
        alike = known and text in self._looks and self._proves(handed)
        self._lay(text, one.article.id, one.look)
        self._pages.join([text, *mates])
        self._put(here, text)
        self._moved.add(here)
        self._handed[text] = one
        if alike and stood is None:
            return "same"  # it only comes from another place
        return "changed" if known or mates else "new"

    def batch(
        self,
        *,
        read_records: Callable[[Iterable[str]], Mapping[str, ArticleRecord]],
        mentions: Callable[..., tuple[Mention, ...]],
    ) -> Batch:
        """Return all that has to be kept now."""
        moved = (self._spots[spot] for spot in self._moved)
        touched = self._pages.groups([*self._handed, *moved])
        standing = set(self._spots.values())
        counting = {self._counts(page, standing): page for page in touched}
        records = read_records(text for text in counting if text not in self._handed)
        articles: dict[str, str] = {}
        kept = []
        for text, page in counting.items():
            id_ = min(self._given[one] for one in page)
            articles |= dict.fromkeys(page, id_)
            one = self._handed.get(text)
            record = one.record if one else records[text]
            mentioned = one.mentions if one else ()
            if one is None or one.article.id != id_:
                own = msgspec.structs.replace(record.article, id=id_)
                record = msgspec.structs.replace(record, article=own)
                mentioned = mentions(record, identity=id_)
            kept.append(Kept(id=id_, text=text, record=record, mentions=mentioned))
        before = {self._old[text] for text in articles if text in self._old}
        return Batch(
            handed=tuple(map(_handed, self._handed.values())),
            spots=tuple(
                Spot(spot.file, spot.id, self._spots[spot]) for spot in self._moved
            ),
            articles=articles,
            kept=tuple(kept),
            gone=tuple(sorted(before - set(articles.values()))),
        )

    def _lay(self, text: str, given: str, known: Look | None) -> None:
        """Lay a text where it can be found."""
        self._pages.add(text)
        self._given[text] = given
        if known:
            self._looks[text] = known
            for key in keys(known):
                self._found[key].add(text)

    def _put(self, spot: Place, text: str) -> None:
        """Let a place hold a text."""
        self._spots[spot] = text
        self._named[spot.id].add(spot)

    def _proves(self, handed: Handed) -> bool:
        """Tell whether what a text proves is what is kept of it."""
        again = self._handed.get(handed.id)
        if again:
            return _handed(again).json == handed.json
        return self._proofs.get(handed.id) == handed.json

    def _mates(
        self, known: Look, here: Place, *, origin: str
    ) -> tuple[set[str], Refusal | None]:
        """Return the texts that are one page with a new one, or why it is refused."""
        mates = {self._spots[here]} if here in self._spots else set()
        for key in keys(known):
            mates |= {
                text for text in self._found[key] if one_page(known, self._looks[text])
            }
        refusals = {}
        for spot in sorted(self._named[here.id] - {here}):
            text = self._spots[spot]
            if text not in self._looks:
                continue
            other = (spot, self._looks[text])
            clashing = clash(other, (here, known), origin=origin)
            if clashing is None:
                mates.add(text)
            else:
                refusals[text] = clashing
        pages = {self._pages.leader(text) for text in mates}
        for text, refusal in refusals.items():
            if self._pages.leader(text) not in pages:
                return set(), refusal
        return mates, None

    def _taken_out(self, one: Reading, here: Place) -> Refusal | None:
        """Return that an article was withdrawn, if it was."""
        for key in withdrawing_keys(one, here):
            if key in self._withdrawn:
                id_ = self._withdrawn[key]
                return Refusal(
                    origin=one.article.origin,
                    why=f"it was withdrawn, as the article {id_!r}",
                    hint=f"`build.py withdraw --undo {id_}` lets it in again",
                )
        return None

    def _counts(self, page: Iterable[str], standing: Container[str]) -> str:
        """Return the text of a page that counts: of those that still stand, the newest.

        A text that its place has since replaced counts only when none stands any more.
        Of one day the longest counts: it is the one with headline and lead.
        """

        def rank(text: str) -> tuple[bool, datetime.date, int, str]:
            known = self._looks.get(text)
            day = known.day if known else None
            letters = known.letters if known else 0
            return text in standing, day or datetime.date.min, letters, text

        return max(page, key=rank)


def withdrawing_keys(one: Reading, here: Place) -> tuple[str, ...]:
    """Return the keys that tell whether an article was withdrawn."""
    return (spot_key(here.file, here.id), *keys(one.look))


def _handed(one: Reading) -> Handed:
    """Return an article as the store takes it."""
    return Handed(
        article=one.article,
        json=msgspec.json.encode(one.record).decode(),
        look=msgspec.json.encode(one.look).decode(),
        keys=keys(one.look),
    )
