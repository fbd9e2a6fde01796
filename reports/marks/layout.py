"""An article laid out for a page: paragraphs cut into pieces, and what is over each.

Proofs cross: a statement holds half of a meeting's passage, and both hold names. So the
text is cut at every edge of a passage, and each piece knows all the passages over it.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from reports.lexicon import load
from reports.marks.proofs import Thing, cuts, things, unproved
from reports.model import Article, ArticleRecord, Evidence, Participant

#: Things that are a word or two; the others are told by whole sentences.
WORDS = frozenset({"participant", "organisation", "figure"})
#: What the page reads past: marked too, since a fact may be lost in it.
NOISE = "noise"
#: How many passages are drawn one under another; more stand in the list beside.
LANES = 5

PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """A range of the text that proves one thing, by one rule or several.

    `number` counts passages in reading order, `entry` the things of one kind. `lane`
    is how deep under the text its line is drawn; words are tinted and have none.
    """

    number: int
    thing: str
    entry: int
    start: int
    end: int
    quote: str
    proofs: tuple[Evidence, ...]
    lane: int | None


class Piece(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of text under the same passages; some begin here, some end here."""

    text: str
    over: tuple[Passage, ...]
    begins: tuple[Passage, ...]
    ends: tuple[Passage, ...]


class Paragraph(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the article that is not blank, and where it stands."""

    number: int
    start: int
    end: int
    pieces: tuple[Piece, ...]


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that was found: its fields that are known, and its passages."""

    thing: str
    number: int
    fields: dict[str, object]
    passages: tuple[Passage, ...]


class Explained(msgspec.Struct, frozen=True, kw_only=True):
    """An article laid out with all that was found in it, for a page."""

    article: Article
    record: ArticleRecord
    provinces: tuple[str, ...]
    countries: Mapping[str, str]
    groups: dict[str, tuple[Entry, ...]]
    lanes: int
    paragraphs: tuple[Paragraph, ...]


def explained(article: Article, record: ArticleRecord) -> Explained:
    """Lay an article out with all that was found in it."""
    counts: Counter[str] = Counter()
    numbered = []
    for one in (*things(record), *_noise(article, record)):
        counts[one.thing] += 1
        numbered.append((counts[one.thing], one))
    passages = _passages(article.text, numbered)
    of: dict[tuple[str, int], list[Passage]] = {}
    for passage in passages:
        of.setdefault((passage.thing, passage.entry), []).append(passage)
    groups: dict[str, list[Entry]] = {}
    for number, one in numbered:
        entry = Entry(
            thing=one.thing,
            number=number,
            fields=_fields(one.record, record),
            passages=tuple(of[one.thing, number]),
        )
        groups.setdefault(one.thing, []).append(entry)
    lexicon = load()
    return Explained(
        article=article,
        record=record,
        provinces=tuple(lexicon.provinces[code].name for code in record.provinces),
        countries=lexicon.countries,
        groups={thing: tuple(some) for thing, some in groups.items()},
        lanes=min(LANES, 1 + max((one.lane or 0 for one in passages), default=0)),
        paragraphs=tuple(_paragraphs(article.text, passages)),
    )


def _noise(article: Article, record: ArticleRecord) -> Iterator[Thing]:
    """Yield what was read past, as if the page were a rule."""
    for span in record.article.noise_spans:
        proof = Evidence(
            start=span.start,
            end=span.end,
            field=None,
            quote=article.text[span.start : span.end],
            rule="page/noise",
        )
        yield Thing(thing=NOISE, record=None, proofs=(proof,))


def _fields(one: msgspec.Struct | None, record: ArticleRecord) -> dict[str, object]:
    """Return the fields of a thing that the text fills, by name."""
    if one is None:
        return {}
    found = {
        name: value
        for name in one.__struct_fields__
        if name not in {"evidence", "participants"}
        and (value := getattr(one, name)) is not None
        and value is not False
        and value not in {(), "none"}
    }
    if isinstance(one, Participant):
        found["meetings"] = tuple(
            number
            for number, meeting in enumerate(record.meetings, 1)
            if any(unproved(one) == unproved(other) for other in meeting.participants)
        )
    return found


def _passages(text: str, numbered: Iterable[tuple[int, Thing]]) -> tuple[Passage, ...]:
    """Return every passage, in reading order and the longest first."""
    proofs: dict[tuple[int, int, str, int], list[Evidence]] = {}
    for number, one in numbered:
        for proof in one.proofs:
            place = (proof.start, proof.end, one.thing, number)
            proofs.setdefault(place, []).append(proof)
    order = sorted(proofs, key=lambda place: (place[0], -place[1], *place[2:]))
    told = [place for place in order if not _is_short(place[2], proofs[place])]
    lanes = dict(zip(told, _lanes([place[:2] for place in told]), strict=True))
    return tuple(
        Passage(
            number=number,
            thing=place[2],
            entry=place[3],
            start=place[0],
            end=place[1],
            quote=text[place[0] : place[1]],
            proofs=tuple(proofs[place]),
            lane=lanes.get(place),
        )
        for number, place in enumerate(order, 1)
    )


def _is_short(thing: str, proofs: Iterable[Evidence]) -> bool:
    """Tell whether a passage is a few words, to be tinted and not underlined."""
    if thing == "meeting":  # its day and its place
        return all(proof.field is not None for proof in proofs)
    return thing in WORDS or thing == NOISE


def _lanes(spans: Sequence[tuple[int, int]]) -> list[int]:
    """Return the lane of each range: the first that is free, short ranges before."""
    free: list[tuple[list[int], list[int]]] = []
    found = dict.fromkeys(range(len(spans)), 0)
    for one in sorted(found, key=lambda one: spans[one][1] - spans[one][0]):
        start, end = spans[one]
        for lane in range(len(free) + 1):
            if lane == len(free):
                free.append(([], []))
            starts, ends = free[lane]
            place = bisect_left(starts, end)
            if not place or ends[place - 1] <= start:
                break
        starts.insert(place, start)
        ends.insert(place, end)
        found[one] = lane
    return list(found.values())


def _paragraphs(text: str, passages: Sequence[Passage]) -> Iterator[Paragraph]:
    """Yield the lines of the text that are not blank, cut into their pieces."""
    lines = [found.span() for found in PARAGRAPH.finditer(text)]
    spans = [(passage.start, passage.end) for passage in passages]
    edges = sorted({edge for span in (*spans, *lines) for edge in span})
    pieces = cuts(edges, spans)
    first: dict[int, int] = {}
    last: dict[int, int] = {}
    rows = []
    for start, end in lines:
        row: list[tuple[int, int, tuple[int, ...]]] = []
        while not row or row[-1][1] < end:
            cut = next(pieces)
            if cut[0] < start:
                continue
            row.append(cut)
            for one in cut[2]:
                first.setdefault(one, cut[0])
                last[one] = cut[0]
        rows.append((start, end, row))
    for number, (start, end, row) in enumerate(rows, 1):
        inside = tuple(
            Piece(
                text=text[begin:stop],
                over=tuple(passages[one] for one in over),
                begins=tuple(passages[one] for one in over if first[one] == begin),
                ends=tuple(passages[one] for one in over if last[one] == begin),
            )
            for begin, stop, over in row
        )
        yield Paragraph(number=number, start=start, end=end, pieces=inside)
