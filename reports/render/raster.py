"""From drawings to pictures of dots, for programs that draw no SVG well.

The press draws them on pages of their own, and pdfium, the only other reader of PDF
that we have, paints those pages.
"""

import base64
import re
import struct
import zlib
from collections.abc import Iterator, Sequence

import pypdfium2
from weasyprint import HTML

from reports.errors import RenderError

#: Dots per inch: enough for paper, and small in a mail.
DENSITY = 200

VIEW = re.compile(rb'viewBox="([^"]+)"')


def to_png(drawings: Sequence[bytes]) -> tuple[bytes, ...]:
    """Return each SVG of `drawings` as PNG on a white ground, in its order."""
    if not drawings:
        return ()
    pages, sizes = [], []
    for number, svg in enumerate(drawings):
        width, height = _size(svg)
        sizes.append(f"@page p{number}{{size:{width}pt {height}pt;margin:0}}")
        source = base64.b64encode(svg).decode()
        pages.append(
            f'<img alt="" style="display:block;page:p{number};width:{width}pt;'
            f'height:{height}pt" src="data:image/svg+xml;base64,{source}">'
        )
    page = f"<style>{''.join(sizes)}body{{margin:0}}</style>{''.join(pages)}"
    return tuple(_painted(HTML(string=page).write_pdf()))


def _size(svg: bytes) -> tuple[float, float]:
    """Return the width and height of a drawing, in its own units."""
    found = VIEW.search(svg)
    if not found:
        raise RenderError("drawing", "no viewBox", hint="give the SVG a viewBox")
    _, _, width, height = map(float, found[1].split())
    return width, height


def _painted(pdf: bytes) -> Iterator[bytes]:
    """Yield every page of a PDF as PNG."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        for leaf in document:
            bitmap = leaf.render(scale=DENSITY / 72, rev_byteorder=True)
            length = bitmap.width * 3
            dots = bytes(bitmap.buffer)
            starts = range(0, bitmap.height * bitmap.stride, bitmap.stride)
            rows = b"".join(b"\0" + dots[at : at + length] for at in starts)
            size = struct.pack(">IIBBBBB", bitmap.width, bitmap.height, 8, 2, 0, 0, 0)
            leaf.close()
            yield b"".join(
                (
                    b"\x89PNG\r\n\x1a\n",
                    _chunk(b"IHDR", size),
                    _chunk(
                        b"pHYs", struct.pack(">IIB", *[round(DENSITY / 0.0254)] * 2, 1)
                    ),
                    _chunk(b"IDAT", zlib.compress(rows, 6)),
                    _chunk(b"IEND", b""),
                )
            )
    finally:
        document.close()


def _chunk(kind: bytes, content: bytes) -> bytes:
    """Return one piece of a PNG file."""
    checked = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", checked)
