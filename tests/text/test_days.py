"""Days: which day a phrase names, and which phrases name none."""

import datetime
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.text import fold
from reports.text.days import DayPhrase, days

#: Saturday, 22 Azar 1404: the page that most examples stand on.
PAGE = datetime.date(2025, 12, 13)

#: Text, the phrase in it (folded), and its day on `PAGE`.
ONE_DAY = [
    # explicit, in words
    ("در ۱۲ خرداد ۱۳۹۶ آمد", "12 خرداد 1396", "2017-06-02"),
    ("12 خردادماه 1396", "12 خردادماه 1396", "2017-06-02"),
    ("۱۲ خرداد ماه سال ۱۳۹۶", "12 خرداد ماه سال 1396", "2017-06-02"),
    ("۱۲ خرداد ۰۲.", "12 خرداد 02", "2023-06-02"),
    ("۱۲ خرداد ۹۶.", "12 خرداد 96", "2017-06-02"),
    ("دوم اسفندماه ۱۴۰۳", "دوم اسفندماه 1403", "2025-02-20"),
    ("بیست و دوم بهمن ۱۴۰۰", "بیست و دوم بهمن 1400", "2022-02-11"),
    ("سی‌ام اسفند ۱۴۰۳", "سیام اسفند 1403", "2025-03-20"),
    ("سی و یکم شهریور ۱۴۰۴", "سی و یکم شهریور 1404", "2025-09-22"),
    ("اول مهر ۱۴۰۴", "اول مهر 1404", "2025-09-23"),
    ("۲۱ام آذر ۱۴۰۴", "21ام آذر 1404", "2025-12-12"),
    ("٣٠ اسفند ١٣٩٩", "30 اسفند 1399", "2021-03-20"),
    ("۵ دي ۱۴۰۳", "5 دی 1403", "2024-12-25"),
    ("۲۷ سپتامبر ۲۰۱۹", "27 سپتامبر 2019", "2019-09-27"),
    ("۳ مه ۲۰۲۰", "3 مه 2020", "2020-05-03"),
    ("۱۰ می ۲۰۲۱", "10 می 2021", "2021-05-10"),
    ("27 September 2019", "27 September 2019", "2019-09-27"),
    ("27September 2019", "27September 2019", "2019-09-27"),
    ("September 27, 2019", "September 27, 2019", "2019-09-27"),
    ("سرطان ۶، ۱۳۹۳", "سرطان 6، 1393", "2014-06-27"),
    ("۶ سرطان ۱۳۹۳", "6 سرطان 1393", "2014-06-27"),
    ("۱۵ حوت ۱۳۹۹", "15 حوت 1399", "2021-03-05"),
    ("۱ حمل ۱۴۰۰", "1 حمل 1400", "2021-03-21"),
    ("پنجشنبه/ ۹ بهمن ۱۳۹۹ / ۱۲:۱۲", "پنجشنبه/ 9 بهمن 1399", "2021-01-28"),
    ("۹ بهمن ۱۳۹۹ شمسی", "9 بهمن 1399 شمسی", "2021-01-28"),
    ("اول ماه ژوئن ۲۰۱۰", "اول ماه ژوین 2010", "2010-06-01"),
    # explicit, in digits
    ("۱۴۰۴/۰۵/۰۲", "1404/05/02", "2025-07-24"),
    ("1404-05-02", "1404-05-02", "2025-07-24"),
    ("1404/5/2 - 20:00", "1404/5/2", "2025-07-24"),
    ("2025-12-13", "2025-12-13", "2025-12-13"),
    ("13/12/2025", "13/12/2025", "2025-12-13"),
    ("02/05/1404", "02/05/1404", "2025-07-24"),
    ("1403.12.30.", "1403.12.30", "2025-03-20"),
    # the year from the page
    ("۱۰ مهر آمد", "10 مهر", "2025-10-02"),
    ("روز جمعه ۲۱ آذرماه", "روز جمعه 21 آذرماه", "2025-12-12"),
    ("۲۱ آذر سال جاری", "21 آذر سال جاری", "2025-12-12"),
    ("۲۱ آذر امسال", "21 آذر امسال", "2025-12-12"),
    ("۲۱ آذر سال گذشته", "21 آذر سال گذشته", "2024-12-11"),
    ("پنجم دی‌ماه", "پنجم دیماه", "2025-12-26"),
    ("۵ فروردین سال آینده", "5 فروردین سال آینده", "2026-03-25"),
    ("سوم دسامبر", "سوم دسامبر", "2025-12-03"),
    ("صبح شنبه ۱۵ آذر", "صبح شنبه 15 آذر", "2025-12-06"),
    ("شنبه، ۱۵ آذر", "شنبه، 15 آذر", "2025-12-06"),
    ("شنبه (۱۵ آذر)", "شنبه (15 آذر)", "2025-12-06"),
    ("پنجشنبه شب دوم بهمن", "پنجشنبه شب دوم بهمن", "2026-01-22"),
    ("امروز شنبه ۲۲ آذر", "امروز شنبه 22 آذر", "2025-12-13"),
    ("۲۹ اردیبهشت ماه جاری", "29 اردیبهشت ماه جاری", "2025-05-19"),
    ("۱۵ ماه جاری", "15 ماه جاری", "2025-12-06"),
    ("پنجم ماه آینده", "پنجم ماه آینده", "2025-12-26"),
    # counted from the page
    ("امروز آمد", "امروز", "2025-12-13"),
    ("ظهر امروز", "ظهر امروز", "2025-12-13"),
    ("امروز شنبه", "امروز شنبه", "2025-12-13"),
    ("امروز (شنبه)", "امروز", "2025-12-13"),
    ("دیروز رفت", "دیروز", "2025-12-12"),
    ("صبح دیروز", "صبح دیروز", "2025-12-12"),
    ("دیروز جمعه", "دیروز جمعه", "2025-12-12"),
    ("ديروز", "دیروز", "2025-12-12"),
    ("دیشب", "دیشب", "2025-12-12"),
    ("شب گذشته", "شب گذشته", "2025-12-12"),
    ("شامگاه گذشته", "شامگاه گذشته", "2025-12-12"),
    ("از روز گذشته به مدت ۲ روز", "روز گذشته", "2025-12-12"),
    ("پریروز", "پریروز", "2025-12-11"),
    ("فردا می‌رود", "فردا", "2025-12-14"),
    ("فردا صبح", "فردا صبح", "2025-12-14"),
    ("پس‌فردا", "پسفردا", "2025-12-15"),
    ("پس فردا", "پس فردا", "2025-12-15"),
    ("امشب", "امشب", "2025-12-13"),
    # weekdays
    ("عصر دوشنبه", "عصر دوشنبه", "2025-12-08"),
    ("روز سه شنبه", "روز سه شنبه", "2025-12-09"),
    ("سه‌شنبه", "سهشنبه", "2025-12-09"),
    ("یک شنبه شب", "یک شنبه شب", "2025-12-07"),
    ("یکشنبه‌شب", "یکشنبهشب", "2025-12-07"),
    ("چهار شنبه", "چهار شنبه", "2025-12-10"),
    ("۵ شنبه", "5 شنبه", "2025-12-11"),
    ("پنج‌شنبه", "پنجشنبه", "2025-12-11"),
    ("جمعه", "جمعه", "2025-12-12"),
    ("روز شنبه", "روز شنبه", "2025-12-13"),
    ("صبح روز شنبه", "صبح روز شنبه", "2025-12-13"),
    ("پيش از ظهر يكشنبه", "پیش از ظهر یکشنبه", "2025-12-07"),
    ("شنبه گذشته", "شنبه گذشته", "2025-12-06"),
    ("دوشنبه آینده", "دوشنبه آینده", "2025-12-15"),
    ("شنبه هفته آینده", "شنبه هفته آینده", "2025-12-20"),
    ("دوشنبه هفته جاری", "دوشنبه هفته جاری", "2025-12-15"),
    ("چهارشنبه هفته گذشته", "چهارشنبه هفته گذشته", "2025-12-10"),
]

#: Day words whose day nobody can tell, even knowing the page.
OPEN = {
    "some days": "روزهای آینده",
    "a season alone": "در تابستان آمد",
    "from one weekday to another": "شنبه تا چهارشنبه",
    "days that do not follow": "۱۲ و ۲۰ مهر",
    "no such day": "۳۱ مهر ۱۴۰۴",
    "no leap year": "۳۰ اسفند ۱۴۰۴",
    "no such day in digits": "1404/12/30",
    "American or European": "03/04/2025",
    "a year in words": "۱۲ آذر یک هزار و سیصد و نود",
    "weekdays that do not follow": "شنبه و دوشنبه",
    "half a year away": "۱۵ خرداد",
    "a month far ahead": "اردیبهشت‌ماه",
    "the year after something": "سال بعد",
    "the day after something": "روز بعد",
    "the eve or the night": "شب چهارشنبه",
    "an old Gregorian year": "سال ۱۵۰۷ میلادی",
    "months far apart": "خرداد و تیر",
    "a lunar year": "سال ۱۴۴۵ قمری",
    "a month of the other calendar": "۱۲ خرداد ۲۰۱۹",
    "fifteen months of a year": "پنج‌ماهه سوم سال ۱۴۰۳",
}

CONFLICTS = {
    "today on another weekday": ("امروز چهارشنبه", None),
    "weekday against a year of the page": ("دوشنبه ۲۱ آذر", None),
    "weekday against a full date": ("دوشنبه ۲۱ آذر ۱۴۰۴", "2025-12-12"),
    "today against a full date": ("امروز ۲۱ آذر ۱۴۰۴", "2025-12-12"),
}

NO_DAY = {
    "the agency": "به گزارش خبرگزاری مهر، مسکن مهر",
    "the agency alone": "به گزارش مهر از تبریز",
    "Azerbaijan": "آذربایجان شرقی و آذری",
    "meeting": "دیدار و دیگر",
    "verb prefix": "به ۲۰ می رسد",
    "the month as a word": "در این باره ماه به ماه",
    "Friday prayers": "امام جمعه و نماز جمعه",
    "every Saturday": "شنبه ها",
    "the last five years": "در ۵ سال گذشته",
    "in recent years": "در سه هفته گذشته و چند روز گذشته",
    "a famous attack": "حملات ۱۱ سپتامبر",
    "a street": "میدان ۲۲ بهمن",
    "the revolution": "پیروزی انقلاب ۲۲ بهمن",
    "a political front": "جبهه دوم خرداد",
    "words far from the month": "نه این و نه آن، جبهه دوم خرداد",
    "a few days later": "چند روز بعد",
    "today's world": "دنیای امروز",
    "spring alone": "خانم بهار",
    "numbers": "۱۲ نفر و ۳۰ تن، 3.5 درصد",
    "from morning to night": "شبانه‌روز و صبح",
    "days of work": "۲ روز و ۳ ماه",
    "poles": "تیر برق",
    "lion": "بشار اسد و ۲ اسد",
}


def _days(
    text: str, page: datetime.date | None = PAGE, tense: str | None = None
) -> tuple[DayPhrase, ...]:
    return days(fold(text).text, page=page, tense=tense)  # type: ignore[arg-type]


def _iso(day: datetime.date | None) -> str | None:
    return day.isoformat() if day else None


@pytest.mark.parametrize("case", ONE_DAY, ids=lambda case: case[0])
def test_a_phrase_names_its_day(case: tuple[str, str, str]) -> None:
    text, phrase, day = case
    found = _days(text)
    assert next((one.text, _iso(one.since)) for one in found) == (phrase, day)
    assert found[0].since == found[0].until
    assert found[0].precision in {"day", "part_of_day"}
    assert not found[0].conflict


@pytest.mark.parametrize("name", OPEN)
def test_a_phrase_without_a_certain_day_has_none(name: str) -> None:
    (found,) = _days(OPEN[name])
    assert found.since is None
    assert found.until is None


@pytest.mark.parametrize("name", CONFLICTS)
def test_words_that_disagree_say_so(name: str) -> None:
    text, day = CONFLICTS[name]
    (found,) = _days(text)
    assert found.conflict
    assert _iso(found.since) == day


@pytest.mark.parametrize("name", NO_DAY)
def test_a_word_that_only_looks_like_a_day_is_none(name: str) -> None:
    assert _days(NO_DAY[name]) == ()


@pytest.mark.parametrize(
    "text",
    ["امروز", "عصر دوشنبه", "پنجشنبه شب دوم اسفندماه", "خرداد سال آینده", "ماه جاری"],
)
def test_without_a_page_the_words_are_kept_and_the_day_is_open(text: str) -> None:
    (found,) = _days(text, page=None)
    assert found.text == fold(text).text
    assert found.since is None


def test_a_full_date_needs_no_page() -> None:
    (found,) = _days("۱۲ خرداد ۱۳۹۶", page=None)
    assert _iso(found.since) == "2017-06-02"
    assert found.resolved_from == "explicit"


@pytest.mark.parametrize(
    ("text", "tense", "day"),
    [
        ("دوشنبه", "past", "2025-12-08"),
        ("دوشنبه", "future", "2025-12-15"),
        ("شنبه", "future", "2025-12-13"),
        ("۵ دی", "future", "2025-12-26"),
        ("۵ دی", "past", None),
        ("۱۵ خرداد", "past", "2025-06-05"),
        ("۱۵ خرداد", "future", "2026-06-05"),
    ],
)
def test_the_tense_turns_a_day_to_its_side(
    text: str, tense: str, day: str | None
) -> None:
    (found,) = _days(text, tense=tense)
    assert _iso(found.since) == day


def test_an_ordinal_that_counts_something_else_is_no_day() -> None:
    (found,) = _days("هفته دوم آبان")
    assert (found.text, found.precision) == ("آبان", "month")


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("صبح دوشنبه", "morning"),
        ("ظهر امروز", "noon"),
        ("عصر دیروز", "evening"),
        ("دیشب", "night"),
        ("شنبه شب", "night"),
        ("دوشنبه", None),
    ],
)
def test_the_part_of_the_day_is_kept(text: str, part: str | None) -> None:
    (found,) = _days(text)
    assert found.part == part


PIECES = st.sampled_from(
    [
        *[
            "امروز",
            "دیروز",
            "صبح",
            "شب",
            "روز",
            "شنبه",
            "دوشنبه",
            "جمعه",
            "۱۲",
            "دوم",
            "30",
            "مهر",
            "آذرماه",
            "می",
            "اسفند",
        ],
        *[
            "سرطان",
            "September",
            "۱۴۰۳",
            "2019",
            "99",
            "سال",
            "گذشته",
            "آینده",
            "جاری",
            "امسال",
            "هفته",
            "ماه",
            "نخست",
        ],
        *[
            "شش\u200cماهه",
            "تابستان",
            "1404/05/02",
            "31/12/2024",
            "0/0/0000",
            "تا",
            "و",
            "،",
            "/",
            "(",
            "-",
            "قمری",
            "ها",
        ],
    ]
)


@given(
    st.lists(PIECES).map(" ".join) | st.lists(PIECES).map("".join) | st.text(),
    st.dates() | st.none(),
    st.sampled_from(["past", "future", None]),
)
def test_days_never_fail_and_stand_in_order(
    text: str, page: datetime.date | None, tense: str | None
) -> None:
    folded = fold(text).text
    end = 0
    for found in _days(text, page=page, tense=tense):
        assert end <= found.start < found.end
        assert folded[found.start : found.end] == found.text
        assert (found.since is None) == (found.until is None)
        assert found.since is None or found.since <= found.until
        end = found.end


@pytest.mark.parametrize(
    "unit", ["12 ", "12 و ", "امروز ", "شنبه تا ", "مهر ", "1404/", "صبح روز ", "سال "]
)
def test_reading_takes_time_in_step_with_length(unit: str) -> None:
    text = unit * (60_000 // len(unit))
    began = time.perf_counter()
    days(text, page=PAGE)
    assert time.perf_counter() - began < 10
