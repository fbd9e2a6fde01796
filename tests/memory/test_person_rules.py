"""Pairs of named participants: one person, or two."""

import pytest

from reports.chronicle import Join
from reports.memory import NONE, same
from reports.model import Participant
from tests.memory.composed import day, meeting, of_kind, people, person, record


def join(
    one: Participant, two: Participant, *, later: int = 90, there: str = "IR-24"
) -> Join | None:
    """Return why two participants are one, the second told days later."""
    first = record(meetings=(meeting(one),))
    second = record(meetings=(meeting(two),), published=day(later), provinces=(there,))
    a, b = of_kind("person", "a", first)[0], of_kind("person", "b", second)[0]
    return same(a, b, NONE)


GOVERNOR = person("استاندار اردبیل", "کامران رستگاری")
ENVOY = person("سفیر جمهوری آذربایجان", "الچین قاسم‌اف", of="AZ")
ONE = {
    "name and post": (GOVERNOR, GOVERNOR, "person/same-name-and-post"),
    "surname and post": (
        GOVERNOR,
        person("استاندار", "رستگاری"),
        "person/part-name-and-post",
    ),
    "spelt by ear": (
        ENVOY,
        person("سفیر جمهوری آذربایجان در تهران", "الچین قاسیم‌اف", of="AZ"),
        "person/heard-name-and-post",
    ),
    "a new post in the province": (
        GOVERNOR,
        person("مدیرکل گمرک", "کامران رستگاری"),
        "person/new-post-there",
    ),
    "no post is told": (
        GOVERNOR,
        person(None, "کامران رستگاری"),
        "person/no-post-told",
    ),
}
TWO = {
    "another given name": (GOVERNOR, person("استاندار اردبیل", "بهمن رستگاری")),
    "a vowel in a name of Iran": (
        person("استاندار اردبیل", "رضا حسینی"),
        person("استاندار اردبیل", "رضا حسنی"),
    ),
    "another state": (
        person("سفیر عراق", "احمد محمد", of="IQ"),
        person("سفیر کویت", "احمد محمد", of="KW"),
    ),
    "a surname in another post": (GOVERNOR, person("فرماندار آستارا", "رستگاری")),
    "a surname without a post": (GOVERNOR, person(None, "رستگاری")),
}


@pytest.mark.parametrize("name", ONE)
def test_one_person(name: str) -> None:
    one, two, rule = ONE[name]
    found = join(one, two)
    assert found is not None
    assert found.rule == rule


@pytest.mark.parametrize("name", TWO)
def test_two_people(name: str) -> None:
    assert join(*TWO[name]) is None


def test_a_namesake_in_another_province_and_post_is_another() -> None:
    mayor = person("شهردار بوشهر", "کامران رستگاری")
    assert join(GOVERNOR, mayor, there="IR-18") is None
    former = person("استاندار پیشین اردبیل", "کامران رستگاری")
    found = join(person("مشاور وزیر نیرو", "کامران رستگاری"), former, there="IR-23")
    assert found is not None
    assert found.rule == "person/former-post"


def test_a_bare_surname_is_nobody_known_after_years() -> None:
    surname = person("استاندار اردبیل", "رستگاری")
    assert join(GOVERNOR, surname, later=400) is not None
    assert join(GOVERNOR, surname, later=900) is None
    assert join(GOVERNOR, GOVERNOR, later=900) is not None


def test_a_bare_surname_goes_to_the_nearest_namesake() -> None:
    """Two governors of one surname after each other; the news shortens both."""
    told = [
        (0, "بهمن رستگاری"),
        (300, "رستگاری"),
        (330, "کامران رستگاری"),
        (30, "رستگاری"),
    ]
    found = people(
        mention
        for number, name in told
        for mention in of_kind(
            "person",
            f"a{number}",
            record(
                meetings=(meeting(person("استاندار اردبیل", name)),),
                published=day(number),
            ),
        )
    )
    assert sorted((one.name, [ref.article for ref in one.refs]) for one in found) == [
        ("بهمن رستگاری", ["a0", "a30"]),
        ("کامران رستگاری", ["a300", "a330"]),
    ]


def test_posts_follow_each_other_with_their_days() -> None:
    told = [
        (0, "فرماندار آستارا", "نادر بهمنیار"),
        (40, "فرماندار شهرستان آستارا", "نادر بهمنیار"),
        (200, "استاندار اردبیل", "سید نادر بهمنیار"),
    ]
    (found,) = people(
        mention
        for number, title, name in told
        for mention in of_kind(
            "person",
            f"a{number}",
            record(meetings=(meeting(person(title, name)),), published=day(number)),
        )
    )
    assert found.name == "سید نادر بهمنیار"
    assert [(post.title, post.first, post.last) for post in found.posts] == [
        ("فرماندار آستارا", day(0), day(40)),
        ("استاندار اردبیل", day(200), day(200)),
    ]
    assert len(found.variants) == 2


def test_an_unnamed_principal_is_no_person() -> None:
    told = record(meetings=(meeting(person("استاندار اردبیل"), GOVERNOR),))
    (only,) = of_kind("person", "a", told)
    assert only.ref.number == 1
