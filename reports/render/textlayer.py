"""Keep the letters of a PDF as they were written, for copying and searching.

WeasyPrint 70.0 loses half-spaces: Pango hands a joiner back as an empty glyph, which
the press skips, and the letter before it may be mapped to nothing. And two letters
that are one glyph, such as lam-alef, are read back turned round by most readers,
because they reverse right-to-left text glyph by glyph and not letter by letter.

So before a line is drawn we put the font's own zero-width glyph in the place of a
joiner; and after a glyph of several letters we write zero-width glyphs which stand
for all of them but the last. Nothing moves on the page. Nothing is changed unless
the code is the one we know; the PDF then looks the same and is searched less well.
"""

# ruff: noqa: ANN401 - the types of cffi are made at run time

import inspect
import re
from collections.abc import Iterator
from functools import cache, wraps
from hashlib import sha256
from io import BytesIO
from itertools import groupby, pairwise
from typing import Any

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from weasyprint.draw import text as drawing
from weasyprint.text.ffi import ffi, pango

#: The drawing loop of WeasyPrint 70.0.
KNOWN = "1bb8eae6d88e71b17096a034656f3be17da8f1f513c78536c1c38d971927638b"

JOINERS = frozenset({"\u200c", "\u200d"})

#: Lines that need us: joiners, marks above and below letters, and the letters that
#: are drawn as one: lam with an alef, two lams with a heh.
CONCERNED = re.compile(
    "[\u200c\u200d\u064b-\u0655\u0670]|\u0644(?:[\u0622\u0623\u0625\u0627]|\u0644\u0647)"
)

#: Zero-width characters whose glyphs we may lend to letters; none is ever drawn.
LENT = "\u202a\u202b\u202c\u202d\u202e\u200b\u200e\u200f\ufeff"

GLYPHS = re.compile("<([0-9a-f]+)>")


def keep_letters() -> bool:
    """Change how lines are drawn, once; say whether letters are kept."""
    plain = drawing.draw_first_line
    if getattr(plain, "keeps_letters", False):
        return True
    if sha256(inspect.getsource(plain).encode()).hexdigest() != KNOWN:
        return False

    @wraps(plain)
    def draw_first_line(
        stream: Any, textbox: Any, overflow: Any, ellipsis: Any, matrix: Any
    ) -> Any:
        layout = textbox.pango_layout
        if not CONCERNED.search(layout.text):
            return plain(stream, textbox, overflow, ellipsis, matrix)
        first_line = layout.get_first_line

        def revealed() -> Any:
            line, index = first_line()
            for item in _runs(line):
                font, _ = stream.add_font(item.item.analysis.font)
                _Run(item, _ledger(font), layout.text.encode()).reveal()
            return line, index

        layout.get_first_line = revealed
        try:
            return plain(_Pen(stream), textbox, overflow, ellipsis, matrix)
        finally:
            del layout.get_first_line

    draw_first_line.keeps_letters = True  # type: ignore[attr-defined]
    drawing.draw_first_line = draw_first_line
    return True


class _Ledger:
    """Which glyphs of one font stand for what, beyond what the press knows."""

    def __init__(self, font: Any) -> None:
        blank = _blank_glyphs(font.file_content, font.index)
        self.font = font
        self.joiners = {char: blank[char] for char in JOINERS if char in blank}
        self._lendable = [blank[char] for char in LENT if char in blank]
        self._lent: dict[str, int] = {}
        #: The zero-width glyphs, in hexadecimal, that follow a glyph of many letters.
        self.tails: dict[str, str] = {}

    def name(self, glyph: int, letters: str) -> None:
        """Let a glyph stand for `letters`, unless it stands for something already."""
        self.font.to_unicode.setdefault(glyph, letters)

    def split(self, glyph: int, letters: str) -> None:
        """Let a glyph stand for the last of its letters, and others for the rest."""
        code = f"{glyph:04x}"
        if code in self.tails:
            return
        # Twins share a glyph: readers drop the second of two letters in one place.
        rest = ["".join(twins) for _, twins in groupby(letters[:-1])]
        new = sorted(set(rest) - self._lent.keys())
        if len(new) > len(self._lendable) or glyph in self.font.to_unicode:
            return
        for twins in new:
            blank = self._lent[twins] = self._lendable.pop()
            self.font.to_unicode[blank] = twins
            self.font.widths[blank] = 0
        self.font.to_unicode[glyph] = letters[-1]
        tail = (self._lent[twins] for twins in reversed(rest))
        self.tails[code] = "".join(f"{blank:04x}" for blank in tail)


class _Run:
    """Glyphs of one font and direction, seen as the clusters of letters they draw."""

    def __init__(self, item: Any, ledger: _Ledger, text: bytes) -> None:
        self._glyphs = item.glyphs.glyphs
        self._clusters = item.glyphs.log_clusters
        self._count = item.glyphs.num_glyphs
        self._to_left = item.item.analysis.level % 2 == 1
        offset, length = item.item.offset, item.item.length
        self._text = text[offset : offset + length]
        self._ledger = ledger

    def reveal(self) -> None:
        """Put real glyphs in place of empty ones and give each letter its glyph."""
        starts = {self._clusters[i] for i in range(self._count)}
        for start, end in pairwise(sorted(starts | {len(self._text)})):
            written = self._text[start:end].decode()
            if len(written) > 1 or written in JOINERS:
                drawn = [i for i in range(self._count) if self._clusters[i] == start]
                self._tell(written, drawn)

    def _tell(self, written: str, drawn: list[int]) -> None:
        """Say what the glyphs of one cluster stand for."""
        joiners = [char for char in written if char in JOINERS]
        letters = "".join(char for char in written if char not in JOINERS)
        seen = []
        for i in drawn:
            info = self._glyphs[i]
            if info.glyph != pango.PANGO_GLYPH_EMPTY:
                seen.append(info)
            elif len(joiners) == 1 and not info.geometry.width:
                glyph = self._ledger.joiners.get(joiners[0])
                if glyph is not None:
                    info.glyph = glyph
                    self._ledger.name(glyph, joiners[0])
        if len(seen) == 1 and len(letters) == 1:
            self._ledger.name(seen[0].glyph, letters)
        elif len(seen) == 1 and len(letters) > 1 and self._to_left:
            self._ledger.split(seen[0].glyph, letters)
        elif len(seen) == len(letters) == 2 and self._to_left:
            mark, letter = seen
            self._ledger.name(mark.glyph, letters[1])
            self._ledger.name(letter.glyph, letters[0])


class _Pen:
    """The stream of a page, which also writes the tails of glyphs."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream
        self._tails: dict[str, str] = {}
        self._by_hash: dict[str, dict[str, str]] = {}

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    def add_font(self, pango_font: Any) -> Any:
        """Remember the tails of the font by the name it is set by."""
        font, size = self._stream.add_font(pango_font)
        self._by_hash[font.hash] = _ledger(font).tails
        return font, size

    def set_font_size(self, name: str, size: float) -> None:
        """Turn to the tails of that font."""
        self._tails = self._by_hash.get(name, {})
        self._stream.set_font_size(name, size)

    def show_text(self, text: str) -> None:
        """Write glyphs with their tails."""
        self._stream.show_text(GLYPHS.sub(self._with_tails, text))

    def _with_tails(self, match: re.Match[str]) -> str:
        codes = [match[1][i : i + 4] for i in range(0, len(match[1]), 4)]
        return f"<{''.join(code + self._tails.get(code, '') for code in codes)}>"


def _runs(line: Any) -> Iterator[Any]:
    """Yield the runs of a line from the left."""
    run = line.runs
    while run != ffi.NULL:
        yield run.data
        run = run.next


def _ledger(font: Any) -> _Ledger:
    """Return the ledger that is kept with a font of one document."""
    if not hasattr(font, "ledger"):
        font.ledger = _Ledger(font)
    found: _Ledger = font.ledger
    return found


@cache
def _blank_glyphs(content: bytes, index: int) -> dict[str, int]:
    """Return the glyphs of a font that take no room, by character."""
    with TTFont(BytesIO(content), fontNumber=max(index, 0), lazy=True) as font:
        names = font.getBestCmap()
        return {
            char: font.getGlyphID(names[ord(char)])
            for char in (*sorted(JOINERS), *LENT)
            if ord(char) in names and font["hmtx"][names[ord(char)]][0] == 0
        }
