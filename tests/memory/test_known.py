"""What is printed of an event or thread when its tellings differ."""

from reports.chronicle import Conflict, KnownEvent, Telling
from reports.model import ArticleRecord
from tests.memory.composed import (
    day,
    events,
    meeting,
    of_kind,
    person,
    proposal,
    record,
    threads,
)

GOVERNOR = person("استاندار اردبیل", "کامران رستگاری")
ENVOY = person("سفیر جمهوری آذربایجان", "الچین قاسم‌اف", of="AZ")
OTHER = person("سفیر جمهوری آذربایجان", "رشاد ممدوف", of="AZ")
WORDS = (proposal("تردد کامیون‌ها از بیله‌سوار"), proposal("صادرات سیب‌زمینی"))


def settle(**told: ArticleRecord) -> tuple[KnownEvent, ...]:
    """Return the events of articles by their names."""
    return events(
        one for name, each in told.items() for one in of_kind("event", name, each)
    )


def conflicts(event: KnownEvent) -> dict[str, list[tuple[str, list[str]]]]:
    """Return the disputes of an event: per field, values with the articles behind."""
    return {
        one.field: [(t.value, [ref.article for ref in t.refs]) for t in one.tellings]
        for one in event.conflicts
    }


def told(
    envoy: object = ENVOY, *, outlet: str | None = None, **met: object
) -> ArticleRecord:
    """Return an article that an outlet prints of the governor and the envoy."""
    provinces = met.pop("provinces", ("IR-24",))
    page = met.pop("page", 0)
    return record(
        meetings=(meeting(GOVERNOR, envoy, **met),),  # type: ignore[arg-type]
        proposals=WORDS,
        outlet=outlet,
        provinces=provinces,  # type: ignore[arg-type]
        published=day(page),  # type: ignore[arg-type]
    )


def test_the_name_that_most_outlets_tell_is_printed_and_the_other_kept() -> None:
    (one,) = settle(
        a=told(OTHER, outlet="ایرنا"),
        b=told(outlet="مهر"),
        c=told(outlet="ایسنا"),
    )
    assert [who.name for who in one.people] == ["کامران رستگاری", "الچین قاسم‌اف"]
    assert one.conflicts == (
        Conflict(
            field="name",
            about="سفیر جمهوری آذربایجان",
            tellings=(
                Telling("الچین قاسم‌اف", (one.people[1].refs[1], one.people[1].refs[2])),
                Telling("رشاد ممدوف", (one.people[1].refs[0],)),
            ),
        ),
    )


def test_one_outlet_is_one_voice_however_often_it_prints() -> None:
    (one,) = settle(
        a=told(OTHER, outlet="ایرنا"),
        b=told(OTHER, outlet="ایرنا"),
        c=told(outlet="مهر", page=1),
        d=told(outlet="ایسنا", page=1),
    )
    assert one.people[1].name == "الچین قاسم‌اف"


def test_a_governorate_is_believed_before_an_agency_then_the_earliest() -> None:
    (one,) = settle(
        a=told(date=day(0), outlet="ایرنا"),
        b=told(date=day(-1), outlet="استانداری اردبیل"),
    )
    assert one.date == day(-1)
    assert conflicts(one) == {
        "date": [(day(-1).isoformat(), ["b"]), (day(0).isoformat(), ["a"])]
    }
    (other,) = settle(a=told(date=day(0)), b=told(date=day(-1)))
    assert other.date == day(0)


def test_another_province_is_a_conflict_of_one_event() -> None:
    (one,) = settle(
        a=told(outlet="ایرنا"),
        b=told(outlet="مهر", provinces=("IR-01",)),
        c=told(outlet="ایسنا"),
    )
    assert one.provinces == ("IR-24",)
    assert conflicts(one) == {"provinces": [("IR-24", ["a", "c"]), ("IR-01", ["b"])]}


def test_two_cities_are_a_conflict_but_a_hall_in_a_city_is_none() -> None:
    (one,) = settle(a=told(place="مشهد"), b=told(place="بیرجند"))
    assert conflicts(one) == {"place": [("مشهد", ["a"]), ("بیرجند", ["b"])]}
    (other,) = settle(a=told(place="مشهد"), b=told(place="سالن استانداری"))
    assert other.conflicts == ()
    (third,) = settle(a=told(place="باکو"), b=told(place="جمهوری آذربایجان"))
    assert third.conflicts == ()


def test_announced_moved_and_held_is_one_event_with_its_history() -> None:
    (one,) = settle(
        a=told(status="planned", date=day(2)),
        b=told(status="postponed", date=day(2), page=2),
        c=told(date=day(6), page=7),
    )
    assert (one.status, one.date) == ("held", day(6))
    assert [(step.status, step.day, step.date) for step in one.history] == [
        ("planned", day(0), day(2)),
        ("postponed", day(2), day(2)),
        ("held", day(7), day(6)),
    ]
    assert one.conflicts == ()
    assert (one.first, one.last) == (day(0), day(7))


def test_what_was_announced_and_called_off_is_cancelled() -> None:
    (one,) = settle(
        a=told(status="planned", date=day(2)),
        b=told(status="cancelled", date=day(2), page=1),
    )
    assert one.status == "cancelled"


def test_a_surname_beside_the_wrong_title_is_not_the_envoys_name() -> None:
    """News says `Rastgari` right after the ambassador, and means the governor."""
    wrong = person("سفیر جمهوری آذربایجان", "رستگاری", of="AZ")
    (one,) = settle(a=told(wrong), b=told(ENVOY))
    assert [who.name for who in one.people] == ["کامران رستگاری", "الچین قاسم‌اف"]
    assert one.conflicts == ()


def test_guests_of_one_rank_stay_several() -> None:
    van, hakkari = person("والی وان", of="TR"), person("والی حکاری", of="TR")
    both = record(meetings=(meeting(GOVERNOR, van, hakkari),), countries=("TR",))
    first = record(meetings=(meeting(GOVERNOR, van),), countries=("TR",))
    (one,) = settle(a=both, b=first)
    assert [(who.title, len(who.refs)) for who in one.people] == [
        ("استاندار اردبیل", 2),
        ("والی وان", 2),
        ("والی حکاری", 1),
    ]


def test_a_trip_groups_its_meetings_and_stays_itself() -> None:
    trip = meeting(GOVERNOR, kind="delegation_visit", place="باکو")
    mayor = meeting(GOVERNOR, person("شهردار باکو", of="AZ"))
    minister = meeting(GOVERNOR, person("وزیر اقتصاد", of="AZ"))
    found = settle(
        a=record(meetings=(trip, mayor)),
        b=record(meetings=(minister,), published=day(1)),
        c=record(meetings=(meeting(GOVERNOR, OTHER),), published=day(1)),
    )
    by = {one.refs[0].article + str(one.refs[0].number): one for one in found}
    assert by["a1"].trip == by["b0"].trip == by["a0"].id
    assert by["a0"].trip is None
    assert by["c0"].trip is None
    assert [join.rule for join in by["b0"].joins] == ["trip/part"]


def test_a_thread_climbs_and_never_falls_silently() -> None:
    told = {
        "a": (0, proposal("ساخت پل نوردوز", proposer="سعید اکبریان")),
        "b": (
            90,
            proposal(
                "احداث پل نوردوز",
                status="agreed",
                proposer="اکبریان",
                endorsers=("سفیر ارمنستان",),
            ),
        ),
        "c": (200, proposal("پل نوردوز باید ساخته شود", status="raised", blocked=True)),
    }
    (one,) = threads(
        mention
        for name, (page, asked) in told.items()
        for mention in of_kind(
            "thread", name, record(proposals=(asked,), published=day(page))
        )
    )
    assert (one.status, one.blocked) == ("agreed", True)
    assert [(step.day, step.status, step.blocked) for step in one.steps] == [
        (day(0), "raised", False),
        (day(90), "agreed", False),
        (day(200), "raised", True),
    ]
    assert (one.first, one.last) == (day(0), day(200))
    assert [each.value for each in one.proposers] == ["سعید اکبریان"]
    assert [each.value for each in one.supporters] == ["سفیر ارمنستان"]
    assert {each.value for each in one.variants} == {
        each.text for _, each in told.values()
    }


def test_the_thread_is_blocked_as_long_as_the_last_page_says_so() -> None:
    (one,) = threads(
        mention
        for page, blocked in ((0, True), (30, False))
        for mention in of_kind(
            "thread",
            f"a{page}",
            record(
                proposals=(proposal("ساخت پل نوردوز", blocked=blocked),),
                published=day(page),
            ),
        )
    )
    assert not one.blocked
    assert [step.blocked for step in one.steps] == [True, False]
