"""Keep half-spaces in the text of a PDF: WeasyPrint 70.0 draws none of them.

Pango hands a joiner back as an empty glyph, which the press skips, so words copied
or searched in the PDF have lost theirs, and the letter before one may be mapped to
nothing. Before a line is drawn we put the font's own zero-width glyph in its place
and tell the letters of that cluster apart. Nothing is changed unless the code is
the one we know; the PDF then is as good as without this file.
"""

# ruff: noqa: ANN401 - the types of cffi are made at run time

import inspect
from functools import cache, wraps
from hashlib import sha256
from io import BytesIO
from itertools import pairwise
from typing import Any

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from weasyprint.draw import text as drawing
from weasyprint.text.ffi import ffi, pango

#: The drawing loop of WeasyPrint 70.0.
KNOWN = "1bb8eae6d88e71b17096a034656f3be17da8f1f513c78536c1c38d971927638b"

JOINERS = {"\u200c", "\u200d"}


def keep_halfspaces() -> bool:
    """Change how lines are drawn, once; say whether half-spaces are kept."""
    plain = drawing.draw_first_line
    if getattr(plain, "keeps_halfspaces", False):
        return True
    if sha256(inspect.getsource(plain).encode()).hexdigest() != KNOWN:
        return False

    @wraps(plain)
    def draw_first_line(
        stream: Any, textbox: Any, overflow: Any, ellipsis: Any, matrix: Any
    ) -> Any:
        layout = textbox.pango_layout
        first_line = layout.get_first_line

        def revealed() -> Any:
            line, index = first_line()
            if not JOINERS.isdisjoint(layout.text):
                _reveal(stream, line, layout.text.encode())
            return line, index

        layout.get_first_line = revealed
        try:
            return plain(stream, textbox, overflow, ellipsis, matrix)
        finally:
            del layout.get_first_line

    draw_first_line.keeps_halfspaces = True  # type: ignore[attr-defined]
    drawing.draw_first_line = draw_first_line
    return True


def _reveal(stream: Any, line: Any, text: bytes) -> None:
    """Put real glyphs in place of the empty ones that stand for joiners."""
    run = line.runs[0] if line.runs != ffi.NULL else ffi.NULL
    while run != ffi.NULL:
        item, run = run.data, run.next
        font, _ = stream.add_font(item.item.analysis.font)
        glyphs, clusters = item.glyphs.glyphs, item.glyphs.log_clusters
        count, offset = item.glyphs.num_glyphs, item.item.offset
        starts = sorted({clusters[i] for i in range(count)} | {item.item.length})
        ends = dict(pairwise(starts))
        for i in range(count):
            if glyphs[i].glyph != pango.PANGO_GLYPH_EMPTY:
                continue
            first = clusters[i]
            written = text[offset + first : offset + ends[first]].decode()
            joiner = next((char for char in written if char in JOINERS), None)
            if joiner is None or glyphs[i].geometry.width:
                continue
            glyph = _zero_width(font.file_content, font.index).get(joiner)
            if glyph is None:
                continue
            glyphs[i].glyph = glyph
            font.to_unicode.setdefault(glyph, joiner)
            # The letter shares the cluster; the press would map it to nothing.
            mates = [j for j in range(count) if clusters[j] == first and j != i]
            rest = "".join(char for char in written if char not in JOINERS)
            if len(mates) == 1 and rest:
                font.to_unicode.setdefault(glyphs[mates[0]].glyph, rest)


@cache
def _zero_width(content: bytes, index: int) -> dict[str, int]:
    """Return the glyphs of a font that stand for joiners and take no room."""
    with TTFont(BytesIO(content), fontNumber=max(index, 0), lazy=True) as font:
        names = font.getBestCmap()
        found = {}
        for joiner in JOINERS:
            name = names.get(ord(joiner))
            if name is not None and font["hmtx"][name][0] == 0:
                found[joiner] = font.getGlyphID(name)
        return found
