"""Quantities with their units; years, ordinals, codes and clock times are none."""

from reports.extract.document import Document
from reports.model import Figure
from reports.text import Number, numbers

#: From here on things are counted; one or two are mentioned.
FEWEST = 3
#: Words that are no thing counted.
NO_COUNT = (
    "grammar/preposition",
    "grammar/conjunction",
    "grammar/verb",
    "grammar/determiner",
    "grammar/time",
    "speech/verb",
    "group_field",
    "modifier",
)
#: Longest unit, in words.
LONGEST_UNIT = 3
#: The printed unit of percentages.
PERCENT = "\u062f\u0631\u0635\u062f"


def figures(doc: Document) -> tuple[Figure, ...]:
    """Return the figures of `doc`, each once, in reading order."""
    found: list[Figure] = []
    seen: set[tuple[float, str]] = set()
    for number in numbers(doc.readable, doc.tokens, cues=doc.numeric):
        if number.kind not in ("cardinal", "percent"):
            continue
        figure = _figure(doc, number)
        if figure is None or (figure.value, figure.unit) in seen:
            continue
        seen.add((figure.value, figure.unit))
        found.append(figure)
    return tuple(found)


def _figure(doc: Document, number: Number) -> Figure | None:
    """Return the figure that `number` is the value of, if a unit follows."""
    at = doc.word_at(number.end)
    first = doc.word_at(number.start)
    if first >= len(doc.words):
        return None
    sentence = doc.sentence_of(first)
    if not sentence.body <= first < sentence.end:
        return None
    if number.kind == "percent":
        last = doc.word_at(number.phrase_end - 1) + 1
        unit = PERCENT
    else:
        stretch = _unit(doc, at, sentence.end) or _counted(
            doc, at, sentence.end, number=number
        )
        if stretch is None or _is_company(doc, stretch[0], number):
            return None
        begin, last = stretch
        if doc.hit(begin, "facts/soft_unit") is not None:
            return None
        known = doc.hit(begin, "facts/unit")
        whole = known is not None and known.end == last
        unit = known.value if known is not None and whole else doc.printed(begin, last)
    approx = number.approx
    remaining = doc.first(last, min(last + 8, sentence.end), "facts/remaining")
    if approx == "over" and remaining is not None:
        approx = "under"
    start = doc.word_at(number.phrase_start)
    return Figure(
        value=number.value,
        value_max=number.value_max,
        unit=unit,
        approx=approx,
        what=_what(doc, last, sentence.end),
        evidence=(
            doc.evidence(start, max(last, start + 1), rule=f"figure/{number.kind}"),
        ),
    )


def _counted(
    doc: Document, at: int, end: int, *, number: Number
) -> tuple[int, int] | None:
    """Return the word that is counted, though no list holds it as a unit."""
    if at >= end or number.value < FEWEST or not doc.words[at].isalpha():
        return None
    if doc.is_any(at, *NO_COUNT) or doc.hit(at, "facts/no_unit", "facts/soft_unit"):
        return None
    return at, at + 1


def _is_company(doc: Document, at: int, number: Number) -> bool:
    """Tell whether the number counts a few people in passing: "two of the staff"."""
    return number.value < FEWEST and doc.hit(at, "facts/measure") is None


def _unit(doc: Document, at: int, end: int) -> tuple[int, int] | None:
    """Return the words of the unit that begins at word `at`."""
    if at >= end:
        return None
    hit = doc.hit(at, "facts/unit", "facts/soft_unit")
    if hit is None or hit.end > end:
        return None
    last = hit.end
    following = doc.hit(last, "facts/unit_field") if last < end else None
    if doc.hit(at, "facts/headcount") is not None:
        # "A 120-strong economic delegation": the adjective is the delegation's.
        following = None
    while following is not None and last - at < LONGEST_UNIT + 2:
        last = following.end
        if last + 1 < end and doc.hit(last, "titles/and") is not None:
            following = doc.hit(last + 1, "facts/unit_field")
            if following is not None:
                last = following.end
                break
        following = doc.hit(last, "facts/unit_field") if last < end else None
    rate = doc.hit(last, "facts/rate") if last < end else None
    if rate is not None:
        last = rate.end
    return at, last


def _what(doc: Document, at: int, end: int) -> str | None:
    """Return the words behind the unit that tell what is counted."""
    last = at
    while last < min(end, at + 5):
        if not doc.words[last][0].isalpha() or doc.is_any(
            last,
            "grammar/verb",
            "grammar/preposition",
            "grammar/conjunction",
            "speech/noun",
        ):
            break
        last += 1
    return doc.printed(at, last) if last > at else None
