"""Whether all that a store holds agrees: what the doctor asks of it."""

import itertools
from collections import defaultdict
from collections.abc import Iterator

import msgspec
import sqlalchemy as sa

from reports.chronicle import Known, KnownEvent, KnownThread
from reports.model import ArticleRecord, Evidence
from reports.store.articles import Articles
from reports.store.keeping import subjects_of
from reports.store.known import ANY, Chronicle
from reports.store.rows import MOST
from reports.store.settling import Code, codes
from reports.store.tables import ABOUT, KNOWN, KNOWN_ABOUT

#: How many meetings, proposals and participants a record has.
Counts = tuple[int, int, int]


class Audit(Articles, Chronicle):
    """The part of the store that looks at itself."""

    def faults(self) -> Iterator[str]:
        """Yield what is wrong, as sentences; nothing, where nobody tampered with it.

        Province and bilateral briefings agree when each event is in the lists of all
        its provinces and states, in one form, and every list holds nothing else.
        """
        waiting = self.waiting()
        if waiting:
            yield f"{waiting} mentions are unsettled: a run was cut short"
        counts: dict[str, Counts] = {}
        near = self._links(ABOUT, ABOUT.c.article)
        yield from self._records(counts, dict(near))
        yield from self._knowns(counts, near)

    def _records(
        self, counts: dict[str, Counts], links: dict[str, set[Code]]
    ) -> Iterator[str]:
        """Look at what the articles prove, and count it."""
        for some in itertools.batched(self.records(), MOST):
            ids = [record.article.id for record in some]
            texts = {one.id: one.text for one in self.articles(ids)}
            for id_, record in zip(ids, some, strict=True):
                counts[id_] = _counts(record)
                if links.pop(id_, set()) != set(subjects_of(record)):
                    yield f"article {id_}: it is not in the lists of its subjects"
                text = texts.get(id_, "")
                for proof in _evidence(record):
                    if text[proof.start : proof.end] != proof.quote:
                        yield f"article {id_}: it does not say {proof.quote[:40]!r}"
        for id_ in sorted(links):
            yield f"article {id_}: it is in lists, and it has no record"

    def _knowns(
        self, counts: dict[str, Counts], near: dict[str, set[Code]]
    ) -> Iterator[str]:
        """Look at what many articles tell."""
        links = self._links(KNOWN_ABOUT, KNOWN_ABOUT.c.known)
        with self._reading() as connection:
            for json in connection.scalars(
                sa.select(KNOWN.c.json).order_by(KNOWN.c.id)
            ):
                known: Known = msgspec.json.decode(json, type=ANY)
                if links.pop(known.id, set()) != codes(known, near):
                    yield f"{known.id}: it is not in the lists of its subjects"
                which = 2
                if isinstance(known, KnownEvent | KnownThread):
                    which = 0 if isinstance(known, KnownEvent) else 1
                for ref in known.refs:
                    if ref.number >= counts.get(ref.article, (0, 0, 0))[which]:
                        yield f"{known.id}: {ref.article} proves no number {ref.number}"
        for id_ in sorted(links):
            yield f"{id_}: it is in lists, and nothing is known of it"

    def _links(self, table: sa.Table, column: sa.Column[str]) -> dict[str, set[Code]]:
        """Return the subjects in whose lists things are."""
        found: dict[str, set[Code]] = defaultdict(set)
        query = sa.select(column, table.c.kind, table.c.code)
        with self._reading() as connection:
            for id_, kind, code in connection.execute(query):
                found[id_].add((kind, code))
        return found


def _counts(record: ArticleRecord) -> Counts:
    """Return how many meetings, proposals and participants a record has."""
    people = sum(len(one.participants) for one in record.meetings)
    return len(record.meetings), len(record.proposals), people


def _evidence(part: object) -> Iterator[Evidence]:
    """Yield every proof in a record."""
    if isinstance(part, Evidence):
        yield part
    elif isinstance(part, tuple):
        for one in part:
            yield from _evidence(one)
    elif isinstance(part, msgspec.Struct):
        for name in part.__struct_fields__:
            yield from _evidence(getattr(part, name))
