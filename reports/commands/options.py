"""Options that several commands have.

Where articles and briefings are kept is asked of the option, the environment and the
settings, in this order, by every command alike: an office has one store.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reports import places
from reports.errors import SettingsError

if TYPE_CHECKING:
    from reports.settings import Settings

#: The settings that are read when none are named, where there are any.
USUAL = Path("briefings.toml")
#: Where a command remembers how its settings are read, and what was read.
_READER, _READ = "reports.settings.reader", "reports.settings"


def settings_option(
    says: str,
    *,
    default: Path | None = None,
    expose: bool = True,
    patient: bool = False,
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Return the option that names the settings; `says` what for.

    A `patient` command goes on where they cannot be read, and tells of that itself.
    """
    return click.option(
        "--settings",
        "settings_path",
        metavar="FILE",
        type=click.Path(path_type=Path, dir_okay=False),
        envvar="REPORTS_SETTINGS",
        show_envvar=True,
        is_eager=True,
        callback=partial(_remember, patient=patient),
        help=says,
        default=default,
        show_default=default is not None,
        expose_value=expose,
    )


def _remember(
    context: click.Context,
    _option: click.Parameter,
    path: Path | None,
    *,
    patient: bool,
) -> Path | None:
    """Keep how to read the settings, for the options that come after."""
    context.meta[_READER] = partial(_patiently if patient else settings_at, path)
    return path


def _patiently(path: Path | None) -> "Settings | None":
    """Return the settings if there are any that can be read."""
    try:
        return settings_at(path)
    except SettingsError:
        return None


def settings_at(path: Path | None) -> "Settings | None":
    """Return the settings that were named, or the usual ones if there are any."""
    path = path or USUAL
    if path == USUAL and not USUAL.is_file():
        return None
    from reports.settings import load

    return load(path)


def _settings(context: click.Context) -> "Settings | None":
    """Return the settings of a command, read once."""
    if _READ not in context.meta:
        context.meta[_READ] = context.meta[_READER]()
    found: Settings | None = context.meta[_READ]
    return found


def _store(context: click.Context, _option: click.Parameter, value: str | None) -> str:
    """Return where the articles are kept."""
    settings = None if value else _settings(context)
    return value or (settings.store if settings else places.STORE)


def _out(context: click.Context, _option: click.Parameter, value: Path | None) -> Path:
    """Return where the briefings are written."""
    settings = None if value else _settings(context)
    return value or (settings.out if settings else Path("out"))


STORE = click.option(
    "--store",
    "store_url",
    metavar="URL",
    envvar="REPORTS_STORE",
    show_envvar=True,
    callback=_store,
    help=f"Where the articles are kept; else as the settings say, or {places.STORE}.",
)
OUT = click.option(
    "--out",
    metavar="DIR",
    type=click.Path(path_type=Path, file_okay=False),
    callback=_out,
    help="Where the briefings are written; else as the settings say, or out.",
)
SUBJECTS = click.option(
    "--subject",
    "subjects",
    metavar="S",
    multiple=True,
    help="Such as province/ardabil or relation/az; more than once for several; "
    "all that the store tells of when left out.",
)
PERIOD = click.option(
    "--period",
    metavar="P",
    default="all",
    show_default=True,
    help="1404-09, 1404-q3, 1404-h2, 1404, 1404-w38 or all, of the Jalali calendar.",
)
SETTINGS = settings_option(
    "Where [theme] says how pages look; briefings.toml, where there is one."
)
#: For commands that ask the settings for nothing but where the store is.
SETTLED = settings_option(
    "Where the store is said to be; briefings.toml, where there is one.",
    expose=False,
)
TEMPLATES = click.option(
    "--templates",
    metavar="DIR",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="A folder whose templates, styles and words.toml come before ours.",
)
CLUSTER = click.option(
    "--cluster",
    metavar="URL",
    help="Have the workers of a Dask cluster do it, such as tcp://host:8786.",
)
