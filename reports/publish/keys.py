"""What a briefing is made from, by name: where all is the same, so is every byte."""

import hashlib
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.metadata import version
from pathlib import Path

import msgspec

from reports.briefing import Dossier
from reports.chronicle import Issue
from reports.places import FONTS, ROOT, TEMPLATES
from reports.theme import Look

#: The rooms that have a hand in what is printed, and the files beside them.
PROGRAM = (
    "briefing",
    "charts",
    "chronicle.py",
    "lexicon",
    "model.py",
    "outline.py",
    "places.py",
    "publish",
    "render",
    "text",
    "theme.py",
)

#: The libraries that have a hand in it.
LIBRARIES = (
    "arabic-reshaper",
    "fonttools",
    "jdatetime",
    "jinja2",
    "matplotlib",
    "networkx",
    "numpy",
    "pydyf",
    "pypdfium2",
    "python-bidi",
    "python-docx",
    "weasyprint",
    "xlsxwriter",
)


class Key(msgspec.Struct, frozen=True, kw_only=True):
    """Digests of all that one briefing is made from."""

    data: str
    #: The earlier issue that it tells the changes from, if there is one.
    issue: str
    templates: str
    styles: str
    fonts: str
    theme: str
    formats: tuple[str, ...]
    program: str
    libraries: str


def data_digest(known: Dossier, texts: Iterable[str]) -> str:
    """Return the digest of what the store tells, and of the texts it is quoted from."""
    digest = hashlib.sha256(msgspec.json.encode(known))
    for text in texts:
        digest.update(_sha256(text.encode()))
    return digest.hexdigest()


def key_of(
    *, data: str, issue: Issue | None, formats: Sequence[str], look: Look
) -> Key:
    """Return the key of a briefing; what many share is read once a process."""
    theme = msgspec.json.encode((look.theme, look.pdf_variant))
    against = f"{issue.period} {issue.revision} {issue.digest}" if issue else ""
    folders = [TEMPLATES, *([look.templates] if look.templates else ())]
    return Key(
        data=data,
        issue=against,
        templates=" ".join(_folder(one, styles=False) for one in folders),
        styles=" ".join(_folder(one, styles=True) for one in folders),
        fonts=_folder(FONTS),
        theme=hashlib.sha256(theme).hexdigest(),
        formats=tuple(sorted(formats)),
        program=program(),
        libraries=libraries(),
    )


def changes(old: Key, new: Key) -> tuple[str, ...]:
    """Return what is another between two keys, in words."""
    found = [
        f"{name} changed"
        for name in Key.__struct_fields__
        if name != "formats" and getattr(old, name) != getattr(new, name)
    ]
    found += [f"{one} added" for one in new.formats if one not in old.formats]
    found += [f"{one} left out" for one in old.formats if one not in new.formats]
    return tuple(found)


def forget() -> None:
    """Forget the files that were read: they may be others now."""
    _folder.cache_clear()


@cache
def program() -> str:
    """Return the digest of our own code, as far as it has a hand in what is printed."""
    rooms = [ROOT / "reports" / name for name in PROGRAM]
    files = (
        path
        for room in rooms
        for path in ([room] if room.is_file() else room.rglob("*"))
        if path.is_file() and path.suffix != ".pyc"
    )
    return _digest(files, under=ROOT)


@cache
def libraries() -> str:
    """Return the libraries with their versions."""
    return ", ".join(f"{name} {version(name)}" for name in LIBRARIES)


@cache
def _folder(folder: Path, *, styles: bool | None = None) -> str:
    """Return the digest of a folder: of its style sheets, all else, or everything."""
    files = (
        path
        for path in folder.rglob("*")
        if path.is_file() and styles in {None, path.suffix == ".css"}
    )
    return _digest(files, under=folder)


def _digest(files: Iterable[Path], *, under: Path) -> str:
    """Return the digest of files by their names and contents."""
    digest = hashlib.sha256()
    for path in sorted(files):
        digest.update(path.relative_to(under).as_posix().encode() + b"\0")
        digest.update(_sha256(path.read_bytes()))
    return digest.hexdigest()


def _sha256(content: bytes) -> bytes:
    return hashlib.sha256(content).digest()
