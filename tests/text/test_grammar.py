"""The word lists of the language mean what they say, form by form."""

import datetime

import pytest

from reports.text import fold
from reports.text.calendars import Calendar, day_of, weekday
from reports.text.dates import month_fa, weekday_fa
from reports.text.days import days
from reports.text.grammar import grammar
from reports.text.numbers import numbers

PAGE = datetime.date(2025, 12, 13)
YEARS: dict[Calendar, int] = {"jalali": 1403, "afghan": 1403, "gregorian": 2024}
MONTHS = [
    (calendar, int(number), form)
    for calendar, months in grammar("days")["months"].items()
    for number, forms in months.items()
    for form in forms
]
WEEKDAYS = [
    (number, form)
    for number, forms in enumerate(grammar("days")["weekdays"].values())
    for form in forms
]
SMALL = sorted(grammar("numbers")["small"].items())
ORDINALS = sorted(grammar("numbers")["ordinals"].items())


@pytest.mark.parametrize("case", MONTHS, ids=lambda case: f"{case[0]} {case[2]}")
def test_every_name_of_a_month_is_that_month(case: tuple[Calendar, int, str]) -> None:
    calendar, number, form = case
    year = YEARS[calendar]
    (found,) = days(fold(f"۵ {form} {year}").text, page=None)
    assert found.since == day_of(calendar, year, number, 5)


@pytest.mark.parametrize("case", WEEKDAYS, ids=lambda case: case[1])
def test_every_name_of_a_weekday_is_that_weekday(case: tuple[int, str]) -> None:
    number, form = case
    (found,) = days(fold(f"روز {form}").text, page=PAGE)
    assert found.since is not None
    assert weekday(found.since) == number


@pytest.mark.parametrize("case", SMALL, ids=lambda case: case[0])
def test_every_number_word_has_its_value(case: tuple[str, int]) -> None:
    word, value = case
    (found,) = numbers(fold(f"{word} کیلومتر").text)
    assert found.value == value


@pytest.mark.parametrize("case", ORDINALS, ids=lambda case: case[0])
def test_every_ordinal_has_its_value(case: tuple[str, int]) -> None:
    word, value = case
    (found,) = numbers(fold(f"{word} نشست").text)
    assert (found.value, found.kind) == (value, "ordinal")


def test_a_calendar_has_twelve_months_and_a_week_seven_days() -> None:
    for months in grammar("days")["months"].values():
        assert sorted(map(int, months)) == list(range(1, 13))
    assert len(grammar("days")["weekdays"]) == 7


@pytest.mark.parametrize("number", range(1, 13))
def test_months_are_printed_as_they_are_read(number: int) -> None:
    name = grammar("days")["months"]["jalali"][str(number)][0]
    assert month_fa(number) == name


def test_weekdays_are_printed_as_they_are_read() -> None:
    for back in range(7):
        day = PAGE - datetime.timedelta(days=back)
        (found,) = days(fold(weekday_fa(day)).text, page=PAGE)
        assert found.since == day
