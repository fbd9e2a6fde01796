"""Sentences: where they end, and where a mark ends nothing."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.text import fold
from reports.text.sentences import sentences

ALPHABET = 'ابکیوشد  ..!؟؛،«»“”"()[]\n0123/:-…Aa\u200cيك'

#: Each sentence stands on its own; joined as written they must fall apart again.
CUT = {
    "full stops": ["استاندار گفت.", " وی رفت."],
    "no space after the stop": ["دیدار برگزار شد.", "وی افزود: خوب است."],
    "question and exclamation": ["چه شد؟!", " بسیار خوب!", " رفت"],
    "line breaks": ["سفیر پرو در البرز\n", "استاندار البرز گفت.\n\n", "پایان"],
    "a year before the stop": ["در سال ۱۴۰۴.", " ۳ نفر آمدند."],
    "a year touching the next word": ["در سال ۱۴۰۴.", "وی آمد."],
    "an ellipsis after a verb": ["همکاری کنیم...", " وی رفت."],
    "a quotation with its stop": ["«خوب است.»", " وی رفت."],
    "a bracket with its stop": ["وی (بار دیگر) رفت.", " او ماند."],
    "a Latin name at the end": ["با شرکت ASK.", " وی رفت."],
    "an open quotation on one line": ["«خوب است.\n", "وی رفت."],
    "a stop after a quotation": ["وی گفت: «خوب».", " او رفت."],
    "a stop set apart": ["وی رفت .", " او آمد ."],
    "a question before a closing quote": ["وی پرسید: «چه شد؟»", " او رفت."],
}

WHOLE = {
    "decimals": "رشد ۳٫۵ درصد و 2.5 میلیون نفر.",
    "initials": "نماینده ج.ا.ا در مرز",
    "initials with spaces": "نماینده ج. ا. ایران در مرز",
    "a short form": "با حضور Dr. Smith برگزار شد",
    "an address": "نشانی irna.ir/page?id=12 است",
    "a quotation of two sentences": "وی گفت: «خوب است. بد نیست.» و رفت.",
    "a quotation before its verb": "«خوب است.» گفت",
    "a quotation in curly marks": "وی گفت: “خوب است. بد نیست” و رفت",
    "brackets": "وی (به نقل از او. بار دیگر) رفت.",
    "and so on": "نفت، گاز و ... از محورها بود.",
    "a numbered line": "1. توسعه روابط",
    "a semicolon": "سفر انجام شد؛ وی رفت.",
    "a dotted date": "در 12.03.1404 آمد",
}


@pytest.mark.parametrize("name", CUT)
def test_text_is_cut_where_a_sentence_ends(name: str) -> None:
    text = fold("".join(CUT[name])).text
    found = [text[span.start : span.end] for span in sentences(text)]
    assert found == [fold(piece).text.strip() for piece in CUT[name]]


@pytest.mark.parametrize("name", WHOLE)
def test_a_mark_inside_a_sentence_does_not_cut(name: str) -> None:
    assert len(sentences(fold(WHOLE[name]).text)) == 1


@given(st.text(ALPHABET) | st.text())
def test_sentences_are_in_order_trimmed_and_leave_no_word_out(text: str) -> None:
    end = 0
    for span in sentences(text):
        assert span.start >= end
        assert text[span.start : span.end] == text[span.start : span.end].strip()
        assert not any(char.isalnum() for char in text[end : span.start])
        end = span.end
    assert not any(char.isalnum() for char in text[end:])


@given(st.text(ALPHABET) | st.text())
def test_no_sentence_crosses_a_line(text: str) -> None:
    assert all("\n" not in text[s.start : s.end] for s in sentences(text))


@pytest.mark.parametrize("unit", [".", "«", '"', "(", " ", "... ", "».", "الف. "])
def test_cutting_takes_time_in_step_with_length(unit: str) -> None:
    text = unit * (200_000 // len(unit))
    began = time.perf_counter()
    sentences(text)
    assert time.perf_counter() - began < 5
