"""What holds for every text: extraction never fails, proves itself, and is stable."""

from datetime import date

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reports.extract import extract
from reports.lexicon.places import read
from reports.marks import marks
from reports.model import ArticleRecord
from tests.extract.reading import WEDNESDAY, article


def forms(name: str) -> list[str]:
    """Return every form of one word list, in whatever sections they stand."""
    found: list[str] = []
    waiting: list[object] = [read(name)]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            found.append(one)
        elif isinstance(one, dict):
            waiting.extend(one.values())
        elif isinstance(one, list):
            waiting.extend(one)
    return sorted(set(found))


LISTS = ("events", "speech", "proposals", "facts", "grammar", "attribution", "titles")
WORDS = st.one_of([st.sampled_from(forms(name)) for name in LISTS])
PEOPLE = (
    "استاندار گیلان",
    "سفیر ژاپن در تهران",
    "معاون نخست‌وزیر آذربایجان",
    "بهرام کیان‌فر",
    "سفرای عمان، قطر و پاکستان",
    "هیئت اقتصادی",
    "وزیر نیروی عراق",
    "وی",
    "دو طرف",
)
NAMES = st.sampled_from(PEOPLE)
DAYS = st.sampled_from(["امروز", "دوشنبه", "۲۱ آبان", "1404/08/21", "هفته آینده"])
NUMBERS = st.sampled_from(["۳.۵ میلیون", "20", "۲ کشور", "۵٪", "-3", "بین ۲ تا ۳", "/"])
MARKS = st.sampled_from(".،؛:!؟«»()[]\"'-–…#/ـ\n\t") | st.sampled_from(["\r\n", "##"])
ODD = st.text(" \u200c\u200f\u202e\ufeff\u064a\u0643\u0640ﻻﷲa1۱٣\u064b\x00", max_size=4)
PIECES = st.one_of(WORDS, WORDS, NAMES, NAMES, DAYS, NUMBERS, MARKS, ODD)
GLUE = st.sampled_from([" ", " ", " ", "", "\u200c", "\n"])
TEXT = st.lists(st.tuples(PIECES, GLUE), max_size=40).map(
    lambda pieces: "".join(piece + glue for piece, glue in pieces)
)
DATES = st.none() | st.just(WEDNESDAY)
#: Reading a made-up article takes some milliseconds, and longer on a busy machine.
slow = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


def proved(text: str, read: ArticleRecord) -> None:
    """Hold every proof of a record to the text."""
    for mark in marks(read):
        proof = mark.evidence
        assert 0 <= proof.start < proof.end <= len(text)
        assert proof.quote == text[proof.start : proof.end]


@slow
@given(TEXT, DATES)
def test_news_of_any_kind_is_read_and_proved(text: str, day: date | None) -> None:
    proved(text, extract(article(text, published=day)))


@slow
@given(st.text())
def test_any_text_is_read_and_proved(text: str) -> None:
    proved(text, extract(article(text)))


@slow
@given(TEXT, DATES)
def test_same_article_gives_same_record(text: str, day: date | None) -> None:
    one, other = (extract(article(text, published=day)) for _ in range(2))
    assert msgspec.json.encode(one) == msgspec.json.encode(other)


@slow
@given(TEXT)
def test_record_survives_its_json(text: str) -> None:
    read = extract(article(text))
    assert msgspec.json.decode(msgspec.json.encode(read), type=ArticleRecord) == read


@slow
@given(TEXT)
def test_without_a_page_date_no_weekday_becomes_a_day(text: str) -> None:
    read = extract(article(text))
    if read.article.published is None:
        for meeting in read.meetings:
            assert meeting.date is None or any(
                c.isdigit() for c in meeting.date_text or ""
            )


@slow
@given(TEXT)
def test_sides_and_states_agree(text: str) -> None:
    read = extract(article(text))
    assert "IR" not in read.countries
    for meeting in read.meetings:
        for person in meeting.participants:
            assert (person.country == "IR") is (person.side == "iran")
