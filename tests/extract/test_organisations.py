"""Bodies, with whose they are; agencies that report are sources."""

from tests.extract.reading import cases, record

#: The sentence, the name of the body and its state.
BODIES: dict[str, tuple[str, str, str | None]] = {
    "ministry": (
        "سفیر ژاپن گفت: وزارت امور خارجه پیگیر است.",
        "وزارت امور خارجه",
        "IR",
    ),
    "governorate": (
        "سفیر ژاپن گفت: استانداری اردبیل پیگیر است.",
        "استانداری اردبیل",
        "IR",
    ),
    "city hall abroad": (
        "سفیر ژاپن گفت: شهرداری باکو پیگیر است.",
        "شهرداری باکو",
        "AZ",
    ),
    "chamber": (
        "سفیر ژاپن گفت: اتاق بازرگانی تبریز پیگیر است.",
        "اتاق بازرگانی تبریز",
        "IR",
    ),
    "university": (
        "سفیر ژاپن گفت: دانشگاه مشهد پیگیر است.",
        "دانشگاه مشهد",
        "IR",
    ),
}

NOT_BODIES = {
    "an office": "سفیر ژاپن گفت: استاندار پیگیر است.",
    "a common noun": "سفیر ژاپن گفت: دانشگاه خوب است.",
    "a place": "سفیر ژاپن گفت: اردبیل زیباست.",
}


@cases(BODIES)
def test_body_is_named_with_its_state(name: str) -> None:
    text, body, country = BODIES[name]
    found = {one.name: one.country for one in record(text).organisations}
    assert body in found
    assert found[body] == country


@cases(NOT_BODIES)
def test_near_miss_is_no_body(name: str) -> None:
    assert record(NOT_BODIES[name]).organisations == ()


def test_agency_that_reports_is_a_source_and_no_party() -> None:
    (one,) = record("به گزارش ایسنا، سفیر ژاپن گفت: راه باز است.").organisations
    assert (one.name, one.role) == ("ایسنا", "source")


def test_acronym_is_kept_as_written() -> None:
    read = record("سفیر ژاپن گفت: اتاق بازرگانی باکو (BCC) پیگیر است.")
    assert [(o.name, o.acronym) for o in read.organisations] == [
        ("اتاق بازرگانی باکو", "BCC")
    ]


def test_body_named_twice_is_one() -> None:
    read = record("سفیر ژاپن گفت: شهرداری باکو پیگیر است و شهرداری باکو می‌آید.")
    assert len(read.organisations) == 1
