"""Folding: what reads alike becomes alike, and every place is remembered."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.model import Span
from reports.text import fold

#: What folding touches, in every script it knows, and a little that it does not.
ALPHABET = (
    "ابپتجچحخدذرزژسشصضطظعغفقکگلمنوهی يىئےكڪةۀہەھأإٱؤء ـًٌٍَُِّْٰٔ ٪٫٬ "
    "۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩0123456789 \u200b\u200c\u200d\u200e\u200f\u202a\u202e\u2066"
    "\u2069\u00a0\u202f\u2009\u3000\t\r\n\u2028\ufeff\u00ad\u2060ﷲﷺﻻﻼﮎﯽﺉ .،؛؟«»Aa"
)
TEXT = st.text(ALPHABET) | st.text()

ALIKE = {
    "yeh": ("علي", "علی"),
    "alef maksura": ("مصطفى", "مصطفی"),
    "yeh with hamza": ("مسئول", "مسیول"),
    "kaf": ("كشور", "کشور"),
    "heh with yeh": ("خانۀ", "خانه"),
    "heh with hamza": ("خانهٔ", "خانه"),
    "teh marbuta": ("دائرة", "دایره"),
    "alef with hamza": ("تأکید", "تاکید"),
    "waw with hamza": ("مؤسسه", "موسسه"),
    "half-space": ("می\u200cشود", "میشود"),
    "tatweel": ("ایـــران", "ایران"),
    "vowels": ("مُلاقات", "ملاقات"),
    "tanwin": ("تقریباً", "تقریبا"),
    "Persian digits": ("۱۴۰۴", "1404"),
    "Arabic digits": ("١٤٠٤", "1404"),
    "decimal mark": ("۳٫۵", "3.5"),
    "percent mark": ("۵٪", "5%"),
    "presentation forms": ("ﻻ", "لا"),
    "no-break space": ("وزیر\u00a0امور", "وزیر امور"),
    "direction marks": ("\u200fایران\u200e", "ایران"),
}

APART = {
    "alef with madda": ("آب", "اب"),
    "gaf": ("گرگ", "کرک"),
    "spaces": ("می شود", "میشود"),
    "Persian comma": ("،", ","),
}


@pytest.mark.parametrize("name", ALIKE)
def test_spellings_that_read_alike_become_alike(name: str) -> None:
    written, plain = ALIKE[name]
    assert fold(written).text == plain


@pytest.mark.parametrize("name", APART)
def test_different_words_stay_apart(name: str) -> None:
    one, other = APART[name]
    assert fold(one).text != fold(other).text


@given(TEXT)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once


@given(TEXT, st.data())
def test_a_folded_slice_points_home(text: str, data: st.DataObject) -> None:
    folded = fold(text)
    if not folded.text:
        return
    start = data.draw(st.integers(0, len(folded.text) - 1))
    end = data.draw(st.integers(start + 1, len(folded.text)))
    span = folded.source(start, end)
    home = fold(text[span.start : span.end]).text
    assert folded.text[start:end] in home


@given(TEXT)
def test_places_never_run_backwards(text: str) -> None:
    folded = fold(text)
    origins = [folded.origin(at) for at in range(len(folded.text))]
    assert origins == sorted(origins)
    assert all(folded.place(origin) <= at for at, origin in enumerate(origins))


def test_the_place_of_a_word_survives_what_is_read_past() -> None:
    written = "همـــکاری\u200cهاي"
    folded = fold(f"«{written}» دو کشور")
    start = folded.text.index("همکاریهای")
    place = folded.source(start, start + len("همکاریهای"))
    assert place == Span(1, 1 + len(written))


def test_empty_text_folds_to_nothing() -> None:
    assert fold("").text == ""
