"""Fold the many spellings of Persian text into one, without losing the place.

`fold` levels characters; `skeleton` also joins the affixes that some pages write
apart, so that glued, half-spaced and spaced writing of a word read alike.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from functools import cache

import msgspec

from reports.model import Span

ZWNJ = "\u200c"

#: Characters that are written differently but read the same.
SAME = {
    "\u064a": "\u06cc",  # Arabic yeh -> Farsi yeh
    "\u0649": "\u06cc",  # alef maksura -> Farsi yeh
    "\u0626": "\u06cc",  # yeh with hamza -> Farsi yeh
    "\u06d2": "\u06cc",  # Urdu yeh barree -> Farsi yeh
    "\u0643": "\u06a9",  # Arabic kaf -> keheh
    "\u06aa": "\u06a9",  # swash kaf -> keheh
    "\u0629": "\u0647",  # teh marbuta -> heh
    "\u06c0": "\u0647",  # heh with yeh above -> heh
    "\u06c1": "\u0647",  # heh goal -> heh
    "\u06d5": "\u0647",  # Kurdish ae -> heh
    "\u06be": "\u0647",  # heh doachashmee -> heh
    "\u0623": "\u0627",  # alef with hamza above -> alef
    "\u0625": "\u0627",  # alef with hamza below -> alef
    "\u0671": "\u0627",  # alef wasla -> alef
    "\u0624": "\u0648",  # waw with hamza -> waw
    "\u066a": "%",  # Arabic percent sign
    "\u066b": ".",  # Arabic decimal separator
    "\u00a0": " ",
    "\u202f": " ",
    "\u2009": " ",
    "\u3000": " ",
    "\t": " ",
    "\r": "\n",
    "\u2028": "\n",
    "\u2029": "\n",
    **{chr(0x06F0 + n): str(n) for n in range(10)},  # Persian digits
    **{chr(0x0660 + n): str(n) for n in range(10)},  # Arabic digits
}

#: Characters that are read past: tatweel, vowel marks, a lone hamza, half-spaces,
#: joiners and the marks that only steer direction.
SILENT = frozenset(
    {
        "\u0640",
        "\u0621",
        "\u0654",
        "\u0655",
        "\u0670",
        "\u00ad",
        "\ufeff",
        "\u2060",
        *map(chr, range(0x064B, 0x0654)),
        *map(chr, range(0x200B, 0x2010)),
        *map(chr, range(0x202A, 0x202F)),
        *map(chr, range(0x2066, 0x206A)),
    }
)


class Folded(msgspec.Struct, frozen=True):
    """Folded text that remembers where each of its characters came from.

    From each of `steps` on, a character came from as much farther on as the same
    number of `shifts` says; `shifts` begins with what holds before the first step.
    """

    text: str
    steps: tuple[int, ...]
    shifts: tuple[int, ...]

    def origin(self, at: int) -> int:
        """Return where in the original the character `text[at]` came from."""
        return at + self.shifts[bisect_right(self.steps, at)]

    def source(self, start: int, end: int) -> Span:
        """Return the span in the original that `text[start:end]` was folded from."""
        return Span(self.origin(start), self.origin(end - 1) + 1)

    def place(self, origin: int) -> int:
        """Return the first character that came from `origin` or from behind it."""
        return bisect_left(range(len(self.text)), origin, key=self.origin)


#: Letters in the shapes that old programs drew, some of them several in one.
SHAPED = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")
#: Characters that are folded to another one.
DIFFERENT = re.compile(f"[{''.join(SAME)}]")
#: Characters that are not folded one to one.
UNEVEN = re.compile(f"[{''.join(sorted(SILENT))}]|{SHAPED.pattern}")


@cache
def _folded(char: str) -> str:
    """Return what an uneven character is folded to: nothing, itself, or plain forms."""
    if char in SILENT:
        return ""
    if SHAPED.match(char):
        plain = unicodedata.normalize("NFKC", char)
        return "".join(_folded(part) for part in plain if part != char)
    return char


def fold(text: str) -> Folded:
    """Fold `text` so that spellings which a reader takes as equal are equal."""
    kept: list[str] = []
    steps: list[int] = []
    shifts = [0]
    done = size = 0
    for uneven in UNEVEN.finditer(text):
        at = uneven.start()
        plain = _folded(text[at])
        kept += text[done:at], plain
        size += at - done
        for _ in plain:
            steps.append(size)
            shifts.append(at - size)
            size += 1
        done = at + 1
        steps.append(size)
        shifts.append(done - size)
    kept.append(text[done:])
    even = DIFFERENT.sub(lambda found: SAME[found[0]], "".join(kept))
    return Folded(even, tuple(steps), tuple(shifts))
