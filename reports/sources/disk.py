"""Find the files that hold articles, and read them byte for byte."""

import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from reports.model import Article
from reports.sources.lines import from_lines
from reports.sources.refusal import Refusal
from reports.sources.words import LARGEST, flaw, read_text

__all__ = ["LARGEST", "Listing", "listing", "read"]

PLAIN = frozenset({".txt", ".md"})
LINES = ".jsonl"


class Listing(msgspec.Struct, frozen=True, kw_only=True):
    """What a walk over the named paths found.

    `found` holds files to read and refusals, in order; `skipped` counts the files in
    folders that are no articles by their name.
    """

    found: tuple[Path | Refusal, ...]
    skipped: int = 0


def listing(paths: Iterable[Path]) -> Listing:
    """Return the files that `paths` name or hold; a file named twice is read once."""
    found: list[Path | Refusal] = []
    seen: set[Path] = set()
    skipped = 0
    for path in paths:
        inside, passed = _walk(path) if _is_folder(path) else ([path], 0)
        skipped += passed
        for one in inside:
            if isinstance(one, Refusal):
                found.append(one)
            elif (home := one.absolute()) not in seen:
                seen.add(home)
                found.append(one)
    return Listing(found=tuple(found), skipped=skipped)


def read(listed: Listing) -> Iterator[Article | Refusal]:
    """Yield the articles of a listing, each as often as it stands there."""
    for item in listed.found:
        yield from [item] if isinstance(item, Refusal) else _file(item)


def _walk(folder: Path) -> tuple[list[Path | Refusal], int]:
    """Return the articles below `folder` in sorted order, and how many were skipped."""
    found: list[Path | Refusal] = []
    skipped = 0

    def closed(problem: OSError) -> None:
        found.append(Refusal(origin=problem.filename, why=_reason(problem)))

    for here, folders, names in folder.walk(on_error=closed):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = here / name
            if _is_article(path):
                found.append(path)
            else:
                skipped += 1
    if not found:
        hint = "articles are files that end in .txt, .md or .jsonl"
        empty = Refusal(
            origin=str(folder), why="the folder holds no article", hint=hint
        )
        found.append(empty)
    return found, skipped


def _is_folder(path: Path) -> bool:
    """Tell whether `path` is a folder; what cannot be looked at is none."""
    try:
        return path.is_dir()
    except OSError:
        return False


def _is_article(path: Path) -> bool:
    """Tell by its name whether a file in a folder is meant to be read."""
    suffix = path.suffix.lower()
    return (
        (suffix in PLAIN or suffix == LINES)
        and not path.name.startswith(".")
        and not path.name.upper().startswith("README")
    )


def _file(path: Path) -> Iterator[Article | Refusal]:
    """Yield the articles of one file, or the one reason why there are none."""
    origin = str(path).encode(errors="backslashreplace").decode()
    refused = _unreadable(path, origin)
    if refused:
        yield refused
        return
    try:
        if path.suffix.lower() == LINES:
            with path.open("rb") as lines:
                yield from from_lines(lines, stem=path.stem, origin=origin)
            return
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as problem:
        yield Refusal(origin=origin, why=_reason(problem))
        return
    text = read_text(content, origin=origin)
    if isinstance(text, Refusal):
        yield text
    else:
        yield Article(id=path.stem, text=text, origin=origin)


def _unreadable(path: Path, origin: str) -> Refusal | None:
    """Return why a file cannot be an article by its name or kind, if so."""
    if flaw(path.name):
        return Refusal(
            origin=origin,
            why="its name is not written in UTF-8",
            hint="rename it: a file's name is the article's id",
        )
    try:
        mode = path.stat().st_mode
    except OSError as problem:
        return Refusal(origin=origin, why=_reason(problem))
    if not stat.S_ISREG(mode):
        return Refusal(origin=origin, why="it is neither a file nor a folder")
    if path.suffix.lower() not in PLAIN | {LINES}:
        return Refusal(
            origin=origin,
            why=f"{path.suffix or 'a name without an ending'} is not a kind we read",
            hint="save the article as .txt or .md in UTF-8, or as a line of .jsonl",
        )
    return None


def _reason(problem: OSError) -> str:
    """Return what the system said, as the end of a sentence."""
    return (problem.strerror or str(problem)).lower()
