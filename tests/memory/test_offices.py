"""Titles that name one post, and titles that do not."""

import pytest

from reports.memory.offices import is_single, is_whole, nearness, office

ONE = {
    "governor and wali": ("والی هرات", "استاندار هرات", "AF"),
    "the governorate's deputy": (
        "معاون سیاسی، امنیتی و اجتماعی استانداری ایلام",
        "معاون سیاسی، امنیتی و اجتماعی استاندار ایلام",
        "IR",
    ),
    "ministry and minister": (
        "معاون دیپلماسی اقتصادی وزارت امور خارجه",
        "معاون دیپلماسی اقتصادی وزیر امور خارجه",
        "IR",
    ),
    "with and without where": ("سفیر قطر", "سفیر قطر در تهران", "QA"),
    "the state's longer name": ("سفیر هند", "سفیر هندوستان", "IN"),
    "a narrower field": ("وزیر نفت و گاز طبیعی هند", "وزیر نفت و گاز هندوستان", "IN"),
    "a word of the body": (
        "رئیس سازمان گذرگاه‌های مرزی عراق",
        "رئیس گذرگاه‌های مرزی عراق",
        "IQ",
    ),
    "a province with and without its state": (
        "استاندار آستراخان روسیه",
        "استاندار آستراخان",
        "RU",
    ),
    "a title that ran on": (
        "معاون دیپلماسی اقتصادی وزارت امور خارجه خواستار بازگشایی گمرک",
        "معاون دیپلماسی اقتصادی وزارت امور خارجه",
        "IR",
    ),
    "the bare office": ("استاندار", "استاندار خراسان جنوبی", "IR"),
}
TWO = {
    "deputy and minister": ("معاون وزیر اقتصاد", "وزیر اقتصاد", "AZ"),
    "two provinces": ("استاندار گیلان", "استاندار گلستان", "IR"),
    "two walis": ("والی هرات", "والی فراه", "AF"),
    "ambassador and consul": ("سفیر عراق", "سرکنسول عراق", "IQ"),
    "two deputies": (
        "معاون اقتصادی استاندار اردبیل",
        "معاون عمرانی استاندار اردبیل",
        "IR",
    ),
    "two consuls of one state": (
        "سرکنسول پاکستان در زاهدان",
        "سرکنسول پاکستان در مشهد",
        "PK",
    ),
    "our ambassadors in two states": ("سفیر ایران در عراق", "سفیر ایران در قطر", "IR"),
    "two ministries": ("وزیر کشور پاکستان", "وزیر خارجه پاکستان", "PK"),
    "an aide is no deputy": ("سخنگوی وزارت خارجه", "معاون وزارت خارجه", "IR"),
    "head of one thing and of another": ("رئیس اتاق بازرگانی", "رئیس دانشگاه", "IR"),
    "nothing known of one": ("", "استاندار فارس", "IR"),
}


@pytest.mark.parametrize("name", ONE)
def test_one_post(name: str) -> None:
    one, two, country = ONE[name]
    assert nearness(office(one, country), office(two, country)) == "same"


@pytest.mark.parametrize("name", TWO)
def test_two_posts(name: str) -> None:
    one, two, country = TWO[name]
    assert nearness(office(one, country), office(two, country)) is None


def test_ranks_that_outlets_confuse_are_near() -> None:
    posts = (office("کنسول چین", "CN"), office("سرکنسول چین", "CN"))
    assert nearness(*posts) == "near"


def test_a_post_of_one_at_a_time_says_over_what() -> None:
    assert is_single(office("استاندار فارس", "IR"))
    assert not is_single(office("استاندار", "IR"))
    assert not is_single(office("رئیس اتاق بازرگانی فارس", "IR"))
    assert not is_single(office(None, "IR"))


def test_a_title_is_known_by_itself_if_it_says_of_what_and_where() -> None:
    assert is_whole(office("رئیس اتاق بازرگانی فارس", "IR"))
    assert not is_whole(office("رئیس اتاق بازرگانی", "IR"))
    assert is_whole(office("وزیر امور خارجه", "IR"))


def test_a_former_post_is_marked() -> None:
    assert office("استاندار پیشین قم", "IR").former
    assert not office("استاندار قم", "IR").former
