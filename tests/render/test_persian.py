"""Numbers, days and running text."""

import datetime

import pytest

from reports.render import persian

NUMBERS = {
    0: "۰",
    9000: "۹٬۰۰۰",
    3500000: "۳٬۵۰۰٬۰۰۰",
    12.5: "۱۲٫۵",
    0.25: "۰٫۲۵",
    100: "۱۰۰",
    -3.2: "\u2066\u2212۳٫۲\u2069",
}


@pytest.mark.parametrize("value", NUMBERS)
def test_a_number(value: float) -> None:
    assert persian.number_fa(value) == NUMBERS[value]


def test_days() -> None:
    first, last = datetime.date(2025, 11, 22), datetime.date(2025, 12, 21)
    assert persian.days_fa(first, last) == "۱ تا ۳۰ آذر ۱۴۰۴"
    assert persian.days_fa(first, first) == "۱ آذر ۱۴۰۴"
    assert persian.gregorian_days(first, last) == "۲۲ نوامبر تا ۲۱ دسامبر ۲۰۲۵"
    other = datetime.date(2026, 3, 21)
    assert persian.days_fa(first, other) == "۱ آذر ۱۴۰۴ تا ۱ فروردین ۱۴۰۵"


def test_latin_words_stay_in_one_piece() -> None:
    assert persian.prose("طرح Belt and Road در 1404") == (
        'طرح <bdi dir="ltr">Belt and Road</bdi> در ۱۴۰۴'
    )


def test_a_long_text_is_cut_between_words() -> None:
    assert persian.clip("یک دو سه", 6) == "یک دو…"
    assert persian.clip("یک دو", 6) == "یک دو"
