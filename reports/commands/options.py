"""Options that several commands have."""

from pathlib import Path

import click

from reports import places

STORE = click.option(
    "--store",
    "store_url",
    metavar="URL",
    envvar="REPORTS_STORE",
    default=places.STORE,
    show_default=True,
    show_envvar=True,
    help="Where the articles are kept.",
)
OUT = click.option(
    "--out",
    metavar="DIR",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("out"),
    show_default=True,
    help="Where the briefings are written.",
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
SETTINGS = click.option(
    "--settings",
    "settings_path",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    envvar="REPORTS_SETTINGS",
    show_envvar=True,
    help="Where [theme] says how pages look; briefings.toml, where there is one.",
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
