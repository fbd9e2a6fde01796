"""What every table of an outline is made of: columns, cells and proofs, all set."""

import datetime
from collections.abc import Iterable, Mapping, Sequence

from reports.briefing.contents import Proofs, Source
from reports.outline import Cell, Column, Day, Kind, Note, Place, Row, Table
from reports.render import Words, days_fa, place_fa
from reports.text.dates import day_fa
from reports.text.setting import typeset

#: Between names in one cell, and between the lines of one.
AND, LINE = "\u061b ", "\n"  # Persian semicolon


class Cells:
    """Makes the cells of one briefing from its words and its sources."""

    def __init__(self, words: Words, sources: Iterable[Source]) -> None:
        """Keep the printed words, and the sources by their numbers."""
        self.words = words
        self.phrase: Mapping[str, str] = words["phrase"]
        self._sources = {source.number: source for source in sources}

    def table(
        self,
        sheet: str,
        part: str,
        columns: tuple[Column, ...],
        rows: Iterable[Row],
        *,
        empty: str = "",
        grouped: bool = False,
        noted: str | None = None,
        place: Place = "both",
    ) -> Table:
        """Return a table under the printed names of its sheet and its part."""
        return Table(
            sheet=self.words["sheet"][sheet],
            part=self.words["part"].get(part, ""),
            columns=columns,
            rows=tuple(rows),
            empty=self.words["nothing"].get(empty or sheet, ""),
            grouped=grouped,
            noted=noted,
            place=place,
        )

    def column(
        self, id_: str, width: int, place: Place = "both", *, kind: Kind = "text"
    ) -> Column:
        """Return a column under its printed name."""
        title = self.words["column"][id_]
        return Column(id=id_, title=title, width=width, kind=kind, place=place)

    def facts(
        self,
        part: str,
        rows: Iterable[tuple[Cell, ...]],
        *,
        compared: bool = False,
        place: Place = "both",
    ) -> Table:
        """Return a table of what things are called, what they are, and were before."""
        columns = (
            self.column("label", 34),
            self.column("count", 60),
            self.column("before", 20, "both" if compared else "sheet"),
        )
        made = (Row((*row, *(None,) * (len(columns) - len(row)))) for row in rows)
        return self.table("overview", part, columns, made, place=place)

    def day(
        self, first: datetime.date | None, last: datetime.date | None = None
    ) -> Day | None:
        """Return a day or a range of days; sheets count by the first."""
        if first is None:
            return None
        return Day(first, days_fa(first, last) if last else day_fa(first))

    def answer(self, given: bool) -> str:  # noqa: FBT001 - the one thing answered
        """Return yes or no."""
        return self.phrase["yes" if given else "no"]

    def party(self, name: str | None) -> str | None:
        """Return the name of one who did something, or that both sides did."""
        return str(self.words["side"]["both"]) if name == "both" else fit(name)

    def parties(self, names: Iterable[str]) -> str | None:
        """Return several names in one cell."""
        return AND.join(filter(None, map(self.party, names))) or None

    def topic(self, code: str) -> str:
        """Return the name of a topic, or of what a finer one belongs to."""
        top = code.partition(".")[0]
        found: str = self.words["topic"].get(top, top)
        return found

    def subtopic(self, code: str) -> str:
        """Return the name of a fine topic, or that of the one it belongs to."""
        found: str = self.words["subtopic"].get(code) or self.topic(code)
        return found

    def notes(self, proofs: Proofs) -> tuple[Note, ...]:
        """Return the proofs of a claim."""
        return tuple(
            Note(
                source=proof.source,
                article=self._sources[proof.source].article,
                outlet=fit(proof.outlet) or self.phrase["outlet"],
                page=day_fa(proof.published)
                if proof.published
                else self.phrase["undated_page"],
                quote=typeset(proof.quote),
            )
            for proof in proofs
            if proof.source in self._sources  # the gate objects to the others
        )


def fit(text: str | None) -> str | None:
    """Return text as it is printed, or `None` where nothing is told."""
    return typeset(text) if text else None


def lines(*texts: str | None) -> str | None:
    """Return what is told of `texts`, each on a line of its own."""
    return LINE.join(filter(None, texts)) or None


def places(codes: Sequence[str]) -> str | None:
    """Return the names of provinces or states in one cell."""
    return AND.join(map(place_fa, codes)) or None
