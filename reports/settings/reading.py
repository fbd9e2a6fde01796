"""Reading `briefings.toml`: what is wrong is told with its line and a hint."""

import re
import tomllib
from pathlib import Path
from typing import Any

import msgspec
from msgspec.inspect import (
    LiteralType,
    NoneType,
    StructType,
    Type,
    UnionType,
    VarTupleType,
    type_info,
)

from reports.errors import SettingsError
from reports.settings.checks import meant, problems
from reports.settings.lines import Way, line_of, lines
from reports.settings.shape import Settings

#: How msgspec names what it found and what it wanted, and how a person would.
PLAIN = {
    "str": "text in quotes",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "array": "a list in [brackets]",
    "object": "a table",
    "datetime": "a date",
    "date": "a date",
    "time": "a time",
}
_SECRETS = {"password", "passwd", "pass", "secret", "token"}
_STEP = re.compile(r"\.(\w+)|\[(\d+)\]")


def load(path: Path) -> Settings:
    """Return the settings in the file at `path`, or raise `SettingsError`."""
    try:
        text = path.read_text("utf-8-sig")
    except FileNotFoundError as problem:
        raise SettingsError(
            str(path),
            "there is no such file",
            hint="begin with a copy of docs/briefings.example.toml",
        ) from problem
    except OSError as problem:
        raise SettingsError(
            str(path), f"it cannot be read: {problem.strerror}", hint="check the file"
        ) from problem
    except UnicodeDecodeError as problem:
        line = problem.object[: problem.start].count(b"\n") + 1
        raise SettingsError(
            f"{path}:{line}", "this is not UTF-8", hint="save the file as UTF-8"
        ) from problem
    return read_settings(text, origin=str(path), folder=path.parent)


def read_settings(text: str, *, origin: str, folder: Path) -> Settings:
    """Return the settings in `text`; paths in it are seen from `folder`.

    `origin` names the file in errors.
    """
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        raise _broken(origin, text, str(problem)) from problem

    def path(wanted: type, written: object) -> object:
        if wanted is Path and isinstance(written, str):
            return folder / written
        raise TypeError(f"Expected `str`, got {written!r}")

    try:
        settings = msgspec.convert(document, Settings, dec_hook=path)
    except msgspec.ValidationError as problem:
        way, why, hint = _explained(str(problem), document)
        raise SettingsError(_place(origin, text, way), why, hint=hint) from problem
    for found in problems(settings):
        raise SettingsError(_place(origin, text, found.way), found.why, hint=found.hint)
    return settings


def _place(origin: str, text: str, way: Way) -> str:
    """Return `file:line`, or the file where the thing is missing altogether."""
    line = line_of(way, lines(text))
    return origin if line is None else f"{origin}:{line}"


def _broken(origin: str, text: str, said: str) -> SettingsError:
    """Return the error for a file that is no TOML."""
    match = re.search(r" \(at (?:line (\d+), column \d+|end of document)\)", said)
    line = len(text.splitlines())
    if match:
        said = said.replace(match[0], "")
        line = int(match[1] or line)
    hint = "text stands in quotes, lists in [brackets], a table begins with [name]"
    return SettingsError(f"{origin}:{line}", said[:1].lower() + said[1:], hint=hint)


def _explained(said: str, document: dict[str, Any]) -> tuple[Way, str, str]:
    """Return where it is wrong, why, and a hint, from what msgspec says."""
    why, _, where = said.partition(" - at `$")
    way: Way = tuple(
        name or int(number) for name, number in _STEP.findall(where.rstrip("`"))
    )
    quoted = re.findall(r"`([^`]*)`|'([^']*)'", why)
    words = [backed or single for backed, single in quoted]
    if "unknown field" in why:
        return _unknown(way, words[0])
    if "missing required field" in why:
        return way, f"{words[0]} is missing", f"add a line `{words[0]} = ...`"
    if "Invalid enum value" in why:
        kind = _kind(way)
        known = map(str, kind.values) if isinstance(kind, LiteralType) else ()
        return way, f"no such choice: {words[0]!r}", meant(words[0], known)
    if len(words) == 2:
        wanted, got = (
            " or ".join(
                PLAIN.get(part.strip(), part.strip()) for part in one.split("|")
            )
            for one in words
        )
        return way, f"expected {wanted.replace('null', 'nothing')}, got {got}", ""
    value: Any = document
    for step in way:
        value = value[step]
    return way, f"{value!r} does not fit here: {why}", ""


def _unknown(way: Way, name: str) -> tuple[Way, str, str]:
    """Return the error for a key that the table does not have."""
    table = f"[{way[0]}]" if way else "the file"
    if name in _SECRETS:
        hint = "secrets never stand here: name a variable with `password_env`"
    else:
        known = [field.encode_name for field in getattr(_kind(way), "fields", ())]
        hint = meant(name, known)
    return (*way, name), f"{table} has no key {name!r}", hint


def _kind(way: Way) -> Type:
    """Return what the value at `way` has to be."""
    kind = type_info(Settings)
    for step in way:
        if isinstance(kind, StructType):
            kind = next(one.type for one in kind.fields if one.encode_name == step)
        elif isinstance(kind, VarTupleType):
            kind = kind.item_type
        if isinstance(kind, UnionType):  # a key that may be left out
            kind = next(one for one in kind.types if not isinstance(one, NoneType))
    return kind
