"""Whose name goes with which title, where no title stands beside the name."""

from reports.extract.wording import name_text, title_text
from tests.extract.reading import cases, peopled

#: A story, and who bears which title in it: `None` for a title without a name.
JOINED: dict[str, tuple[str, dict[str, str | None]]] = {
    "the body's name to the lead's title": (
        "استاندار گیلان با سفیر ژاپن دیدار کرد. کاوه رادمنش گفت: مرز باز است.",
        {"استاندار گیلان": "کاوه رادمنش"},
    ),
    "too says that another was speaking": (
        "نشستی با حضور معاون استاندار گیلان و سفیر ایران در توکیو برگزار شد. "
        "کاوه رادمنش گفت: مرز باز است. سفیر ایران در توکیو نیز گفت: راه دور است.",
        {"معاون استاندار گیلان": "کاوه رادمنش", "سفیر ایران در توکیو": None},
    ),
    "also does not": (
        "کاوه رادمنش گفت: مرز باز است. استاندار گیلان همچنین گفت: راه دور است.",
        {"استاندار گیلان": "کاوه رادمنش"},
    ),
    "a son of the Gulf is no governor here": (
        "کاوه رادمنش در دیدار با سفیر قطر گفت: مرز باز است. استاندار گیلان راه را "
        "مهم خواند. خالد بن سعد الهاجری گفت: راه دور است.",
        {"استاندار گیلان": "کاوه رادمنش", "سفیر قطر": "خالد بن سعد الهاجری"},
    ),
    "according to him": (
        "استاندار گیلان گفت: مرز باز است. به گفته شهردار باکو، راه دور است. "
        "رامیز قربان‌اف از همه تشکر کرد.",
        {"شهردار باکو": "رامیز قربان‌اف", "استاندار گیلان": None},
    ),
    "the one met, named in what is quoted": (
        "کاوه رادمنش استاندار گیلان با اشاره به دیدار با استاندار سیونیک گفت: "
        "روبن هوسپیان از راه رضایت کامل داشت.",
        {"استاندار سیونیک": "روبن هوسپیان"},
    ),
    "the governor of the city that was named last": (
        "استاندار گیلان از راه تازه خبر داد. کاوه رادمنش در سفر به آستراخان "
        "در دیدار با استاندار این شهر گفت: مرز باز است. "
        "رئیس اتاق بازرگانی آستراخان گفت: راه دور است. رادمنش گفت: پیگیری می‌کنیم.",
        {"استاندار گیلان": "کاوه رادمنش", "رئیس اتاق بازرگانی آستراخان": None},
    ),
    "a title that comes late is another's": (
        "استاندار گیلان و استاندار آستراخان توافق کردند. کاوه رادمنش در دیدار با "
        "ویکتور مالیشکین استاندار آستراخان گفت: مرز باز است. نماینده کشاورزان گیلان "
        "گفت: راه دور است. رادمنش پیش از این نیز هشدار داده بود.",
        {"استاندار گیلان": "کاوه رادمنش", "نماینده کشاورزان گیلان": None},
    ),
    "greetings of one who is away": (
        "سفیر ژاپن با استاندار گیلان دیدار کرد. کنجی مورا سلام نخست‌وزیر ژاپن را به "
        "استاندار گیلان رساند.",
        {"سفیر ژاپن": "کنجی مورا", "نخست‌وزیر ژاپن": None},
    ),
}


@cases(JOINED)
def test_name_and_title_are_one_person(name: str) -> None:
    text, wanted = JOINED[name]
    doc, _, of = peopled(text)
    borne = {title_text(doc, one): name_text(doc, one) for one in of.values()}
    assert {title: borne[title] for title in wanted} == wanted
