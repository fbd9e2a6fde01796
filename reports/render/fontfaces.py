"""Our two faces, made small enough to travel inside an HTML file."""

import base64
from functools import cache
from io import BytesIO

from fontTools import subset  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from reports.places import FONTS

FACES = (("Vazirmatn-Regular.ttf", 400), ("Vazirmatn-Bold.ttf", 700))
#: Basic Latin, Arabic with Persian letters and digits, punctuation, joiners.
KEPT = [*range(0x20, 0x7F), 0xAB, 0xBB, 0xB7, *range(0x600, 0x700)]
KEPT += [*range(0x2000, 0x2070), 0x2212]


@cache
def embedded_faces() -> str:
    """Return `@font-face` rules that hold the letters of our pages."""
    return "\n".join(
        "@font-face{font-family:Vazirmatn;font-weight:"
        f"{weight};src:url(data:font/ttf;base64,{_subset(name)})"
        ' format("truetype")}'
        for name, weight in FACES
    )


def _subset(name: str) -> str:
    """Return the letters kept of one face, in base64."""
    options = subset.Options(layout_features=["*"], notdef_outline=True)
    with TTFont(FONTS / name, recalcTimestamp=False) as font:
        subsetter = subset.Subsetter(options)
        subsetter.populate(unicodes=KEPT)
        subsetter.subset(font)
        made = BytesIO()
        font.save(made)
    return base64.b64encode(made.getvalue()).decode()
