"""Text cut at every edge stays whole, and each piece knows what is over it."""

from hypothesis import given

from reports.marks import explained
from reports.marks.layout import LANES, Explained, Passage
from reports.model import ArticleRecord, Span
from tests.marks.examples import (
    FOUND,
    TEXT,
    article,
    body,
    counted,
    found,
    met,
    person,
    proof,
    said,
)
from tests.store.examples import record


def laid(read: ArticleRecord) -> Explained:
    """Lay `TEXT` out with a record."""
    return explained(article(), read)


def shown(page: Explained) -> list[list[tuple[str, str]]]:
    """Return the pieces of each paragraph with the things over them, as a picture."""
    return [
        [
            (piece.text, " ".join(f"{one.thing}{one.entry}" for one in piece.over))
            for piece in paragraph.pieces
        ]
        for paragraph in page.paragraphs
    ]


def passages(page: Explained) -> list[Passage]:
    """Return every passage of a page, in reading order."""
    found = (
        passage
        for group in page.groups.values()
        for entry in group
        for passage in entry.passages
    )
    return sorted(found, key=lambda one: one.number)


def test_crossing_proofs_cut_the_text_at_every_edge() -> None:
    page = laid(
        found(
            statements=(said(proof(0, 16)), said(proof(12, 26))),
            organisations=(body(proof(12, 16)),),
        )
    )
    first, second = shown(page)
    assert first == [
        ("استاندار با ", "statement1"),
        ("سفیر", "statement1 statement2 organisation1"),
        (" دیدار کرد", "statement2"),
        (".", ""),
    ]
    assert second == [("او گفت: ۲۰ کامیون آمد.", "")]


def test_paragraphs_are_the_lines_with_letters_and_know_their_place() -> None:
    page = laid(found())
    assert [(one.number, one.start, one.end) for one in page.paragraphs] == [
        (1, 0, 27),
        (2, 29, 51),
    ]


def test_lines_under_one_another_take_lanes_and_words_take_none() -> None:
    page = laid(
        found(
            statements=(said(proof(0, 26)), said(proof(0, 16)), said(proof(17, 26))),
            figures=(counted(proof(37, 46)),),
        )
    )
    lanes = {(one.thing, one.entry): one.lane for one in passages(page)}
    assert lanes == {
        ("statement", 1): 1,
        ("statement", 2): 0,
        ("statement", 3): 0,
        ("figure", 1): None,
    }
    assert page.lanes == 2


def test_two_rules_of_one_passage_are_one_mark() -> None:
    page = laid(found(organisations=(body(proof(0, 8), proof(0, 8, "role")),)))
    (one,) = passages(page)
    assert [proof.field for proof in one.proofs] == ["name", "role"]


def test_noise_is_marked_too() -> None:
    read = record("a")
    page = laid(
        found(
            article=type(read.article)(
                id="a",
                title=None,
                published=None,
                outlet=None,
                url=None,
                noise_spans=(Span(9, 16),),
            )
        )
    )
    assert shown(page)[0][1] == ("با سفیر", "noise1")


def test_a_field_that_the_text_leaves_open_is_left_out() -> None:
    page = laid(found(figures=(counted(proof(37, 46), value=0),)))
    (entry,) = page.groups["figure"]
    assert entry.fields == {"value": 0, "unit": "کامیون"}


def test_a_person_is_told_once_with_all_meetings() -> None:
    meeting = met(person("x", None), person(None, "y"))
    people = laid(found(meetings=(meeting, meeting))).groups["participant"]
    assert [one.fields["meetings"] for one in people] == [(1, 2), (1, 2)]


@given(FOUND)
def test_the_pieces_of_a_paragraph_are_its_text(read: ArticleRecord) -> None:
    for paragraph in laid(read).paragraphs:
        text = "".join(piece.text for piece in paragraph.pieces)
        assert text == TEXT[paragraph.start : paragraph.end]
        assert all(piece.text for piece in paragraph.pieces)


@given(FOUND)
def test_every_passage_begins_once_and_ends_once(read: ArticleRecord) -> None:
    page = laid(read)
    pieces = [piece for one in page.paragraphs for piece in one.pieces]
    inside = [one.number for one in passages(page) if one.quote.strip("\n")]
    for edge in ("begins", "ends"):
        at = [one.number for piece in pieces for one in getattr(piece, edge)]
        assert sorted(at) == sorted(inside)


@given(FOUND)
def test_no_two_lines_of_a_lane_touch_the_same_words(read: ArticleRecord) -> None:
    page = laid(read)
    assert 1 <= page.lanes <= LANES
    for paragraph in page.paragraphs:
        for piece in paragraph.pieces:
            lanes = [one.lane for one in piece.over if one.lane is not None]
            assert len(lanes) == len(set(lanes))
