"""Articles without end: the samples, told of other places, people, numbers and days.

Each story is a sample moved to a province and a state of its own; one to three outlets
tell it, each leaving something out. The officials of a place stay for half a year, so
that people, events and proposals are met again as they are in life. The same number
always makes the same article.
"""

import datetime
import random
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache

import msgspec

from reports.extract import extract
from reports.lexicon.places import Province, countries, provinces, read
from reports.model import Article, ArticleRecord
from reports.places import SAMPLES
from reports.sources import Refusal, articles

#: What a story may be moved to, and how long it goes on.
STATES = ("AZ", "AM", "TR", "IQ", "TM", "KZ", "RU", "AF", "PK", "OM", "QA", "IN", "CN")
FIRST, DAYS = datetime.date(2023, 3, 21), 730
OUTLETS = 40
#: Out of how many people the others than the officials are taken, for each place.
KNOWN = 60

#: Persian digits, and the half-space that a surname is joined with.
NUMBER = re.compile("[\u06f0-\u06f9]+")
ZWNJ = "\u200c"
DAY = re.compile(r'"(20\d\d-\d\d-\d\d)"')


class Story(msgspec.Struct, frozen=True):
    """A sample, with its record as JSON and what in it can be changed."""

    article: Article
    record: str
    names: tuple[str, ...]
    province: str | None
    state: str | None


@cache
def stories() -> tuple[Story, ...]:
    """Return the samples."""
    found = []
    for one in articles([SAMPLES]):
        if isinstance(one, Refusal):
            continue
        record = extract(one)
        people = (who for met in record.meetings for who in met.participants)
        names = {who.name for who in people if who.name}
        story = Story(
            one,
            msgspec.json.encode(record).decode(),
            tuple(sorted(names)),
            next(iter(record.provinces), None),
            next(iter(record.countries), None),
        )
        found.append(story)
    return tuple(found)


@cache
def world() -> tuple[
    Mapping[str, Province], Mapping[str, str], Mapping[str, list[str]]
]:
    """Return provinces and states by code, and the words of names."""
    return provinces(), countries(), read("given_names")


@cache
def towns() -> Mapping[str, tuple[str, ...]]:
    """Return the towns of each province by its slug."""
    found: dict[str, list[str]] = {}
    for entry in read("cities").values():
        found.setdefault(entry["province"], []).append(entry["name"])
    return {slug: tuple(names) for slug, names in found.items()}


@cache
def person(seed: str) -> str:
    """Return the name that somebody has."""
    chance = random.Random(seed)  # noqa: S311
    words = world()[2]
    first, root = chance.sample(words["male"], 2)
    ending = chance.choice(words["surname_endings"])
    return f"{first} {root}{ZWNJ}{ending}"


def variation(number: int) -> tuple[Article, Callable[[], ArticleRecord]]:
    """Return an article, and how to make the record that goes with it.

    The record is that of the sample, changed in the same way; its proofs no longer
    point at their places. Whoever wants those extracts the article.
    """
    chance = random.Random(number // 2)  # noqa: S311
    story = chance.choice(stories())
    province = chance.choice(sorted(world()[0]))
    state = chance.choice(STATES)
    day = FIRST + datetime.timedelta(chance.randrange(DAYS))
    changed = _changes(story, province, state, day, chance)
    own = random.Random(-number)  # noqa: S311
    outlet = f"outlet-{own.randrange(OUTLETS)}"
    told = day + datetime.timedelta(own.randrange(2))
    text = _left_out(story.article.text, own)

    def swap(written: str) -> str:
        return _swapped(written, changed)

    def made() -> ArticleRecord:
        delta = day - (story.article.published or FIRST)
        json = swap(story.record)
        json = json.replace(f'"{story.province}"', f'"{province}"')
        json = json.replace(f'"{story.state}"', f'"{state}"')
        json = DAY.sub(lambda match: f'"{_moved(match[1], delta)}"', json)
        record = msgspec.json.decode(json, type=ArticleRecord)
        page = msgspec.structs.replace(
            record.article, id=f"n{number}", outlet=outlet, published=told
        )
        return msgspec.structs.replace(record, article=page)

    article = Article(
        id=f"n{number}",
        text=swap(text),
        origin=f"many/n{number}.txt",
        outlet=outlet,
        published=told,
    )
    return article, made


def variations(count: int) -> Iterator[Article]:
    """Yield so many articles."""
    for number in range(count):
        yield variation(number)[0]


def made_record(article: Article) -> ArticleRecord:
    """Return the record that goes with an article of ours, without reading it."""
    return variation(int(article.id.removeprefix("n")))[1]()


def _changes(
    story: Story,
    province: str,
    state: str,
    day: datetime.date,
    chance: random.Random,
) -> dict[str, str]:
    """Return what is written instead of what; numbers stand for themselves."""
    changed: dict[str, str] = {}
    term = day.toordinal() // 180
    for number, name in enumerate(story.names):
        home = province if number % 2 else state
        which = 0 if number < 2 else chance.randrange(KNOWN)
        other = person(f"{home} {which} {term}")
        changed[name] = other
        changed[name.split()[-1]] = other.split(" ", 1)[1]
    homes, states, _ = world()
    if story.province:
        old, new = homes[story.province], homes[province]
        for town in towns()[old.slug]:
            changed[town] = chance.choice(towns()[new.slug])
        changed[old.name] = new.name
    if story.state:
        changed[states[story.state]] = states[state]
    for found in NUMBER.findall(story.article.text):
        digits = [chr(0x06F0 + chance.randrange(1, 10)) for _ in found]
        changed[found] = "".join(digits)
    return changed


def _swapped(text: str, changed: Mapping[str, str]) -> str:
    """Return a text with other words and numbers in it."""
    words = sorted(changed, key=len, reverse=True)
    pattern = "|".join(map(re.escape, words))
    return re.sub(rf"(?<!\w)(?:{pattern})(?!\w)", lambda one: changed[one[0]], text)


def _left_out(text: str, chance: random.Random) -> str:
    """Return a text without some of its paragraphs, but for the first."""
    first, *rest = text.split("\n\n")
    return "\n\n".join([first, *(one for one in rest if chance.random() < 0.8)])


def _moved(day: str, delta: datetime.timedelta) -> str:
    """Return a day moved as the story is."""
    return str(datetime.date.fromisoformat(day) + delta)
