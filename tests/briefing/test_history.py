"""What a briefing tells of time: what is new, has moved, is silent or was corrected."""

import datetime

import msgspec

from reports.briefing import Briefing, Dossier, compose, corrected, printed
from reports.briefing.contents import Event, Idea
from reports.chronicle import (
    Conflict,
    EventStep,
    Issue,
    KnownEvent,
    Ref,
    Telling,
)
from reports.model import ProposalStatus
from reports.text.periods import read_period
from tests.briefing import examples as ex
from tests.briefing.known import dossier_of, known_event, known_thread


def brief(
    dossier: Dossier, *, period: str = "1404-09", subject: ex.Subject = ex.ARDABIL
) -> Briefing:
    return compose(dossier, subject, period=read_period(period))


def told(
    id_: str,
    published: datetime.date | None,
    status: ProposalStatus,
    *,
    blocked: bool = False,
    text: str = "ساخت بارانداز ریلی مشترک",
) -> ex.ArticleRecord:
    one = ex.proposal(text, status=status, blocked=blocked)
    return ex.record(id_, published=published, proposals=(one,))


def followed(*records: ex.ArticleRecord) -> Dossier:
    """Return a dossier in which all records tell of one proposal."""
    thread = known_thread([(one, 0) for one in records])
    return dossier_of(*records, threads=(thread,))


MEHR = told("p1", ex.day(10, 10), "raised")


def test_a_proposal_first_told_in_the_period_is_new() -> None:
    (idea,) = brief(followed(told("p2", ex.day(12, 1), "raised"))).ideas
    assert (idea.movement, idea.was) == ("new", None)


def test_a_proposal_that_rose_has_moved_and_says_from_where() -> None:
    (idea,) = brief(followed(MEHR, told("p2", ex.day(12, 1), "agreed"))).ideas
    assert (idea.movement, idea.was, idea.status) == ("moved", "raised", "agreed")
    assert [(one.day, one.status) for one in idea.steps] == [
        (ex.day(10, 10), "raised"),
        (ex.day(12, 1), "agreed"),
    ]


def test_a_new_obstacle_is_a_movement_too() -> None:
    late = told("p2", ex.day(12, 1), "raised", blocked=True)
    (idea,) = brief(followed(MEHR, late)).ideas
    assert (idea.movement, idea.blocked) == ("moved", True)


def test_what_is_told_again_without_news_is_a_repetition() -> None:
    (idea,) = brief(followed(MEHR, told("p2", ex.day(12, 1), "raised"))).ideas
    assert idea.movement == "repeated"


def test_what_was_agreed_stays_agreed_when_a_later_page_says_less() -> None:
    signed = told("p1", ex.day(10, 10), "signed")
    (idea,) = brief(followed(signed, told("p2", ex.day(12, 1), "raised"))).ideas
    assert (idea.status, idea.movement) == ("signed", "repeated")


def test_a_page_after_the_period_is_no_news_of_it() -> None:
    late = told("p2", ex.day(12, 25), "signed")
    (idea,) = brief(followed(told("p1", ex.day(12, 1), "raised"), late)).ideas
    assert (idea.status, idea.movement) == ("raised", "new")


def test_the_words_are_those_of_a_source_of_this_briefing() -> None:
    late = told("p2", ex.day(12, 1), "agreed", text="احداث بارانداز ریلی")
    briefing = brief(followed(MEHR, late))
    assert [idea.text for idea in briefing.ideas] == ["احداث بارانداز ریلی"]
    assert [source.article for source in briefing.sources] == ["p2"]


def test_a_proposal_that_nobody_tells_of_any_more_is_silent() -> None:
    briefing = brief(followed(MEHR))
    assert briefing.ideas == ()
    (quiet,) = briefing.quiet
    assert (quiet.last, quiet.days) == (ex.day(10, 10), 0)
    busy = (MEHR, ex.record("x", published=ex.day(12, 25)))
    dossier = dossier_of(*busy, threads=(known_thread([(MEHR, 0)]),))
    (quiet,) = brief(dossier).quiet
    assert quiet.days == (ex.day(12, 21) - ex.day(10, 10)).days


def test_what_is_done_is_not_called_silent() -> None:
    assert brief(followed(told("p1", ex.day(10, 10), "done"))).quiet == ()


def test_a_period_without_a_beginning_tells_no_movement() -> None:
    briefing = brief(followed(MEHR), period="all")
    assert [idea.movement for idea in briefing.ideas] == [None]
    assert briefing.quiet == ()
    assert briefing.before is None


def test_the_figures_of_the_period_before_stand_beside_its_own() -> None:
    aban = ex.record(
        "x", published=ex.day(11, 2), meetings=(ex.meeting(ex.day(11, 1)),)
    )
    briefing = brief(dossier_of(aban, *ex.USUAL))
    assert briefing.before is not None
    assert briefing.before.period == "1404-08"
    assert briefing.before.held == (ex.day(11, 1),)
    own = brief(dossier_of(aban, *ex.USUAL), period="1404-08")
    assert briefing.before.figures == own.figures


def joined(*records: ex.ArticleRecord) -> KnownEvent:
    """Return the first meeting of every record as one event."""
    events = [known_event(one, 0) for one in records]
    return msgspec.structs.replace(
        events[0],
        refs=tuple(ref for one in events for ref in one.refs),
        outlets=tuple(name for one in events for name in one.outlets),
        history=tuple(step for one in events for step in one.history),
    )


def twice() -> tuple[ex.ArticleRecord, ...]:
    """Return two articles that tell of one meeting."""
    return tuple(
        ex.record(
            id_,
            published=ex.day(12, 13),
            outlet=outlet,
            meetings=(ex.meeting(ex.day(12, 12)),),
        )
        for id_, outlet in (("a", "رسانهٔ یکم"), ("b", "رسانهٔ دوم"))
    )


def test_an_event_of_two_outlets_is_one_with_the_words_of_both() -> None:
    records = twice()
    briefing = brief(dossier_of(*records, events=(joined(*records),)))
    (event,) = briefing.chapter.meetings
    assert event.outlets == 2
    assert {proof.source for proof in event.proofs} == {1, 2}
    assert briefing.figures.held == 1
    assert briefing.coverage.single == 0


def test_what_two_articles_say_alike_is_printed_once_with_both_proofs() -> None:
    records = twice()
    chapter = brief(dossier_of(*records, events=(joined(*records),))).chapter
    assert len(chapter.amounts) == len(chapter.hurdles) == len(chapter.pledges) == 1
    assert [proof.source for proof in chapter.amounts[0].proofs] == [1, 2]


def test_a_conflict_is_told_with_its_sources() -> None:
    records = twice()
    conflict = Conflict(
        field="place",
        about=None,
        tellings=(Telling("آستارا", (Ref("a", 0),)), Telling("باکو", (Ref("b", 0),))),
    )
    event = msgspec.structs.replace(joined(*records), conflicts=(conflict,))
    (printed,) = brief(dossier_of(*records, events=(event,))).chapter.meetings
    (dispute,) = printed.disputes
    assert [(one.value, one.sources) for one in dispute.versions] == [
        ("آستارا", (1,)),
        ("باکو", (2,)),
    ]


def test_an_event_says_since_when_it_was_announced() -> None:
    records = twice()
    event = joined(*records)
    plan = EventStep(
        day=ex.day(11, 30), status="planned", date=ex.day(12, 12), ref=Ref("a", 0)
    )
    event = msgspec.structs.replace(event, history=(plan, *event.history))
    (printed,) = brief(dossier_of(*records, events=(event,))).chapter.meetings
    assert printed.announced == ex.day(11, 30)


def changes(before: Dossier, now: Dossier) -> list[tuple[str, str | None, str | None]]:
    """Return what `now` says otherwise than an issue made of `before`."""
    issue = Issue(
        subject="province/ardabil",
        period="1404-09",
        since=ex.day(11, 22),
        until=ex.day(12, 21),
        issued=datetime.datetime(2025, 12, 22, 8, tzinfo=datetime.UTC),
        digest="",
        printed=printed(brief(before)),
        revision=1,
    )
    told = corrected(brief(now), dossier=now, issue=issue).changed
    assert told is not None
    return [(one.field, one.was, one.now) for one in told.changes]


def test_nothing_has_changed_when_everything_is_as_it_was_issued() -> None:
    before = dossier_of(*ex.USUAL)
    assert changes(before, before) == []
    assert brief(before).changed is None


def test_another_day_and_a_withdrawn_event_are_corrections() -> None:
    before = dossier_of(*ex.USUAL)
    dated, *others = before.events
    moved = msgspec.structs.replace(dated, date=ex.day(12, 11))
    now = msgspec.structs.replace(before, events=(moved, *others[1:]))
    assert set(changes(before, now)) == {
        ("date", "2025-12-12", "2025-12-11"),
        ("presence", "held", None),
    }


def test_progress_is_no_correction_and_a_fall_is_one() -> None:
    low = followed(told("p1", ex.day(12, 1), "raised"))
    high = followed(told("p1", ex.day(12, 1), "signed"))
    assert changes(low, high) == []
    assert changes(high, low) == [("status", "signed", "raised")]


def test_what_matters_is_the_weightiest_and_of_several_kinds() -> None:
    records = (
        ex.DATED,
        *(
            told(f"s{number}", ex.day(12, 2), "signed", text=f"تفاهم‌نامهٔ {number}")
            for number in range(4)
        ),
    )
    matters = brief(dossier_of(*records)).matters
    assert [type(one) for one in matters[:2]] == [Idea, Idea]
    assert len(matters) == 5
    assert sum(isinstance(one, Idea) and one.status == "signed" for one in matters) == 2
    assert any(isinstance(one, Event) for one in matters)
    assert all(one.proofs for one in matters)


def test_officials_are_the_named_with_their_posts() -> None:
    officials = brief(dossier_of(*ex.USUAL)).officials
    assert [(one.name, one.events) for one in officials] == [
        ("کامران نیک‌پی", 4),
        ("ارسلان مرادف", 3),
    ]
    assert officials[0].offices[0].title == "استاندار اردبیل"


def test_the_country_sees_every_pair_of_province_and_partner() -> None:
    briefing = brief(dossier_of(*ex.USUAL), period="1404", subject=ex.IRAN)
    assert briefing.overview is not None
    assert briefing.overview.cells == (("IR-24", "AZ", 3),)
    (row,) = briefing.overview.provinces
    assert (row.code, row.held, row.settled) == ("IR-24", 3, 1)
    assert brief(dossier_of(*ex.USUAL)).overview is None


def test_dealings_at_home_never_get_into_a_relation() -> None:
    briefing = brief(dossier_of(ex.HOME), subject=ex.AZERBAIJAN)
    assert (briefing.events, briefing.sources) == ((), ())


def test_an_outlet_first_read_within_the_period_is_marked() -> None:
    outlets = brief(dossier_of(*ex.USUAL, ex.OLDER)).coverage.outlets
    assert [(one.name, one.late) for one in outlets] == [
        ("خبرگزاری نمونهٔ آزمون", False),
        (None, False),
    ]
    late = brief(dossier_of(*twice())).coverage.outlets
    assert {one.late for one in late} == {True}
