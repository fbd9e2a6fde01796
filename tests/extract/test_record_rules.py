"""The rules that hold for every record, on every gold and demonstration article."""

import re
from collections.abc import Iterable, Iterator
from typing import get_args

import msgspec
import pytest

from reports import model
from reports.lexicon import key, load
from reports.marks import LISTS, marks
from reports.model import ArticleRecord, Meeting, Participant
from reports.text import days, fold
from tests.extract.reading import (
    every_article,
    gold_articles,
    gold_records,
    read_once,
)

IDS = sorted(every_article())
PROVINCES = {f"IR-{number:02}" for number in range(31)}
ARABIC = re.compile("[\u064a\u0643\u0649\u0660-\u0669]")
#: A plural ending glued to a word that does not end in a letter that stands apart.
FUSED = re.compile(r"\w{3,}[بپتثجچحخسشصضطظعغفقکگلمنهی]های\b")
#: A verb of the future, a present that stands for it, or a subjunctive.
FUTURE = re.compile(r"خواه|قرار است|می ?(شو|کن|رو|آی|گرد)|شود|کند|کنند|آستانه|آینده")
WILL_MEET = re.compile(r"(دیدار|ملاقات|سفر) خواهن?د|قرار است")
each_article = pytest.mark.parametrize("id_", IDS)


def each_article_but(
    among: Iterable[str] = IDS, **defects: str
) -> pytest.MarkDecorator:
    """Run a test for each article; one with a named defect must fail until mended."""
    return pytest.mark.parametrize(
        "id_",
        [
            pytest.param(id_, marks=pytest.mark.xfail(strict=True, reason=defects[id_]))
            if id_ in defects
            else id_
            for id_ in among
        ],
    )


def participants(read: ArticleRecord) -> Iterator[Participant]:
    """Yield everybody who takes part in some meeting."""
    for meeting in read.meetings:
        yield from meeting.participants


def holds(text: str, *kinds: str) -> bool:
    """Tell whether `text` holds a known phrase of one of `kinds`, in any spacing."""
    letters = re.findall(r"\w+", fold(text).text)
    phrases = load().phrases
    return any(
        hit.kind in kinds
        for at in range(len(letters))
        for hit in phrases.hits(letters, at, len(letters))
    )


def canonical(read: ArticleRecord) -> Iterator[str]:
    """Yield what is printed of a record: everything but quotes and days as written."""
    for name in LISTS:
        for one in getattr(read, name):
            yield from _strings(one)
    for person in participants(read):
        yield from _strings(person)


def _strings(one: msgspec.Struct) -> Iterator[str]:
    """Yield the canonical texts of one thing."""
    for field in one.__struct_fields__:
        value = getattr(one, field)
        if isinstance(value, str) and field != "date_text":
            yield value
        elif isinstance(value, tuple):
            yield from (part for part in value if isinstance(part, str))


@each_article
def test_every_quote_slices_back(id_: str) -> None:
    text = every_article()[id_].text
    for mark in marks(read_once(id_)):
        proof = mark.evidence
        assert proof.quote == text[proof.start : proof.end]
        assert proof.quote.strip()
        assert proof.rule


@each_article
def test_everything_found_has_its_proof(id_: str) -> None:
    read = read_once(id_)
    for name in LISTS:
        assert all(one.evidence for one in getattr(read, name)), name
    assert all(person.evidence for person in participants(read))


@each_article
def test_every_word_of_a_closed_list_is_in_that_list(id_: str) -> None:
    read = read_once(id_)
    assert msgspec.convert(msgspec.to_builtins(read), ArticleRecord) == read
    assert read.relevant == (
        read.class_ not in {"no_meeting", "domestic_only", "commentary"}
    )
    topics = {code for code, _ in load().topics} | {"general.other"}
    assert {one.topic for one in read.proposals} <= topics
    assert {one.status for one in read.meetings} <= set(get_args(model.MeetingStatus))


@each_article
def test_a_deputy_never_gets_the_office_inside_his_title(id_: str) -> None:
    read = read_once(id_)
    text = every_article()[id_].text
    deputies = tuple(map(key, ("معاون", "قائم‌مقام", "دستیار", "سرپرست معاونت")))
    for person in participants(read):
        if person.title is None or key(person.title).startswith(deputies):
            continue
        for proof in person.evidence:
            if proof.field == "title":
                before = text[: proof.start].rpartition(" ")[0]
                last = re.findall(r"\w+", fold(text[: proof.start]).text)[-1:]
                assert last != [key("معاون")], (person.title, before[-30:])


@each_article_but(among=gold_articles())
def test_a_deputy_of_gold_is_never_printed_without_his_rank(id_: str) -> None:
    read = {
        key(one.name): one.title for one in participants(read_once(id_)) if one.name
    }
    for meeting in gold_records()[id_]["meetings"]:
        for person in meeting["participants"]:
            rank = re.match("معاون|قائم‌مقام|سرپرست", person["title"] or "")
            title = read.get(key(person["name"])) if person["name"] else None
            if rank and title:
                assert key(title).startswith(key(rank[0]))


@each_article
def test_sides_follow_the_state(id_: str) -> None:
    read = read_once(id_)
    assert "IR" not in read.countries
    assert set(read.countries) <= set(load().countries)
    for person in participants(read):
        assert person.name or person.title
        assert (person.country == "IR") is (person.side == "iran")
        if person.side == "foreign":
            ours = r"(ایران|کشورمان) در|سفیر (ایران|کشورمان)"
            assert not re.search(ours, person.title or "")


@each_article
def test_provinces_are_of_the_thirty_one(id_: str) -> None:
    assert set(read_once(id_).provinces) <= PROVINCES
    assert set(load().provinces) == PROVINCES


def told(id_: str, meeting: Meeting) -> list[str]:
    """Return each passage that tells of the meeting, up to the next full stop."""
    text = every_article()[id_].text
    passages = []
    for proof in meeting.evidence:
        stop = re.search(r"[.!؟\n]", text[proof.end :])
        if proof.field is None:
            end = proof.end + (stop.start() if stop else 0)
            passages.append(text[proof.start : end])
    return passages


@each_article_but()
def test_a_planned_meeting_has_a_cue_of_the_future(id_: str) -> None:
    for meeting in read_once(id_).meetings:
        if meeting.status == "planned":
            passages = told(id_, meeting)
            assert any(FUTURE.search(fold(one).text) for one in passages), passages


@each_article
def test_a_held_meeting_is_not_told_only_in_the_future(id_: str) -> None:
    for meeting in read_once(id_).meetings:
        if meeting.status != "held":
            continue
        passages = told(id_, meeting)
        assert not all(WILL_MEET.search(fold(one).text) for one in passages), passages


@each_article
def test_no_day_without_a_day_phrase_of_the_meeting(id_: str) -> None:
    read = read_once(id_)
    published = read.article.published
    for meeting in read.meetings:
        if meeting.date is None:
            continue
        assert meeting.date_text
        dated = [proof for proof in meeting.evidence if proof.field == "date_text"]
        assert [proof.quote for proof in dated] == [meeting.date_text]
        assert days(fold(meeting.date_text).text, page=published)
        assert meeting.date_end is None or meeting.date_end > meeting.date


@each_article
def test_event_days_lie_near_the_page(id_: str) -> None:
    read = read_once(id_)
    for meeting in read.meetings:
        if meeting.date is None or read.article.published is None:
            continue
        distance = (meeting.date - read.article.published).days
        if meeting.status in {"held", "background"}:
            assert distance <= 0, meeting.date_text
        if meeting.status == "planned":
            assert distance >= 0, meeting.date_text


@each_article_but()
def test_what_is_printed_has_only_farsi_letters(id_: str) -> None:
    for text in canonical(read_once(id_)):
        assert not ARABIC.search(text), text


@each_article
def test_wordings_are_one_line_of_at_most_ninety_characters(id_: str) -> None:
    for one in read_once(id_).proposals:
        assert 0 < len(one.text) <= 90
        assert "\n" not in one.text


@each_article
def test_a_rung_above_supported_has_its_cue(id_: str) -> None:
    text = every_article()[id_].text
    for one in read_once(id_).proposals:
        if one.status not in {"agreed", "signed", "in_execution", "done"}:
            continue
        near = " ".join(
            text[max(0, proof.start - 250) : proof.end + 250] for proof in one.evidence
        )
        # "He agreed to this request" is a cue of agreement beside a request only.
        granted = one.status == "agreed" and any(
            holds(near, f"proposals/{kind}")
            for kind in ("granted", "welcome", "answer")
        )
        assert granted or holds(near, f"proposals/{one.status}"), one.text


@each_article
def test_figures_are_no_years_and_no_count_of_states(id_: str) -> None:
    for one in read_once(id_).figures:
        assert one.unit
        assert one.value >= 0
        assert one.value_max is None or one.value_max > one.value
        assert key(one.unit) not in {key("کشور"), key("طرف"), key("سال")} or (
            one.value not in range(1300, 1500)
        )


@each_article
def test_nobody_takes_part_twice_in_one_meeting(id_: str) -> None:
    for meeting in read_once(id_).meetings:
        names = [key(one.name) for one in meeting.participants if one.name]
        assert len(names) == len(set(names)), names


def test_plurals_are_printed_with_their_half_space() -> None:
    fused = {
        found[0]
        for id_ in IDS
        for text in canonical(read_once(id_))
        for found in FUSED.finditer(text)
    }
    assert fused == set()
