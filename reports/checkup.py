"""The corridor of the doctor: is everything here that the program needs."""

import ctypes
import importlib
import itertools
import platform
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from reports.deliver.smtp import Carrier
from reports.errors import DeliveryError, SettingsError, StoreError
from reports.places import FONTS
from reports.settings import Smtp, load
from reports.store import open_store

#: The typefaces in their weights, for paper and for a browser, and their licences.
FACES = (
    "Vazirmatn-Regular",
    "Vazirmatn-Bold",
    "Roboto-Cyrillic-Regular",
    "Roboto-Cyrillic-Bold",
)
FONT_FILES = (
    *(f"{face}.{kind}" for face in FACES for kind in ("ttf", "woff2")),
    "OFL.txt",
    "OFL-Roboto.txt",
)

#: How many faults of a store are told.
MOST_FAULTS = 5

#: What WeasyPrint loads, as Linux and macOS name it.
LIBRARIES = {
    "Pango": ("libpango-1.0.so.0", "libpango-1.0.dylib"),
    "PangoFT2": ("libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib"),
    "HarfBuzz": ("libharfbuzz.so.0", "libharfbuzz.0.dylib"),
    "HarfBuzz-Subset": ("libharfbuzz-subset.so.0", "libharfbuzz-subset.0.dylib"),
}
INSTALL = (
    "run `make setup` as root, or install libpango-1.0-0 libpangoft2-1.0-0 "
    "libharfbuzz0b libharfbuzz-subset0"
)


class Check(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that was looked at; `hint` says what to do when it is not well."""

    name: str
    well: bool
    says: str
    hint: str = ""


def checks(*, store_url: str, out: Path, fonts: Path = FONTS) -> Iterator[Check]:
    """Yield what is well and what is not, in the order in which to mend it."""
    yield _python()
    yield from (_library(name, files) for name, files in LIBRARIES.items())
    yield _shaping()
    yield _typeface(fonts)
    yield _store(store_url)
    yield _agreement(store_url)
    yield _output(out)


def post_checks(
    path: Path, *, password: Callable[[Smtp | None], str | None]
) -> Iterator[Check]:
    """Yield what is well of the settings in `path`, and of the server they name.

    Where there are no settings there is nothing to check: only the post needs them.
    """
    if not path.exists():
        return
    try:
        server = load(path).smtp
    except SettingsError as problem:
        yield Check(name="settings", well=False, says=str(problem), hint=problem.hint)
        return
    yield Check(name="settings", well=True, says=str(path))
    if server is None:
        return
    try:
        with Carrier(server, password=password(server)) as carrier:
            carrier.greet()
    except (DeliveryError, SettingsError) as problem:
        yield Check(name="post", well=False, says=str(problem), hint=problem.hint)
        return
    yield Check(name="post", well=True, says=f"{server.host}:{server.real_port}")


def _python() -> Check:
    """Look at the version of Python."""
    return Check(
        name="Python",
        well=(3, 12) <= sys.version_info[:2] < (3, 14),
        says=platform.python_version(),
        hint="use Python 3.12 or 3.13; `make setup` finds it",
    )


def _library(name: str, files: tuple[str, ...]) -> Check:
    """Try to load a library of the system under the names it may have."""
    for file in files:
        try:
            ctypes.CDLL(file)
        except OSError:
            continue
        return Check(name=name, well=True, says=file)
    return Check(name=name, well=False, says=f"{files[0]} is missing", hint=INSTALL)


def _shaping() -> Check:
    """Ask whether matplotlib joins Persian letters and orders them by itself.

    Without it charts are reshaped in Python, which is right but less fine; so its
    absence is told and is not a fault.
    """
    name = "shaping in charts"
    try:
        drawing = importlib.import_module("matplotlib.ft2font")
    except ImportError as problem:
        return Check(name=name, well=False, says=str(problem), hint="run `make setup`")
    version = getattr(drawing, "__libraqm_version__", None)
    says = f"libraqm {version}" if version else "done in Python, without libraqm"
    return Check(name=name, well=True, says=says)


def _typeface(fonts: Path) -> Check:
    """Look for the fonts, and for the licences that have to stand beside them."""
    missing = [name for name in FONT_FILES if not (fonts / name).is_file()]
    return Check(
        name="fonts",
        well=not missing,
        says=f"missing: {', '.join(missing)}" if missing else ", ".join(FACES),
        hint=f"bring {fonts} back from the repository",
    )


def _store(url: str) -> Check:
    """Open the store, which makes a new one, and count."""
    try:
        with open_store(url) as store:
            subjects = len(store.subjects())
    except StoreError as problem:
        return Check(name="store", well=False, says=str(problem), hint=problem.hint)
    return Check(name="store", well=True, says=f"{subjects} subjects")


def _agreement(url: str) -> Check:
    """Ask the store whether all that it holds agrees."""
    name = "what is kept"
    try:
        with open_store(url) as store:
            faults = list(itertools.islice(store.faults(), MOST_FAULTS + 1))
    except StoreError as problem:
        return Check(name=name, well=False, says=str(problem), hint=problem.hint)
    if not faults:
        says = "records quote their articles, and the lists of all subjects agree"
        return Check(name=name, well=True, says=says)
    more = " ..." if len(faults) > MOST_FAULTS else ""
    return Check(
        name=name,
        well=False,
        says="; ".join(faults[:MOST_FAULTS]) + more,
        hint="gather the articles again; what still disagrees then is a defect",
    )


def _output(out: Path) -> Check:
    """Write a file where the briefings will be, and take it away again."""
    there = next(place for place in (out, *out.absolute().parents) if place.exists())
    try:
        with tempfile.TemporaryFile(dir=there):
            pass
    except OSError as problem:
        return Check(
            name="output",
            well=False,
            says=f"{out}: {problem.strerror}",
            hint="choose another folder with --out",
        )
    return Check(name="output", well=True, says=str(out))
