"""The ratchet: extraction may get better on the gold articles; it may not get worse.

Precision and recall by kind of record, on the working set (`a`) and on each of the
held-out sets (`b`, `c`, `d`) apart. The floors are in `gold/floors.toml`; raising one
is a change of one line, lowering one needs a sentence in the changelog that says why.
"""

import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import pytest

from reports.lexicon import key
from reports.places import ROOT
from tests.extract.reading import GOLD, cases, gold_articles, gold_records, read_once

FLOORS: dict[str, dict[str, dict[str, float]]] = tomllib.loads(
    (GOLD / "floors.toml").read_text("utf-8")
)
#: A corpus that is kept beside the checkout, where there is one.
BESIDE = ROOT.parent / "shared" / "eval"
HAPPENED = {"held", "background"}
#: A wording matches when it shares at least this much of its letter pairs.
ALIKE = 0.5

Thing = Mapping[str, Any]


class Tally(msgspec.Struct):
    """How many of one kind were found rightly, found, and wanted."""

    right: float = 0
    found: float = 0
    right_wanted: float = 0
    wanted: float = 0

    def scores(self) -> dict[str, float]:
        """Return precision and recall; nothing to find is found."""
        return {
            "precision": self.right / self.found if self.found else 1.0,
            "recall": self.right_wanted / self.wanted if self.wanted else 1.0,
        }


def options(thing: Thing, field: str) -> list[Any]:
    """Return every accepted value of a field of gold."""
    return [thing.get(field), *thing.get(f"{field}_any", ())]


def pairs(text: str) -> set[str]:
    """Return the pairs of neighbouring letters of a text, without its spaces."""
    letters = key(text)
    return {letters[at : at + 2] for at in range(len(letters) - 1)}


def alike(one: str | None, other: str | None) -> float:
    """Return how many letter pairs two wordings share, from 0 to 1."""
    a, b = pairs(one or ""), pairs(other or "")
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


def same_name(one: str, other: str) -> bool:
    """Tell whether two names are equal or one is the surname of the other."""
    short, long = sorted((key(one), key(other)), key=len)
    return len(short) > 2 and long.endswith(short)


def same_person(gold: Thing, read: Thing) -> bool:
    """Tell whether two participants are one: side, state, and name or title."""
    if (gold["side"], gold["country"]) != (read["side"], read["country"]):
        return False
    if gold["name"] and read["name"]:
        return any(same_name(name, read["name"]) for name in options(gold, "name"))
    if gold["name"] or read["name"]:
        return False
    return any(alike(title, read["title"]) > 0.7 for title in options(gold, "title"))


def same_meeting(gold: Thing, read: Thing) -> bool:
    """Tell whether two encounters are one: alike held or not, of the same people."""
    states = {one in HAPPENED for one in options(gold, "status")}
    if (read["status"] in HAPPENED) not in states:
        return False
    people = gold["participants"]
    shared = [
        one for one in people if any(same_person(one, p) for p in read["participants"])
    ]
    if not people or not read["participants"]:
        return not people and read["kind"] in options(gold, "kind")
    fewer = min(len(people), len(read["participants"]))
    return shared != [] and 2 * len(shared) >= fewer


def same_proposal(gold: Thing, read: Thing) -> bool:
    """Tell whether two wordings name one thing: the gold's, or its passage."""
    wordings = [*options(gold, "text"), *(one["quote"] for one in gold["evidence"])]
    return any(alike(one, read["text"]) >= ALIKE for one in wordings)


def same_figure(gold: Thing, read: Thing) -> bool:
    """Tell whether two figures count the same: value, upper value, and unit."""
    if (gold["value"], gold["value_max"]) != (read["value"], read["value_max"]):
        return False
    units = [key(unit) for unit in options(gold, "unit") if unit]
    mine = key(read["unit"])
    return any(mine in unit or unit in mine for unit in units)


def same_speaker(gold: Thing, read: Thing) -> bool:
    """Tell whether two statements have one speaker, by name or by title."""
    names = [one for one in options(gold, "speaker") if one]
    said = read["speaker"]
    return any(same_name(one, said) or alike(one, said) > 0.7 for one in names)


def same_code(gold: Thing, read: Thing) -> bool:
    """Tell whether two codes are equal."""
    return bool(gold["code"] == read["code"])


def codes(record: Thing, field: str) -> list[Thing]:
    """Return the codes of a field as things of their own."""
    must: list[Thing] = [{"code": code} for code in record[field]]
    may: list[Thing] = [
        {"code": code, "optional": True} for code in record.get(f"{field}_optional", ())
    ]
    return must + may


def persons(record: Thing) -> list[Thing]:
    """Return everybody who takes part, once, required before optional."""
    found: dict[tuple[str, ...], Thing] = {}
    for meeting in record["meetings"]:
        for one in meeting["participants"]:
            free = bool(one.get("optional") or meeting.get("optional"))
            name = (one["side"], str(one["country"]), key(one["name"] or one["title"]))
            kept = found.get(name)
            if kept is None or (kept["optional"] and not free):
                found[name] = {**one, "optional": free}
    return list(found.values())


def speakers(record: Thing) -> list[Thing]:
    """Return one statement for each speaker; gold tells titles of named people, too."""
    titles = {
        one["name"]: [*options(one, "title"), one["name"]]
        for meeting in record["meetings"]
        for one in meeting["participants"]
        if one["name"]
    }
    found: dict[str, Thing] = {}
    for one in record["statements"]:
        if one["speaker"] and one["speaker"] != "both":
            known = [*one.get("speaker_any", ()), *titles.get(one["speaker"], ())]
            found.setdefault(key(one["speaker"]), {**one, "speaker_any": known})
    return list(found.values())


#: For each kind of record: how it is taken out of an article, and what is the same.
KINDS: dict[
    str, tuple[Callable[[Thing], list[Thing]], Callable[[Thing, Thing], bool]]
] = {
    "provinces": (lambda record: codes(record, "provinces"), same_code),
    "countries": (lambda record: codes(record, "countries"), same_code),
    "meetings": (lambda record: record["meetings"], same_meeting),
    "participants": (persons, same_person),
    "proposals": (lambda record: record["proposals"], same_proposal),
    "speakers": (speakers, same_speaker),
    "figures": (lambda record: record["figures"], same_figure),
}


def count(
    tally: Tally,
    gold: Iterable[Thing],
    read: Iterable[Thing],
    same: Callable[[Thing, Thing], bool],
    *,
    free: bool,
) -> None:
    """Add one article to `tally`; what is optional in gold neither helps nor hurts."""
    left = list(gold)
    for one in read:
        match = next(
            (
                other
                for other in sorted(left, key=lambda g: bool(g.get("optional")))
                if same(other, one)
            ),
            None,
        )
        if match is None:
            tally.found += 1
            continue
        left.remove(match)
        if not (free or match.get("optional")):
            tally.found += 1
            tally.right += 1
            tally.right_wanted += 1
            tally.wanted += 1
        if match.get("divisible"):
            left.append({**match, "optional": True})
    tally.wanted += sum(not (free or one.get("optional")) for one in left)


@cache
def scores(group: str) -> dict[str, dict[str, float]]:
    """Return precision and recall of each kind on the articles of one set."""
    tallies = {name: Tally() for name in KINDS}
    right = classed = total = 0
    for id_ in gold_articles():
        if not id_.startswith(group):
            continue
        gold = gold_records()[id_]
        read = msgspec.to_builtins(read_once(id_))
        total += 1
        right += read["relevant"] == gold["relevant"]
        classed += read["class"] in options(gold, "class")
        for name, (taken, same) in KINDS.items():
            free = not gold["relevant"]
            count(tallies[name], taken(gold), taken(read), same, free=free)
    found = {name: tally.scores() for name, tally in tallies.items()}
    return {
        "relevant": {"accuracy": right / total},
        "class": {"accuracy": classed / total},
        **found,
    }


@pytest.mark.parametrize("kind", ["relevant", "class", *KINDS])
@pytest.mark.parametrize("group", sorted(FLOORS))
def test_extraction_stays_above_the_floor(group: str, kind: str) -> None:
    reached = scores(group)[kind]
    floors = FLOORS[group][kind]
    assert set(floors) == set(reached)
    low = {name: value for name, value in reached.items() if value < floors[name]}
    assert low == {}, f"{group}/{kind} fell below {floors}"


def test_floors_are_for_this_gold_and_no_other() -> None:
    assert set(FLOORS) == {id_[0] for id_ in gold_articles()}
    for group in FLOORS.values():
        assert set(group) == {"relevant", "class", *KINDS}


def test_the_scorer_gives_gold_itself_full_marks() -> None:
    for name, (taken, same) in KINDS.items():
        tally = Tally()
        for gold in gold_records().values():
            count(tally, taken(gold), taken(gold), same, free=not gold["relevant"])
        assert tally.scores() == {"precision": 1.0, "recall": 1.0}, name


def test_the_scorer_gives_nothing_for_nothing() -> None:
    for name, (taken, same) in KINDS.items():
        tally = Tally()
        for gold in gold_records().values():
            count(tally, taken(gold), [], same, free=not gold["relevant"])
        assert tally.scores()["recall"] == 0.0, name


TWO = ("000_e385cc6030fb2a7f", "002_59259e825c9cde0a")
#: Metrics of the corpus beside the checkout that may not be lower.
MINIMA = {
    "all": "composite=0.60 evidence_exact=1 evidence_share=1",
    "two, all found": (
        "composite=0.9 provinces_f1=1 countries_f1=1 meetings_r=1 participants_r=1 "
        "speakers_f1=1 figures_f1=1 proposals_r=1 relevance_acc=1 class_acc=1 "
        "published_acc=1 event_date_acc=1 title_acc=1 side_acc=1 evidence_exact=1"
    ),
    "two, nothing invented": "meetings_f1=1 participants_f1=1",
}


@pytest.mark.skipif(not BESIDE.is_dir(), reason="no corpus beside the checkout")
@cases(MINIMA)
def test_the_corpus_beside_the_checkout_is_read_well(tmp_path: Path, name: str) -> None:
    texts = BESIDE / "dev" / "articles"
    gold = (BESIDE / "dev" / "gold.jsonl").read_text("utf-8").splitlines()
    ids = TWO if name.startswith("two") else ("",)
    wanted = [line for line in gold if any(one in line for one in ids)]
    (tmp_path / "gold.jsonl").write_text("\n".join(wanted), "utf-8")
    files = sorted(path for one in ids for path in texts.glob(f"{one}*.txt"))
    command = [sys.executable, str(ROOT / "build.py"), "extract", "--format", "jsonl"]
    read = subprocess.run([*command, *map(str, files)], capture_output=True, check=True)
    (tmp_path / "records.jsonl").write_bytes(read.stdout)
    scored = subprocess.run(
        [
            sys.executable,
            str(BESIDE / "score.py"),
            str(tmp_path / "gold.jsonl"),
            str(tmp_path / "records.jsonl"),
            "--texts",
            str(texts),
            "--errors",
            "5",
            "--min",
            *MINIMA[name].split(),
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert scored.returncode == 0, scored.stdout + scored.stderr
