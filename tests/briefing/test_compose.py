"""What belongs to a briefing, to its period, and under which heading."""

import msgspec

from reports.briefing import Briefing, compose, subjects
from reports.briefing.sheet import about
from reports.briefing.tallies import (
    by_status,
    by_topic,
    events,
    held_in_time,
    time_step,
)
from reports.briefing.times import day_of_claims
from reports.text.periods import ALL, read_period
from tests.briefing import examples as ex
from tests.briefing.known import dossier_of


def brief(
    *records: ex.ArticleRecord, subject: ex.Subject = ex.ARDABIL, period: str = "all"
) -> Briefing:
    return compose(
        dossier_of(*records),
        subject,
        period=read_period(period),
        text_of=lambda _: ex.TEXT,
    )


def test_every_province_and_relation_found_is_a_subject() -> None:
    named = {one.code: one for one in (ex.AZERBAIJAN, ex.ARDABIL)}
    assert subjects(["AZ", "IR-24", "XX"], named=named) == (ex.ARDABIL, ex.AZERBAIJAN)
    assert subjects([], named=named) == ()


def test_dealings_at_home_belong_to_the_province_alone() -> None:
    assert about(ex.HOME, ex.ARDABIL)
    assert not about(ex.HOME, ex.AZERBAIJAN)
    briefing = brief(ex.HOME, ex.DATED)
    assert [idea.topic for idea in briefing.domestic.ideas] == ["diplo.devolution"]
    assert "diplo.devolution" not in {idea.topic for idea in briefing.chapter.ideas}
    assert len(briefing.domestic.undated) == 1


def test_an_event_belongs_to_a_period_by_its_own_day() -> None:
    late_page = ex.record("x", published=ex.day(12, 23), meetings=(ex.DATED.meetings))
    azar, dey = brief(late_page, period="1404-09"), brief(late_page, period="1404-10")
    assert [event.date for event in azar.chapter.meetings] == [ex.day(12, 12)]
    assert dey.chapter.meetings == ()
    assert len(azar.chapter.amounts) == 1
    assert dey.chapter.amounts == ()


def test_an_event_without_a_day_never_gets_the_day_of_its_page() -> None:
    briefing = brief(ex.UNDATED, period="1404-09")
    assert briefing.chapter.meetings == ()
    assert [event.date for event in briefing.chapter.undated] == [None, None]
    assert {event.page_date for event in briefing.chapter.undated} == {ex.day(12, 20)}
    assert sum(one.count for one in held_in_time(briefing, by="week")) == 0


def test_what_has_no_day_at_all_is_found_in_all_periods_only() -> None:
    assert brief(ex.TIMELESS, period="1404-09").sources == ()
    briefing = brief(ex.TIMELESS)
    assert len(briefing.chapter.undated) == 1
    assert briefing.coverage.pages_undated == 1


def test_an_event_of_several_days_touches_both_months() -> None:
    trip = msgspec.structs.replace(
        ex.DATED.meetings[0], date=ex.day(11, 20), date_end=ex.day(11, 23)
    )
    told = ex.record("x", published=ex.day(11, 24), meetings=(trip,))
    assert len(brief(told, period="1404-08").chapter.meetings) == 1
    assert len(brief(told, period="1404-09").chapter.meetings) == 1
    assert brief(told, period="1404-10").chapter.meetings == ()


def test_no_record_is_lost_between_the_months_of_a_year() -> None:
    records = ex.many(70)
    months = [brief(*records, period=f"1404-{n:02}") for n in range(1, 13)]
    year = brief(*records, period="1404")
    assert sum(len(one.chapter.meetings) for one in months) == len(
        year.chapter.meetings
    )
    assert sum(len(one.chapter.ideas) for one in months) == len(year.chapter.ideas)
    assert year.chapter.ideas


def test_claims_go_with_the_page_when_an_article_tells_of_two_meetings() -> None:
    two = ex.record(
        "x",
        published=ex.day(12, 25),
        meetings=(ex.meeting(ex.day(12, 1)), ex.meeting(ex.day(12, 24))),
    )
    assert day_of_claims(two) == ex.day(12, 25)
    assert day_of_claims(ex.DATED) == ex.day(12, 12)


def test_every_claim_has_a_proof_from_a_numbered_source() -> None:
    briefing = brief(*ex.USUAL)
    numbers = {source.number for source in briefing.sources}
    for chapter in (briefing.chapter, briefing.domestic):
        claims = [*chapter.meetings, *chapter.undated, *chapter.ideas]
        claims += [*chapter.sayings, *chapter.amounts, *chapter.hurdles]
        for claim in [*claims, *chapter.pledges]:
            assert claim.proofs
            assert {proof.source for proof in claim.proofs} <= numbers
            assert all(proof.quote for proof in claim.proofs)


def test_a_proof_is_the_sentence_where_the_text_is_at_hand() -> None:
    idea = brief(ex.DATED).chapter.ideas[0]
    assert idea.proofs[0].quote.startswith("کامران نیک‌پی در دیدار")
    assert idea.proofs[0].quote.endswith("پیشنهاد ماست.")
    bare = compose(dossier_of(ex.DATED), ex.ARDABIL, period=ALL).chapter.ideas[0]
    assert bare.proofs[0].quote == "ساخت بارانداز ریلی مشترک"


def test_a_stamp_of_the_page_is_no_part_of_a_sentence() -> None:
    from reports.model import Span

    page = msgspec.structs.replace(
        ex.DATED.article, noise_spans=(Span(0, len("استاندار اردبیل")),)
    )
    stamped = msgspec.structs.replace(
        ex.DATED, article=page, obstacles=(), commitments=()
    )
    lead = msgspec.structs.replace(
        stamped.figures[0], evidence=(ex.proof("خواستار افزایش"),)
    )
    stamped = msgspec.structs.replace(stamped, figures=(lead,))
    quote = brief(stamped).chapter.amounts[0].proofs[0].quote
    assert quote == "خواستار افزایش تردد کامیون‌ها شد."


def test_the_marks_of_a_headline_are_not_quoted() -> None:
    text = f"## {ex.TEXT}"
    shifted = ex.proof("خواستار افزایش", text=text)
    figure = msgspec.structs.replace(ex.DATED.figures[0], evidence=(shifted,))
    told = msgspec.structs.replace(ex.DATED, figures=(figure,))
    made = compose(dossier_of(told), ex.ARDABIL, period=ALL, text_of=lambda _: text)
    assert made.chapter.amounts[0].proofs[0].quote.startswith("استاندار اردبیل خواستار")


def test_one_sentence_proves_a_claim_once() -> None:
    event = brief(ex.DATED).chapter.meetings[0]
    assert len({proof.quote for proof in event.proofs}) == len(event.proofs) == 2


def test_sayings_stand_under_the_side_that_the_article_proves() -> None:
    voices = {voice.side: voice.sayings for voice in brief(ex.DATED).chapter.voices}
    assert list(voices) == ["iran", "foreign", "both", "unknown"]
    assert voices["iran"][0].speaker == "کامران نیک‌پی"
    assert voices["iran"][0].title == "استاندار اردبیل"
    assert [one.speaker for one in voices["foreign"]] == [
        "ارسلان مرادف",
        "گمرک جمهوری آذربایجان",
    ]
    assert voices["unknown"][0].speaker == "یک فعال اقتصادی"


def test_a_name_that_fits_two_people_is_nobody() -> None:
    twin = msgspec.structs.replace(ex.GUEST, name="بهمن نیک‌پی")
    told = ex.record(
        "x",
        published=ex.day(12, 1),
        meetings=(ex.meeting(people=(ex.GOVERNOR, twin)),),
        statements=(ex.statement("نیک‌پی"),),
    )
    assert brief(told).chapter.voices[0].side == "unknown"


def test_a_deputy_is_not_the_one_whose_deputy_he_is() -> None:
    told = ex.record(
        "x",
        published=ex.day(12, 1),
        meetings=(ex.meeting(),),
        statements=(ex.statement("معاون استاندار اردبیل"), ex.statement("استاندار")),
    )
    voices = {voice.side: voice.sayings for voice in brief(told).chapter.voices}
    assert [one.speaker for one in voices["unknown"]] == ["معاون استاندار اردبیل"]
    assert [one.speaker for one in voices["iran"]] == ["کامران نیک‌پی"]


def test_a_name_that_other_articles_put_on_one_side_is_put_there() -> None:
    alone = ex.record(
        "x", published=ex.day(12, 1), statements=(ex.statement("کامران نیک‌پی"),)
    )
    assert brief(alone).chapter.voices[0].side == "unknown"
    (voice,) = brief(alone, ex.OLDER, period="1404-09").chapter.voices
    assert (voice.side, voice.sayings[0].title) == ("iran", None)
    turned = msgspec.structs.replace(ex.GOVERNOR, side="foreign")
    other = ex.record("y", meetings=(ex.meeting(people=(turned,)),))
    (voice,) = brief(alone, ex.OLDER, other, period="1404-09").chapter.voices
    assert voice.side == "unknown"


def test_a_briefing_without_news_is_marked_when_samples_were_read() -> None:
    briefing = brief(*ex.many(3), period="1403-01")
    assert briefing.sources == ()
    assert briefing.sample


def test_the_bars_add_up_to_the_tables() -> None:
    briefing = brief(*ex.USUAL)
    ideas = briefing.figures.ideas
    assert ideas == len(briefing.chapter.ideas) + len(briefing.domestic.ideas)
    assert sum(count for _, count in by_topic(briefing)) == ideas
    assert sum(count for _, count in by_status(briefing)) == ideas
    held = [event for event in events(briefing) if event.status == "held"]
    bins = held_in_time(briefing, by=time_step(briefing))
    assert sum(one.count for one in bins) == len(held) == 2
    assert [one.count for one in bins] == [1, 0, 0, 1]


def test_a_month_is_counted_by_weeks_without_gaps() -> None:
    briefing = brief(*ex.USUAL, period="1404-09")
    bins = held_in_time(briefing, by=time_step(briefing))
    assert [one.count for one in bins] == [0, 0, 1, 0, 0]
    assert (bins[0].since, bins[-1].until) == (ex.day(11, 22), ex.day(12, 21))


def test_coverage_tells_what_was_read_and_what_is_missing() -> None:
    briefing = brief(*ex.USUAL, period="1404-09")
    coverage = briefing.coverage
    assert (coverage.read, coverage.about, coverage.used) == (6, 5, 3)
    assert coverage.pages_undated == 0
    assert [(one.name, one.articles) for one in coverage.outlets] == [
        ("خبرگزاری نمونهٔ آزمون", 2),
        (None, 1),
    ]
    assert coverage.single == 4
    assert coverage.unnamed_people == 1
    assert not briefing.sample
