"""How a house wants its briefings to look: name, logo, colours, marks.

A theme without any of them still prints well. Colours are checked when they are given,
and what is set in them stays legible: the press asks for a shade that is dark enough
on white, light enough on black, and for the ink that can be read upon it.
"""

from pathlib import Path
from typing import Annotated, Literal

import msgspec

#: A colour as CSS writes it, such as `#0f5c6e`.
Colour = Annotated[str, msgspec.Meta(pattern="^#[0-9a-fA-F]{6}$")]

#: What PDF we aim at: one for readers of all kinds, one for archives.
PdfVariant = Literal["pdf/ua-1", "pdf/a-3u"]

WHITE, BLACK = "#ffffff", "#000000"
INK = "#1c2526"
#: The page of a dark screen, and its words.
NIGHT, MOON = "#12191b", "#e3e9ea"

#: The least contrast of words on their ground that WCAG 2 asks of small type (AA).
LEGIBLE = 4.5

#: How the files of pictures begin that we can show.
PICTURES = {
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"<svg": "image/svg+xml",
    b"<?xml": "image/svg+xml",
}


class Theme(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a house may choose; `None` leaves a thing out.

    `classification` is a mark that stands on every page, `footer` a line at the foot
    of each, `logo` what is in a file of SVG, PNG or JPEG.
    """

    organisation: str | None = None
    logo: bytes | None = None
    accent: Colour = "#0f5c6e"
    alarm: Colour = "#8a2d12"
    classification: str | None = None
    footer: str | None = None

    @property
    def logo_type(self) -> str | None:
        """Return the media type of the logo, or `None` where we cannot show it."""
        for beginning, kind in PICTURES.items():
            if self.logo and self.logo.startswith(beginning):
                return kind
        return None

    @property
    def palette(self) -> dict[str, str]:
        """Return the colours of a white page by the names the style sheets use.

        Words are legible on the `band`, the darkest of the grounds but the cover.
        """
        band = mixed(self.accent, WHITE, 0.88)
        accent = legible(self.accent, on=band)
        return {
            "accent": accent,
            "cover": accent,
            "on-cover": WHITE,
            "soft-on-cover": legible(mixed(accent, WHITE, 0.8), on=accent),
            "alarm": legible(self.alarm, on=band),
            "ground": WHITE,
            "ink": INK,
            "quiet": legible("#586668", on=band),
            "tint": mixed(self.accent, WHITE, 0.94),
            "band": band,
            "line": mixed(accent, "#d5d9da", 0.85),
        }

    @property
    def night(self) -> dict[str, str]:
        """Return the colours of a dark screen by the same names.

        Words are legible on the lightest of the grounds but the cover: a dark accent
        makes the others darker than the screen.
        """
        tint, band = (mixed(NIGHT, self.accent, share) for share in (0.08, 0.16))
        lightest = max((NIGHT, tint, band), key=_luminance)
        cover = mixed(NIGHT, self.palette["accent"], 0.6)
        accent = legible(mixed(self.accent, WHITE, 0.5), on=lightest)
        return {
            "accent": accent,
            "cover": cover,
            "on-cover": legible(WHITE, on=cover),
            "soft-on-cover": legible(mixed(cover, WHITE, 0.75), on=cover),
            "alarm": legible(mixed(self.alarm, WHITE, 0.5), on=lightest),
            "ground": NIGHT,
            "ink": legible(MOON, on=lightest),
            "quiet": legible("#a3b1b4", on=lightest),
            "tint": tint,
            "band": band,
            "line": mixed(NIGHT, accent, 0.3),
        }


class Look(msgspec.Struct, frozen=True, kw_only=True):
    """All that decides how briefings look; `templates` is a folder of the user's.

    What lies in that folder stands in the place of our own files of the same name; a
    `words.toml` need only hold the words that differ.
    """

    theme: Theme = Theme()
    templates: Path | None = None
    pdf_variant: PdfVariant = "pdf/ua-1"


def mixed(colour: str, other: str, share: float) -> str:
    """Return `colour` with that `share` of the `other` in it, from 0 to 1."""
    parts = zip(_parts(colour), _parts(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in parts)


def contrast(colour: str, other: str) -> float:
    """Return how far two colours stand apart, from 1 to 21, as WCAG 2 counts it."""
    low, high = sorted((_luminance(colour), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def legible(colour: str, *, on: str) -> str:
    """Return the shade of `colour` next to it that can be read on a ground."""
    end = BLACK if _luminance(on) > 0.18 else WHITE
    for step in range(20):
        shade = mixed(colour, end, step / 20)
        if contrast(shade, on) >= LEGIBLE:
            return shade
    return end


def _parts(colour: str) -> tuple[int, int, int]:
    """Return the red, green and blue of a colour, each up to 255."""
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return red, green, blue


def _luminance(colour: str) -> float:
    """Return how bright a colour is seen, from 0 to 1 (WCAG 2, relative luminance)."""
    red, green, blue = (
        part / 255 / 12.92
        if part / 255 <= 0.04045
        else ((part / 255 + 0.055) / 1.055) ** 2.4
        for part in _parts(colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
