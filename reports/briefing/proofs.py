"""From evidence to printed proofs: one number for each source, one for each quote."""

import re
from collections.abc import Iterable, Mapping

import msgspec

from reports.briefing.contents import Proof, Source
from reports.model import Evidence, Page

#: What ends a sentence; a stop between digits does not.
SENTENCE_END = re.compile(r"[!?\u061f\n]|(?<!\d)\.|\.(?!\d)")
#: Longer sentences are cut down to the words about the claim.
LONGEST = 420
#: How many proofs of one claim are printed.
MOST = 3


class Passage(msgspec.Struct, frozen=True):
    """The words round a piece of evidence, and where they stand in the article."""

    start: int
    end: int
    quote: str

    def holds(self, other: "Passage", evidence: Evidence) -> bool:
        """Say whether `other`, made for `evidence`, tells nothing beyond this."""
        inside = self.start <= evidence.start and evidence.end <= self.end
        return inside or other.quote in self.quote


def readable(text: str | None, page: Page) -> str | None:
    """Return `text` with line breaks in the place of what is no part of the news.

    Stamps and credits of the page then end a sentence; offsets stay as they are.
    """
    if text is not None:
        for noise in page.noise_spans:
            blank = "\n" * (noise.end - noise.start)
            text = text[: noise.start] + blank + text[noise.end :]
    return text


def proofs(
    evidence: Iterable[Evidence], *, source: Source, texts: Mapping[str, str | None]
) -> tuple[Proof, ...]:
    """Return the proofs of one claim, each quote once, in reading order.

    Where the text of the article is at hand a quote is widened to its sentence. A
    quote that stands inside another one proves nothing more and is left out. The
    passages that support the whole record come before those of single fields.
    """
    text = texts.get(source.article)
    ranked = sorted(evidence, key=lambda one: one.field not in {None, "event"})
    kept: list[Passage] = []
    for one in ranked:
        found = _passage(text, one)
        if any(other.holds(found, one) for other in kept):
            continue
        kept = [other for other in kept if other.quote not in found.quote]
        kept.append(found)
    return tuple(
        Proof(
            source=source.number,
            outlet=source.outlet,
            published=source.published,
            quote=one.quote,
        )
        for one in sorted(kept[:MOST], key=lambda one: one.start)
    )


def _passage(text: str | None, evidence: Evidence) -> Passage:
    """Return the sentence that the quote stands in, or the quote alone."""
    start, end = evidence.start, evidence.end
    if text is None or text[start:end] != evidence.quote:
        return Passage(start, end, _squeezed(evidence.quote))
    before = [match.end() for match in SENTENCE_END.finditer(text, 0, start)]
    after = SENTENCE_END.search(text, end)
    first = before[-1] if before else 0
    last = after.end() if after else len(text)
    if last - first <= LONGEST:
        return Passage(first, last, _squeezed(text[first:last]))
    room = max(0, LONGEST - (end - start)) // 2
    left, right = max(first, start - room), min(last, end + room)
    if left > first:
        left = max(text.find(" ", left, start), 0) or start
    if right < last:
        right = max(text.rfind(" ", end, right), end)
    head = "\u2026" if left > first else ""  # horizontal ellipsis
    tail = "\u2026" if right < last else ""
    return Passage(left, right, f"{head}{_squeezed(text[left:right])}{tail}")


def _squeezed(text: str) -> str:
    """Return `text` on one line, without the marks of a headline before it."""
    return " ".join(text.split()).lstrip("# ")
