"""Words that two tellings share, and words that are not the same thing."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.memory.words import nouns, place_words, stem, wording

#: Two wordings of one wish: the same words in the end.
ALIKE = {
    "verbal nouns and spacing": (
        "احداث راه‌آهن رشت به آستارا",
        "ساخت خط ریلی رشت – آستارا",
    ),
    "a border, a crossing": ("بازگشایی مرز کیله", "گشایش گذرگاه مرزی کیله"),
    "problems": ("حل مسائل گمرکی", "رفع مشکلات گمرکی"),
    "glued, half-spaced, spaced": ("توسعهٔ بازارچه‌های مرزی", "گسترش بازارچه های مرزی"),
    "Arabic letters": ("صدور رواديد تجار", "صدور ویزای بازرگانان"),
    "a modal": ("ساخت پل نوردوز", "پل نوردوز باید احداث شود"),
    "a clause behind": ("تولید واگن", "تولید مشترک واگن آغاز می‌شود"),
}
UNLIKE = {
    "two cities": ("احداث راه‌آهن رشت", "احداث راه‌آهن انزلی"),
    "two crossings": ("بازگشایی مرز کیله", "بازگشایی مرز سیران‌بند"),
    "rail and road": ("ساخت خط ریلی شلمچه", "ساخت جادهٔ شلمچه"),
    "a customs house, customs of people": ("ایجاد گمرک", "حل مسائل مرزی"),
    "a park and a zone": ("ایجاد شهرک صنعتی", "ایجاد منطقه آزاد"),
}


@pytest.mark.parametrize("name", ALIKE)
def test_wordings_of_one_wish_share_their_words(name: str) -> None:
    one, two = ALIKE[name]
    assert {*wording(one).words} == {*wording(two).words} != set()


@pytest.mark.parametrize("name", UNLIKE)
def test_wordings_of_two_wishes_differ(name: str) -> None:
    one, two = UNLIKE[name]
    assert {*wording(one).words} != {*wording(two).words}


def test_the_first_word_is_the_object_and_details_come_last() -> None:
    assert wording("بازگشایی شبانه‌روزی گذرگاه بیله‌سوار").words[0] == "crossing"
    assert wording("تسهیل و افزایش تردد کامیون‌ها").heads == ("ease", "grow")
    assert wording("تسهیل و افزایش تردد کامیون‌ها").words == ("passage", "truck")


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("کارخانه", "کارخانههای"),
        ("محصول", "محصولات"),
        ("مرزی", "مرز"),
        ("بزرگ", "بزرگترین"),
    ],
)
def test_forms_of_a_word_share_a_stem(one: str, two: str) -> None:
    assert stem(one) == stem(two)


def test_a_short_word_is_not_cut_to_nothing() -> None:
    assert stem("ملی") == "ملی"
    assert stem("ها") == "ها"


def test_usual_words_of_the_genre_say_nothing() -> None:
    assert nouns("استاندار در این دیدار بر گسترش روابط تأکید کرد") == set()
    assert nouns("صادرات سیمان و زعفران") == {"exporter", "سیمان", "زعفران"}


def test_no_place_has_no_words() -> None:
    assert place_words(None) == ()
    assert place_words("سالن استانداری") == place_words("سالنِ استانداري")


@settings(deadline=None)
@given(st.text(st.sampled_from("ابپتیهکگا ‌رشتمن")))
def test_a_stem_is_stable_and_never_longer(word: str) -> None:
    assert len(stem(word)) <= len(word)
    assert wording(word) == wording(word)
