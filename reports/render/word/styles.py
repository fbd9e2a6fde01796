"""How the words of a document look: one style for each kind of paragraph."""

import msgspec

from reports.render.word.elements import element
from reports.theme import Theme

FONT = "Vazirmatn"


class Style(msgspec.Struct, frozen=True, kw_only=True):
    """A style; sizes and spaces in points, `level` of a heading from 1."""

    id: str
    name: str
    size: float
    kind: str = "paragraph"
    bold: bool = False
    colour: str = "ink"
    before: float = 0
    after: float = 4
    line: float = 1
    keep: bool = False
    level: int | None = None
    list: bool = False
    ground: str | None = None
    raised: bool = False


STYLES = (
    Style(id="Normal", name="Normal", size=10),
    Style(id="Title", name="Title", size=26, bold=True, colour="accent", after=2),
    Style(id="Subtitle", name="Subtitle", size=13, colour="quiet"),
    Style(id="House", name="House", size=11, bold=True, colour="quiet", after=10),
    Style(
        id="Classification", name="Classification", size=10, bold=True, colour="alarm"
    ),
    Style(
        id="Heading1",
        name="heading 1",
        size=16,
        bold=True,
        colour="accent",
        before=20,
        after=6,
        keep=True,
        level=1,
    ),
    Style(
        id="Heading2",
        name="heading 2",
        size=12,
        bold=True,
        colour="accent",
        before=12,
        after=4,
        keep=True,
        level=2,
    ),
    Style(id="ContentsTitle", name="TOC Heading", size=13, bold=True, colour="accent"),
    Style(id="TOC1", name="toc 1", size=10, after=1),
    Style(id="Lead", name="Lead", size=9, colour="quiet", before=4),
    Style(id="Notice", name="Notice", size=10, bold=True, colour="alarm", after=10),
    Style(id="Item", name="List Bullet", size=10, after=2, list=True),
    Style(id="Caption", name="caption", size=10, bold=True, before=10, keep=True),
    Style(id="Picture", name="Picture", size=10),
    Style(id="Head", name="Table Head", size=9, bold=True, colour="accent", after=0),
    Style(id="Cell", name="Table Cell", size=9, after=0),
    Style(
        id="Group",
        name="Table Group",
        size=9,
        bold=True,
        colour="accent",
        after=0,
        keep=True,
    ),
    Style(id="Header", name="header", size=8, colour="quiet", after=0),
    Style(id="Footer", name="footer", size=8, colour="quiet", after=0),
    Style(id="FootnoteText", name="footnote text", size=8, after=1),
    Style(
        id="FootnoteReference",
        name="footnote reference",
        size=9,
        kind="character",
        bold=True,
        colour="accent",
        raised=True,
    ),
)


def style_sheet(theme: Theme) -> str:
    """Return all styles of a document, in the colours of a house."""
    palette = theme.palette
    return element(
        "styles",
        element(
            "docDefaults",
            element("rPrDefault", element("rPr", _fonts(), _sizes(10), _language())),
            element("pPrDefault", element("pPr", element("bidi"))),
        ),
        *(_style(one, palette[one.colour].lstrip("#")) for one in STYLES),
    )


def _style(one: Style, colour: str) -> str:
    """Return a style as it is written."""
    line = round(one.line * 240)
    spacing = {"before": round(one.before * 20), "after": round(one.after * 20)}
    paragraph = element(
        "pPr",
        element("keepNext") if one.keep else "",
        element("numPr", element("numId", val=1)) if one.list else "",
        element("bidi"),
        element("spacing", **spacing, line=line, lineRule="auto"),
        "" if one.level is None else element("outlineLvl", val=one.level - 1),
    )
    letters = element(
        "rPr",
        _fonts(),
        element("b") if one.bold else "",
        element("bCs") if one.bold else "",
        element("color", val=colour),
        _sizes(one.size),
        element("vertAlign", val="superscript") if one.raised else "",
    )
    return element(
        "style",
        element("name", val=one.name),
        element("basedOn", val="Normal") if one.id not in _ROOTS else "",
        element("qFormat"),
        paragraph if one.kind == "paragraph" else "",
        letters,
        type=one.kind,
        styleId=one.id,
        default=int(one.id == "Normal"),
    )


#: What is based on nothing: the first style, and one of letters.
_ROOTS = {"Normal", "FootnoteReference"}


def _fonts() -> str:
    return element("rFonts", ascii=FONT, hAnsi=FONT, eastAsia=FONT, cs=FONT)


def _sizes(points: float) -> str:
    """Return the size of Latin and of Persian letters, in half points."""
    half = round(points * 2)
    return element("sz", val=half) + element("szCs", val=half)


def _language() -> str:
    return element("lang", val="en-US", eastAsia="en-US", bidi="fa-IR")
