"""Persian digits and days, as printed."""

import datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.text import fold
from reports.text.calendars import day_of, jalali
from reports.text.dates import day_fa
from reports.text.digits import fa


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        (0, "۰"),
        (7, "۷"),
        (1280, "۱٬۲۸۰"),
        (3500000.0, "۳٬۵۰۰٬۰۰۰"),
        (3.5, "۳٫۵"),
        (1234.25, "۱٬۲۳۴٫۲۵"),
        (-12, "−۱۲"),
        (2.5e12, "۲٬۵۰۰٬۰۰۰٬۰۰۰٬۰۰۰"),
        (0.1, "۰٫۱"),
        (Decimal("2.50"), "۲٫۵"),
        ("1404-09", "۱۴۰۴-۰۹"),
        ("AZ-12", "AZ-۱۲"),
    ],
)
def test_numbers_are_printed_in_persian(value: float | str, printed: str) -> None:
    assert fa(value) == printed


@given(st.integers(-(10**15), 10**15))
def test_a_printed_number_reads_back(value: int) -> None:
    plain = fold(fa(value)).text.replace("٬", "").replace("−", "-")
    assert int(plain) == value


@pytest.mark.parametrize(
    ("day", "printed", "long"),
    [
        ((2025, 12, 13), "۲۲ آذر ۱۴۰۴", "شنبه ۲۲ آذر ۱۴۰۴"),
        ((2021, 3, 20), "۳۰ اسفند ۱۳۹۹", "شنبه ۳۰ اسفند ۱۳۹۹"),
        ((2021, 3, 21), "۱ فروردین ۱۴۰۰", "یکشنبه ۱ فروردین ۱۴۰۰"),
        ((2025, 7, 24), "۲ مرداد ۱۴۰۴", "پنجشنبه ۲ مرداد ۱۴۰۴"),
    ],
)
def test_days_are_printed_in_persian(
    day: tuple[int, int, int], printed: str, long: str
) -> None:
    assert day_fa(datetime.date(*day)) == printed
    assert day_fa(datetime.date(*day), long=True) == long


@given(st.dates(datetime.date(1850, 1, 1), datetime.date(2150, 1, 1)))
def test_the_jalali_calendar_there_and_back(day: datetime.date) -> None:
    assert day_of("jalali", *jalali(day)) == day


@pytest.mark.parametrize("year", [1391, 1395, 1399, 1403, 1408])
def test_leap_years_have_thirty_days_of_esfand(year: int) -> None:
    assert day_of("jalali", year, 12, 30) is not None
    assert day_of("jalali", year + 1, 12, 30) is None
