"""From the contents of a briefing to HTML; the only file that knows Jinja2.

One template makes the two media of a briefing. `print` is for the press: proofs stand
in footnotes and the styles are linked. `screen` is for a browser: proofs stand in a
list, and styles, fonts and charts are inside the file.
"""

from collections.abc import Mapping
from functools import cache
from typing import Literal

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from reports.model import Chart
from reports.places import TEMPLATES
from reports.render import persian
from reports.render.addresses import data_address, press_address
from reports.render.fontfaces import embedded_faces
from reports.render.notes import Notes
from reports.render.words import words
from reports.text.dates import day_fa
from reports.text.setting import typeset

Medium = Literal["print", "screen"]


def to_html(
    briefing: object,
    *,
    period_label: str,
    charts: Mapping[str, Chart],
    medium: Medium,
) -> str:
    """Return `briefing` as a page for `medium`, with its `charts` by name."""
    style = ""
    if medium == "screen":
        sheets = (TEMPLATES / "briefing.css", TEMPLATES / "screen.css")
        parts = [embedded_faces(), *(sheet.read_text("utf-8") for sheet in sheets)]
        style = "\n".join(parts)
    return (
        _environment()
        .get_template("briefing.html")
        .render(
            briefing=briefing,
            charts=charts,
            medium=medium,
            notes=Notes(),
            period_label=period_label,
            style=Markup(style),  # noqa: S704 - our own style sheets
            words=words(),
        )
    )


def filled(name: str, **values: object) -> str:
    """Return the template `name` with its blanks filled."""
    return _environment().get_template(name).render(**values)


def explained_html(explained: object) -> str:
    """Return an article with its proofs marked as a page that needs nothing else."""
    sheet = (TEMPLATES / "explained.css").read_text("utf-8")
    return (
        _environment()
        .get_template("explained.html")
        .render(
            e=explained,
            style=Markup(f"{embedded_faces()}\n{sheet}"),  # noqa: S704 - our own
            words=words(),
        )
    )


@cache
def _environment() -> Environment:
    found = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.filters |= {
        "fa": persian.number_fa,
        "day": day_fa,
        "gregorian": persian.gregorian_fa,
        "prose": persian.prose,
        "clip": persian.clip,
        "iso_day": persian.iso_day_fa,
        "period": persian.named_period,
        "place": persian.place_fa,
        "press": press_address,
        "data": data_address,
        "plain": typeset,
        "visible": persian.visible,
    }
    found.globals |= {"days": persian.days_fa, "gregorian_days": persian.gregorian_days}
    return found
