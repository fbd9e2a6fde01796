"""The document for offices: its directions, headings, tables, footnotes, pictures."""

import io
import re
import struct
import zipfile
import zlib
from functools import cache
from xml.etree import ElementTree as ET

import docx
import pytest

from reports.errors import RenderError
from reports.model import Chart
from reports.outline import Heading, Outline, Paragraph, Table
from reports.places import FONTS
from reports.publish.outlines import outline
from reports.render import to_docx, words
from reports.render.raster import to_png
from reports.render.word.elements import runs, tree
from reports.theme import Look, Theme
from tests.elsewhere import elsewhere
from tests.render.pages import SVG, briefing

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
NAMES = ["usual", "empty", "several", "moved", "country"]
CHARTS = {
    name: Chart(name=name, svg=SVG, alt=f"آنچه {name} نشان می‌دهد")
    for name in ("map", "meetings_in_time")
}
LOOK = Look(
    theme=Theme(
        organisation="استانداری آزمون",
        logo=SVG,
        classification="محرمانه",
        footer="برای آزمون",
    )
)


def told(name: str) -> Outline:
    return outline(briefing(name), words=words(), charts=CHARTS)


@cache
def made(name: str) -> bytes:
    return to_docx(told(name), charts=CHARTS, look=LOOK)


def part(name: str, path: str) -> ET.Element:
    with zipfile.ZipFile(io.BytesIO(made(name))) as parts:
        return ET.fromstring(parts.read(path))  # noqa: S314 - our own


def text(element: ET.Element) -> str:
    return "".join(one.text or "" for one in element.iter(f"{W}t"))


def values(element: ET.Element, tag: str) -> list[str | None]:
    return [one.get(f"{W}val") for one in element.iter(f"{W}{tag}")]


@pytest.mark.parametrize("name", NAMES)
def test_words_run_from_the_right_and_foreign_ones_do_not(name: str) -> None:
    for path in ("word/document.xml", "word/footnotes.xml", "word/header1.xml"):
        for run in part(name, path).iter(f"{W}r"):
            written = text(run)
            if not written:
                continue
            persian = re.search("[\u0621-\u06cc]", written)
            latin = re.search("[A-Za-z]", written)
            assert not (persian and latin), written
            assert (run.find(f"{W}rPr/{W}rtl") is None) == bool(latin), written


def test_every_style_and_the_page_run_from_the_right() -> None:
    styles = part("usual", "word/styles.xml")
    for style in styles.iter(f"{W}style"):
        letters = style.find(f"{W}rPr/{W}rFonts")
        assert letters is not None
        assert letters.get(f"{W}cs") == "Vazirmatn"
        sizes = [style.find(f"{W}rPr/{W}{tag}") for tag in ("sz", "szCs")]
        assert sizes[0].get(f"{W}val") == sizes[1].get(f"{W}val")  # type: ignore[union-attr]
        if style.get(f"{W}type") == "paragraph":
            assert style.find(f"{W}pPr/{W}bidi") is not None
    (language,) = styles.iter(f"{W}lang")
    assert language.get(f"{W}bidi") == "fa-IR"
    (page,) = part("usual", "word/document.xml").iter(f"{W}sectPr")
    assert page.find(f"{W}bidi") is not None


@pytest.mark.parametrize("name", NAMES)
def test_headings_are_those_of_the_outline(name: str) -> None:
    document = docx.Document(io.BytesIO(made(name)))
    found = [
        (int(one.style.name[-1]), one.text)
        for one in document.paragraphs
        if one.style.name.lower().startswith("heading")
    ]
    wanted = [
        (one.level, one.text) for one in told(name).blocks if isinstance(one, Heading)
    ]
    assert found == wanted


@pytest.mark.parametrize("name", NAMES)
def test_the_contents_lead_to_every_section(name: str) -> None:
    document = part(name, "word/document.xml")
    marks = {one.get(f"{W}name") for one in document.iter(f"{W}bookmarkStart")}
    links = [one.get(f"{W}anchor") for one in document.iter(f"{W}hyperlink")]
    sections = sum(
        one.level == 1 for one in told(name).blocks if isinstance(one, Heading)
    )
    assert len(links) == sections
    assert set(links) <= marks


@pytest.mark.parametrize("name", NAMES)
def test_tables_repeat_their_heads_and_keep_their_rows_whole(name: str) -> None:
    found = list(part(name, "word/document.xml").iter(f"{W}tbl"))
    wanted = [
        one
        for one in told(name).blocks
        if isinstance(one, Table) and one.place != "sheet" and one.rows
    ]
    assert len(found) == len(wanted)
    for table, given in zip(found, wanted, strict=True):
        assert table.find(f"{W}tblPr/{W}bidiVisual") is not None
        rows = table.findall(f"{W}tr")
        groups = {row.cells[0] for row in given.rows} if given.grouped else set()
        assert len(rows) >= 1 + len(given.rows) + len(groups)
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
        heads = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows]
        assert heads == [True] + [False] * (len(rows) - 1)


@pytest.mark.parametrize("name", NAMES)
def test_every_proof_is_one_footnote_and_every_call_leads_to_one(name: str) -> None:
    printed = [one for one in told(name).blocks if isinstance(one, Table | Paragraph)]
    notes = {
        note
        for one in printed
        for row in (one.rows if isinstance(one, Table) else (one,))
        for note in row.notes
        if not isinstance(one, Table) or one.place != "sheet"
    }
    feet = [
        one
        for one in part(name, "word/footnotes.xml").iter(f"{W}footnote")
        if one.get(f"{W}type") is None
    ]
    assert len(feet) == len(notes)
    assert {re.search("«(.*)»", text(one))[1] for one in feet} == {  # type: ignore[index]
        note.quote for note in notes
    }
    document = part(name, "word/document.xml")
    calls = [one.get(f"{W}id") for one in document.iter(f"{W}footnoteReference")]
    assert calls == [one.get(f"{W}id") for one in feet]
    marks = {one.get(f"{W}name") for one in document.iter(f"{W}bookmarkStart")}
    again = [one.text or "" for one in document.iter(f"{W}instrText")]
    named = {one.split()[1] for one in again if one.split()[0] == "NOTEREF"}
    assert named <= marks
    ids = [one.get(f"{W}id") for one in document.iter(f"{W}bookmarkStart")]
    assert len(ids) == len(set(ids))


def test_charts_are_pictures_that_are_told() -> None:
    document = part("usual", "word/document.xml")
    told_ = [one.get("descr") for one in document.iter() if one.tag.endswith("}docPr")]
    assert told_ == ["نشان استانداری آزمون", *(chart.alt for chart in CHARTS.values())]


def test_the_house_stands_on_every_page() -> None:
    assert "محرمانه" in text(part("usual", "word/header1.xml"))
    footer = part("usual", "word/footer1.xml")
    assert text(footer) == "برای آزمونصفحهٔ 1 از 1"
    codes = [one.text for one in footer.iter(f"{W}instrText")]
    assert codes == [" PAGE ", " NUMPAGES "]
    document = docx.Document(io.BytesIO(made("usual")))
    assert document.core_properties.author == "استانداری آزمون"
    assert document.core_properties.language == "fa-IR"
    assert "ساختگی" not in text(part("usual", "word/document.xml"))
    assert "ساختگی" in text(part("several", "word/document.xml"))


def test_the_document_carries_its_typeface() -> None:
    with zipfile.ZipFile(io.BytesIO(made("usual"))) as parts:
        table = ET.fromstring(parts.read("word/fontTable.xml"))  # noqa: S314
        locked = parts.read("word/fonts/font1.odttf")
    (face,) = table.iter(f"{W}embedRegular")
    key = bytes.fromhex(re.sub("[{}-]", "", face.get(f"{W}fontKey") or ""))[::-1]
    opened = bytes(a ^ b for a, b in zip(locked, key * 2, strict=False))
    given = (FONTS / "Vazirmatn-Regular.ttf").read_bytes()
    assert opened + locked[32:] == given


def test_the_same_outline_gives_the_same_bytes_in_any_process() -> None:
    assert elsewhere("tests.render.test_word", "made('usual')") == made("usual")


RUNS = {
    "one direction": ("سلام دنیا", [("سلام دنیا", True)]),
    "a name in brackets": (
        "سازمان (ASK Export) گفت",
        [("سازمان ", True), ("(ASK Export)", False), (" گفت", True)],
    ),
    "an address": (
        "در https://example.org/a?b=1 آمد",
        [("در ", True), ("https://example.org/a?b=1", False), (" آمد", True)],
    ),
    "neighbours": (
        "Əliyev و Москва",
        [("Əliyev", False), (" و ", True), ("Москва", False)],
    ),
    "markup": ("الف <b> & «ب»", [("الف <", True), ("b", False), ("> & «ب»", True)]),
    "what XML cannot hold": ("ا\x00ب\x0bپ", [("ابپ", True)]),
}


@pytest.mark.parametrize(("given", "wanted"), RUNS.values(), ids=RUNS)
def test_runs(given: str, wanted: list[tuple[str, bool]]) -> None:
    found = tree(f"<w:p>{runs(given)}</w:p>")
    assert [
        (text(one), one.find(f"{W}rPr/{W}rtl") is not None)
        for one in found.iter(f"{W}r")
    ] == wanted


def test_a_new_line_is_a_break() -> None:
    found = tree(f"<w:p>{runs('الف' + chr(10) + 'ب')}</w:p>")
    assert [one.tag for one in found.iter(f"{W}t", f"{W}br")] == [
        f"{W}t",
        f"{W}br",
        f"{W}t",
    ]


def test_a_drawing_becomes_dots() -> None:
    half = b'<rect width="36" height="36" fill="#0f5c6e"/>'
    (png,) = to_png(
        [
            b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 72 36">'
            + half
            + b"</svg>"
        ]
    )
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", png[16:24])
    assert (width, height) == (200, 100), "200 dots to an inch"
    start = png.index(b"IDAT") + 4
    length = struct.unpack(">I", png[start - 8 : start - 4])[0]
    rows = zlib.decompress(png[start : start + length])
    assert rows[1:4] == b"\x0f\x5c\x6e"
    assert rows[width * 3 - 2 : width * 3 + 1] == b"\xff\xff\xff"
    assert to_png([]) == ()


def test_a_drawing_of_no_size_is_refused() -> None:
    with pytest.raises(RenderError, match="viewBox"):
        to_png([b"<svg xmlns='http://www.w3.org/2000/svg'/>"])
