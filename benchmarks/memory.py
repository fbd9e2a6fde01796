"""Make many articles' mentions from the word lists, and measure how they settle.

Run by `python -m benchmarks.memory [MENTIONS]`; seconds are those of the processor.
Events of three years are told by one to four outlets, proposals come back over the
years, governors change. All is drawn with a fixed seed, so two runs measure the same.
"""

import datetime
import resource
import sys
from collections import Counter
from collections.abc import Iterator
from random import Random
from time import process_time

from reports.chronicle import Mention
from reports.lexicon import load
from reports.lexicon.places import read
from reports.memory import JUDGES, NONE, mentions, settled
from reports.memory.clusters import candidates, nodes
from reports.model import (
    ArticleRecord,
    Evidence,
    Meeting,
    Page,
    Participant,
    Proposal,
    Statement,
)

MENTIONS = 100_000
IDENTICAL = 5_000
FIRST = datetime.date(2023, 3, 21)
DAYS = 1_095
TERM = 500
SEED = 7
PROOF = (Evidence(start=0, end=1, field=None, quote="-", rule="-"),)
STATES = ("AZ", "TR", "IQ", "AM", "TM", "AF", "PK", "RU", "KZ", "OM", "QA", "CN")


class World:
    """What the generated articles are about, drawn from the word lists."""

    def __init__(self, random: Random) -> None:
        """Draw the names and things that tellings share."""
        names, words = read("given_names"), read("sameness")
        lexicon = load()
        self.random = random
        self.given = [*names["male"]]
        self.ending = names["surname_endings"][0]
        self.heads = [form for forms in words["head"].values() for form in forms[:3]]
        self.things = [forms[0] for forms in words["word"].values()]
        self.provinces = {code: one.name for code, one in lexicon.provinces.items()}
        self.states = {code: lexicon.countries[code] for code in STATES}
        self.cities = {
            lexicon.provinces[code].slug: [
                entry["name"]
                for entry in read("cities").values()
                if entry["province"] == lexicon.provinces[code].slug
            ]
            for code in self.provinces
        }
        office = read("titles")["office"]
        self.governor, self.envoys = (
            office["governor"]["forms"][0],
            [
                office[id_]["forms"][0]
                for id_ in ("ambassador", "consul-general", "mayor")
            ],
        )
        self.names: dict[object, str] = {}

    def name(self, holder: object) -> str:
        """Return the name of who holds a post at a time, always the same."""
        if holder not in self.names:
            given, father = self.random.sample(self.given, 2)
            self.names[holder] = f"{given} {father}{self.ending}"
        return self.names[holder]

    def wish(self, code: str) -> str:
        """Return a proposal about a city of a province."""
        slug = load().provinces[code].slug
        parts = (self.heads, self.things, self.cities[slug])
        return " ".join(self.random.choice(part) for part in parts if part)


def articles(random: Random) -> Iterator[ArticleRecord]:
    """Yield the records of articles without end: one to four for each event."""
    world = World(random)
    while True:
        code, state = random.choice([*world.provinces]), random.choice(STATES)
        number = random.randrange(DAYS)
        day = FIRST + datetime.timedelta(days=number)
        envoy = random.choice(world.envoys)
        wishes = [world.wish(code) for _ in range(3)]
        post = f"{world.governor} {world.provinces[code]}"
        guest = f"{envoy} {world.states[state]}"
        for outlet in range(random.choice((1, 1, 2, 2, 3, 4))):
            name = world.name((code, number // TERM))
            people = [
                _person(post, random.choice((name, name.split()[-1], None)), "IR"),
                _person(
                    guest, random.choice((world.name((state, envoy)), None)), state
                ),
            ]
            yield _record(
                people,
                random.sample(wishes, 2),
                code=code,
                state=state,
                date=day if random.random() < 0.3 else None,
                page=day + datetime.timedelta(days=random.randrange(2)),
                outlet=f"outlet {outlet}",
            )


def _person(title: str, name: str | None, state: str) -> Participant:
    """Return a participant."""
    return Participant(
        name=name,
        title=title,
        affiliation=None,
        country=state,
        side="iran" if state == "IR" else "foreign",
        evidence=PROOF,
    )


def _record(
    people: list[Participant],
    wishes: list[str],
    *,
    code: str,
    state: str,
    date: datetime.date | None,
    page: datetime.date,
    outlet: str,
) -> ArticleRecord:
    """Return what one article proves."""
    proposals = tuple(
        Proposal(
            text=wish,
            topic="general.other",
            proposer=people[0].title,
            endorsers=(),
            status="raised",
            blocked=False,
            evidence=PROOF,
        )
        for wish in wishes
    )
    met = Meeting(
        kind="meeting",
        status="held",
        date=date,
        date_text=None,
        place=None,
        participants=tuple(people),
        evidence=PROOF,
    )
    said = Statement(speaker=None, verb=None, text=" ".join(wishes), evidence=PROOF)
    return ArticleRecord(
        article=Page(id="-", title=None, published=page, outlet=outlet, url=None),
        relevant=True,
        class_="foreign_meeting",
        provinces=(code,),
        countries=(state,),
        meetings=(met,),
        proposals=proposals,
        statements=(said,),
        figures=(),
        obstacles=(),
        commitments=(),
        organisations=(),
        warnings=(),
    )


def drawn(number: int) -> tuple[list[Mention], int, float]:
    """Return so many mentions, the articles they are of, and the seconds they took."""
    found: list[Mention] = []
    spent = 0.0
    for count, record in enumerate(articles(Random(SEED)), start=1):  # noqa: S311
        start = process_time()
        found += mentions(record, identity=f"a{count}")
        spent += process_time() - start
        if len(found) >= number:
            break
    return found, count, spent


def main(number: int = MENTIONS) -> None:
    """Measure mentions, candidates and settling; half as many, then all of them."""
    for size in (number // 2, number):
        told, count, spent = drawn(size)
        print(
            f"{size:8} mentions of {count} articles: {spent / count * 1e3:.2f} ms each"
        )
        start = process_time()
        known = settled(told, NONE)
        took = process_time() - start
        kinds = Counter(one.id.partition("-")[0] for one in known)
        print(f"         settled in {took:.1f} s of CPU: {dict(sorted(kinds.items()))}")
    for kind in ("event", "thread", "person"):
        print(f"         {kind}: {_pairs([m for m in told if m.kind == kind])}")
    record = next(articles(Random(SEED)))  # noqa: S311
    alike = [
        one for n in range(IDENTICAL) for one in mentions(record, identity=f"b{n}")
    ]
    start = process_time()
    known = settled(alike, NONE)
    took = process_time() - start
    print(f"{IDENTICAL:8} articles alike: {len(known)} known in {took:.2f} s")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"         at most {peak:.0f} MB")


def _pairs(told: list[Mention]) -> str:
    """Return how many shapes there are, and pairs to compare."""
    every = nodes(told, (), JUDGES[told[0].kind])
    pairs = sum(1 for _ in candidates(every))
    return f"{len(told)} mentions, {len(every)} shapes, {pairs} pairs"


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
