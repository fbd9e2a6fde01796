"""The elements of a document, named as they are written: `element("r", ...)`.

They are text until the whole is read at once: a document has tens of thousands.
"""

import re
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml

#: Letters of other scripts than ours, and what words of theirs end with.
LETTER = "A-Za-z\u00c0-\u024f\u0259\u0400-\u052f"
WORDS = f"[{LETTER}](?:[{LETTER}0-9 .,'&/:+@#%?=~_-]*[{LETTER}0-9+/])?"
#: Words written from left to right; brackets round them go with them.
FOREIGN = re.compile(f"(\\({WORDS}\\)|{WORDS})")
#: What XML cannot hold.
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def element(tag: str, *children: str, **values: object) -> str:
    """Return an element; `w:` goes without saying, and `r_id` is `r:id`."""
    told = "".join(
        f" {_named(name)}={quoteattr(str(value))}" for name, value in values.items()
    )
    return f"<w:{tag}{told}>{''.join(children)}</w:{tag}>"


def tree(xml: str) -> Any:  # noqa: ANN401 - the types of lxml are made at run time
    """Return the tree of what is written as text."""
    tag = re.match(r"<[\w:]+", xml)[0]  # type: ignore[index]
    return parse_xml(f"{tag} {nsdecls('w', 'r')}{xml[len(tag) :]}")


def paragraph(style: str, *children: str, before: str = "") -> str:
    """Return a paragraph in a style; more of its properties may come `before`."""
    named = element("pStyle", val=style)
    return element("p", element("pPr", named, before), *children)


def runs(text: str, *, bold: bool = False) -> str:
    """Return text as runs, each of one direction, and a break for each new line."""
    made = []
    for line in CONTROL.sub("", text).split("\n"):
        pieces = enumerate(FOREIGN.split(line))  # by turns ours and foreign
        made.append(
            "".join(
                run(_text(piece), bold=bold, foreign=at % 2 == 1)
                for at, piece in pieces
                if piece
            )
        )
    return element("r", element("br")).join(made)


def run(
    content: str, *, bold: bool = False, foreign: bool = False, style: str = ""
) -> str:
    """Return one run, from right to left unless it is `foreign`."""
    return element(
        "r",
        element(
            "rPr",
            element("rStyle", val=style) if style else "",
            element("b") + element("bCs") if bold else "",
            "" if foreign else element("rtl"),
        ),
        content,
    )


def field(code: str, shown: str, *, style: str = "") -> str:
    """Return the runs of a field; it shows something until it is brought up to date."""
    begin, end = field_ends(code, style=style)
    return f"{begin}{run(_text(shown), style=style)}{end}"


def field_ends(code: str, *, style: str = "") -> tuple[str, str]:
    """Return what stands before and behind the words that a field shows."""
    begin, separate, end = (
        run(element("fldChar", fldCharType=kind), style=style)
        for kind in ("begin", "separate", "end")
    )
    told = f'<w:instrText xml:space="preserve"> {escape(code)} </w:instrText>'
    return f"{begin}{run(told, style=style)}{separate}", end


def mark(text: str, *, style: str) -> str:
    """Return text as one run in a style of letters."""
    return run(_text(text), style=style)


def bookmark(number: int, name: str, content: str = "") -> str:
    """Return content as a place that can be referred to."""
    start = element("bookmarkStart", id=number, name=name)
    return f"{start}{content}{element('bookmarkEnd', id=number)}"


def _text(text: str) -> str:
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>'


def _named(name: str) -> str:
    """Return a name with the space it belongs to."""
    return name.replace("_", ":") if "_" in name else f"w:{name}"
