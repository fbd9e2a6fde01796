"""What our faces can print, and what becomes of the rest."""

import pytest
from fontTools.ttLib import TTFont

from reports.places import FONTS
from reports.render.fontfaces import (
    FACES,
    Face,
    embedded_faces,
    named,
    printable,
    unprintable,
)

PRINTED = {
    "plain": ("استاندار گفت: می‌آید.", "استاندار گفت: می‌آید."),
    "Latin of the neighbours": ("Əliyev, Şağir, İzmir", "Əliyev, Şağir, İzmir"),
    "Cyrillic": ("Москва ва Қазақстан", "Москва ва Қазақстан"),
    "a picture before the news": ("🔴 خبر فوری", "خبر فوری"),
    "joined pictures between words": ("الف 👨\u200d👩\u200d👧 ب", "الف ب"),
    "a picture with its selector": ("ب ❤\ufe0f پ", "ب پ"),
    "half-space and joiner of words": ("می\u200cشود ه\u200d", "می\u200cشود ه\u200d"),
    "directions": ("\u2066-۳\u2069\u200f", "\u2066-۳\u2069\u200f"),
    "letters of another world": ("شرکت 中国 در", "شرکت \ufffd در"),
}


@pytest.mark.parametrize(("given", "printed"), PRINTED.values(), ids=PRINTED)
def test_what_is_printed(given: str, printed: str) -> None:
    assert printable(given) == printed
    assert unprintable([printable(given)]) == ()


def test_what_is_not_printed_is_named() -> None:
    assert [named(char) for char in unprintable(["الف 🔴", "中"])] == [
        "U+4E2D CJK UNIFIED IDEOGRAPH-4E2D",
        "U+1F534 LARGE RED CIRCLE",
    ]


def test_only_a_page_with_cyrillic_carries_its_letters() -> None:
    assert embedded_faces("سلام abc").count("@font-face") == 2
    assert embedded_faces("سلام Москва").count("@font-face") == 4


@pytest.mark.parametrize("face", FACES, ids=lambda face: face.file)
def test_the_packed_face_has_the_letters_of_a_page(face: Face) -> None:
    with (
        TTFont(FONTS / f"{face.file}.ttf") as whole,
        TTFont(FONTS / f"{face.file}.woff2") as packed,
    ):
        wanted = {*range(0x20, 0x180), *range(0x400, 0x514), *range(0x600, 0x700)}
        wanted |= {*range(0x2000, 0x2070), 0x18F, 0x259, 0x2116, 0x2212, 0xFFFD}
        assert packed.getBestCmap().keys() == wanted & whole.getBestCmap().keys()
        assert whole["OS/2"].fsType == 0, "its licence lets it be embedded"
        assert face.family == str(whole["name"].getDebugName(1))
