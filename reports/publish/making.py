"""One briefing made wherever there is room: here, in a worker, on another machine.

What a worker needs travels with the job, so that it asks no store and writes no file.
Only the program itself, with its fonts, must be there already, and be the same.
"""

import hashlib
import importlib
import tempfile
import threading
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import msgspec

from reports.briefing import Briefing
from reports.errors import RenderError
from reports.publish.keys import libraries, program
from reports.theme import Look


class Job(msgspec.Struct, frozen=True, kw_only=True):
    """A briefing that is to be made.

    `texts` are the articles that it quotes by their ids. `templates` are the files of
    the user's folder, where that is not at hand, and `made_by` is who must make it.
    """

    briefing: Briefing
    formats: tuple[str, ...]
    texts: Mapping[str, str]
    look: Look
    most_pages: int | None = None
    templates: Mapping[str, bytes] | None = None
    made_by: str


class Made(msgspec.Struct, frozen=True, kw_only=True):
    """What was made: files by format, and what speaks against them.

    `lasting` says that the same job would be refused again.
    """

    files: Mapping[str, bytes]
    pages: int | None
    refused: tuple[str, ...]
    complaints: tuple[str, ...]
    lasting: bool = True


#: The press and the charts hold one thing at a time.
ONE = threading.Lock()


def made(job: Job) -> Made:
    """Make a briefing in all its formats."""
    if job.made_by != maker():
        raise RenderError(
            "a worker",
            "it runs another version of the program, or of its libraries",
            hint="bring every machine to the same version",
        )
    look = job.look
    if job.templates is not None:
        look = msgspec.structs.replace(look, templates=_unpacked(job.templates))
    from reports.publish.editions import edition

    with ONE:
        done = edition(
            job.briefing, formats=job.formats, text_of=job.texts.get, look=look
        )
    refused = tuple(f"{one.rule}: {one.says}" for one in done.objections)
    long = job.most_pages is not None and (done.pages or 0) > job.most_pages
    if long:
        says = f"{done.pages} pages, and {job.most_pages} are allowed"
        refused = (*refused, f"pages: {says}")
    return Made(
        files={} if refused else done.files,
        pages=done.pages,
        refused=refused,
        complaints=done.complaints,
        lasting=not long,
    )


def warm() -> None:
    """Load what takes its time, before there is anything to do."""
    importlib.import_module("reports.publish.editions")


@cache
def maker() -> str:
    """Return what tells one version of the program and its libraries from another."""
    return f"{program()} {libraries()}"


def packed(folder: Path) -> dict[str, bytes]:
    """Return the files of a folder by their paths in it."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def _unpacked(files: Mapping[str, bytes]) -> Path:
    """Return a folder with these files, made once in each process."""
    digest = hashlib.sha256(msgspec.msgpack.encode(files)).hexdigest()
    with ONE:
        if digest not in _FOLDERS:
            folder = tempfile.TemporaryDirectory(prefix="templates")
            for name, content in files.items():
                path = Path(folder.name, name)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
            _FOLDERS[digest] = folder
        return Path(_FOLDERS[digest].name)


#: The folders that were unpacked; they go when the process ends.
_FOLDERS: dict[str, tempfile.TemporaryDirectory[str]] = {}
