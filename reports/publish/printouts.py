"""What was written, as `manifest.json` tells it, and how files get under `out`.

What was made of one subject is noted by itself under `out/PERIOD/.made` as well, as
soon as its files lie in their places: a run that is killed loses no more than what it
was at, and what is published of one subject alone does not forget the others.
"""

import contextlib
import hashlib
from collections.abc import Mapping
from pathlib import Path

import msgspec

from reports.publish.keys import Key


class File(msgspec.Struct, frozen=True, kw_only=True):
    """One file of a briefing, by its path under the output folder."""

    path: str
    bytes: int
    sha256: str


class Printout(msgspec.Struct, frozen=True, kw_only=True):
    """What was written for one subject; `pages` is `None` without a PDF.

    `revision` counts the issues of this subject and period, and `digest` is that of
    the contents. Of one that is `refused` nothing was written, for these reasons, and
    it is no issue. `complaints` should be known and do not keep a briefing back. `key`
    is what it was made from; while that is the same, nothing is made again.
    """

    subject: str
    files: tuple[File, ...]
    pages: int | None
    articles: tuple[str, ...]
    refused: tuple[str, ...]
    complaints: tuple[str, ...]
    digest: str
    revision: int
    key: Key


class Published(msgspec.Struct, frozen=True, kw_only=True):
    """What was written for one period, as `manifest.json` tells it."""

    period: str
    briefings: tuple[Printout, ...]

    @property
    def paths(self) -> tuple[str, ...]:
        """Return the path of every file of the briefings."""
        return tuple(file.path for one in self.briefings for file in one.files)

    @property
    def refused(self) -> tuple[Printout, ...]:
        """Return the briefings that were kept back."""
        return tuple(one for one in self.briefings if one.refused)


def to_json(record: msgspec.Struct) -> bytes:
    """Return a record as JSON that a person can read."""
    return msgspec.json.format(msgspec.json.encode(record), indent=2) + b"\n"


def files_of(written: Mapping[Path, bytes]) -> tuple[File, ...]:
    """Return files by what the manifest says of them."""
    return tuple(
        File(path=path.as_posix(), bytes=len(content), sha256=_sha256(content))
        for path, content in written.items()
    )


def noted(out: Path, period: str, subject: str) -> Printout | None:
    """Return what was made of a subject last, as far as we can read what is noted."""
    try:
        return msgspec.json.decode(
            (out / _note(period, subject)).read_bytes(), type=Printout
        )
    except (OSError, msgspec.DecodeError):
        return None


def note(out: Path, period: str, printout: Printout) -> None:
    """Note what was made of a subject."""
    write({_note(period, printout.subject): msgspec.json.encode(printout)}, out=out)


def harmed(out: Path, printout: Printout) -> tuple[str, ...]:
    """Return what is wrong with the files that were written, if anything is."""
    found = []
    for file in printout.files:
        name = file.path.rpartition("/")[2]
        try:
            content = (out / file.path).read_bytes()
        except OSError:
            found.append(f"{name} is missing")
            continue
        if _sha256(content) != file.sha256:
            found.append(f"{name} was altered")
    return tuple(found)


def write(files: Mapping[Path, bytes], *, out: Path) -> None:
    """Write files under `out` so that nobody ever reads half of one.

    All are written under other names before the first takes the place of an old one.
    """
    hidden = {path: _hidden(out / path) for path in files}
    try:
        for path, content in files.items():
            hidden[path].parent.mkdir(parents=True, exist_ok=True)
            hidden[path].write_bytes(content)
        for path, new in hidden.items():
            new.replace(out / path)
    finally:
        for new in hidden.values():
            with contextlib.suppress(OSError):
                new.unlink(missing_ok=True)


def swept(out: Path, period: str, subject: str) -> None:
    """Remove what a killed run has begun to write of a subject."""
    for half in (out / period / subject).glob(".*.new"):
        half.unlink(missing_ok=True)


def _hidden(path: Path) -> Path:
    """Return the name that a file has until it is whole."""
    return path.with_name(f".{path.name}.new")


def _note(period: str, subject: str) -> Path:
    """Return where it is noted what was made of a subject."""
    return Path(period) / ".made" / f"{subject}.json"


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
