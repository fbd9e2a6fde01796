"""The article as words: affixes joined, phrases found, every place remembered."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.extract.reading import cases, document

#: Text and the words it is read as.
WORDS = {
    "a plural written apart": ("پایانه های مرزی", ["پایانههای", "مرزی"]),
    "a half-spaced plural": ("پایانه‌های مرزی", ["پایانههای", "مرزی"]),
    "a verb written apart": ("او می گوید", ["او", "میگوید"]),
    "Arabic letters": ("كشور علي", ["کشور", "علی"]),
    "marks stand alone": ("گفت: «راه»", ["گفت", ":", "«", "راه", "»"]),
}


@cases(WORDS)
def test_text_is_read_as_words(name: str) -> None:
    text, words = WORDS[name]
    assert document(text).words == words


def test_quote_is_the_untouched_text() -> None:
    doc = document("كشور  پایانه های مرزی دارد.")
    assert doc.quote(0, 2) == "كشور  پایانه های"
    assert doc.printed(0, 2) == "کشور پایانه‌های"


def test_proof_knows_its_place() -> None:
    doc = document("وی گفت: راه باز است.")
    proof = doc.evidence(3, 5, rule="test/any")
    assert (proof.start, proof.end, proof.quote) == (8, 15, "راه باز")


def test_longest_phrase_of_a_kind_is_found() -> None:
    doc = document("آذربایجان شرقی")
    hit = doc.place(0)
    assert hit is not None
    assert (hit.end, hit.value.province) == (2, "IR-03")


def test_word_of_an_offset_is_the_one_that_holds_it() -> None:
    doc = document("راه باز است")
    assert [doc.word_at(offset) for offset in (0, 2, 4, 8, 11)] == [0, 0, 1, 2, 3]


@pytest.mark.parametrize("at", [0, 3, 5])
def test_every_word_is_in_its_sentence(at: int) -> None:
    doc = document("راه باز است. بندر آماده است.")
    sentence = doc.sentence_of(at)
    assert sentence.start <= at < sentence.end


@given(st.text("ابپتسشکیمنوهدر \u200c\u064a\u0640ًها.،\n«»1۲", max_size=80))
def test_words_stand_in_order_and_slice_back(text: str) -> None:
    doc = document(text)
    last = 0
    for at in range(len(doc.words)):
        span = doc.span(at, at + 1)
        assert last <= span.start < span.end <= len(text)
        assert doc.quote(at, at + 1) == text[span.start : span.end]
        last = span.start
