"""The parts of a document beside its text: settings, bullets, footnotes, typeface."""

import hashlib
import io
import uuid
import zipfile
from collections.abc import Iterable
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart

from reports.places import FONTS
from reports.render.word.elements import element, paragraph, run, tree
from reports.render.word.styles import FONT

FACES = {"embedRegular": "Vazirmatn-Regular.ttf", "embedBold": "Vazirmatn-Bold.ttf"}

#: The day that the files inside bear: the same outline gives the same bytes.
NO_DAY = (1980, 1, 1, 0, 0, 0)

_WORDS = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_FONT = "application/vnd.openxmlformats-officedocument.obfuscatedFont"


def settings() -> str:
    """Return what holds for the whole document."""
    return element(
        "settings",
        element("zoom", percent=100),
        element("embedTrueTypeFonts"),
        element("defaultTabStop", val=720),
        element("footnotePr", element("footnote", id=-1), element("footnote", id=0)),
        element(
            "compat",
            element(
                "compatSetting",
                name="compatibilityMode",
                uri="http://schemas.microsoft.com/office/word",
                val=15,
            ),
        ),
        element("themeFontLang", val="en-US", bidi="fa-IR"),
        element("decimalSymbol", val="."),
        element("listSeparator", val=","),
    )


def numbering() -> str:
    """Return the one kind of list there is: points."""
    level = element(
        "lvl",
        element("start", val=1),
        element("numFmt", val="bullet"),
        element("lvlText", val="\u2022"),  # bullet
        element("lvlJc", val="left"),
        element("pPr", element("ind", left=360, hanging=240)),
        ilvl=0,
    )
    kind = element("multiLevelType", val="singleLevel")
    return element(
        "numbering",
        element("abstractNum", kind, level, abstractNumId=0),
        element("num", element("abstractNumId", val=0), numId=1),
    )


def add_footnotes(document: Any, notes: Iterable[tuple[int, str]]) -> None:  # noqa: ANN401
    """Give the document its footnotes by their numbers, from 1."""
    root = element(
        "footnotes",
        _line(-1, "separator"),
        _line(0, "continuationSeparator"),
        *(
            element("footnote", paragraph("FootnoteText", words), id=number)
            for number, words in notes
        ),
    )
    _add(document, "footnotes", root, RELATIONSHIP_TYPE.FOOTNOTES)


def add_typeface(document: Any) -> None:  # noqa: ANN401
    """Let the document carry its typeface, under the key that its form asks for."""
    part = _add(document, "fontTable", element("fonts"), RELATIONSHIP_TYPE.FONT_TABLE)
    embedded = []
    for number, (tag, name) in enumerate(FACES.items(), 1):
        content = (FONTS / name).read_bytes()
        key = uuid.UUID(bytes=hashlib.md5(content, usedforsecurity=False).digest())
        place = PackURI(f"/word/fonts/font{number}.odttf")
        face = Part(place, _FONT, _locked(content, key), document.package)
        where = part.relate_to(face, RELATIONSHIP_TYPE.FONT)
        embedded.append(element(tag, r_id=where, fontKey=f"{{{str(key).upper()}}}"))
    font = element(
        "font",
        element("charset", val="B2"),  # Arabic letters
        element("family", val="swiss"),
        element("pitch", val="variable"),
        *embedded,
        name=FONT,
    )
    part.element.append(tree(font))


def _add(document: Any, name: str, root: str, kind: str) -> XmlPart:  # noqa: ANN401
    """Give the document a part of that name."""
    type_ = f"{_WORDS}.{name}+xml"
    part = XmlPart(PackURI(f"/word/{name}.xml"), type_, tree(root), document.package)
    document.relate_to(part, kind)
    return part


def packed(saved: bytes) -> bytes:
    """Return a file of parts with the same content and no days of its own."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(saved)) as given,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for one in given.infolist():
            new.writestr(
                zipfile.ZipInfo(one.filename, NO_DAY),
                given.read(one),
                zipfile.ZIP_DEFLATED,
            )
    return made.getvalue()


def _line(number: int, kind: str) -> str:
    """Return the line above the footnotes of a page."""
    words = paragraph("FootnoteText", run(element(kind)))
    return element("footnote", words, type=kind, id=number)


def _locked(content: bytes, key: uuid.UUID) -> bytes:
    """Return a font as documents hold it: its beginning mixed with its key."""
    pad = bytes(reversed(key.bytes)) * 2
    begun = bytes(a ^ b for a, b in zip(content[:32], pad, strict=True))
    return begun + content[32:]
