"""What was published, as `manifest.json` tells it, and whether it is all there."""

import hashlib
from pathlib import Path

import msgspec

from reports.errors import DeliveryError


class File(msgspec.Struct, frozen=True, kw_only=True):
    """One file of a briefing, by its path under the output folder."""

    path: str
    bytes: int
    sha256: str


class Objection(msgspec.Struct, frozen=True, kw_only=True):
    """Why the gate holds a briefing back."""

    rule: str
    says: str


class Printout(msgspec.Struct, frozen=True, kw_only=True):
    """What was written for one subject."""

    subject: str
    files: tuple[File, ...]
    pages: int | None
    articles: tuple[str, ...]
    #: Only what was issued has one.
    revision: int | None
    objections: tuple[Objection, ...] = ()


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """What was written for one period."""

    period: str
    briefings: tuple[Printout, ...]


def read_manifest(out: Path, period: str) -> Manifest:
    """Return the manifest of a period under `out`."""
    path = out / period / "manifest.json"
    try:
        return msgspec.json.decode(path.read_bytes(), type=Manifest)
    except FileNotFoundError as problem:
        raise DeliveryError(
            f"period {period}",
            f"nothing was published for it in {out}",
            hint=f"run `build.py publish --period {period}` first",
        ) from problem
    except (OSError, msgspec.DecodeError) as problem:
        raise DeliveryError(
            str(path), f"it cannot be read: {problem}", hint="publish the period again"
        ) from problem


def content(out: Path, printout: Printout, suffix: str) -> tuple[File, bytes]:
    """Return a file of a briefing, once the whole briefing is known to be there.

    A briefing that the gate holds back, or one of whose files is missing or is not the
    one that was printed, is nobody's to read.
    """
    if printout.objections:
        said = "; ".join(f"{one.rule}: {one.says}" for one in printout.objections)
        raise DeliveryError(
            printout.subject,
            f"the gate holds it back: {said}",
            hint="mend what it names, and publish again",
        )
    found: tuple[File, bytes] | None = None
    for file in printout.files:
        try:
            read = (out / file.path).read_bytes()
        except OSError as problem:
            raise _incomplete(printout, file, str(problem.strerror)) from problem
        if hashlib.sha256(read).hexdigest() != file.sha256:
            raise _incomplete(printout, file, "it is not the file that was printed")
        if file.path.endswith(suffix):
            found = file, read
    if found is None:
        raise DeliveryError(
            printout.subject,
            f"it was published without {suffix.removeprefix('.').upper()}",
            hint="publish it with --formats pdf,json and what else you want",
        )
    return found


def _incomplete(printout: Printout, file: File, why: str) -> DeliveryError:
    """Return the error for a briefing that is not whole."""
    return DeliveryError(
        printout.subject, f"{file.path}: {why}", hint="publish the briefing again"
    )
