"""From evidence to printed proofs: one number for each source, one for each quote."""

import re
from collections.abc import Iterable, Mapping

from reports.briefing.contents import Proof, Source
from reports.model import Evidence

#: What ends a sentence; a stop between digits does not.
SENTENCE_END = re.compile(r"[!?\u061f\n]|(?<!\d)\.|\.(?!\d)")
#: Longer sentences are cut down to the words about the claim.
LONGEST = 320
#: How many proofs of one claim are printed.
MOST = 3


def proofs(
    evidence: Iterable[Evidence], *, source: Source, texts: Mapping[str, str]
) -> tuple[Proof, ...]:
    """Return the proofs of one claim, each quote once, in reading order.

    Where the text of the article is at hand a quote is widened to its sentence. A
    quote that stands inside another one proves nothing more and is left out. The
    passages that support the whole record come before those of single fields.
    """
    text = texts.get(source.article)
    ranked = sorted(evidence, key=lambda one: one.field not in {None, "event"})
    spans = [_sentence(text, one) for one in ranked]
    kept: list[tuple[int, str]] = []
    for place, quote in spans:
        if any(quote in other for _, other in kept):
            continue
        kept = [(p, q) for p, q in kept if q not in quote]
        kept.append((place, quote))
    return tuple(
        Proof(
            source=source.number,
            outlet=source.outlet,
            published=source.published,
            quote=quote,
        )
        for _, quote in sorted(kept[:MOST])
    )


def _sentence(text: str | None, evidence: Evidence) -> tuple[int, str]:
    """Return where the quote stands and the sentence it stands in."""
    start, end = evidence.start, evidence.end
    if text is None or text[start:end] != evidence.quote:
        return start, _squeezed(evidence.quote)
    before = [match.end() for match in SENTENCE_END.finditer(text, 0, start)]
    after = SENTENCE_END.search(text, end)
    first = before[-1] if before else 0
    last = after.end() if after else len(text)
    if last - first > LONGEST:
        return start, _cut(text, start, end, first=first, last=last)
    return first, _squeezed(text[first:last])


def _cut(text: str, start: int, end: int, *, first: int, last: int) -> str:
    """Return the words round `start..end`, an ellipsis where words are left out."""
    room = max(0, LONGEST - (end - start)) // 2
    left, right = max(first, start - room), min(last, end + room)
    if left > first:
        left = max(text.find(" ", left, start), 0) or start
    if right < last:
        right = max(text.rfind(" ", end, right), end)
    head = "\u2026" if left > first else ""  # horizontal ellipsis
    tail = "\u2026" if right < last else ""
    return f"{head}{_squeezed(text[left:right])}{tail}"


def _squeezed(text: str) -> str:
    """Return `text` on one line."""
    return " ".join(text.split())
