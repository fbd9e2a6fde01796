"""How people, their bodies and topics are printed."""

from reports.model import Participant
from tests.extract.reading import cases, record

#: A sentence; how its guest or host with that title is printed, and whose body it is.
PRINTED: dict[str, tuple[str, str, str | None]] = {
    "governor": (
        "استاندار گیلان با سفیر ژاپن دیدار کرد.",
        "استاندار گیلان",
        "استانداری گیلان",
    ),
    "ambassador": ("استاندار گیلان با سفیر ژاپن دیدار کرد.", "سفیر ژاپن", "سفارت ژاپن"),
    "glued deputy": (
        "استاندار اردبیل با معاون نخستوزیر آذربایجان دیدار کرد.",
        "معاون نخست‌وزیر آذربایجان",
        None,
    ),
    "Arabic letters": (
        "استاندار كرمان با سفير ژاپن دیدار كرد.",
        "استاندار کرمان",
        "استانداری کرمان",
    ),
    "one of several": (
        "استاندار گیلان با سفرای عمان و قطر دیدار کرد.",
        "سفیر قطر",
        "سفارت قطر",
    ),
}

#: What is asked for, and its topic.
TOPICS = {
    "consulate before investment": ("بازگشایی کنسولگری", "consular.office"),
    "border market before trade": ("راه‌اندازی بازارچه مرزی", "border.market"),
    "customs before trade": ("تسهیل ترخیص کالا از گمرک", "customs.procedure"),
    "railway before border": ("اتصال راه‌آهن در مرز", "transport.rail"),
    "visa": ("صدور روادید", "consular.visa"),
    "flight": ("برقراری پرواز مستقیم", "transport.air"),
    "students": ("تبادل دانشجو", "science.exchange"),
    "free zone": ("ایجاد منطقه آزاد مشترک", "invest.free_zone"),
}


def present(text: str) -> dict[str | None, Participant]:
    """Return those who meet in `text` by their titles."""
    (meeting,) = record(text).meetings
    return {one.title: one for one in meeting.participants}


@cases(PRINTED)
def test_title_and_body_are_printed_in_full(name: str) -> None:
    text, title, body = PRINTED[name]
    assert present(text)[title].affiliation == body


@cases(TOPICS)
def test_first_topic_that_fits_wins(name: str) -> None:
    wish, topic = TOPICS[name]
    (one,) = record(f"استاندار گیلان خواستار {wish} شد.").proposals
    assert one.topic == topic
