"""Our typefaces: Vazirmatn, and beside it Roboto for Cyrillic, which it has not.

The Latin letters of Vazirmatn are those of Roboto, so the two are one family to the
eye. A letter that neither has is never left to a font of the system: `printable`
replaces it, and `unprintable` names it, so that somebody is told.
"""

import base64
import re
import unicodedata
from collections.abc import Iterable
from functools import cache

import msgspec
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from reports.places import FONTS


class Face(msgspec.Struct, frozen=True):
    """One file of letters, under the name and weight it is asked for.

    Beside the `.ttf` for the press lies a `.woff2`, packed to travel inside a page.
    """

    family: str
    weight: int
    file: str


FACES = (
    Face("Vazirmatn", 400, "Vazirmatn-Regular"),
    Face("Vazirmatn", 700, "Vazirmatn-Bold"),
    Face("Roboto", 400, "Roboto-Cyrillic-Regular"),
    Face("Roboto", 700, "Roboto-Cyrillic-Bold"),
)
#: The names that fonts may have in a file of ours.
FONT_NAMES = frozenset(
    name for face in FACES for name in (face.family, f"{face.family}-Bold")
)

#: Letters of Roboto. A page without any need not carry it.
CYRILLIC = re.compile("[\u0400-\u052f]")

#: What stands for letters that we cannot print.
STRANGE = "\ufffd"
#: Categories of signs that nobody misses: pictures, and what belongs to them.
PICTURES = frozenset({"So", "Sk", "Mn", "Me", "Co", "Cn", "Cc"})
#: What joins pictures to one and says how to draw them; no face need have them.
JOINTS = "\u200d\ufe0e\ufe0f"


def printable(text: str) -> str:
    """Return `text` without pictures, a mark in the place of letters we have not."""
    strange = unprintable([text])
    if not strange:
        return text
    pictures = "".join(char for char in strange if _pictured(char))
    letters = "".join(char for char in strange if not _pictured(char))
    if pictures:
        one = f"[{re.escape(pictures)}]"
        text = re.sub(f"{one}(?:{one}|[{JOINTS}])*", "", text)
    if letters:
        text = re.sub(f"[{re.escape(letters)}]+", STRANGE, text)
    return re.sub(" {2,}", " ", text).strip()


def unprintable(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the characters of `texts` that none of our faces has, in order."""
    seen: set[str] = set().union(*texts)
    return tuple(
        sorted(
            char
            for char in seen
            if ord(char) not in _letters()
            and char not in JOINTS
            and unicodedata.category(char) != "Cf"  # never drawn
        )
    )


def named(char: str) -> str:
    """Return a character's number and name, as those who look it up need it."""
    return f"U+{ord(char):04X} {unicodedata.name(char, '(no name)')}"


def printed_faces() -> str:
    """Return `@font-face` rules for the press, which reads the files themselves."""
    return _rules({face: (FONTS / f"{face.file}.ttf").as_uri() for face in FACES})


def embedded_faces(page: str) -> str:
    """Return `@font-face` rules that hold the letters of an HTML page."""
    needed = FACES if CYRILLIC.search(page) else FACES[:2]
    return _rules({face: f"data:font/woff2;base64,{_packed(face)}" for face in needed})


def _rules(sources: dict[Face, str]) -> str:
    """Return a rule for each face with the address of its letters."""
    return "\n".join(
        f"@font-face{{font-family:{face.family};font-weight:{face.weight};"
        f"src:url({source})}}"
        for face, source in sources.items()
    )


def _pictured(char: str) -> bool:
    """Say whether a reader misses nothing when `char` is left out."""
    return unicodedata.category(char) in PICTURES


@cache
def _letters() -> frozenset[int]:
    """Return what our faces can print; a line break is a space to both media."""
    found = {ord("\n")}
    for face in FACES:
        with TTFont(FONTS / f"{face.file}.ttf", lazy=True) as font:
            found |= font.getBestCmap().keys()
    return frozenset(found)


@cache
def _packed(face: Face) -> str:
    """Return the letters of a face, packed for browsers, in base64."""
    return base64.b64encode((FONTS / f"{face.file}.woff2").read_bytes()).decode()
