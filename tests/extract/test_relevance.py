"""What kind of article it is, which province it is of and which states it is with."""

from tests.extract.reading import cases, record

#: The text and its class.
CLASSES = {
    "governor met envoy": (
        "استاندار گیلان با سفیر ژاپن دیدار کرد.",
        "foreign_meeting",
    ),
    "call with a neighbour": (
        "استاندار خوزستان در تماس تلفنی با استاندار بصره گفت: مرز باز است.",
        "foreign_meeting",
    ),
    "with the ministry": (
        "استاندار گیلان با معاون وزیر امور خارجه دیدار کرد.",
        "domestic_foreign_relations",
    ),
    "with our envoy": (
        "استاندار گیلان با سفیر ایران در توکیو دیدار کرد.",
        "domestic_foreign_relations",
    ),
    "announced": (
        "استاندار گیلان فردا با سفیر ژاپن دیدار خواهد کرد.",
        "planned_or_arrival",
    ),
    "cancelled": (
        "دیدار استاندار گیلان با سفیر ژاپن لغو شد.",
        "planned_or_arrival",
    ),
    "talk only": (
        "استاندار گیلان گفت: خواستار راه‌اندازی پرواز به ژاپن هستیم.",
        "statement_only",
    ),
    "ministers only": (
        "وزیر نیرو با وزیر انرژی قزاقستان دیدار کرد.",
        "national_level",
    ),
    "a memorandum of understanding is no opinion": (
        "سفیر ژاپن با استاندار گیلان دیدار کرد. یادداشت تفاهم آماده امضاست.",
        "foreign_meeting",
    ),
    "an opinion": (
        "یادداشت؛ سفیر ژاپن با استاندار گیلان دیدار کرد.",
        "commentary",
    ),
    "a rumour denied at the end of a gathering": (
        "استاندار گیلان با سفیر ایران در توکیو دیدار کرد. بندر آماده است. راه باز است. "
        "انبار پر است. کشتی رسیده است. وی خبر تعطیلی بندر را تکذیب کرد.",
        "domestic_foreign_relations",
    ),
    "at home": (
        "استاندار گیلان با شهردار رشت دیدار کرد.",
        "domestic_only",
    ),
    "budget": ("استاندار گیلان گفت: بودجه استان رسید.", "domestic_only"),
}


@cases(CLASSES)
def test_class_follows_from_who_met_whom(name: str) -> None:
    text, class_ = CLASSES[name]
    assert record(text).class_ == class_


@cases(CLASSES)
def test_relevant_is_all_but_the_three_last_classes(name: str) -> None:
    read = record(CLASSES[name][0])
    assert read.relevant == (
        read.class_ not in {"no_meeting", "domestic_only", "commentary"}
    )


#: The text, its provinces and its counterparts.
WHERE: dict[str, tuple[str, tuple[str, ...], tuple[str, ...]]] = {
    "one and one": (
        "استاندار گیلان با سفیر ژاپن دیدار کرد.",
        ("IR-01",),
        ("JP",),
    ),
    "East Azerbaijan is no state": (
        "استاندار آذربایجان شرقی با سفیر ژاپن دیدار کرد.",
        ("IR-03",),
        ("JP",),
    ),
    "the Republic is no province": (
        "استاندار گیلان با سفیر جمهوری آذربایجان دیدار کرد.",
        ("IR-01",),
        ("AZ",),
    ),
    "bare Azerbaijan is the state": (
        "استاندار اردبیل با معاون نخست‌وزیر آذربایجان دیدار کرد.",
        ("IR-24",),
        ("AZ",),
    ),
    "the Persian Gulf is not Fars": (
        "استاندار بوشهر در دیدار با سفیر قطر گفت: خلیج فارس آرام است.",
        ("IR-18",),
        ("QA",),
    ),
    "the Sea of Mazandaran is no province": (
        "استاندار گیلان در دیدار با سفیر روسیه گفت: دریای مازندران آرام است.",
        ("IR-01",),
        ("RU",),
    ),
    "the Region is Iraq": (
        "استاندار کردستان با نماینده اقلیم کردستان عراق دیدار کرد.",
        ("IR-12",),
        ("IQ",),
    ),
    "a topic is no counterpart": (
        "استاندار گیلان در دیدار با سفیر ژاپن گفت: صادرات به روسیه بیشتر شده است.",
        ("IR-01",),
        ("JP",),
    ),
    "neighbours are no state": (
        "استاندار گیلان با معاون وزیر امور خارجه درباره کشورهای همسایه دیدار کرد.",
        ("IR-01",),
        (),
    ),
    "Tatarstan is Russia": (
        "استاندار گیلان با رئیس‌جمهور تاتارستان دیدار کرد.",
        ("IR-01",),
        ("RU",),
    ),
}


@cases(WHERE)
def test_provinces_and_states_are_those_that_meet(name: str) -> None:
    text, provinces, countries = WHERE[name]
    read = record(text)
    assert (read.provinces, read.countries) == (provinces, countries)
