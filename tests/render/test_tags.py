"""What a PDF says to those who listen to it, and what an archive asks of it."""

import io
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import outloud
import pikepdf
import pytest

from reports.render import to_pdf
from tests.render.pages import page, printed

#: A province, an empty one, relations, one in which things moved, and all.
NAMES = ["usual", "empty", "several", "long", "moved", "country", "idle"]

PAGE = '<html lang="fa" dir="rtl"><title>-</title><body>'


class Tree:
    """The tags of a PDF, as somebody listens to them."""

    def __init__(self, pdf: bytes) -> None:
        self.pdf = pikepdf.open(io.BytesIO(pdf))
        self.root = self.pdf.Root["/StructTreeRoot"]
        self.elements = list(self._below(self.root["/K"][0]))

    def _below(self, element: pikepdf.Object) -> Iterator[pikepdf.Object]:
        yield element
        for child in self.children(element):
            yield from self._below(child)

    def children(self, element: pikepdf.Object) -> list[pikepdf.Object]:
        return [
            kid
            for kid in element["/K"]
            if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/StructElem"
        ]

    def of(self, kind: str) -> list[pikepdf.Object]:
        return [one for one in self.elements if one["/S"] == f"/{kind}"]

    def marked(self) -> set[tuple[int, int]]:
        """Return the places of all content that the tags tell, by page."""
        pages = {leaf.objgen: at for at, leaf in enumerate(self.pdf.pages)}
        return {
            (pages[one["/Pg"].objgen], int(kid))
            for one in self.elements
            for kid in one["/K"]
            if isinstance(kid, int)
        }

    def content(self) -> Iterator[tuple[int, str]]:
        """Yield the commands of every page as text."""
        for at, leaf in enumerate(self.pdf.pages):
            yield at, leaf.obj["/Contents"].read_bytes().decode("latin-1")


@pytest.mark.parametrize("name", NAMES)
def test_a_checker_finds_no_error(name: str, tmp_path: Path) -> None:
    path = tmp_path / "briefing.pdf"
    path.write_bytes(printed(name).pdf)
    told = outloud.check(str(path), layers=["conformance"])
    assert told.error is None
    assert [
        f"{one.rule}: {one.message}" for one in told.findings if one.severity == "error"
    ] == []


@pytest.mark.parametrize("name", NAMES)
def test_everything_is_either_told_or_decoration(name: str) -> None:
    tree = Tree(printed(name).pdf)
    written = {
        (at, int(place))
        for at, commands in tree.content()
        for place in re.findall(r"/MCID (\d+)", commands)
    }
    assert written == tree.marked()
    for at, commands in tree.content():
        running = commands.count("/Artifact\n<</Type /Pagination>>\nBDC")
        assert bool(running) == (at > 0), "running headers, but none on the cover"


@pytest.mark.parametrize("name", NAMES)
def test_headings_go_down_one_step_at_a_time(name: str) -> None:
    tree = Tree(printed(name).pdf)
    kinds = (str(one["/S"])[1:] for one in tree.elements)
    levels = [int(kind[1]) for kind in kinds if re.fullmatch(r"H\d", kind)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    steps = pairwise(levels)
    assert [pair for pair in steps if pair[1] > pair[0] + 1] == []


def test_headers_say_what_they_head_and_charts_what_they_show() -> None:
    tree = Tree(printed("usual").pdf)
    scopes = [str(one["/A"]["/Scope"]) for one in tree.of("TH")]
    assert set(scopes) == {"/Column", "/Row"}
    figures = tree.of("Figure")
    assert len(figures) == 3
    assert all(str(one["/Alt"]) == "نموداری برای آزمون" for one in figures)
    assert len(tree.of("H2")) == page("usual").count("<h2 ")


def test_the_contents_are_a_list_of_links_without_dots() -> None:
    tree = Tree(printed("usual").pdf)
    entries = [entry for column in tree.of("TOC") for entry in tree.children(column)]
    assert {str(one["/S"]) for one in entries} == {"/TOCI"}
    assert len(entries) == len(tree.of("H2"))
    for entry in entries:
        (link,) = tree.children(entry)
        assert link["/S"] == "/Link"
        kinds = [
            kid.get("/Type", "") if isinstance(kid, pikepdf.Dictionary) else "text"
            for kid in link["/K"]
        ]
        assert kinds.count("text") == 1, "its words"
        assert kinds.count("/StructElem") == 1, "its page"
        assert kinds.count("/OBJR") > 0, "where it can be clicked"


def test_footnotes_are_notes_with_labels() -> None:
    tree = Tree(printed("usual").pdf)
    notes = tree.of("Note")
    proofs = page("usual").count('class="footnote"')
    assert len(notes) == proofs
    assert [str(one["/ID"]) for one in notes] == [
        f"note-{number}" for number in range(1, proofs + 1)
    ]
    assert all(tree.children(one)[0]["/S"] == "/Lbl" for one in notes)


def test_links_are_printed_as_they_are_shown() -> None:
    pdf = Tree(printed("usual").pdf).pdf
    links = [
        one
        for one in pdf.objects
        if isinstance(one, pikepdf.Dictionary) and one.get("/Subtype") == "/Link"
    ]
    assert len(links) > 11
    assert {int(one["/F"]) for one in links} == {4}


OTHER = {
    "a link with markup": '<p><a href="#b"><b id="b">الف</b> ب</a></p>',
    "a list of links with words": '<div><p>الف <a href="#b">ب</a><p id="b">پ</div>',
    "navigation": '<nav><div><p id="b">الف</div></nav><main><h1>ب</h1></main>',
    "no contents and no notes": "<h1>الف</h1>",
}


@pytest.mark.parametrize("body", OTHER.values(), ids=OTHER)
def test_other_pages_stay_as_they_are(body: str) -> None:
    tree = Tree(to_pdf(PAGE + body).pdf)
    assert tree.of("TOC") == tree.of("Note") == []
    assert all(len(one["/K"]) for one in tree.of("Link"))
    written = sum(commands.count("/MCID ") for _, commands in tree.content())
    assert written == len(tree.marked())


# WeasyPrint 70.0 leaves its file of colours to the garbage collector.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_an_archive_gets_the_data_with_the_pages() -> None:
    made = to_pdf(page("empty"), variant="pdf/a-3u", attached={"briefing.json": b"{}"})
    assert made.complaints == ()
    with pikepdf.open(io.BytesIO(made.pdf)) as pdf:
        (attached,) = pdf.Root["/AF"]
        assert attached["/AFRelationship"] == "/Data"
        assert pdf.attachments["briefing.json"].get_file().read_bytes() == b"{}"
        assert "/StructTreeRoot" in pdf.Root
        with pdf.open_metadata() as told:
            assert (told["pdfaid:part"], told["pdfaid:conformance"]) == ("3", "U")
    again = to_pdf(page("empty"), variant="pdf/a-3u", attached={"briefing.json": b"{}"})
    assert made.pdf == again.pdf
