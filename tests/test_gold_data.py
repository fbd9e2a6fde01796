"""The gold articles and their records agree with each other and with the calendar."""

import datetime
import json
import re
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any, get_args

import jdatetime
import pytest

from reports import model

GOLD = Path(__file__).parent / "gold"
RECORDS: list[dict[str, Any]] = [
    json.loads(line) for line in (GOLD / "gold.jsonl").read_text("utf-8").splitlines()
]
TEXTS = {
    path.stem: path.read_bytes().decode("utf-8")
    for path in sorted((GOLD / "articles").glob("*.txt"))
}
LISTS = (
    "meetings",
    "proposals",
    "statements",
    "figures",
    "obstacles",
    "commitments",
    "organisations",
)
NEGATIVE = {"no_meeting", "domestic_only", "commentary"}
TOPS = {
    "trade",
    "border",
    "customs",
    "transport",
    "invest",
    "finance",
    "industry",
    "agri",
    "energy",
    "tourism",
    "pilgrimage",
    "health",
    "science",
    "culture",
    "consular",
    "diplo",
    "env",
    "security",
    "urban",
    "general",
}
#: Monday is 0, as in `datetime`; the longer names stand before the one inside them.
WEEKDAYS = {
    "یکشنبه": 6,
    "دوشنبه": 0,
    "سه‌شنبه": 1,
    "چهارشنبه": 2,
    "پنجشنبه": 3,
    "پنج‌شنبه": 3,
    "جمعه": 4,
    "شنبه": 5,
}
MONTHS = [
    "فروردین",
    "اردیبهشت",
    "خرداد",
    "تیر",
    "مرداد",
    "شهریور",
    "مهر",
    "آبان",
    "آذر",
    "دی",
    "بهمن",
    "اسفند",
]
#: Words that fix the distance of the event from the page date, in days.
DISTANCES = {
    "امروز": 0,
    "فردا": 1,
    "دیروز": -1,
    "روز گذشته": -1,
    "شب گذشته": -1,
    "دیشب": -1,
}
each_record = pytest.mark.parametrize(
    "record", RECORDS, ids=[record["article"]["id"] for record in RECORDS]
)


def objects(record: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Walk over everything in a record that must carry evidence."""
    for name in LISTS:
        yield from record[name]
    for meeting in record["meetings"]:
        yield from meeting["participants"]


def day(text: str | None) -> datetime.date | None:
    """Read an ISO day, or nothing."""
    return datetime.date.fromisoformat(text) if text else None


def dated_meetings() -> Iterator[tuple[str, datetime.date, dict[str, Any]]]:
    """Walk over the meetings with a date, each with its article and page date."""
    for record in RECORDS:
        published = day(record["article"]["published"])
        for meeting in record["meetings"]:
            if meeting["date"]:
                assert published, record["article"]["id"]
                yield record["article"]["id"], published, meeting


def test_every_article_has_one_record_and_every_record_its_article() -> None:
    ids = [record["article"]["id"] for record in RECORDS]
    assert ids == list(TEXTS)
    sizes = {"a": 40, "b": 40, "c": 40, "d": 40}
    assert ids == [
        f"{split}{n:03}" for split, size in sizes.items() for n in range(1, size + 1)
    ]


@each_record
def test_every_quote_slices_back(record: dict[str, Any]) -> None:
    text = TEXTS[record["article"]["id"]]
    for found in objects(record):
        assert found["evidence"], found
        for proof in found["evidence"]:
            assert proof["quote"] == text[proof["start"] : proof["end"]]
            assert proof["quote"].strip() == proof["quote"] != ""


@each_record
def test_every_word_of_a_closed_list_is_in_that_list(record: dict[str, Any]) -> None:
    assert record["class"] in get_args(model.ArticleClass)
    assert record["relevant"] is (record["class"] not in NEGATIVE)
    for meeting in record["meetings"]:
        assert meeting["kind"] in get_args(model.MeetingKind)
        assert meeting["status"] in get_args(model.MeetingStatus)
    for proposal in record["proposals"]:
        assert proposal["status"] in get_args(model.ProposalStatus)
        assert proposal["topic"].split(".")[0] in TOPS
    for figure in record["figures"]:
        assert figure["approx"] in get_args(model.Approx)
        assert figure["value_max"] is None or figure["value_max"] > figure["value"]
    for obstacle in record["obstacles"]:
        assert obstacle["category"] in get_args(model.ObstacleCategory)
    for commitment in record["commitments"]:
        assert commitment["strength"] in get_args(model.Strength)


@each_record
def test_sides_follow_the_state(record: dict[str, Any]) -> None:
    assert "IR" not in record["countries"]
    known = {*record["countries"], *record.get("countries_optional", [])}
    for meeting in record["meetings"]:
        for person in meeting["participants"]:
            assert person["name"] or person["title"]
            assert (person["country"] == "IR") is (person["side"] == "iran")
            assert person["country"] in known | {"IR", None}


@each_record
def test_records_hold_only_farsi_letters(record: dict[str, Any]) -> None:
    written = [record["article"]["title"] or ""]
    for found in objects(record):
        written += [
            value
            for key, value in found.items()
            if isinstance(value, str) and key != "evidence"
        ]
    assert not re.search("[\u064a\u0643]", " ".join(written))


@each_record
def test_a_printed_page_date_is_the_page_date(record: dict[str, Any]) -> None:
    header = re.match(r" date (\d{4}-\d\d-\d\d) ", TEXTS[record["article"]["id"]])
    if header:
        assert record["article"]["published"] == header[1]


@each_record
def test_speakers_and_proposers_are_persons_of_the_text(
    record: dict[str, Any],
) -> None:
    text = skeleton(TEXTS[record["article"]["id"]])
    for statement in record["statements"]:
        assert skeleton(statement["speaker"]) in text
    for proposal in record["proposals"]:
        if proposal["proposer"] not in {None, "both"}:
            assert skeleton(proposal["proposer"]) in text
        assert len(proposal["text"]) <= 95


def skeleton(text: str) -> str:
    """Drop everything but the letters, so that the spelling does not matter."""
    text = text.translate({0x064A: "ی", 0x0643: "ک", 0x0626: "ی"})
    return re.sub(r"[\W_]", "", text)


def test_event_days_lie_near_the_page_and_on_the_right_side_of_it() -> None:
    for article, published, meeting in dated_meetings():
        distance = (day(meeting["date"]) - published).days
        assert -31 <= distance <= 31, article
        if meeting["status"] in {"held", "background"}:
            assert distance <= 0, article
        if meeting["status"] == "planned":
            assert distance >= 0, article


def test_event_days_agree_with_their_day_phrases() -> None:
    checked = 0
    for article, published, meeting in dated_meetings():
        event = day(meeting["date"])
        phrase = meeting["date_text"] or ""
        for word, number in WEEKDAYS.items():
            if re.search(rf"(?<!\w){word}(?!\w)", phrase):
                assert event.weekday() == number, (article, phrase)
                checked += 1
                break
        for word, distance in DISTANCES.items():
            if re.search(rf"(?<!\w){word}(?!\w)", phrase) and "از" not in phrase:
                assert (event - published).days == distance, (article, phrase)
                checked += 1
        numbered = re.search(rf"(\d+) ({'|'.join(MONTHS)})", phrase)
        if numbered:
            solar = jdatetime.date.fromgregorian(date=event)
            assert solar.day == int(numbered[1]), (article, phrase)
            assert solar.month == MONTHS.index(numbered[2]) + 1, (article, phrase)
            checked += 1
    assert checked > 50


def test_nobody_appears_in_two_sets() -> None:
    people: dict[str, set[str]] = {name: set() for name in "abcd"}
    for record in RECORDS:
        for meeting in record["meetings"]:
            people[record["article"]["id"][0]] |= {
                person["name"] for person in meeting["participants"] if person["name"]
            }
    for one, other in combinations(people.values(), 2):
        assert not one & other


def test_the_articles_cover_the_field() -> None:
    classes = [record["class"] for record in RECORDS]
    assert set(classes) == set(get_args(model.ArticleClass))
    assert sum(name in NEGATIVE for name in classes) == 17
    assert {code for record in RECORDS for code in record["provinces"]} == {
        f"IR-{n:02}" for n in range(31)
    }
    assert len({code for record in RECORDS for code in record["countries"]}) >= 40
    assert {
        meeting["kind"] for record in RECORDS for meeting in record["meetings"]
    } == set(get_args(model.MeetingKind))
    lengths = [len(text) for text in TEXTS.values()]
    assert min(lengths) >= 340
    assert sum(length >= 1450 for length in lengths) >= 12
