"""Numbers: what they are worth, and which of them count nothing."""

import math
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.text import fold
from reports.text.numbers import Number, numbers

#: The text, the number in it (as folded), its value and upper value, and the blur.
COUNTED = [
    ("صادرات ۱۲ کالا", "12", 12, None, "none"),
    ("یک هزار و ۲۸۰ محصول", "یک هزار و 280", 1280, None, "none"),
    ("سه میلیون و ۶۰۰ هزار نفر", "سه میلیون و 600 هزار", 3_600_000, None, "none"),
    ("3.5 میلیون نفر", "3.5 میلیون", 3_500_000, None, "none"),
    ("۳٫۵ میلیون نفر", "3.5 میلیون", 3_500_000, None, "none"),
    ("۲٫۳ میلیون دلار", "2.3 میلیون", 2_300_000, None, "none"),
    ("3/5 میلیون دلار", "3/5 میلیون", 3_500_000, None, "none"),
    ("۲/۵ تن زعفران", "2/5", 2.5, None, "none"),
    ("2هزار تن سیب", "2هزار", 2000, None, "none"),
    ("دوهزار تن سیب", "دوهزار", 2000, None, "none"),
    ("هزار و 400 واحد", "هزار و 400", 1400, None, "none"),
    ("هزار کامیون", "هزار", 1000, None, "none"),
    ("یکصد و بیست و پنج شرکت", "یکصد و بیست و پنج", 125, None, "none"),
    ("یک صد و بیست شرکت", "یک صد و بیست", 120, None, "none"),
    ("بیست‌وپنج شرکت", "بیستوپنج", 25, None, "none"),
    ("سی‌وسه هکتار", "سیوسه", 33, None, "none"),
    ("دویست و پنجاه نفر", "دویست و پنجاه", 250, None, "none"),
    ("پانصد میلیون دلار", "پانصد میلیون", 500_000_000, None, "none"),
    ("2 هزار و 500 میلیارد تومان", "2 هزار و 500 میلیارد", 2.5e12, None, "none"),
    ("۵ هزار میلیارد تومان", "5 هزار میلیارد", 5e12, None, "none"),
    ("یک میلیارد و ۲۰۰ میلیون دلار", "یک میلیارد و 200 میلیون", 1.2e9, None, "none"),
    ("یک میلیون و هزار تن", "یک میلیون و هزار", 1_001_000, None, "none"),
    ("یک و نیم میلیون تن", "یک و نیم میلیون", 1_500_000, None, "none"),
    ("سه میلیون و نیم تن", "سه میلیون و نیم", 3_500_000, None, "none"),
    ("نیم میلیون زائر", "نیم میلیون", 500_000, None, "none"),
    ("1,280 محصول", "1,280", 1280, None, "none"),
    ("۱٬۲۸۰٬۰۰۰ تن", "1٬280٬000", 1_280_000, None, "none"),
    ("۱،۲۸۰ محصول", "1،280", 1280, None, "none"),
    ("1.200.000 تن کالا", "1.200.000", 1_200_000, None, "none"),
    ("10.000 نفر", "10.000", 10_000, None, "none"),
    ("حدود ۹ هزار واحد", "9 هزار", 9000, None, "about"),
    ("حدوداً ۲۰ شرکت", "20", 20, None, "about"),
    ("تقریباً ۲۰ شرکت", "20", 20, None, "about"),
    ("بیش از ۳۰ سال", "30", 30, None, "over"),
    ("بیش از یک سال", "یک", 1, None, "over"),
    ("بالغ بر دو میلیون تن", "دو میلیون", 2_000_000, None, "over"),
    ("دست‌کم ۵ نفر", "5", 5, None, "over"),
    ("دستکم ۵ نفر", "5", 5, None, "over"),
    ("کمتر از ۲۰ کیلومتر", "20", 20, None, "under"),
    ("تا سقف ۵ میلیون دلار", "5 میلیون", 5_000_000, None, "under"),
    ("حداکثر ۷۲ تن", "72", 72, None, "under"),
    ("نزدیک به ۴۰۰ دانشجو", "400", 400, None, "near"),
    ("قریب به ۴۰۰ دانشجو", "400", 400, None, "near"),
    ("بین ۲ تا ۳ میلیون دلار", "2 تا 3 میلیون", 2_000_000, 3_000_000, "none"),
    ("بین ۲۰۰ و ۳۰۰ نفر", "200 و 300", 200, 300, "none"),
    ("۵۰۰ تا ۳ هزار تن", "500 تا 3 هزار", 500, 3000, "none"),
    ("پنج الی ده شرکت", "پنج الی ده", 5, 10, "none"),
    ("۳-۴ میلیون تن", "3-4 میلیون", 3_000_000, 4_000_000, "none"),
    ("۱۰ – ۱۲ شرکت", "10 – 12", 10, 12, "none"),
    ("دو سه هفته", "دو سه", 2, 3, "about"),
    ("دو، سه هفته", "دو، سه", 2, 3, "about"),
    ("۲ یا ۳ شرکت", "2 یا 3", 2, 3, "none"),
    ("به شرح زیر ۳ محور", "3", 3, None, "none"),
    ("زیر ۵ سال", "5", 5, None, "under"),
    ("۳۰هزارمیلیارد ریال", "30هزارمیلیارد", 3e13, None, "none"),
    ("پنجمیلیون دلار", "پنجمیلیون", 5_000_000, None, "none"),
    ("حدود ۱۰ تا ۱۵ شرکت", "10 تا 15", 10, 15, "about"),
    ("دو کشور", "دو", 2, None, "none"),
    ("دو طرف", "دو", 2, None, "none"),
    ("گروه ۶۵ نفره", "65", 65, None, "none"),
    ("ویزای ۱۴ روزه", "14", 14, None, "none"),
    ("۲۰۰۰ نفر", "2000", 2000, None, "none"),
    ("۱۴۰۰ دستگاه کامیون", "1400", 1400, None, "none"),
    ("یک تن زعفران", "یک", 1, None, "none"),
    ("24 ساعت", "24", 24, None, "none"),
    ("نه هزار تن", "نه هزار", 9000, None, "none"),
    ("هر ساعت ۲۰ کامیون", "20", 20, None, "none"),
    ("هفتصد هزار بشکه", "هفتصد هزار", 700_000, None, "none"),
    ("۴ / ۷ میلیارد دلار", "4 / 7 میلیارد", 4_700_000_000, None, "none"),
    ("۱۱ / ۵ تن", "11 / 5", 11.5, None, "none"),
    ("مزایای 4کشور", "4", 4, None, "none"),
]

PERCENTS = [
    ("۱۳ درصد", 13, None),
    ("۱۳٪", 13, None),
    ("٪۱۳", 13, None),
    ("%7.5", 7.5, None),
    ("۲۰ در صد", 20, None),
    ("صد در صد", 100, None),
    ("۲/۵ درصد", 2.5, None),
    ("۷۳ / ۵ درصد", 73.5, None),
    ("نیم درصد", 0.5, None),
    ("سه دهم درصد", 0.3, None),
    ("یک درصد", 1, None),
    ("۱۰ تا ۲۰ درصد", 10, 20),
    ("۱۰ درصد تا ۲۰ درصد", 10, 20),
    ("رشد ۱۵ درصدی", 15, None),
]

#: Numbers that count nothing, by kind, in reading order.
FLAGGED = [
    ("هفتمین نشست", "ordinal"),
    ("دولت چهاردهم", "ordinal"),
    ("شصت و سومین اجلاس", "ordinal"),
    ("یکصد و هفتمین شورا", "ordinal"),
    ("بیست و یکمین نمایشگاه", "ordinal"),
    ("بیست‌وپنجمین نمایشگاه", "ordinal"),
    ("۲ و ۳ آذر", "date date"),
    ("گروه ۵+۱", "unclear code"),
    ("۱۲,۵ درصد", "unclear unclear"),
    ("رشد -۵ درصد", "unclear"),
    ("منهای ۵ درجه", "unclear"),
    ("قرن ۲۱", "code"),
    ("یک‌سوم صادرات", "fraction"),
    ("۲۵ امین نمایشگاه", "ordinal"),
    ("۲۵مین نمایشگاه", "ordinal"),
    ("رتبه ۳ کشور", "ordinal"),
    ("در سال ۱۴۰۳ کشور", "year"),
    ("اکسپو ۲۰۲۵ برگزار شد", "year"),
    ("از ۱۴۰۰ تا ۱۴۰۳.", "year year"),
    ("سال‌های ۲۰۱۹-۲۰۲۳", "year year"),
    ("سال ۹۸، سال سیل", "year"),
    ("۱۴۰۳/۱۴۰۴", "year"),
    ("۲۰۱۹ میلادی", "year"),
    ("۱۲ خرداد ۱۳۹۶", "date year"),
    ("۲۶ تا ۲۹ مهر", "date date"),
    ("دوم اسفندماه", "date"),
    ("سرطان ۶، ۱۳۹۳", "date year"),
    ("27 September 2019", "date year"),
    ("2025-12-13", "date"),
    ("۱۴۰۴/۰۵/۰۲", "date"),
    ("ساعت ۱۰:۴۰", "time"),
    ("ساعت ۸ تا ۱۲", "time time"),
    ("کد خبر: ۳۷۱۱۵۷", "code"),
    ("میل ۷۸", "code"),
    ("تلفن ۰۲۱-۸۸۷۷۶۶۵۵", "code code"),
    ("+989120000000", "code"),
    ("بند ۳ تفاهم‌نامه", "code"),
    ("۱۰۵۵ ۴۰۶۷ تلفن ۱۰۵۵ ۴۰۶۷", "cardinal cardinal code code"),
    ("1399 / 10 / 13", "date"),
    ("۹۳۶ ق", "year"),
    ("بهمن ۵۷، پیروزی", "year"),
    ("سال ۱۰۳۴ هجری", "year"),
    ("۸ / ۱۰ درصد", "code"),
    ("یک کشور همسایه", "article"),
    ("یک شرکت", "article"),
    ("یک تن از کارکنان", "article"),
    ("دو سوم صادرات", "fraction"),
    ("۱.۲۸۰ نفر", "unclear"),
    ("نتیجه ۳/۵", "unclear"),
]

NO_NUMBER = [
    "نه تنها صادرات",
    "سه شنبه",
    "روز پنج شنبه",
    "مذاکرات سه جانبه",
    "بی بی سی",
    "سی ان ان",
    "چند هزار نفر",
    "ده‌ها هزار زائر",
    "سینه و دهنه و سیده",
    "معاون نخست وزیر",
    "چند درصد",
    "COP29 و G20",
    "نهاد و صدا و شهر",
]


def _all(text: str) -> tuple[str, tuple[Number, ...]]:
    folded = fold(text).text
    return folded, numbers(folded)


@pytest.mark.parametrize("case", COUNTED, ids=lambda case: case[0])
def test_a_count_has_its_value(
    case: tuple[str, str, float, float | None, str],
) -> None:
    text, written, value, value_max, approx = case
    folded, found = _all(text)
    (number,) = found
    assert folded[number.start : number.end] == written
    assert (number.value, number.value_max) == (value, value_max)
    assert (number.approx, number.kind) == (approx, "cardinal")


@pytest.mark.parametrize("case", PERCENTS, ids=lambda case: case[0])
def test_a_percentage_has_its_value(case: tuple[str, float, float | None]) -> None:
    text, value, value_max = case
    _, (number,) = _all(text)
    assert (number.value, number.value_max) == (value, value_max)
    assert number.kind == "percent"


@pytest.mark.parametrize("case", FLAGGED, ids=lambda case: case[0])
def test_what_counts_nothing_says_so(case: tuple[str, str]) -> None:
    text, kinds = case
    assert " ".join(number.kind for number in _all(text)[1]) == kinds


@pytest.mark.parametrize("text", NO_NUMBER)
def test_a_word_that_only_looks_like_a_number_is_none(text: str) -> None:
    assert _all(text)[1] == ()


def test_two_counts_are_not_one_number() -> None:
    _, found = _all("۵ نفر و ۳ نفر، ۵ و ۳، ۵ هزار و ۱۲۰۰ تن")
    assert [number.value for number in found] == [5, 3, 5, 3, 5000, 1200]


def test_two_lines_are_not_one_number() -> None:
    _, found = _all("۵ هزار\n۳۰۰ نفر")
    assert [number.value for number in found] == [5000, 300]


def test_the_phrase_holds_the_blur_and_the_sign() -> None:
    folded, (number,) = _all("رشد حدود ۱۰ درصد بود")
    phrase = folded[number.phrase_start : number.phrase_end]
    assert (phrase, folded[number.start : number.end]) == ("حدود 10 درصد", "10")


PIECES = st.sampled_from(
    [
        *[
            "یک",
            "دو",
            "سه",
            "سی",
            "صد",
            "هزار",
            "میلیون",
            "میلیارد",
            "و",
            "نیم",
            "سوم",
            "دهم",
            "تا",
            "بین",
            "در",
            "درصد",
            "حدود",
        ],
        *[
            "مهر",
            "سال",
            "ساعت",
            "کد",
            "3",
            "12",
            "1404",
            "05",
            "3.5",
            "3/5",
            "1,280",
            "1404/05/02",
            "10:40",
            "-",
            ":",
            "،",
            "%",
        ],
        *["بیستوپنج", "یکهزار", "م"],
    ]
)


@given(st.lists(PIECES).map(" ".join) | st.lists(PIECES).map("".join) | st.text())
def test_numbers_never_fail_and_stand_in_order(text: str) -> None:
    end = 0
    for number in numbers(text):
        assert end <= number.start < number.end <= len(text)
        assert number.phrase_start <= number.start
        assert number.phrase_end >= number.end
        assert math.isfinite(number.value)
        assert number.value_max is None or number.value_max > number.value
        end = number.end


@pytest.mark.parametrize(
    "unit",
    ["5 ", "هزار ", "یک و ", "5 و ", "یکهزار", "1/", "بیستو", "5 تا ", "حدود 5 "],
)
def test_reading_takes_time_in_step_with_length(unit: str) -> None:
    text = unit * (60_000 // len(unit))
    began = time.perf_counter()
    numbers(text)
    assert time.perf_counter() - began < 10
