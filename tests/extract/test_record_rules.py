"""The rules that hold for every record: of gold, of the samples, of a corpus beside."""

import datetime
import re
from collections.abc import Iterable
from functools import cache
from typing import get_args

import msgspec
import pytest

from reports import model
from reports.extract import extract
from reports.lexicon import key, load
from reports.model import (
    Article,
    ArticleRecord,
    Evidence,
    Figure,
    Meeting,
    Organisation,
    Page,
    Participant,
    Proposal,
)
from reports.places import ROOT
from reports.sources import articles
from tests.extract.reading import (
    every_article,
    gold_articles,
    gold_records,
    read_once,
)
from tests.extract.rules import PROVINCES, RULES, complaints, participants

IDS = sorted(every_article())
#: A corpus that is kept beside the checkout, where there is one.
BESIDE = ROOT.parent / "shared" / "eval" / "dev"
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


@cache
def beside() -> dict[str, Article]:
    """Return the articles of the corpus beside the checkout, by id."""
    folders = [BESIDE / "articles", BESIDE.parent.parent / "seeds"]
    found = articles([folder for folder in folders if folder.is_dir()])
    return {one.id: one for one in found if isinstance(one, Article)}


def kept(rule: str, id_: str) -> list[str]:
    """Return what one rule finds wrong with the record of one article."""
    return complaints(every_article()[id_], read_once(id_), [rule])


@each_article
def test_1_every_quote_slices_back(id_: str) -> None:
    assert kept("proved", id_) == []


@each_article
def test_2_a_deputy_never_gets_the_office_inside_his_title(id_: str) -> None:
    assert kept("deputies", id_) == []


@each_article
def test_3_sides_follow_the_state(id_: str) -> None:
    assert kept("sides", id_) == []
    assert set(read_once(id_).countries) <= set(load().countries)


@each_article
def test_4_what_was_held_is_told_in_the_past_what_is_planned_is_not(id_: str) -> None:
    assert kept("tenses", id_) == []


@each_article
def test_5_a_rung_above_supported_has_its_cue_in_its_sentence(id_: str) -> None:
    assert kept("rungs", id_) == []


@each_article
def test_6_what_is_yet_to_be_signed_is_agreed(id_: str) -> None:
    assert kept("signatures", id_) == []


@each_article
def test_7_figures_are_amounts(id_: str) -> None:
    assert kept("amounts", id_) == []


@each_article
def test_8_no_day_without_a_day_phrase_of_the_meeting(id_: str) -> None:
    assert kept("dates", id_) == []


@each_article
def test_9_provinces_are_named_and_of_the_thirty_one(id_: str) -> None:
    assert kept("provinces", id_) == []
    assert set(load().provinces) == PROVINCES


@each_article
def test_10_what_is_printed_has_farsi_letters_and_half_spaces(id_: str) -> None:
    assert kept("letters", id_) == []


@pytest.mark.skipif(not BESIDE.is_dir(), reason="no corpus beside the checkout")
@pytest.mark.parametrize("rule", RULES)
def test_a_corpus_beside_keeps_every_rule(rule: str) -> None:
    found = {
        id_: complaints(article, extract(article), [rule])
        for id_, article in beside().items()
    }
    assert {id_: wrong for id_, wrong in found.items() if wrong} == {}


TEXT = (
    "معاون استاندار گیلان روز سه‌شنبه با سفیر ژاپن دیدار خواهد کرد. "
    "هفتمین نشست در سال ۱۴۰۴ با حضور ۲ کشور در خلیج فارس بود. "
    "سند همکاری امضا شد. این سند ماه آینده به امضا خواهد رسید.\n"
    "همکاریهای دو استان خوب است. پل ساخته می‌شود."
)
MADE = Article(id="made", text=TEXT, origin="-")
DAY = datetime.date(2025, 11, 12)


def proof(quote: str, field: str | None = None) -> Evidence:
    """Return the proof that stands where `quote` first does."""
    start = TEXT.index(quote)
    return Evidence(
        start=start, end=start + len(quote), field=field, quote=quote, rule="made/up"
    )


def person(title: str, **given: object) -> Participant:
    """Return a governor or whoever is given instead."""
    said = {"name": None, "affiliation": None, "country": "IR", "side": "iran", **given}
    return Participant(title=title, evidence=(proof(title, "title"),), **said)


def meeting(quote: str, *people: Participant, **given: object) -> Meeting:
    """Return a meeting that was held, or whatever is given instead."""
    told = {"kind": "meeting", "status": "held", "date": None, "date_text": None}
    proofs = (proof(quote), *given.pop("proofs", ()))
    told |= {"place": None, "participants": people, "evidence": proofs, **given}
    return Meeting(**told)


def proposal(quote: str, status: str, text: str = "سند همکاری") -> Proposal:
    """Return a proposal at one rung."""
    return Proposal(
        text=text,
        topic="diplo.mou",
        proposer=None,
        endorsers=(),
        status=status,  # type: ignore[arg-type]
        blocked=False,
        evidence=(proof(quote, "text"),),
    )


def figure(quote: str, value: float, unit: str) -> Figure:
    """Return an amount."""
    return Figure(
        value=value,
        value_max=None,
        unit=unit,
        approx="none",
        what=None,
        evidence=(proof(quote),),
    )


def made(**lists: object) -> ArticleRecord:
    """Return a record of `TEXT` that holds these things and no others."""
    page = Page(id="made", title=None, published=DAY, outlet=None, url=None)
    empty = dict.fromkeys(ArticleRecord.__struct_fields__[3:], ())
    start = {"article": page, "relevant": True, "class_": "foreign_meeting"}
    return ArticleRecord(**{**start, **empty, **lists})


SOMEWHERE = msgspec.structs.replace(proof("سفیر"), start=1, end=5)
WILL_MEET = "با سفیر ژاپن دیدار خواهد کرد"
ABROAD = {"country": "JP", "side": "foreign"}

#: For each rule a record that keeps it, and one that breaks it.
EXAMPLES: dict[str, tuple[ArticleRecord, ArticleRecord]] = {
    "proved": (
        made(obstacles=(), figures=(figure("۲ کشور", 2, "تن"),)),
        made(
            organisations=(
                Organisation(
                    name="x", acronym=None, country=None, evidence=(SOMEWHERE,)
                ),
            )
        ),
    ),
    "deputies": (
        made(meetings=(meeting(WILL_MEET, person("معاون استاندار گیلان")),)),
        made(meetings=(meeting(WILL_MEET, person("استاندار گیلان")),)),
    ),
    "sides": (
        made(meetings=(meeting(WILL_MEET, person("سفیر ژاپن", **ABROAD)),)),
        made(
            meetings=(
                meeting(WILL_MEET, person("سفیر ژاپن", country="JP", side="iran")),
            )
        ),
    ),
    "tenses": (
        made(meetings=(meeting(WILL_MEET, status="planned"),)),
        made(meetings=(meeting(WILL_MEET),)),
    ),
    "rungs": (
        made(proposals=(proposal("سند همکاری", "signed"),)),
        made(proposals=(proposal("پل", "done", "ساخت پل"),)),
    ),
    "signatures": (
        made(proposals=(proposal("سند همکاری", "agreed"),)),
        made(proposals=(proposal("سند همکاری", "signed"),)),
    ),
    "amounts": (
        made(figures=(figure("۲ کشور", 2, "تن"),)),
        made(figures=(figure("۲ کشور", 2, "کشور"),)),
    ),
    "dates": (
        made(
            meetings=(
                meeting(
                    WILL_MEET,
                    status="planned",
                    date=datetime.date(2025, 11, 18),
                    date_text="روز سه‌شنبه",
                    proofs=(proof("روز سه‌شنبه", "date_text"),),
                ),
            )
        ),
        made(meetings=(meeting(WILL_MEET, status="planned", date=DAY),)),
    ),
    "provinces": (made(provinces=("IR-01",)), made(provinces=("IR-07",))),
    "letters": (
        made(proposals=(proposal("پل", "raised", "همکاری‌های دو استان"),)),
        made(proposals=(proposal("پل", "raised", "همکاریهای دو استان"),)),
    ),
}


@pytest.mark.parametrize("rule", EXAMPLES)
def test_a_checker_passes_what_is_right_and_catches_what_is_wrong(rule: str) -> None:
    right, wrong = EXAMPLES[rule]
    assert complaints(MADE, right, [rule]) == []
    assert len(complaints(MADE, wrong, [rule])) == 1


def test_every_rule_has_its_examples() -> None:
    assert list(EXAMPLES) == list(RULES)
    assert len(RULES) == 10


#: More ways to break a rule.
BROKEN: dict[str, tuple[str, ArticleRecord]] = {
    "no passage": (
        "proved",
        made(
            organisations=(
                Organisation(name="x", acronym=None, country=None, evidence=()),
            )
        ),
    ),
    "Iran as its own counterpart": ("sides", made(countries=("IR",))),
    "planned in the past": (
        "tenses",
        made(meetings=(meeting("سند همکاری", status="planned"),)),
    ),
    "a year": ("amounts", made(figures=(figure("۱۴۰۴", 1404, "تن"),))),
    "an ordinal": ("amounts", made(figures=(figure("هفتمین نشست", 7, "نشست"),))),
    "a range upside down": (
        "amounts",
        made(
            figures=(msgspec.structs.replace(figure("۲ کشور", 9, "تن"), value_max=3.0),)
        ),
    ),
    "a day with no phrase in the text": (
        "dates",
        made(
            meetings=(
                meeting(WILL_MEET, status="planned", date=DAY, date_text="امروز"),
            )
        ),
    ),
    "no province": ("provinces", made(provinces=("IR-77",))),
    "an Arabic letter": (
        "letters",
        made(proposals=(proposal("پل", "raised", "همكاری"),)),
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_checker_catches_other_faults_too(name: str) -> None:
    rule, wrong = BROKEN[name]
    assert complaints(MADE, wrong, [rule]) != []


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


@each_article_but(among=gold_articles())
def test_a_deputy_of_gold_is_never_printed_without_his_rank(id_: str) -> None:
    read = {
        key(one.name): one.title for one in participants(read_once(id_)) if one.name
    }
    for meeting_ in gold_records()[id_]["meetings"]:
        for person_ in meeting_["participants"]:
            rank = re.match("معاون|قائم‌مقام|سرپرست", person_["title"] or "")
            title = read.get(key(person_["name"])) if person_["name"] else None
            if rank and title:
                assert key(title).startswith(key(rank[0]))


@each_article
def test_wordings_are_one_line_of_at_most_ninety_characters(id_: str) -> None:
    for one in read_once(id_).proposals:
        assert 0 < len(one.text) <= 90
        assert "\n" not in one.text


@each_article
def test_nobody_takes_part_twice_in_one_meeting(id_: str) -> None:
    for meeting_ in read_once(id_).meetings:
        names = [key(one.name) for one in meeting_.participants if one.name]
        assert len(names) == len(set(names)), names
