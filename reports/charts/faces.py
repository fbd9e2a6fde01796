"""Our two faces, as matplotlib measures and draws them."""

from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Literal

from matplotlib import ft2font
from matplotlib.font_manager import FontProperties, get_font
from matplotlib.path import Path as Outline
from matplotlib.textpath import text_to_path

from reports.charts.lettering import shaped
from reports.places import FONTS

POINT = 25.4 / 72

#: How far the side that a line of words stands at is from its left end.
SHARE = {"left": 0.0, "center": 0.5, "right": 1.0}

Side = Literal["left", "center", "right"]

#: The units of an em that outlines are told in.
EM = 1000
SCALE = EM / text_to_path.FONT_SCALE

#: The letter of SVG and the number of points of each kind of step.
LETTERS = {
    Outline.MOVETO: ("m", 1),
    Outline.LINETO: ("l", 1),
    Outline.CURVE3: ("q", 2),
    Outline.CURVE4: ("c", 3),
}


def native_shaping() -> bool:
    """Tell whether this matplotlib joins and orders Persian letters by itself."""
    return getattr(ft2font, "__libraqm_version__", None) is not None


@cache
def font(size: float, *, bold: bool = False) -> FontProperties:
    """Return the house font; it has no fall-back, so a missing glyph is noticed."""
    weight = "bold" if bold else "normal"
    return FontProperties(
        family="Vazirmatn", weight=weight, fname=_file(bold=bold), size=size
    )


def _file(*, bold: bool) -> Path:
    """Return where a face lies."""
    return FONTS / ("Vazirmatn-Bold.ttf" if bold else "Vazirmatn-Regular.ttf")


def text_width(text: str, *, size: float, bold: bool = False) -> float:
    """Return how wide `text` is drawn, in millimetres."""
    width, _, _ = extent(shaped(text, native=native_shaping()), bold=bold)
    return width * size * POINT


@lru_cache(maxsize=8192)
def extent(drawn: str, *, bold: bool) -> tuple[float, float, float]:
    """Return width, height and depth of words made ready for drawing, in ems."""
    wide, high, deep = text_to_path.get_text_width_height_descent(
        drawn, font(1.0, bold=bold), ismath=False
    )
    return float(wide), float(high), float(deep)


@lru_cache(maxsize=4096)
def outline(text: str, *, bold: bool) -> str:
    """Return the letters of `text` as the data of an SVG path, from the left end."""
    face = get_font(_file(bold=bold))
    face.set_size(text_to_path.FONT_SCALE, text_to_path.DPI)
    known, written = _glyphs(bold=bold)
    letters, known, _ = text_to_path.get_glyphs_with_font(
        face, shaped(text, native=native_shaping()), glyph_map=known
    )
    for name, *_ in letters:
        if name not in written:
            written[name] = _strokes(*known[name])
    return "".join(
        f"M{round(x * SCALE)} {round(y * SCALE)}{written[name]}"
        for name, x, y, _ in letters
        if written[name]
    )


@cache
def _glyphs(*, bold: bool) -> tuple[dict[str, Any], dict[str, str]]:  # noqa: ARG001
    """Return the glyphs of one face met so far: as matplotlib has them, as we do."""
    return {}, {}


def _strokes(vertices: Any, codes: Any) -> str:  # noqa: ANN401 - arrays
    """Return a glyph as the data of an SVG path that begins where the pen stands."""
    points = [(round(x * SCALE), round(y * SCALE)) for x, y in vertices]
    place = first = (0, 0)
    data = []
    step = 0
    while step < len(codes):
        code = codes[step]
        if code == Outline.CLOSEPOLY:
            data.append("z")
            place = first
            step += 1
            continue
        letter, length = LETTERS[code]
        run = points[step : step + length]
        data.append(letter + " ".join(f"{x - place[0]} {y - place[1]}" for x, y in run))
        place = run[-1]
        if code == Outline.MOVETO:
            first = place
        step += length
    return "".join(data)
