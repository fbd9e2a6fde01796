"""Tokens: words, numbers and marks."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.text import fold
from reports.text.tokens import tokens

CASES = {
    "words and marks": ("وی رفت، آمد.", "وی رفت ، آمد ."),
    "dates": ("۱۴۰۴/۰۵/۰۲ و 2025-12-13", "1404/05/02 و 2025-12-13"),
    "decimals and thousands": ("۳٫۵ و 1,280 و ۱٬۲۸۰٬۰۰۰", "3.5 و 1,280 و 1٬280٬000"),
    "clock times": ("ساعت 10:40 -", "ساعت 10:40 -"),
    "digits touching words": ("2هزار و 4کشور", "2 هزار و 4 کشور"),
    "digits touching Latin": ("27September 2019", "27 September 2019"),
    "half-spaces are gone": ("همکاری\u200cهای", "همکاریهای"),
    "acronyms": ("شرکت ASK و U.N. است", "شرکت ASK و U.N. است"),
    "names with digits": ("G20 و COP29", "G20 و COP29"),
    "guillemets": ("«خوب»؛ بد؟!", "« خوب » ؛ بد ؟ !"),
    "a dash between words": ("قزوین- ایرنا", "قزوین - ایرنا"),
    "a stop between words": ("شد.وی", "شد . وی"),
    "tags": ("#استان_البرز", "# استان _ البرز"),
    "a list is not a thousand": ("12, 34 و 1,28", "12 , 34 و 1 , 28"),
    "an ISO date keeps to itself": ("2025-12-1312", "2025 - 12 - 1312"),
}


@pytest.mark.parametrize("name", CASES)
def test_text_falls_into_its_tokens(name: str) -> None:
    text, expected = CASES[name]
    assert " ".join(token.text for token in tokens(fold(text).text)) == expected


@given(st.text("ابیک 0123.,٬/:-«»_#Aa\n") | st.text())
def test_tokens_hold_every_character_but_blanks(text: str) -> None:
    end = 0
    for token in tokens(text):
        assert not text[end : token.start].strip()
        assert token.text == text[token.start : token.end]
        end = token.end
    assert not text[end:].strip()


@pytest.mark.parametrize("unit", ["1/", "1,", "1,000", "A.", "a.b", "1.", "ا", "-"])
def test_cutting_takes_time_in_step_with_length(unit: str) -> None:
    text = unit * (200_000 // len(unit))
    began = time.perf_counter()
    tokens(text)
    assert time.perf_counter() - began < 5
