"""Make labels ready for drawing: Persian digits, direction, line breaks, shaping."""

import unicodedata
from collections.abc import Callable

import arabic_reshaper
from bidi.algorithm import get_display

#: Right-to-left mark: fixes the direction of a label whatever it begins with.
RLM = "\u200f"
ELLIPSIS = "\u2026"

#: Latin and Arabic digits to Persian ones.
DIGITS = str.maketrans(
    {
        **{chr(0x0030 + n): chr(0x06F0 + n) for n in range(10)},
        **{chr(0x0660 + n): chr(0x06F0 + n) for n in range(10)},
    }
)
#: Comma of thousands to the Arabic thousands separator.
THOUSANDS = str.maketrans({",": "\u066c"})

#: Tells how wide a text is drawn, in millimetres.
Measure = Callable[[str], float]


def fa(number: int) -> str:
    """Return `number` in Persian digits, thousands set apart."""
    return f"{number:,}".translate(THOUSANDS).translate(DIGITS)


def label(text: str) -> str:
    """Return `text` on one line and in Persian digits."""
    return " ".join(text.split()).translate(DIGITS)


def shaped(text: str, *, native: bool) -> str:
    """Return the string to hand to matplotlib so that `text` reads right to left.

    Where matplotlib shapes by itself (`native`), reshaping it first would draw it
    reversed; where it does not, the letters are joined and ordered here.
    """
    if native:
        return RLM + text
    visual: str = get_display(arabic_reshaper.reshape(text), base_dir="R")
    return "".join(c for c in visual if unicodedata.category(c) != "Cf")


def shortened(text: str, width: float, measure: Measure) -> str:
    """Return `text`, or as much of its beginning as fits `width`, with an ellipsis."""
    if measure(text) <= width:
        return text
    fits, too_long = 0, len(text)
    while too_long - fits > 1:
        middle = (fits + too_long) // 2
        if measure(_cut(text, middle)) <= width:
            fits = middle
        else:
            too_long = middle
    return _cut(text, fits)


def wrapped(text: str, width: float, lines: int, measure: Measure) -> tuple[str, ...]:
    """Break `text` into at most `lines` lines that fit `width`, shortening the rest.

    Where nothing need be cut, the lines are made about equally long.
    """
    broken = _broken(text, width, lines, measure)
    if len(broken) > 1 and " ".join(broken) == text:
        for share in (0.55, 0.65, 0.75, 0.85):
            even = _broken(text, width * share, len(broken), measure)
            if " ".join(even) == text:
                return even
    return broken


def _broken(text: str, width: float, lines: int, measure: Measure) -> tuple[str, ...]:
    """Fill line after line with whole words, and shorten what is left over."""
    done: list[str] = []
    words = text.split(" ")
    while words and len(done) < lines - 1:
        taken = 1
        while taken < len(words) and measure(" ".join(words[: taken + 1])) <= width:
            taken += 1
        done.append(shortened(" ".join(words[:taken]), width, measure))
        words = words[taken:]
    if words:
        done.append(shortened(" ".join(words), width, measure))
    return tuple(done)


def _cut(text: str, length: int) -> str:
    """Return the first `length` characters, ended cleanly, and an ellipsis."""
    kept = text[:length]
    while kept and (kept[-1] == " " or unicodedata.category(kept[-1]) in {"Cf", "Mn"}):
        kept = kept[:-1]
    return kept + ELLIPSIS
