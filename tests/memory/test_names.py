"""Names that are one, and names that are two people."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.memory.names import bones, likeness, name_words

#: How alike two names are; `foreign` names are spelt by ear.
IRANIAN = {
    "spacing": ("محمدرضا پورمحمدی", "محمد رضا پورمحمدی", "same"),
    "half-space or none": ("یونسی‌رستمی", "یونسی رستمی", "same"),
    "sayyid": ("سید محمدرضا هاشمی", "محمدرضا هاشمی", "same"),
    "sayyid glued": ("سیدمحمدرضا هاشمی", "محمدرضا هاشمی", "same"),
    "Arabic letters": ("علي کريمي", "علی کریمی", "same"),
    "surname alone": ("حسینعلی امیری", "امیری", "part"),
    "double surname, half of it": ("مهدی یونسی رستمی", "رستمی", "part"),
    "glued surname": ("مهدی یونسیرستمی", "یونسی رستمی", "part"),
    "first of two given names dropped": ("علی‌اوسط هاشمی", "اوسط هاشمی", "part"),
    "a name in the middle dropped": ("سعد عبدالله شریف", "سعد شریف", "part"),
}
FOREIGN = {
    "hamza or ain": ("عمر الوائلی", "عمر الواعلی", "heard"),
    "vowels": ("دیوید زالکالیانی", "داوید زلکالیانی", "heard"),
    "half-space": ("ایگور بابوشکین", "ایگور باب‌وشکین", "same"),
    "surname by ear": ("ایگور لئونوف", "لئونف", "heard"),
    "article": ("نصیف الخطابی", "نصیف خطابی", "same"),
    "family": ("محمدکاظم آل‌صادق", "محمدکاظم آلصادق", "same"),
    "letters of one sound": ("مصطفی طالباف", "مصطفی تالباف", "same"),
}
TWO_PEOPLE = {
    "Iranian names that differ in a vowel": ("رضا حسینی", "رضا حسنی", False),
    "another given name": ("علی هاشمی", "رضا هاشمی", False),
    "given name alone": ("کامران رستگاری", "کامران", False),
    "a surname inside a longer one": ("علی نیکزادگان", "زادگان", False),
    "a consonant apart": ("محمد رفیع", "محمد رفیق", True),
    "very short": ("لی", "لو", True),
    "no name": ("", "رضا حسنی", False),
}


@pytest.mark.parametrize("name", IRANIAN)
def test_iranian_names_that_are_one(name: str) -> None:
    one, two, how = IRANIAN[name]
    assert likeness(name_words(one), name_words(two), foreign=False) == how


@pytest.mark.parametrize("name", FOREIGN)
def test_foreign_names_that_are_one(name: str) -> None:
    one, two, how = FOREIGN[name]
    assert likeness(name_words(one), name_words(two), foreign=True) == how


@pytest.mark.parametrize("name", TWO_PEOPLE)
def test_names_of_two_people(name: str) -> None:
    one, two, foreign = TWO_PEOPLE[name]
    assert likeness(name_words(one), name_words(two), foreign=foreign) is None


def test_no_name_has_no_words() -> None:
    assert name_words(None) == ()


words = st.lists(st.text(st.sampled_from("ابرسمیونلک"), min_size=1), max_size=4).map(
    tuple
)


@given(words, words)
def test_likeness_is_mutual(one: tuple[str, ...], two: tuple[str, ...]) -> None:
    for foreign in (True, False):
        there = likeness(one, two, foreign=foreign)
        assert there == likeness(two, one, foreign=foreign)


@given(words, words)
def test_names_heard_alike_have_the_same_bones(
    one: tuple[str, ...], two: tuple[str, ...]
) -> None:
    if likeness(one, two, foreign=True) in {"same", "heard"} and len(one) == len(two):
        assert bones(one) == bones(two)
