"""The commands of the press: `publish` and `preview`."""

import contextlib
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reports.commands.options import (
    OUT,
    PERIOD,
    SETTINGS,
    STORE,
    SUBJECTS,
    TEMPLATES,
)
from reports.commands.outside import Outside
from reports.errors import SettingsError

if TYPE_CHECKING:
    from reports.publish import Published
    from reports.settings import Theme
    from reports.theme import Look, PdfVariant

#: Exit codes: all is well, and some briefings were refused.
DONE, REFUSED = 0, 3

FORMATS = ("pdf", "html", "xlsx", "docx", "json")
PDF_VARIANTS = ("pdf/ua-1", "pdf/a-3u")

#: The settings that are read when none are named.
USUAL = Path("briefings.toml")


@click.command()
@SUBJECTS
@PERIOD
@click.option(
    "--formats",
    metavar="F,...",
    default=",".join(FORMATS),
    show_default=True,
    help=f"Any of {', '.join(FORMATS)}.",
)
@click.option(
    "--pdf-variant",
    type=click.Choice(PDF_VARIANTS),
    help="For readers of all kinds, or for archives with briefing.json inside; "
    "otherwise as the settings say.",
)
@TEMPLATES
@SETTINGS
@OUT
@STORE
@click.pass_obj
def publish(
    outside: Outside,
    *,
    subjects: tuple[str, ...],
    period: str,
    formats: str,
    pdf_variant: "PdfVariant | None",
    templates: Path | None,
    settings_path: Path | None,
    out: Path,
    store_url: str,
) -> None:
    """Print briefings from the store, as out/PERIOD/SUBJECT/briefing.pdf."""
    look = _look(settings_path, templates=templates, pdf_variant=pdf_variant)
    published = print_briefings(
        outside,
        store_url,
        period=period,
        subjects=subjects,
        formats=_read_formats(formats),
        out=out,
        look=look,
    )
    sys.exit(REFUSED if published.refused else DONE)


@click.command()
@SUBJECTS
@PERIOD
@click.option(
    "--port",
    metavar="N",
    type=click.IntRange(0, 65535),
    default=0,
    help="Where on 127.0.0.1 to serve; a free port when left out.",
)
@TEMPLATES
@SETTINGS
@STORE
def preview(
    *,
    subjects: tuple[str, ...],
    period: str,
    port: int,
    templates: Path | None,
    settings_path: Path | None,
    store_url: str,
) -> None:
    """Show briefings in a browser as they would be printed now; Ctrl-C ends it."""
    from reports.preview import Preview, keep_up, served

    def look() -> "Look":
        return _look(settings_path, templates=templates)

    shown = Preview(store_url, period=period, subjects=subjects, look=look)
    folder = templates or look().templates
    with contextlib.suppress(KeyboardInterrupt), served(shown, port=port) as address:
        click.echo(f"preview: {address} (Ctrl-C ends it)")
        keep_up(shown, templates=folder, settings=settings_path or USUAL)


def print_briefings(
    outside: Outside,
    store_url: str,
    *,
    period: str,
    subjects: Sequence[str] = (),
    formats: Sequence[str] = FORMATS,
    out: Path,
    look: "Look | None" = None,
) -> "Published":
    """Publish, and tell where the briefings are and which were kept back."""
    from reports.publish import publish as print_

    with outside.progress("printing") as progress:
        published = print_(
            store_url,
            period=period,
            now=outside.clock(),
            subjects=subjects,
            formats=formats,
            out=out,
            look=look,
            progress=progress,
        )
    for briefing in published.briefings:
        for complaint in briefing.complaints:
            click.echo(f"warning: {briefing.subject}: {complaint}", err=True)
        for reason in briefing.refused:
            click.echo(f"refused: {briefing.subject}: {reason}", err=True)
    for path in published.paths:
        click.echo(out / path)
    refused = len(published.refused)
    kept_back = f", {refused} refused" if refused else ""
    done = len(published.briefings) - refused
    click.echo(f"published: {done} briefings in {out / period}{kept_back}")
    return published


def look_of(theme: "Theme") -> "Look":
    """Return how briefings look by the settings; its logo is read here."""
    from reports import theme as looks

    try:
        logo = theme.logo.read_bytes() if theme.logo else None
    except OSError as problem:
        raise SettingsError(
            str(theme.logo),
            f"the logo cannot be read: {problem.strerror}",
            hint="check it",
        ) from problem
    return looks.Look(
        theme=looks.Theme(
            organisation=theme.organisation,
            logo=logo,
            accent=theme.accent,
            alarm=theme.alarm,
            classification=theme.classification,
            footer=theme.footer,
        ),
        templates=theme.templates,
        pdf_variant=theme.pdf_variant,
    )


def _look(
    settings: Path | None,
    *,
    templates: Path | None,
    pdf_variant: "PdfVariant | None" = None,
) -> "Look":
    """Return how briefings look by the settings, and by what is said beside them."""
    import msgspec

    from reports.settings import Theme, load

    if settings is None and USUAL.is_file():
        settings = USUAL
    look = look_of(load(settings).theme if settings else Theme())
    changes: dict[str, object] = {"templates": templates, "pdf_variant": pdf_variant}
    said = {name: value for name, value in changes.items() if value is not None}
    return msgspec.structs.replace(look, **said)


def _read_formats(written: str) -> tuple[str, ...]:
    """Return the formats that are named in a list with commas."""
    named = tuple(dict.fromkeys(part.strip() for part in written.split(",")))
    unknown = [name for name in named if name not in FORMATS]
    if unknown:
        hint = f"we write {', '.join(FORMATS)}"
        raise SettingsError(
            f"--formats {written}", f"no such format: {unknown[0]!r}", hint=hint
        )
    return named
