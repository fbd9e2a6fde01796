"""The articles of a briefing: which are used, their numbers, what they prove."""

import datetime
from collections.abc import Callable, Iterable, Mapping
from typing import Literal

import msgspec

from reports.briefing.contents import Proof, Source, Subject
from reports.briefing.dossier import Dossier
from reports.briefing.people import known_sides
from reports.briefing.proofs import proofs, readable
from reports.briefing.times import Window, day_of_claims
from reports.chronicle import KnownEvent, Ref
from reports.model import ArticleRecord, Evidence, Meeting, Proposal, Side

#: How many proofs of one claim are printed, whoever told it.
MOST = 4

Where = Literal["abroad", "home"]


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """The articles used for one window, in the order of their numbers.

    `telling` are the ids of those whose claims belong to the window; the others are
    there because an event of the window refers to them. `sides` tells the side of
    people by name.
    """

    window: Window
    records: Mapping[str, ArticleRecord]
    sources: Mapping[str, Source]
    texts: Mapping[str, str | None]
    telling: frozenset[str]
    sides: Mapping[str, Side]

    def told(self, where: Where) -> tuple[ArticleRecord, ...]:
        """Return the records whose claims belong to the window, abroad or at home."""
        return tuple(
            record
            for id_, record in self.records.items()
            if id_ in self.telling and is_home(record) == (where == "home")
        )

    def place(self, refs: Iterable[Ref]) -> Where:
        """Say where a thing is printed: at home when all that tell of it are."""
        known = [self.records[ref.article] for ref in refs if ref.article in self]
        return "home" if known and all(map(is_home, known)) else "abroad"

    def __contains__(self, article: object) -> bool:
        """Say whether an article is used."""
        return article in self.records

    def meetings(self, refs: Iterable[Ref]) -> dict[Ref, Meeting]:
        """Return the meetings that articles of this sheet tell under `refs`."""
        return {
            ref: self.records[ref.article].meetings[ref.number]
            for ref in refs
            if ref.article in self
        }

    def proposals(self, refs: Iterable[Ref]) -> dict[Ref, Proposal]:
        """Return the proposals that articles of this sheet tell under `refs`."""
        return {
            ref: self.records[ref.article].proposals[ref.number]
            for ref in refs
            if ref.article in self
        }

    def proofs(self, evidence: Mapping[Ref, Iterable[Evidence]]) -> tuple[Proof, ...]:
        """Return the proofs of one claim that several articles tell, by their number.

        Each article has its say before any has a second one.
        """
        found = [
            proofs(one, source=self.sources[ref.article], texts=self.texts)
            for ref, one in evidence.items()
        ]
        found.sort(key=lambda one: one[0].source if one else 0)
        turns = [one[turn] for turn in range(MOST) for one in found if turn < len(one)]
        kept = dict.fromkeys(turns[:MOST])
        return tuple(sorted(kept, key=lambda one: one.source))

    def proof(
        self, record: ArticleRecord, evidence: Iterable[Evidence]
    ) -> tuple[Proof, ...]:
        """Return the proofs of a claim that one article makes."""
        return proofs(
            evidence, source=self.sources[record.article.id], texts=self.texts
        )


def sheet(
    dossier: Dossier,
    subject: Subject,
    window: Window,
    *,
    text_of: Callable[[str], str | None] = lambda _: None,
) -> Sheet:
    """Return the articles that a briefing on `subject` uses for `window`.

    Sources are numbered by the day of their page, undated ones last. `text_of` returns
    the text of an article by its id; where it is at hand, proofs quote the whole
    sentence.
    """
    own = [record for record in dossier.records if about(record, subject)]
    telling = {one.article.id for one in own if day_of_claims(one) in window}
    wanted = set(telling)
    for event in dossier.events:
        if falls(event, window):
            wanted |= {ref.article for ref in event.refs}
    used = sorted(
        (one for one in dossier.records if one.article.id in wanted), key=_page_order
    )
    return Sheet(
        window=window,
        records={one.article.id: one for one in used},
        sources={
            one.article.id: _source(one, number) for number, one in enumerate(used, 1)
        },
        texts={
            one.article.id: readable(text_of(one.article.id), one.article)
            for one in used
        },
        telling=frozenset(telling),
        sides=known_sides(dossier.people, used),
    )


def about(record: ArticleRecord, subject: Subject) -> bool:
    """Say whether what an article says belongs to the briefings on `subject`.

    Dealings of a province with our own foreign service belong to no relation.
    """
    if not record.relevant:
        return False
    if subject.kind == "province":
        return subject.code in record.provinces
    if subject.kind == "country":
        return True
    return not is_home(record) and subject.code in record.countries


def falls(event: KnownEvent, window: Window) -> bool:
    """Say whether an event belongs to `window`: by its day, or by its first page."""
    return window.touches(event.date or event.first, event.date_end)


def is_home(record: ArticleRecord) -> bool:
    """Say whether an article tells of dealings inside Iran."""
    return record.class_ == "domestic_foreign_relations"


def _page_order(record: ArticleRecord) -> tuple[datetime.date, str]:
    page = record.article
    return page.published or datetime.date.max, page.id


def _source(record: ArticleRecord, number: int) -> Source:
    page = record.article
    return Source(
        number=number,
        article=page.id,
        title=page.title,
        outlet=page.outlet,
        published=page.published,
        url=page.url,
        sample=page.sample,
        class_=record.class_,
    )
