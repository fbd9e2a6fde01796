"""Pairs of tellings: one event, two events, or a meeting of a trip."""

import msgspec
import pytest

from reports.chronicle import Join
from reports.memory import NONE, mentions, same
from reports.model import ArticleRecord, Participant
from tests.memory.composed import day, meeting, of_kind, person, proposal, record

GOVERNOR = person("استاندار اردبیل", "کامران رستگاری")
UNNAMED = person("استاندار اردبیل")
ENVOY = person("سفیر جمهوری آذربایجان", "الچین قاسم‌اف", of="AZ")
CONSUL = person("سرکنسول جمهوری آذربایجان در تبریز", of="AZ")
MAYOR = person("شهردار باکو", of="AZ")
GUESTS = person("هیئت تجاری جمهوری آذربایجان", of="AZ")
OMANI = person("سفیر عمان", of="OM")
DEPUTY = person("معاون دیپلماسی اقتصادی وزیر امور خارجه")
CHAMBER = person("رئیس اتاق بازرگانی اردبیل", "مسعود شکیبایی")
#: What was talked about: two content words, and two others.
TRUCKS = (proposal("تردد کامیون‌ها از بیله‌سوار"), proposal("صادرات سیب‌زمینی"))
FRUIT = (proposal("بازارچهٔ میوه"), proposal("کشت گلخانه"))


def told(*people: Participant, page: int | None = 0, **rest: object) -> ArticleRecord:
    """Return an article with one meeting, told on the page of a day."""
    inside = {"meetings", "proposals", "provinces", "countries", "outlet"}
    outer = {name: value for name, value in rest.items() if name in inside}
    inner = {name: value for name, value in rest.items() if name not in inside}
    return record(
        meetings=(meeting(*people, **inner),),
        published=None if page is None else day(page),
        **outer,  # type: ignore[arg-type]
    )


def join(one: ArticleRecord, two: ArticleRecord) -> Join | None:
    """Return why the first meetings of two articles belong together."""
    a, b = (of_kind("event", name, each)[0] for name, each in (("a", one), ("b", two)))
    return same(a, b, NONE)


ONE = {
    "both sides": (told(GOVERNOR, ENVOY), told(UNNAMED, ENVOY, page=1)),
    "a title for a name": (
        told(GOVERNOR, person("سفیر جمهوری آذربایجان در تهران", of="AZ")),
        told(ENVOY, person("استاندار اردبیل", "رستگاری")),
    ),
    "a session is a meeting": (
        told(GOVERNOR, ENVOY, kind="session"),
        told(GOVERNOR, ENVOY, kind="mou_signing"),
    ),
    "another name of the envoy": (
        told(GOVERNOR, ENVOY),
        told(GOVERNOR, person("سفیر جمهوری آذربایجان", "رشاد ممدوف", of="AZ")),
    ),
    "the governor only, of the same things": (
        told(GOVERNOR, ENVOY, proposals=TRUCKS),
        told(UNNAMED, proposals=TRUCKS),
    ),
    "each its own side": (
        told(GOVERNOR, proposals=TRUCKS),
        told(ENVOY, proposals=TRUCKS),
    ),
    "a delegation for its head": (
        told(GOVERNOR, GUESTS, proposals=TRUCKS),
        told(GOVERNOR, person("معاون وزیر کشاورزی", of="AZ"), proposals=TRUCKS),
    ),
    "domestic": (
        told(GOVERNOR, DEPUTY, countries=()),
        told(UNNAMED, DEPUTY, countries=()),
    ),
    "another province, but a whole name": (
        told(GOVERNOR, ENVOY, proposals=TRUCKS),
        told(
            person("استاندار گیلان", "کامران رستگاری"),
            ENVOY,
            proposals=TRUCKS,
            provinces=("IR-01",),
        ),
    ),
    "announced, then held": (
        told(GOVERNOR, ENVOY, status="planned"),
        told(GOVERNOR, ENVOY, page=11),
    ),
    "pages two days apart, of the same things": (
        told(GOVERNOR, ENVOY, proposals=TRUCKS),
        told(GOVERNOR, ENVOY, proposals=TRUCKS, page=2),
    ),
    "no page day, of the same things": (
        told(GOVERNOR, ENVOY, proposals=TRUCKS, page=None),
        told(GOVERNOR, ENVOY, proposals=TRUCKS, page=None),
    ),
    "a trip told twice": (
        told(GOVERNOR, kind="delegation_visit"),
        told(UNNAMED, kind="delegation_visit", page=1),
    ),
    "a fair without anybody": (
        told(kind="exhibition", place="بیرجند", date=day(5), status="planned"),
        told(kind="exhibition", place="شهر بیرجند", date=day(5), status="planned"),
    ),
}
TWO = {
    "two ambassadors": (told(GOVERNOR, ENVOY), told(GOVERNOR, OMANI)),
    "ambassador and consul of one state": (
        told(GOVERNOR, ENVOY),
        told(GOVERNOR, CONSUL),
    ),
    "two governors, one envoy": (
        told(GOVERNOR, ENVOY),
        told(person("استاندار گیلان"), ENVOY, provinces=("IR-01",)),
    ),
    "governor and chamber of one province": (
        told(GOVERNOR, ENVOY, proposals=TRUCKS),
        told(CHAMBER, ENVOY, proposals=TRUCKS),
    ),
    "a call is no meeting": (
        told(GOVERNOR, ENVOY, kind="phone_call"),
        told(GOVERNOR, ENVOY),
    ),
    "a visit to a site is no meeting": (
        told(GOVERNOR, ENVOY, kind="site_visit"),
        told(GOVERNOR, ENVOY),
    ),
    "a week later": (told(GOVERNOR, ENVOY), told(GOVERNOR, ENVOY, page=7)),
    "pages two days apart, of other things": (
        told(GOVERNOR, ENVOY, proposals=TRUCKS),
        told(GOVERNOR, ENVOY, proposals=FRUIT, page=2),
    ),
    "no page day, of other things": (
        told(GOVERNOR, ENVOY, proposals=TRUCKS, page=None),
        told(GOVERNOR, ENVOY, proposals=FRUIT, page=None),
    ),
    "the governor only, of other things": (
        told(GOVERNOR, ENVOY, proposals=TRUCKS),
        told(GOVERNOR, proposals=FRUIT),
    ),
    "each its own side, of other things": (
        told(GOVERNOR, proposals=TRUCKS),
        told(ENVOY, proposals=FRUIT),
    ),
    "the deputy minister and the minister": (
        told(GOVERNOR, DEPUTY, countries=()),
        told(GOVERNOR, person("وزیر امور خارجه"), countries=()),
    ),
    "nobody and nothing": (told(), told()),
    "two fairs": (
        told(kind="exhibition", place="بیرجند", date=day(5), status="planned"),
        told(kind="exhibition", place="زابل", date=day(5), status="planned"),
    ),
}


@pytest.mark.parametrize("name", ONE)
def test_one_event(name: str) -> None:
    found = join(*ONE[name])
    assert found is not None
    assert found.rule.startswith("event/")


@pytest.mark.parametrize("name", TWO)
def test_two_events(name: str) -> None:
    assert join(*TWO[name]) is None


TRIP = told(GOVERNOR, kind="delegation_visit", place="باکو")
PART = {
    "the mayor of the city": told(GOVERNOR, MAYOR, page=1),
    "by title": told(UNNAMED, MAYOR, page=-3),
    "no place is said": told(GOVERNOR, person("معاون نخست‌وزیر", of="AZ")),
}
NO_PART = {
    "three weeks later": told(GOVERNOR, MAYOR, page=21),
    "another governor": told(person("استاندار گیلان"), MAYOR, provinces=("IR-01",)),
    "another state": told(GOVERNOR, OMANI, countries=("OM",)),
    "an envoy who lives here": told(GOVERNOR, ENVOY, page=1),
    "in the governorate": told(GOVERNOR, MAYOR, place="اردبیل"),
}


@pytest.mark.parametrize("name", PART)
def test_meeting_is_part_of_the_trip(name: str) -> None:
    found = join(TRIP, PART[name])
    assert found is not None
    assert found.rule == "trip/part"


@pytest.mark.parametrize("name", NO_PART)
def test_meeting_is_no_part_of_the_trip(name: str) -> None:
    assert join(TRIP, NO_PART[name]) is None


def test_what_is_not_relevant_is_not_remembered() -> None:
    kept = told(GOVERNOR, ENVOY, proposals=TRUCKS)
    refused = msgspec.structs.replace(kept, relevant=False)
    assert mentions(refused, identity="a") == ()
    assert len(mentions(kept, identity="a")) == 1 + 2 + 2
