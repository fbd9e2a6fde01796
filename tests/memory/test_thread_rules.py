"""Pairs of proposals: one that is followed over time, or two."""

import pytest

from reports.chronicle import Join
from reports.memory import NONE, same
from tests.memory.composed import day, of_kind, proposal, record


def join(one: str, two: str, *, later: int = 90, **other: object) -> Join | None:
    """Return why two proposals belong together, the second told days later."""
    topics = other.pop("topics", ("general.other", "general.other"))
    first = record(proposals=(proposal(one, topics[0]),))  # type: ignore[index]
    second = record(
        proposals=(proposal(two, topics[1]),),  # type: ignore[index]
        published=day(later),
        **other,  # type: ignore[arg-type]
    )
    a, b = of_kind("thread", "a", first)[0], of_kind("thread", "b", second)[0]
    return same(a, b, NONE)


ONE = {
    "in other words": ("احداث راه‌آهن رشت به آستارا", "ساخت خط ریلی رشت – آستارا"),
    "solving and removing": ("حل مسائل گمرکی", "رفع مشکلات گمرکی"),
    "built, then opened": ("ایجاد سرکنسولگری چین", "افتتاح سرکنسولگری چین"),
    "with a detail": ("بازگشایی مرز کیله", "بازگشایی شبانه‌روزی گذرگاه کیله"),
    "with who it is for": ("تسهیل صدور روادید", "تسریع صدور ویزای بازرگانان"),
    "a sentence": ("ساخت پل نوردوز", "پل نوردوز باید احداث شود"),
    "long, with a word each": (
        "ایجاد خط کشتیرانی منظم بندر ترکمن به آکتائو قزاقستان",
        "راه‌اندازی خط کشتیرانی هفتگی بندر ترکمن به آکتائو قزاقستان",
    ),
}
TWO = {
    "two railways": ("احداث راه‌آهن رشت به آستارا", "احداث راه‌آهن بندر انزلی"),
    "two crossings": ("بازگشایی مرز کیله", "بازگشایی مرز سیران‌بند"),
    "two consulates": (
        "ایجاد سرکنسولگری چین در بندرعباس",
        "ایجاد سرکنسولگری هند در بندرعباس",
    ),
    "a road beside the railway": (
        "تکمیل راه‌آهن شلمچه به بصره",
        "تکمیل جادهٔ شلمچه به بصره",
    ),
    "easing and lifting": ("تسهیل صدور روادید زائران", "لغو روادید زائران"),
    "building and mending": ("ساخت پل آستاراچای", "تعمیر پل آستاراچای"),
    "more and less": ("افزایش تعرفهٔ ترانزیت", "کاهش تعرفهٔ ترانزیت"),
    "one word, another act": ("ایجاد گمرک", "توسعهٔ گمرک"),
    "the place is not the thing": ("توسعهٔ بازارچهٔ میلک", "بازگشایی مرز میلک"),
    "a field of work and a thing in it": ("افزایش صادرات", "افزایش صادرات سیمان"),
    "one word and nothing to do": ("گمرک دو طرف", "گمرک دو کشور"),
    "no content at all": ("گسترش همکاری‌ها", "گسترش همکاری‌ها"),
}


@pytest.mark.parametrize("name", ONE)
def test_one_proposal(name: str) -> None:
    found = join(*ONE[name])
    assert found is not None
    assert found.rule in {"thread/same-words", "thread/same-object"}


@pytest.mark.parametrize("name", TWO)
def test_two_proposals(name: str) -> None:
    assert join(*TWO[name]) is None


def test_another_province_or_state_is_another_proposal() -> None:
    wish = ("افزایش صادرات برق", "افزایش صادرات برق")
    assert join(*wish) is not None
    assert join(*wish, provinces=("IR-01",)) is None
    assert join(*wish, countries=("IQ",)) is None
    assert join(*wish, countries=()) is None
    assert join(*wish, provinces=("IR-01", "IR-24")) is not None


def test_a_wish_without_a_state_is_found_by_a_name_in_it() -> None:
    assert join("بازگشایی مرز کیله", "بازگشایی گذرگاه کیله", countries=()) is not None
    assert join("ایجاد بازارچه", "ایجاد بازارچه", countries=()) is None


def test_a_yearly_fair_is_another_one_next_year() -> None:
    fair = ("برگزاری نمایشگاه مشترک", "برپایی نمایشگاه مشترک")
    topics = ("trade.exhibition", "trade.exhibition")
    assert join(*fair, topics=topics, later=90) is not None
    assert join(*fair, topics=topics, later=360) is None
    assert join(*fair, later=360) is not None
