"""Colours: whatever a house chooses, its words can be read."""

from itertools import product

import msgspec
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reports.theme import LEGIBLE, NIGHT, WHITE, Theme, contrast, legible, mixed

colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")

#: Words and what they stand on.
PAIRS = [
    *product(("ink", "quiet", "accent", "alarm"), ("ground", "tint", "band")),
    ("on-cover", "cover"),
    ("soft-on-cover", "cover"),
]


def test_contrast_is_counted_as_the_standard_does() -> None:
    assert contrast("#000000", WHITE) == pytest.approx(21)
    assert contrast("#777777", WHITE) == pytest.approx(4.478, abs=0.001)
    assert contrast(WHITE, WHITE) == 1


def test_colours_are_mixed_by_shares() -> None:
    assert mixed("#000000", "#ffffff", 0.5) == "#808080"
    assert mixed("#102030", "#ffffff", 0) == "#102030"


@given(colours, st.sampled_from([WHITE, NIGHT]))
def test_a_shade_that_can_be_read_is_found(colour: str, ground: str) -> None:
    shade = legible(colour, on=ground)
    assert contrast(shade, ground) >= LEGIBLE
    assert (shade == colour) == (contrast(colour, ground) >= LEGIBLE)


@given(colours, colours)
@example("#002100", "#000000")
def test_words_can_be_read_by_day_and_by_night(accent: str, alarm: str) -> None:
    theme = Theme(accent=accent, alarm=alarm)
    for palette in (theme.palette, theme.night):
        for words, ground in PAIRS:
            assert contrast(palette[words], palette[ground]) >= LEGIBLE, words


def test_both_palettes_name_the_same_colours() -> None:
    assert Theme().palette.keys() == Theme().night.keys()


@pytest.mark.parametrize("given", [{"accent": "teal"}, {"accent": "#12345"}, {"a": ""}])
def test_what_is_no_theme_is_refused(given: dict[str, str]) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(given, Theme)


def test_a_logo_is_known_by_its_beginning() -> None:
    assert Theme(logo=b"\x89PNG\r\n\x1a\n...").logo_type == "image/png"
    assert Theme(logo=b"\xff\xd8\xff\xe0...").logo_type == "image/jpeg"
    assert Theme(logo=b"<svg/>").logo_type == "image/svg+xml"
    assert Theme(logo=b"GIF89a").logo_type is None
    assert Theme().logo_type is None
