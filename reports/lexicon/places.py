"""The gazetteer: provinces, states, and places inside them."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Literal

import msgspec


class Place(msgspec.Struct, frozen=True):
    """A place as the gazetteer knows it.

    `country` is ISO 3166-1 alpha-2; `province` is ISO 3166-2 for places in Iran. Of an
    ambiguous form only a word beside it proves that the place is meant.
    """

    id: str
    kind: Literal["province", "country", "capital", "demonym", "region", "city"]
    name: str
    country: str
    province: str | None = None
    ambiguous: bool = False


class Province(msgspec.Struct, frozen=True):
    """A province of Iran: slug, ISO 3166-2 code, printed name."""

    slug: str
    code: str
    name: str
    capital: str
    neighbours: tuple[str, ...]


@cache
def read(name: str) -> dict[str, Any]:
    """Return the word list `name` of this folder, as written; nobody may change it."""
    source = files(__package__).joinpath(f"{name}.toml").read_text("utf-8")
    return tomllib.loads(source)


def provinces() -> dict[str, Province]:
    """Return the 31 provinces by code."""
    return {
        entry["code"]: Province(
            slug,
            entry["code"],
            entry["name"],
            entry["capital"],
            tuple(entry["neighbours"]),
        )
        for slug, entry in read("provinces").items()
    }


def countries() -> dict[str, str]:
    """Return the printed names of all states by ISO 3166-1 alpha-2 code."""
    return {code: entry["name"] for code, entry in read("countries").items()}


#: Which reading of a form comes first where it names several places.
RANK = ("province", "country", "region", "city", "capital", "demonym")


def places() -> list[tuple[str, Place]]:
    """Return every form with the place it names, the likelier readings first."""
    return sorted(_places(), key=lambda pair: RANK.index(pair[1].kind))


def _places() -> Iterator[tuple[str, Place]]:
    """Yield every form with the place it names."""
    codes: dict[str, str] = {}
    for slug, entry in read("provinces").items():
        codes[slug] = code = entry["code"]
        place = Place(
            slug, "province", entry["name"], "IR", code, bool(entry.get("ambiguous"))
        )
        for form in _forms(entry):
            yield form, place
    yield from _states()
    for slug, entry in read("regions").items():
        place = Place(
            slug,
            "region",
            entry["name"],
            entry["country"],
            None,
            bool(entry.get("ambiguous")),
        )
        for form in _forms(entry):
            yield form, place
    for slug, entry in read("cities").items():
        place = Place(
            slug,
            "city",
            entry["name"],
            "IR",
            codes[entry["province"]],
            bool(entry.get("ambiguous")),
        )
        for form in _forms(entry):
            yield form, place


def _forms(entry: Mapping[str, Any]) -> Iterator[str]:
    """Yield the printed name and the other spellings of one entry."""
    yield entry["name"]
    yield from entry.get("aliases", ())


def _states() -> Iterator[tuple[str, Place]]:
    """Yield names, capitals and demonyms of all states."""
    kinds: tuple[tuple[str, Literal["country", "capital", "demonym"]], ...] = (
        ("aliases", "country"),
        ("capitals", "capital"),
        ("demonyms", "demonym"),
    )
    for code, entry in read("countries").items():
        doubtful = entry.get("ambiguous", {})
        name = entry["name"]
        yield name, Place(code, "country", name, code, None, name in doubtful)
        for field, kind in kinds:
            for form in entry.get(field, ()):
                place = Place(code, kind, form, code, None, form in doubtful)
                yield form, place
