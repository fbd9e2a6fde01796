"""The word lists about the world, as the tests read them."""

import re
import tomllib
from functools import cache
from typing import Any

from reports.places import ROOT
from reports.text.fold import fold

LEXICON = ROOT / "reports" / "lexicon"
FILES = (
    "provinces",
    "countries",
    "regions",
    "cities",
    "agencies",
    "bodies",
    "given_names",
)
#: Every word list but the patterns of noise, which are no words.
EVERY = tuple(
    sorted(path.stem for path in LEXICON.glob("*.toml") if path.stem != "noise")
)
PLACES = ("provinces", "countries", "regions", "cities")
ZWNJ = "\u200c"

Entry = dict[str, Any]


@cache
def words(file: str) -> dict[str, Any]:
    """Return one of the word lists as TOML tells it."""
    with (LEXICON / f"{file}.toml").open("rb") as handle:
        return tomllib.load(handle)


def entries(file: str) -> dict[str, Entry]:
    """Return the named things of a file, whatever else it holds."""
    return words(file)["bodies"] if file == "bodies" else words(file)


def key(form: str) -> str:
    """Return what a form is matched by: folded, without spaces."""
    return fold(form).text.replace(" ", "")


def forms(entry: Entry) -> list[str]:
    """Return every form that an entry is read by."""
    return [
        entry["name"],
        *entry.get("aliases", ()),
        *entry.get("demonyms", ()),
        *entry.get("capitals", ()),
    ]


def flagged(entry: Entry, form: str) -> bool:
    """Tell whether an entry warns that this form is also something else."""
    warned = entry.get("ambiguous", False)
    if isinstance(warned, dict):
        return key(form) in {key(other) for other in warned}
    return bool(warned) and key(form) == key(entry["name"])


def readings(form: str, files: tuple[str, ...] = PLACES) -> set[tuple[str, str]]:
    """Return what a form may stand for, as pairs of file and id."""
    return {
        (file, name)
        for file in files
        for name, entry in entries(file).items()
        if key(form) in {key(other) for other in forms(entry)}
    }


def strings(value: object) -> list[str]:
    """Return all strings in a piece of TOML, keys and remarks aside."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [
            text
            for name, part in value.items()
            if name not in {"note", "ambiguous"}
            for text in strings(part)
        ]
    if isinstance(value, list):
        return [text for part in value for text in strings(part)]
    return []


def lists(value: object) -> list[list[str]]:
    """Return every list in a piece of TOML."""
    if isinstance(value, dict):
        return [found for part in value.values() for found in lists(part)]
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return [found for part in value for found in lists(part)]
    return [value] if isinstance(value, list) else []


def persian(file: str) -> list[str]:
    """Return all Persian strings of a file, the keys of `ambiguous` among them."""
    found = [
        text for text in strings(words(file)) if re.search("[\u0600-\u06ff]", text)
    ]
    if file == "countries":
        found += [form for e in words(file).values() for form in e.get("ambiguous", ())]
    return found
