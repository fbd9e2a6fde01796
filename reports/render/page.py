"""From the contents of a briefing to HTML; the only file that knows Jinja2.

One template makes the two media of a briefing. `print` is for the press: proofs stand
in footnotes and the styles are linked. `screen` is for a browser: proofs stand in a
list, and styles, fonts and charts are inside the file.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal

from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
)

from reports.errors import RenderError
from reports.model import Chart
from reports.places import TEMPLATES
from reports.render import persian
from reports.render.addresses import address, data_address, press_address
from reports.render.folder import found
from reports.render.fontfaces import embedded_faces
from reports.render.notes import Notes
from reports.render.words import words
from reports.text.dates import day_fa
from reports.text.setting import typeset
from reports.theme import Look, Theme

Medium = Literal["print", "screen"]

#: Where the style sheets of a page stand in it until the page is known.
STYLE = "/*style*/"


def to_html(
    briefing: object,
    *,
    period_label: str,
    charts: Mapping[str, Chart],
    medium: Medium,
    look: Look | None = None,
) -> str:
    """Return `briefing` as a page for `medium`, with its `charts` by name.

    A mistake in a template of the user's is a `RenderError` that names its line.
    """
    look = look or Look()
    theme = look.theme
    try:
        template = _environment(look.templates).get_template("briefing.html")
        page = template.render(
            briefing=briefing,
            charts=charts,
            logo=_logo(theme),
            medium=medium,
            notes=Notes(),
            period_label=period_label,
            style=STYLE,
            theme=theme,
            words=words(look.templates),
        )
    except TemplateError as problem:
        raise _broken(problem) from problem
    return page.replace(STYLE, _style(page, medium, look), 1)


def _style(page: str, medium: Medium, look: Look) -> str:
    """Return what goes into the page itself: its colours; for a browser, everything."""
    day = _colours(look.theme.palette)
    if medium == "print":
        return day
    night = (
        f"@media screen and (prefers-color-scheme:dark){{{_colours(look.theme.night)}}}"
    )
    sheets = (found(name, look.templates) for name in ("briefing.css", "screen.css"))
    texts = [sheet.read_text("utf-8") for sheet in sheets]
    return "\n".join([embedded_faces(page), day, night, *texts])


def _colours(palette: Mapping[str, str]) -> str:
    """Return a rule that gives the colours their names."""
    named = "".join(f"--{name}:{colour};" for name, colour in palette.items())
    return f":root{{{named}}}"


def _broken(problem: TemplateError) -> RenderError:
    """Return the error for a mistake in a template, with its line where it is known."""
    name = getattr(problem, "name", None) or "templates"
    line = getattr(problem, "lineno", None)
    return RenderError(
        f"{name}, line {line}" if line else str(name),
        str(problem),
        hint="mend it, or take the file away",
    )


def filled(name: str, templates: Path | None = None, **values: object) -> str:
    """Return the template `name` with its blanks filled."""
    try:
        return _environment(templates).get_template(name).render(**values)
    except TemplateError as problem:
        raise _broken(problem) from problem


def explained_html(explained: object) -> str:
    """Return an article with its proofs marked as a page that needs nothing else."""
    sheet = (TEMPLATES / "explained.css").read_text("utf-8")
    template = _environment(None).get_template("explained.html")
    page = template.render(e=explained, style=STYLE, words=words())
    return page.replace(STYLE, f"{embedded_faces(page)}\n{sheet}", 1)


def forget() -> None:
    """Forget what was read of templates and words, since they may be others now."""
    _environment.cache_clear()
    words.cache_clear()


@cache
def _environment(templates: Path | None) -> Environment:
    folders = [TEMPLATES] if templates is None else [templates, TEMPLATES]
    made = Environment(
        loader=ChoiceLoader([FileSystemLoader(folder) for folder in folders]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
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
    made.globals |= {"days": persian.days_fa, "gregorian_days": persian.gregorian_days}
    return made


def _logo(theme: Theme) -> str | None:
    """Return the logo as an address that holds it, where it can be shown."""
    kind = theme.logo_type
    return address(kind, theme.logo) if kind and theme.logo else None
