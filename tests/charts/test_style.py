"""The inks: read by weak eyes, told apart in grey and by the colour-blind."""

from itertools import combinations, pairwise

import pytest

from reports.charts import canvas, iran_map, ladder, network, trends
from reports.charts.canvas import INK, OCHRE, PAPER, QUIET, RUST, TEAL, TINTS

#: How red, green and blue are seen without the cones for red, green or blue
#: (Machado, Oliveira and Fernandes 2009, severity 1), in linear light.
BLINDNESS = {
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def light(colour: str) -> tuple[float, ...]:
    """Return red, green and blue as amounts of light."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return tuple(
        one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4
        for one in parts
    )


def luminance(colour: str) -> float:
    return sum(
        share * one
        for share, one in zip((0.2126, 0.7152, 0.0722), light(colour), strict=True)
    )


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG counts it, from 1 to 21."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


WORDS_ON = [
    *((INK, ground) for ground in (*TINTS, *iran_map.PARTNERS, iran_map.HOME)),
    *((ink, PAPER) for ink in (INK, QUIET, RUST, iran_map.WATER)),
    (QUIET, iran_map.ABROAD),
]


@pytest.mark.parametrize(("ink", "ground"), WORDS_ON)
def test_words_can_be_read(ink: str, ground: str) -> None:
    assert contrast(ink, ground) >= 4.5


@pytest.mark.parametrize("ink", [TEAL, OCHRE, network.DARK, canvas.QUIET])
def test_marks_can_be_seen(ink: str) -> None:
    assert contrast(ink, PAPER) >= 3


@pytest.mark.parametrize(
    "inks",
    [TINTS, iran_map.PARTNERS, [look.tint for look in ladder.LOOKS]],
    ids=["counts", "partners", "rungs"],
)
def test_steps_are_apart_in_grey(inks: tuple[str, ...]) -> None:
    assert all(contrast(lighter, darker) > 1.12 for lighter, darker in pairwise(inks))
    assert all(luminance(a) > luminance(b) for a, b in pairwise(inks))


PAIRS = [(TEAL, OCHRE), (TEAL, trends.EARLIER), (OCHRE, INK)]


@pytest.mark.parametrize("pair", PAIRS)
def test_inks_are_apart_in_grey(pair: tuple[str, str]) -> None:
    assert contrast(*pair) > 1.5


@pytest.mark.parametrize("kind", BLINDNESS)
def test_inks_are_apart_for_the_colour_blind(kind: str) -> None:
    for one, other in combinations((TEAL, OCHRE, INK), 2):
        seen = [
            [
                sum(a * b for a, b in zip(row, light(ink), strict=True))
                for row in BLINDNESS[kind]
            ]
            for ink in (one, other)
        ]
        off = sum((a - b) ** 2 for a, b in zip(*seen, strict=True)) ** 0.5
        assert off > 0.1, (one, other)
