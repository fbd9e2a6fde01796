"""The words we look for in the world, read from TOML, checked and compiled once.

Word lists are data: a new word is a line in a TOML file here. Forms are written as an
editor would print them; `phrases.py` finds them in every spacing.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import msgspec

from reports.errors import LexiconError
from reports.lexicon.phrases import Hit, Known, Phrases, flags, key, single
from reports.lexicon.places import Place, Province, countries, places, provinces, read

__all__ = [
    "Body",
    "Hit",
    "Known",
    "Lexicon",
    "Office",
    "Phrases",
    "Place",
    "Province",
    "flags",
    "key",
    "load",
    "single",
]

#: Lists of plain forms, by file; the kind of a phrase is `file/section` or
#: `file/section/list`.
_LISTS = (
    "attribution",
    "events",
    "facts",
    "grammar",
    "plain",
    "proposals",
    "relevance",
    "speech",
)

#: Kinds of phrases that are never cut by a small word.
_NAMES = frozenset({"place", "office"})


class Office(msgspec.Struct, frozen=True):
    """An office: what it is called, what it is over, and its rank."""

    id: str
    name: str
    scope: str
    level: str
    body: str | None
    plural: bool
    alias: str | None
    post: bool
    #: Without its place the word is no title: it is also an everyday one.
    placed: bool


class Body(msgspec.Struct, frozen=True):
    """An organisation: its printed name, its kind, and its state if it has one."""

    name: str
    type: str
    country: str | None


class Lexicon(msgspec.Struct, frozen=True):
    """All word lists, compiled."""

    phrases: Phrases[Any]
    provinces: Mapping[str, Province]
    countries: Mapping[str, str]
    topics: tuple[tuple[str, tuple[str, ...]], ...]
    given_names: frozenset[str]
    #: Given names that people of Iran hardly bear.
    foreign_names: frozenset[str]
    #: States whose people often bear the same given names as Iranians.
    kindred: frozenset[str]
    #: Given names that are everyday words too, and surnames made from places.
    ordinary_names: frozenset[str]
    surname_endings: tuple[str, ...]
    #: Words that begin a compound surname: the next word belongs to the name.
    surname_halves: frozenset[str]
    outlet_endings: tuple[str, ...]
    #: Acronyms with the words of their body's name, and its state.
    acronyms: Mapping[str, tuple[tuple[str, ...], str]]
    acronym_warning: str
    sample_marks: tuple[str, ...]


@cache
def load() -> Lexicon:
    """Read and compile every word list in this folder."""
    names = read("given_names")
    acronyms = read("acronyms")
    given = {*names["male"], *names["female"], *names["foreign"]} - {*names["ordinary"]}
    topics = tuple(
        (entry["code"], tuple(key(form) for form in entry["forms"]))
        for entry in read("topics")["topic"]
    )
    entries = tuple(_entries())
    for form, kind, _ in entries:
        if not any(map(str.isalnum, form)):
            raise LexiconError(kind, f"{form!r} has no letters", hint="write the word")
    return Lexicon(
        phrases=Phrases(entries, names=_NAMES, particles=read("particles")["forms"]),
        provinces=provinces(),
        countries=countries(),
        topics=topics,
        foreign_names=frozenset(
            key(name)
            for name in {*names["foreign"]} - {*names["male"], *names["female"]}
        ),
        kindred=frozenset(read("relevance")["kindred"]["states"]),
        given_names=frozenset(key(name) for name in (*given, *names["kept"])),
        ordinary_names=frozenset(
            key(name)
            for name in (
                *names["ordinary"],
                *names["nisba"],
                *names["surname_openings"],
                *names["surname_endings"],
                *names["split_endings"],
            )
        ),
        surname_endings=tuple(
            key(end) for end in (*names["surname_endings"], *names["split_endings"])
        ),
        surname_halves=frozenset(map(key, names["surname_halves"])),
        acronyms={
            acronym: (tuple(map(key, entry["words"])), entry["country"])
            for acronym, entry in acronyms.items()
            if "words" in entry
        },
        acronym_warning=acronyms["text"]["warning"],
        outlet_endings=_keys("attribution", "outlet_ending"),
        sample_marks=_keys("facts", "sample"),
    )


#: Plural, indefinite and ezafe endings; a short word gets only the plural.
PLURAL = ("\u0647\u0627", "\u0647\u0627\u06cc", "\u0647\u0627\u06cc\u06cc")
YE, AFTER_HEH, HEH = "\u06cc", "\u0627\u06cc", "\u0647"
SHORTEST = 4


def _endings(form: str) -> tuple[str, ...]:
    """Return the endings that a noun of a topic may take."""
    if form.endswith((YE, PLURAL[0])):
        return PLURAL
    if form.endswith(HEH):
        return (*PLURAL, AFTER_HEH)
    return (*PLURAL, YE) if len(form) >= SHORTEST else PLURAL


def _keys(name: str, section: str) -> tuple[str, ...]:
    """Return the folded spellings of one list of forms."""
    return tuple(key(form) for form in read(name)[section]["forms"])


def _entries() -> Iterator[tuple[str, str, Any]]:
    """Yield every form of every list with its kind and what it stands for."""
    for form, place in places():
        yield form, "place", place
    for number, entry in enumerate(read("topics")["topic"]):
        for form in entry["forms"]:
            yield form, "topic", number
            for ending in _endings(form):
                yield f"{form}{ending}", "topic", number
    titles = read("titles")
    for form, office in _offices(titles["office"]):
        yield form, "office", office
    for section in (
        "deputy",
        "modifier",
        "domain",
        "honorific",
        "group",
        "crowd",
        "group_field",
    ):
        for form in titles[section]["forms"]:
            yield form, section, form
    for form in titles["deputy"]["plural"]:
        yield form, "deputy", form
    for section in (
        "and",
        "at",
        "ours",
        "unit",
        "quarter",
        "house",
        "province",
        "verbal",
        "field_word",
        "from",
    ):
        for form in titles[section]["forms"]:
            yield form, f"titles/{section}", section
    for name in _LISTS:
        for section, lists in read(name).items():
            if "states" in lists:
                continue
            for label, forms in lists.items():
                kind = f"{name}/{section}"
                for form in forms:
                    if kind == "facts/unit":
                        # The second form is said of "a park of 200 megawatts".
                        yield form, kind, form
                        yield f"{form}\u06cc", kind, form
                        continue
                    yield form, kind, label if label != "forms" else section
    for entry in read("agencies").values():
        name = entry["name"]
        yield name, "agency_word" if entry.get("ambiguous") else "agency", name
        for form in entry.get("aliases", ()):
            yield form, "agency", name
    bodies = read("bodies")
    for type_, forms in bodies["heads"].items():
        for form in forms:
            yield form, "body_head", type_
    for entry in bodies["bodies"].values():
        kind = "body_word" if entry.get("ambiguous") else "body"
        body = Body(entry["name"], entry["type"], entry.get("country"))
        yield entry["name"], kind, body
        for form in entry.get("aliases", ()):
            yield form, "body", body


def _offices(table: Mapping[str, Any]) -> Iterator[tuple[str, Office]]:
    """Yield every form of an office, singular and plural."""
    for id_, entry in table.items():
        for plural, forms in ((False, entry["forms"]), (True, entry.get("plural", ()))):
            for form in forms:
                yield (
                    form,
                    Office(
                        id=id_,
                        name=entry["forms"][0] if plural else form,
                        scope=entry["scope"],
                        level=entry["level"],
                        body=entry.get("body"),
                        plural=plural,
                        alias=entry.get("alias"),
                        post=bool(entry.get("post")) or entry["scope"] == "state",
                        placed=bool(entry.get("placed")),
                    ),
                )
