"""Cut folded text into sentences."""

import re

from reports.model import Span
from reports.text.grammar import grammar, plain

#: Guillemets, curly and straight quotes, brackets: what they hold is not cut, as
#: long as they close on their line. Brackets and straight quotes must close soon.
HELD = re.compile(
    "\u00ab[^\u00ab\u00bb\\n]*\u00bb"
    "|\u201c[^\u201c\u201d\\n]*\u201d"
    '|"[^"\\n]{1,200}"'
    r"|\([^()\n]{1,200}\)"
)
CLOSERS = '\u00bb\u201d")]'
#: A line break, or a run of marks that may end a sentence: . ! ? with the Persian
#: question mark and the ellipsis, and what closes behind them.
STOP = re.compile(rf"\n|[.!?\u061f\u2026]+(?: ?[{re.escape(CLOSERS)}]+)?")
WORD_BEFORE = re.compile(r"[^\W\d_]{1,20}$")
WORD_AFTER = re.compile(r"\s*([^\W\d_]{1,20})")
LINE_END = re.compile(r" {0,20}(?:\n|\Z)")
ASCII_WORD = re.compile(r"[A-Za-z0-9]")

_WORDS = grammar("sentences")
ABBREVIATIONS = frozenset(_WORDS["abbreviations"])
CLOSING = frozenset(map(plain, _WORDS["closing"]))
CONTINUING = frozenset(map(plain, _WORDS["continuing"]))


def sentences(text: str) -> tuple[Span, ...]:
    """Return the sentences of folded `text`, trimmed, in reading order.

    A line break ends a sentence, since it parts headlines and paragraphs. A full
    stop inside a quotation does not: who said it stands outside.
    """
    held = _held(text)
    found: list[Span] = []
    start = 0
    for match in STOP.finditer(text):
        cut = match.end()
        if match.group() != "\n" and not _ends(text, start, match, held=held):
            continue
        _append(found, text, start, cut)
        start = cut
    _append(found, text, start, len(text))
    return tuple(found)


def _held(text: str) -> bytearray:
    """Return a mask of the characters that stand inside quotes or brackets."""
    mask = bytearray(len(text))
    for match in HELD.finditer(text):
        start, end = match.start() + 1, match.end() - 1
        mask[start:end] = b"\x01" * (end - start)
    return mask


def _ends(text: str, start: int, match: re.Match[str], *, held: bytearray) -> bool:
    """Tell whether the marks of `match` end the sentence that began at `start`."""
    first, end = match.span()
    marks = match.group()
    last_mark = first + len(marks.rstrip(CLOSERS + " ")) - 1
    after = text[end : end + 1]
    if held[first]:
        leaves = end > last_mark + 1 and not held[end - 1]
        if not leaves or text[end - 1] == ")":
            return False
        follows = WORD_AFTER.match(text, end, end + 40)
        carries_on = follows is not None and follows[1] in CONTINUING
        return not carries_on and after not in {".", "\u060c", ",", "\u061b", ":"}
    if ASCII_WORD.match(after) and last_mark + 1 == end:
        before = text[first - 1 : first]
        if after.isdigit() and before.isdigit():
            return False
        if ASCII_WORD.match(before) and not after.isdigit():
            return False
    if marks.startswith(("...", "\u2026")):
        return _last_word(text, start, first) in CLOSING or bool(
            LINE_END.match(text, end)
        )
    if marks[0] == ".":
        return not _is_short_form(text, start, first)
    return True


def _last_word(text: str, start: int, end: int) -> str:
    """Return the word that ends at `end`, or nothing."""
    while end > start and text[end - 1] == " ":
        end -= 1
    found = WORD_BEFORE.search(text[max(start, end - 21) : end])
    return found[0] if found else ""


def _is_short_form(text: str, start: int, stop: int) -> bool:
    """Tell whether the full stop at `stop` belongs to initials or a list number."""
    before = text[max(start, stop - 12) : stop]
    if stop - start < 12 and before.strip().isdigit():
        return True
    found = WORD_BEFORE.search(before)
    return found is not None and (len(found[0]) == 1 or found[0] in ABBREVIATIONS)


def _append(found: list[Span], text: str, start: int, end: int) -> None:
    """Add the trimmed sentence from `start` to `end`, unless it holds no word."""
    piece = text[start:end]
    if any(char.isalnum() for char in piece):
        start += len(piece) - len(piece.lstrip())
        found.append(Span(start, start + len(piece.strip())))
