"""Brackets stand round every proof, and taken away leave the article as it was."""

from hypothesis import given

from reports.marks import bracketed, coloured, marks, plain
from reports.marks.lines import STYLES
from reports.marks.proofs import LISTS
from reports.model import ArticleRecord
from tests.marks.examples import (
    FOUND,
    TEXT,
    article,
    body,
    found,
    met,
    offered,
    person,
    proof,
)


def test_passages_are_marked_in_reading_order() -> None:
    read = found(organisations=(body(proof(12, 16)), body(proof(0, 26))))
    marked = marks(read)
    assert [one.evidence.start for one in marked] == [0, 12]
    text = "استاندار با سفیر دیدار کرد."
    assert bracketed(article(text), marked) == "[استاندار با [سفیر] دیدار کرد]."


def test_participants_are_marked_beside_their_meeting() -> None:
    people = (person("x", None), person(None, "y"))
    read = found(meetings=(met(*people),), proposals=(offered(),))
    things = [one.thing for one in marks(read)]
    assert sorted(things) == ["meeting", "participant", "participant", "proposal"]


def test_a_person_of_two_meetings_is_marked_once() -> None:
    meeting = met(person("x", None))
    things = [one.thing for one in marks(found(meetings=(meeting, meeting)))]
    assert sorted(things) == ["meeting", "meeting", "participant"]


def test_a_line_tells_place_thing_field_and_rule() -> None:
    told = plain(article(), found(organisations=(body(proof(12, 16)),)))
    assert told.splitlines()[-2:] == [
        "12-16\torganisation (name)\ttest/any",
        "warning: تردید",
    ]


def test_colours_are_those_of_what_is_over_the_words() -> None:
    read = found(organisations=(body(proof(12, 16)), body(proof(0, 26))))
    told = coloured(article(), read)
    assert told.plain.startswith(TEXT)
    styles = {(span.start, span.end): span.style for span in told.spans}
    assert styles[0, 12] == STYLES["organisation"]
    assert (26, 28) not in styles


def test_every_thing_has_a_look() -> None:
    assert set(STYLES) == {*LISTS.values(), "participant"}


@given(FOUND)
def test_brackets_are_paired_and_change_nothing_else(read: ArticleRecord) -> None:
    marked = marks(read)
    text = bracketed(article(), marked)
    spans = {(one.evidence.start, one.evidence.end) for one in marked}
    assert text.replace("[", "").replace("]", "") == TEXT
    assert text.count("[") == text.count("]") == len(spans)


@given(FOUND)
def test_colours_change_no_letter(read: ArticleRecord) -> None:
    assert coloured(article(), read).plain.startswith(f"{TEXT}\n")
