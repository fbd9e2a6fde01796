"""What a person decides over the rules: `corrections.toml`.

    [[same]]                # these are one, whatever the rules say
    kind = "event"          # event, thread or person
    these = ["ARTICLE#0", "ARTICLE#1"]  # the nth of an article, or a known id

    [[apart]]               # these are never one
    kind = "person"
    these = ["person-a2c...", "ARTICLE#3"]

    [[rename]]              # what is printed for a person or a proposal
    kind = "thread"
    this = "ARTICLE#2"
    text = "..."

The id of a known thing is that of its earliest mention, so both ways of naming lead
to a mention. `show` prints them.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import Any, get_args

import msgspec

from reports.chronicle import Kind, Ref, mention_id
from reports.errors import SettingsError

KINDS = get_args(Kind)
SECTIONS = {
    "same": ("kind", "these"),
    "apart": ("kind", "these"),
    "rename": ("kind", "this", "text"),
}
REFERENCE = re.compile(r"(?P<article>.+)#(?P<number>[0-9]+)")
KNOWN = re.compile(r"(?P<kind>[a-z]+)-[a-z2-7]{12}")
HEADER = re.compile(r"^\s*\[\[\s*(?P<section>[\w-]+)\s*\]\]", re.MULTILINE)


class Corrections(msgspec.Struct, frozen=True, kw_only=True):
    """The decisions of a person, by the ids of mentions."""

    same: frozenset[tuple[str, str]] = frozenset()
    apart: frozenset[tuple[str, str]] = frozenset()
    names: Mapping[str, str] = {}

    @property
    def ids(self) -> frozenset[str]:
        """Return every mention that a decision names; only they need be settled anew.

        Of two files, those in the one and not in the other are what a change touches.
        """
        named = {one for pair in (*self.same, *self.apart) for one in pair}
        return frozenset(named | {*self.names})

    def partners(self, id_: str) -> tuple[str, ...]:
        """Return the mentions that a person has joined to the mention `id_`."""
        pairs = (pair for pair in self.same if id_ in pair)
        return tuple(sorted(b if a == id_ else a for a, b in pairs))


NONE = Corrections()


def read_corrections(text: str, *, name: str) -> Corrections:
    """Return the decisions that the TOML `text` of the file `name` holds.

    Every mistake is told with its line.
    """
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        raise SettingsError(name, str(problem), hint="mend the line it names") from None
    lines = _lines(text)
    same: set[tuple[str, str]] = set()
    apart: dict[tuple[str, str], str] = {}
    names: dict[str, str] = {}
    for section, entries in table.items():
        if section not in SECTIONS or not isinstance(entries, list):
            known = ", ".join(f"[[{one}]]" for one in SECTIONS)
            raise SettingsError(name, f"unknown part {section!r}", hint=f"use {known}")
        for number, entry in enumerate(entries):
            begins = lines[section][number : number + 1]
            where = f"{name}, line {begins[0]}" if begins else name
            kind = _checked(entry, section, where)
            if section == "rename":
                names[_id(entry["this"], kind, where)] = entry["text"].strip()
                continue
            ids = [_id(one, kind, where) for one in entry["these"]]
            pairs = {(a, b) if a < b else (b, a) for a, b in combinations(ids, 2)}
            if len(pairs) < 1 or any(a == b for a, b in pairs):
                raise SettingsError(
                    where, "names one thing only", hint="name two or more"
                )
            if section == "same":
                same |= pairs
            else:
                apart.update(dict.fromkeys(pairs, where))
    _agree(same, apart)
    return Corrections(same=frozenset(same), apart=frozenset(apart), names=names)


def _lines(text: str) -> dict[str, list[int]]:
    """Return the lines on which the entries of each section begin."""
    found: dict[str, list[int]] = {section: [] for section in SECTIONS}
    for match in HEADER.finditer(text):
        line = text.count("\n", 0, match.start("section")) + 1
        found.setdefault(match["section"], []).append(line)
    return found


def _checked(entry: Mapping[str, Any], section: str, where: str) -> Kind:
    """Return the kind of an entry whose keys are all there and of the right sort."""
    wanted = SECTIONS[section]
    if set(entry) != set(wanted):
        off = ", ".join(sorted(set(entry) ^ set(wanted)))
        raise SettingsError(
            where, f"missing or unknown: {off}", hint=f"write {', '.join(wanted)}"
        )
    kind: Kind = entry["kind"]
    if kind not in KINDS:
        raise SettingsError(
            where, f"unknown kind {kind!r}", hint=f"use {', '.join(KINDS)}"
        )
    if section == "rename":
        if kind == "event":
            raise SettingsError(
                where, "an event has no name", hint="rename a person or a thread"
            )
        if not isinstance(entry["text"], str) or not entry["text"].strip():
            raise SettingsError(where, "the text is empty", hint="write what to print")
    elif not isinstance(entry["these"], list):
        raise SettingsError(where, "`these` is no list", hint='use ["...", "..."]')
    return kind


def _id(written: object, kind: Kind, where: str) -> str:
    """Return the id of the mention that `written` names."""
    text = written if isinstance(written, str) else ""
    known = KNOWN.fullmatch(text)
    if known is not None and known["kind"] in KINDS:
        if known["kind"] != kind:
            raise SettingsError(where, f"{text} is no {kind}", hint="check the kind")
        return text
    reference = REFERENCE.fullmatch(text)
    if reference is None:
        raise SettingsError(
            where,
            f"{written!r} names nothing",
            hint="write ARTICLE#NUMBER or an id, as `show` prints them",
        )
    return mention_id(kind, Ref(reference["article"], int(reference["number"])))


def _agree(
    same: Iterable[tuple[str, str]], apart: Mapping[tuple[str, str], str]
) -> None:
    """Refuse decisions of which one undoes another."""
    groups = {one: group for group in grouped(same) for one in group}
    for (a, b), where in apart.items():
        if b in groups.get(a, ()):
            raise SettingsError(
                where, f"{a} and {b} are [[same]] elsewhere", hint="drop one of them"
            )


def grouped(pairs: Iterable[tuple[str, str]]) -> Iterator[frozenset[str]]:
    """Yield the groups that `pairs` join, each once."""
    groups: dict[str, set[str]] = {}
    for a, b in pairs:
        merged = groups.get(a, {a}) | groups.get(b, {b})
        for id_ in merged:
            groups[id_] = merged
    seen: set[int] = set()
    for group in groups.values():
        if id(group) not in seen:
            seen.add(id(group))
            yield frozenset(group)
