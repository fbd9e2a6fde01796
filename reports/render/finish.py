"""Last touches to a PDF before it is written: what the press leaves out.

The tree of tags is put right for those who listen to it: running headers and leader
dots are no text, footnotes are notes, a contents list is one, and each header of a
table says what it heads.
"""

# ruff: noqa: ANN401 - the objects of a PDF are of any kind

from collections.abc import Iterator
from typing import Any

import pydyf

#: The flag of an annotation that paper shows as the screen does.
PRINTED = 4

#: What is repeated on every page, and what only decorates it.
PAGINATION = pydyf.Dictionary({"Type": "/Pagination"})
LAYOUT = pydyf.Dictionary({"Type": "/Layout"})

#: A page and a place in its content, as the tags name it.
Place = tuple[int, int]


class Finisher:
    """Finishes one PDF, and keeps the names of the fonts in it."""

    def __init__(self) -> None:
        """Begin with no fonts."""
        self.fonts: tuple[str, ...] = ()

    def __call__(self, _document: object, pdf: pydyf.PDF) -> None:
        """Change `pdf` where the press has left something to do."""
        preferences = pdf.catalog.setdefault("ViewerPreferences", pydyf.Dictionary())
        preferences["Direction"] = "/R2L"
        self.fonts = tuple(sorted(set(_fonts(pdf))))
        for one in pdf.objects:
            if isinstance(one, pydyf.Dictionary) and one.get("Subtype") == "/Link":
                one["F"] = PRINTED
        if "AF" in pdf.catalog:  # the press names each attached file twice
            pdf.catalog["AF"] = pydyf.Array(dict.fromkeys(pdf.catalog["AF"]))
        _Tags(pdf).put_right()


class _Tags:
    """The tree of tags of one PDF."""

    def __init__(self, pdf: pydyf.PDF) -> None:
        self._by_reference: dict[Any, Any] = {one.reference: one for one in pdf.objects}
        self._pdf = pdf
        self._root = self._by_reference[pdf.catalog["StructTreeRoot"]]
        (self._document,) = self._children(self._root)
        #: By turns a number and its element; or, of a page, all its elements.
        self._places = self._by_reference[self._root["ParentTree"]]["Nums"]
        #: The element of each piece of marked content, by page.
        self._marked = list(self._places[1 : 2 * len(pdf.page_references) : 2])

    def put_right(self) -> None:
        """Change the tree, and turn what is no text into artifacts."""
        self._name_notes()
        self._name_contents()
        decoration = dict.fromkeys(self._leaders(), LAYOUT)
        reached = {one.reference for one in self._below(self._document)}
        for page, elements in enumerate(self._marked):
            for place, reference in enumerate(elements):
                if reference not in reached:
                    decoration[page, place] = PAGINATION
        self._take_out(decoration)
        for one in self._pdf.objects:
            if _is_element(one) and one.reference not in reached:
                one.free = "f"
        for one in self._below(self._document):
            if one["S"] == "/TH":
                row = self._by_reference[one["P"]]
                in_head = self._by_reference[row["P"]]["S"] == "/THead"
                one["A"]["Scope"] = "/Column" if in_head else "/Row"

    def _name_notes(self) -> None:
        """Call what stands in the area for footnotes a note with its label.

        That area has no element of its own, and nothing but spans in it.
        """
        number = 0
        for area in self._children(self._document, "/NonStruct"):
            notes = list(self._children(area))
            if any(note["S"] != "/Span" for note in notes):
                continue
            for note in notes:
                number += 1
                note["S"] = "/Note"
                note["ID"] = pydyf.String(f"note-{number}")
                label = next(self._children(note), None)
                if label is not None and label["S"] == "/NonStruct":
                    label["S"] = "/Lbl"

    def _name_contents(self) -> None:
        """Call a list of nothing but links to places in the document its contents."""
        for block in list(self._below(self._document)):
            items = list(self._children(block))
            if block["S"] != "/Div" or len(items) < 2:
                continue
            if all(self._leads_on(item) for item in items):
                block["S"] = "/TOC"
                for item in items:
                    item["S"] = "/TOCI"

    def _leads_on(self, item: Any) -> bool:
        """Say whether an element is a paragraph that holds a link and nothing more."""
        kinds = [child["S"] for child in self._children(item)]
        return item["S"] == "/P" and kinds == ["/Link"] and len(item["K"]) == 1

    def _leaders(self) -> Iterator[Place]:
        """Yield the places of leader dots, and take them out of the tree.

        A pseudo-element of a link is told as a link inside it, and its leader as a
        link inside that one. Only the outermost is a link; theirs are parts of it.
        """
        pages = {page: number for number, page in enumerate(self._pdf.page_references)}
        for link in list(self._below(self._document)):
            if link["S"] != "/Link":
                continue
            for inner in self._children(link, "/Link"):
                self._hand_up(inner, link)
                inner["S"] = "/Span"
                for leader in self._children(inner, "/Link"):
                    self._hand_up(leader, link)
                    page = pages[leader["Pg"]]
                    yield from ((page, place) for place in leader["K"])
                    inner["K"].remove(leader.reference)

    def _hand_up(self, inner: Any, link: Any) -> None:
        """Let the areas that can be clicked in `inner` belong to `link`."""
        areas = [kid for kid in inner["K"] if _is_area(self._by_reference.get(kid))]
        for area in areas:
            inner["K"].remove(area)
            link["K"].append(area)
        for at, reference in enumerate(self._places[1::2]):
            if reference == inner.reference:
                self._places[2 * at + 1] = link.reference

    def _take_out(self, decoration: dict[Place, pydyf.Dictionary]) -> None:
        """Mark content as artifacts, and forget the elements it belonged to."""
        for page, elements in enumerate(self._marked):
            stream = self._stream(page)
            for at, item in enumerate(stream):
                if item != b"BDC" or "MCID" not in stream[at - 1]:
                    continue
                place = stream[at - 1]["MCID"]
                if (page, place) in decoration:
                    stream[at - 2] = "/Artifact"
                    stream[at - 1] = decoration[page, place]
                    elements[place] = b"null"

    def _stream(self, page: int) -> list[Any]:
        """Return the content of a page, command by command."""
        leaf = self._by_reference[self._pdf.page_references[page]]
        content: list[Any] = self._by_reference[leaf["Contents"]].stream
        return content

    def _children(self, element: Any, kind: str = "") -> Iterator[Any]:
        """Yield the elements right below one, or only those of one kind."""
        for kid in list(element["K"]):
            child: Any = self._by_reference.get(kid)
            if _is_element(child) and kind in {"", child["S"]}:
                yield child

    def _below(self, element: Any) -> Iterator[Any]:
        """Yield an element and all below it, in reading order."""
        yield element
        for child in self._children(element):
            yield from self._below(child)


def _is_element(one: Any) -> bool:
    return isinstance(one, pydyf.Dictionary) and one.get("Type") == "/StructElem"


def _is_area(one: Any) -> bool:
    return isinstance(one, pydyf.Dictionary) and one.get("Type") == "/OBJR"


def _fonts(pdf: pydyf.PDF) -> Iterator[str]:
    """Yield the name of every font, without the letters that mark a subset."""
    for one in pdf.objects:
        if isinstance(one, pydyf.Dictionary) and one.get("Type") == "/Font":
            name = one["BaseFont"]
            text = name.decode() if isinstance(name, bytes) else str(name)
            yield text.lstrip("/").rpartition("+")[2]
