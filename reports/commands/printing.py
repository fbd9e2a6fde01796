"""The commands of the press: `publish` and `preview`."""

import contextlib
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reports.commands.options import (
    CLUSTER,
    OUT,
    PERIOD,
    SETTINGS,
    STORE,
    SUBJECTS,
    TEMPLATES,
    USUAL,
    settings_at,
)
from reports.commands.outside import Outside
from reports.errors import SettingsError

if TYPE_CHECKING:
    from reports.publish import Published
    from reports.settings import Limits, Settings, Theme
    from reports.theme import Look, PdfVariant

#: Exit codes: all is well, and some briefings were refused.
DONE, REFUSED = 0, 3

FORMATS = ("pdf", "html", "xlsx", "docx", "json")
PDF_VARIANTS = ("pdf/ua-1", "pdf/a-3u")

#: The settings that are read when none are named.


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
@click.option(
    "--jobs",
    metavar="N",
    type=click.IntRange(min=1),
    help="How many processes print; as many as there are cores when left out.",
)
@CLUSTER
@click.option(
    "--explain",
    is_flag=True,
    help="Say of each briefing why it was built, or that it was left as it is.",
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
    jobs: int | None,
    cluster: str | None,
    explain: bool,
    templates: Path | None,
    settings_path: Path | None,
    out: Path,
    store_url: str,
) -> None:
    """Print briefings from the store, as out/PERIOD/SUBJECT/briefing.pdf.

    What was printed before from the same data and by the same program is left as it is.
    """
    settings = _settings(settings_path)
    look = _look(settings, templates=templates, pdf_variant=pdf_variant)
    published = print_briefings(
        outside,
        store_url,
        period=period,
        subjects=subjects,
        formats=_read_formats(formats),
        out=out,
        look=look,
        jobs=jobs or outside.cores,
        cluster=cluster,
        limits=settings.limits,
        explain=explain,
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
        return _look(_settings(settings_path), templates=templates)

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
    jobs: int = 1,
    cluster: str | None = None,
    limits: "Limits | None" = None,
    explain: bool = False,
) -> "Published":
    """Publish, and tell where the briefings are and which were kept back."""
    from reports.publish import publish as print_

    reasons: dict[str, Sequence[str]] = {}
    with outside.progress("printing") as progress:
        published = print_(
            store_url,
            period=period,
            now=outside.clock(),
            subjects=subjects,
            formats=formats,
            out=out,
            look=look,
            jobs=jobs,
            cluster=cluster,
            limits=limits,
            progress=progress,
            explain=reasons.__setitem__,
        )
    for subject, why in reasons.items() if explain else ():
        said = f"built: {subject}: {', '.join(why)}" if why else f"left: {subject}"
        click.echo(said)
    for briefing in published.briefings:
        for complaint in briefing.complaints:
            click.echo(f"warning: {briefing.subject}: {complaint}", err=True)
        for reason in briefing.refused:
            click.echo(f"refused: {briefing.subject}: {reason}", err=True)
    for path in published.paths:
        click.echo(out / path)
    refused = len(published.refused)
    done = len(published.briefings) - refused
    left = sum(not why for why in reasons.values())
    more = f", {left} of them left as they were" if left else ""
    more += f", {refused} refused" if refused else ""
    click.echo(f"published: {done} briefings in {out / period}{more}")
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


def _settings(path: Path | None) -> "Settings":
    """Return the settings that are named, or the usual ones where they are."""
    from reports.settings import Settings, load

    return load(path) if path else settings_at(None) or Settings()


def _look(
    settings: "Settings",
    *,
    templates: Path | None,
    pdf_variant: "PdfVariant | None" = None,
) -> "Look":
    """Return how briefings look by the settings, and by what is said beside them."""
    import msgspec

    look = look_of(settings.theme)
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
