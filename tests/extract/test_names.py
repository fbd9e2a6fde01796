"""Names beside titles, at the start of a clause, with and without marks."""

import pytest

from reports.extract.mentions import mentions
from tests.extract.reading import cases, document, record, remarked

#: Names of people, without their honorifics.
NAMED = {
    "after the title": "استاندار گیلان [بهرام کیان‌فر] به محل رفت.",
    "before the title": "[بهرام کیان‌فر] استاندار گیلان به محل رفت.",
    "after the title, with a comma": "استاندار گیلان، [بهرام کیان‌فر]، به محل رفت.",
    "honorific stays outside": "استاندار گیلان دکتر [بهرام کیان‌فر] به محل رفت.",
    "sayyid stays inside": "استاندار قم [سیدمرتضی دانشورنیا] به محل رفت.",
    "three words": "استاندار اردبیل [مهدی امینی یکتا] به محل رفت.",
    "in quotation marks": "والی هرات «[عبدالغفور رحمتی]» به محل رفت.",
    "Slavic ending": "سفیر روسیه در تهران [آندری لوگینوف] به محل رفت.",
    "fused Slavic ending": "وزیر اقتصاد جمهوری آذربایجان [رشاد سلیمانوف] به محل رفت.",
    "before a day": "[بهرام کیان‌فر] شنبه‌شب با استاندار بصره دیدار کرد.",
    "surname of two words": "[آرمان نیک سرشت] استاندار گلستان به محل رفت.",
    "surname that begins like a word": "[داوود نقش جهانی] شهردار بم به محل رفت.",
    "surname with a weekday in it": "وزیر نیرو [دلشاد جمعه زاده] به محل رفت.",
    "before a count of things": "[بهرام کیان‌تبار] شمار غرفه‌ها را گفت: صد غرفه.",
    "half of a surname is a place": "استاندار سمنان [نیما دامغان پور] به محل رفت.",
    "partner": "[بهرام کیان‌فر] در دیدار با سفیر ژاپن گفت: بندر آماده است.",
}

#: Words beside a title that are no name of anybody.
NOT_NAMED = {
    "a verb": "استاندار گیلان گفت: بندر آماده است.",
    "an adverb": "استاندار گیلان امروز به محل رفت.",
    "a noun": "استاندار گیلان بندر را افتتاح کرد.",
    "a body": "استاندار گیلان وزارت نیرو را ستود.",
    "a place": "استاندار گیلان در رشت سخن گفت.",
    "a quoted slogan": "استاندار گیلان «توسعه پایدار صادرات» را ستود.",
    "nobody": "والی ترکیه هیچ‌کس را نپذیرفت و گفت: راه باز است.",
    "a clause": "هیچ‌کس نمی‌پرسد والی ترکیه کجاست.",
    "a day": "شنبه‌شب استاندار گیلان به محل رفت.",
    "an adjective": "استاندار جدید گیلان به محل رفت.",
    "a verb without its blank": "استاندار گیلان اظهارکرد: بندر آماده است.",
    "a wish without its blank": "استاندار گیلان خواستارتأمین اعتبار شد.",
}


@cases(
    NAMED,
    surname_with_a_weekday_in_it="the half of a surname that is a weekday ends it",
)
def test_name_is_read_without_its_honorific(name: str) -> None:
    line = NAMED[name]
    assert line == remarked(
        line,
        lambda doc: [(m.name.start, m.name.end) for m in mentions(doc) if m.name],
    )


@cases(
    NOT_NAMED,
    a_clause="a pronoun and a verb before a title are taken for a name",
)
def test_common_word_beside_a_title_is_no_name(name: str) -> None:
    assert [m for m in mentions(document(NOT_NAMED[name])) if m.name] == []


@pytest.mark.xfail(strict=True, reason="a glued surname in -far stays glued")
def test_name_is_printed_with_its_half_space() -> None:
    read = record(
        "استاندار گیلان بهرام کیانفر در دیدار با سفیر ژاپن گفت: بندر باز است."
    )
    names = [
        person.name for meeting in read.meetings for person in meeting.participants
    ]
    assert "بهرام کیان‌فر" in names


def test_no_name_is_made_up_for_an_unnamed_guest() -> None:
    read = record(
        "استاندار گیلان بهرام کیان‌فر در دیدار با سفیر ژاپن در ایران گفت: راه باز است."
    )
    (meeting,) = read.meetings
    (guest,) = [one for one in meeting.participants if one.side == "foreign"]
    assert guest.name is None
    assert guest.title == "سفیر ژاپن در ایران"
