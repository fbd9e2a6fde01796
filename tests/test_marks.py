"""Brackets stand round every proof, and taken away leave the article as it was."""

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from reports.marks import bracketed, marks
from reports.model import Article, Evidence, Organisation
from tests.store.examples import record
from tests.test_tables import with_meeting

TEXT = "استاندار با سفیر دیدار کرد."


def proof(start: int, end: int) -> Evidence:
    """Return a proof of some passage of `TEXT`."""
    return Evidence(
        start=start, end=end, field="name", quote=TEXT[start:end], rule="test/any"
    )


def body(evidence: Evidence) -> Organisation:
    """Return an organisation that was read at one place."""
    return Organisation(name="x", acronym=None, country=None, evidence=(evidence,))


def test_passages_are_marked_in_reading_order() -> None:
    read = msgspec.structs.replace(
        record("a"), organisations=(body(proof(12, 16)), body(proof(0, 26)))
    )
    marked = marks(read)
    assert [one.evidence.start for one in marked] == [0, 12]
    article = Article(id="a", text=TEXT, origin="-")
    assert bracketed(article, marked) == "[استاندار با [سفیر] دیدار کرد]."


def test_participants_are_marked_beside_their_meeting() -> None:
    things = [one.thing for one in marks(with_meeting("a"))]
    assert sorted(things) == ["meeting", *["participant"] * 3, "proposal"]


spans = st.integers(0, len(TEXT) - 1).flatmap(
    lambda start: st.builds(proof, st.just(start), st.integers(start + 1, len(TEXT)))
)


@given(st.lists(spans))
def test_brackets_are_paired_and_change_nothing_else(proofs: list[Evidence]) -> None:
    read = msgspec.structs.replace(
        record("a"), organisations=tuple(body(one) for one in proofs)
    )
    text = bracketed(Article(id="a", text=TEXT, origin="-"), marks(read))
    assert text.replace("[", "").replace("]", "") == TEXT
    assert text.count("[") == text.count("]") == len({(p.start, p.end) for p in proofs})
