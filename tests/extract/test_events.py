"""Encounters: which took place, which will, which never did, and what is none."""

import datetime

import pytest

from reports.model import Meeting
from tests.extract.reading import cases, record

#: The text, with the kind and status of each encounter in it.
TOLD: dict[str, tuple[str, list[tuple[str, str]]]] = {
    "met": ("استاندار گیلان با سفیر ژاپن دیدار کرد.", [("meeting", "held")]),
    "said in a meeting": (
        "استاندار گیلان در دیدار با سفیر ژاپن گفت: بندر آماده است.",
        [("meeting", "held")],
    ),
    "session": (
        "نشست استاندار خوزستان با استاندار بصره برگزار شد.",
        [("session", "held")],
    ),
    "call": (
        "استاندار خوزستان در گفت‌وگوی تلفنی با استاندار بصره گفت: مرز باز است.",
        [("phone_call", "held")],
    ),
    "webinar": (
        "استاندار فارس در نشست مجازی با سفیر هند گفت: راه باز است.",
        [("webinar", "held")],
    ),
    "going to meet": (
        "استاندار گیلان فردا با سفیر ژاپن دیدار خواهد کرد.",
        [("meeting", "planned")],
    ),
    "it is arranged": (
        "قرار است استاندار گیلان هفته آینده با سفیر ژاپن دیدار کند.",
        [("meeting", "planned")],
    ),
    "cancelled": (
        "دیدار استاندار گیلان با سفیر ژاپن لغو شد.",
        [("meeting", "cancelled")],
    ),
    "put off": (
        "دیدار استاندار گیلان با سفیر ژاپن به زمان دیگری موکول شد.",
        [("meeting", "postponed")],
    ),
    "journey": (
        "استاندار گیلان به آستاراخان سفر کرد.",
        [("delegation_visit", "held")],
    ),
    "entered": (
        "سفیر ژاپن وارد این استان شد.",
        [("delegation_visit", "held")],
    ),
    "welcomed": (
        "سفیر ژاپن در بدو ورود به رشت مورد استقبال استاندار گیلان قرار گرفت.",
        [("reception", "held")],
    ),
    "looked over": (
        "سفیر ژاپن به همراه استاندار گیلان از بندر انزلی بازدید کرد.",
        [("site_visit", "held")],
    ),
    "told again, with a noun": (
        "استاندار گیلان با سفیر ژاپن دیدار کرد. "
        "سفیر ژاپن هم در این دیدار با بیان اینکه راه باز است، اظهار کرد: "
        "آیین‌نامه در دست تدوین است.",
        [("meeting", "held")],
    ),
    "a guest who came to open a fair": (
        "استاندار گیلان در دیدار با سفیر ژاپن که برای گشایش نمایشگاه صنایع دستی "
        "به رشت آمده است، گفت: راه باز است.",
        [("meeting", "held")],
    ),
    "on the margin of a session": (
        "استاندار گیلان در حاشیه نشست خزر با سفیر ژاپن دیدار کرد.",
        [("meeting", "held")],
    ),
    "told again": (
        "استاندار گیلان با سفیر ژاپن دیدار کرد. وی در این دیدار گفت: راه باز است.",
        [("meeting", "held")],
    ),
}

#: No encounter of two sides is told in these.
NOT_TOLD = {
    "a session that is proposed": "سفیر ژاپن پیشنهاد داد نشست بعدی در رشت برگزار شود.",
    "a fair to come": "سفیر ژاپن گفت: نمایشگاه مشترک در رشت برگزار می‌شود.",
    "others who travel": "استاندار گیلان با بیان اینکه گردشگران ژاپنی به رشت سفر "
    "می‌کنند، گفت: راه باز است.",
    "what enters into use": "استاندار گیلان گفت: نیروگاه تابستان وارد مدار می‌شود.",
    "talk to the press": "استاندار گیلان در گفت‌وگو با خبرنگاران گفت: بندر آماده است.",
    "a football match": "دیدار دوستانه تیم‌های گیلان و ژاپن برگزار شد.",
    "people's day": "استاندار گیلان در دیدار مردمی گفت: راه باز است.",
    "a wish": "سفیر ژاپن گفت: دیدارها باید بیشتر شود.",
    "a statement": "استاندار گیلان گفت: صادرات به ژاپن بیشتر شده است.",
    "a topic": "سفر، تجربه ارزشمندی است.",
    "a domestic visit": "استاندار گیلان از بندر انزلی بازدید کرد.",
}


def told(text: str) -> tuple[Meeting, ...]:
    """Return the encounters in `text`, printed on a Wednesday."""
    return record(text).meetings


@cases(TOLD)
def test_encounter_is_told_with_its_kind_and_status(name: str) -> None:
    text, wanted = TOLD[name]
    assert [(one.kind, one.status) for one in told(text)] == wanted


@cases(NOT_TOLD)
def test_near_miss_is_no_encounter(name: str) -> None:
    assert told(NOT_TOLD[name]) == ()


def test_sides_follow_the_states() -> None:
    (meeting,) = told("استاندار خوزستان در دیدار با استاندار بصره گفت: مرز باز است.")
    assert {(one.side, one.country) for one in meeting.participants} == {
        ("iran", "IR"),
        ("foreign", "IQ"),
    }


def test_our_envoy_is_no_foreigner() -> None:
    (meeting,) = told("استاندار گیلان با سفیر کشورمان در توکیو دیدار کرد.")
    assert {one.side for one in meeting.participants} == {"iran"}


def test_ambassadors_with_one_head_are_three_guests() -> None:
    (meeting,) = told("استاندار هرمزگان با سفرای عمان، قطر و پاکستان دیدار کرد.")
    guests = [one for one in meeting.participants if one.side == "foreign"]
    assert [one.country for one in guests] == ["OM", "QA", "PK"]
    assert [one.title for one in guests] == ["سفیر عمان", "سفیر قطر", "سفیر پاکستان"]


#: What a story says besides, and who has taken part in the talks by then.
PRESENT = {
    "were there too": (
        "در این دیدار شهردار رشت و فرماندار آستارا نیز حضور داشتند.",
        ["استاندار گیلان", "سفیر ژاپن", "شهردار رشت", "فرماندار آستارا"],
    ),
    "one of those present": (
        "شهردار رشت از جمله حاضران این نشست بود.",
        ["استاندار گیلان", "سفیر ژاپن", "شهردار رشت"],
    ),
    "were somewhere else": (
        "شهردار رشت در جشن مدرسه حضور داشت.",
        ["استاندار گیلان", "سفیر ژاپن"],
    ),
    "was not there": (
        "شهردار رشت در این دیدار حضور نداشت.",
        ["استاندار گیلان", "سفیر ژاپن"],
    ),
}


@cases(PRESENT)
def test_those_who_were_there_take_part(name: str) -> None:
    besides, wanted = PRESENT[name]
    (meeting,) = told(f"استاندار گیلان با سفیر ژاپن دیدار کرد. {besides}")
    assert sorted(p.title or "" for p in meeting.participants) == sorted(wanted)


def test_absent_third_party_does_not_take_part() -> None:
    (meeting,) = told(
        "استاندار گیلان در دیدار با سفیر ژاپن گفت: وزیر راه ترکمنستان هم می‌آید."
    )
    assert {one.country for one in meeting.participants} == {"IR", "JP"}


#: The text of a meeting and its day, on the page of Wednesday, 12 November 2025.
DAYS: dict[str, tuple[str, str | None]] = {
    "today": ("استاندار گیلان امروز با سفیر ژاپن دیدار کرد.", "2025-11-12"),
    "yesterday": ("استاندار گیلان دیروز با سفیر ژاپن دیدار کرد.", "2025-11-11"),
    "weekday goes back": (
        "استاندار گیلان دوشنبه با سفیر ژاپن دیدار کرد.",
        "2025-11-10",
    ),
    "weekday of a plan goes on": (
        "استاندار گیلان دوشنبه با سفیر ژاپن دیدار خواهد کرد.",
        "2025-11-17",
    ),
    "numbered day": (
        "استاندار گیلان ۲۰ آبان با سفیر ژاپن دیدار کرد.",
        "2025-11-11",
    ),
    "no day": ("استاندار گیلان با سفیر ژاپن دیدار کرد.", None),
    "a season": ("استاندار گیلان پاییز امسال با سفیر ژاپن دیدار کرد.", None),
    "coming days": (
        "استاندار گیلان در روزهای آینده با سفیر ژاپن دیدار خواهد کرد.",
        None,
    ),
    "a weekday inside a name": (
        "وزیر نیرو دلشاد جمعه زاده با سفیر ژاپن دیدار کرد.",
        None,
    ),
    "day of something else": (
        "استاندار گیلان با سفیر ژاپن دیدار کرد. نمایشگاه دوشنبه در رشت گشایش یافت.",
        None,
    ),
}


@cases(DAYS, a_weekday_inside_a_name="half of a surname dates the meeting")
def test_day_of_a_meeting_needs_its_own_day_phrase(name: str) -> None:
    text, day = DAYS[name]
    (meeting,) = told(text)
    assert meeting.date == (datetime.date.fromisoformat(day) if day else None)
    assert (meeting.date is None) or meeting.date_text


def test_without_a_page_date_a_weekday_is_no_day() -> None:
    (meeting,) = record(
        "استاندار گیلان دوشنبه با سفیر ژاپن دیدار کرد.", published=None
    ).meetings
    assert meeting.date is None
    assert meeting.date_text == "دوشنبه"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("استاندار گیلان در رشت با سفیر ژاپن دیدار کرد.", "رشت"),
        ("استاندار گیلان با سفیر ژاپن دیدار کرد.", None),
        ("رشت - ایرنا - استاندار گیلان با سفیر ژاپن دیدار کرد.", None),
        ("استاندار گیلان با سفیر ژاپن در ایران دیدار کرد.", None),
        (
            "استاندار گیلان در محل استانداری گیلان با سفیر ژاپن دیدار کرد.",
            "استانداری گیلان",
        ),
        ("استاندار گیلان در مرکز با سفیر ژاپن دیدار کرد.", None),
        (
            "استاندار گیلان در دیدار با سفیر ژاپن خواهان گشایش دفتر در توکیو شد.",
            None,
        ),
    ],
)
def test_place_is_where_the_sentence_says(text: str, place: str | None) -> None:
    (meeting,) = told(text)
    assert meeting.place == place
