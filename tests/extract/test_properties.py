"""What holds for every text: extraction never fails, proves itself, and is stable."""

from datetime import date

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reports.extract import extract
from reports.lexicon.places import read
from reports.model import ArticleRecord
from tests.extract.reading import WEDNESDAY, article
from tests.extract.rules import RULES, complaints


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


#: What holds of any text. Tenses and amounts are told apart in sentences only.
LAWS = [rule for rule in RULES if rule not in {"tenses", "amounts"}]


@slow
@given(TEXT, DATES)
def test_news_of_any_kind_is_read_and_keeps_the_rules(
    text: str, day: date | None
) -> None:
    made = article(text, published=day)
    assert complaints(made, extract(made), LAWS) == []


@slow
@given(st.text())
def test_any_text_is_read_and_keeps_the_rules(text: str) -> None:
    made = article(text)
    assert complaints(made, extract(made)) == []


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
