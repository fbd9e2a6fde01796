"""The words that tellings of one matter differ in mean what their lists say."""

from collections import Counter

import pytest

from reports.lexicon import key
from reports.lexicon.places import read
from reports.lexicon.sameness import sameness
from reports.memory.words import stem

LISTS = read("sameness")


def test_no_form_stands_for_two_things() -> None:
    forms = [
        (key(form), f"{kind}/{label}")
        for kind in ("head", "word", "detail")
        for label, written in LISTS[kind].items()
        for form in written
    ]
    forms += [(key(form), "stop") for form in LISTS["stop"]["forms"]]
    homes = Counter(spelling for spelling, _ in set(forms))
    assert [one for one in forms if homes[one[0]] > 1] == []


def test_labels_name_one_thing() -> None:
    labels = [label for kind in ("head", "word", "detail") for label in LISTS[kind]]
    assert len(labels) == len({*labels})


def test_opposites_and_stages_are_of_known_heads() -> None:
    heads = {*LISTS["head"]}
    assert {head for pair in sameness().opposite for head in pair} <= heads
    assert {head for stage in sameness().stages for head in stage} <= heads
    assert not any(
        {*pair} <= stage for pair in sameness().opposite for stage in sameness().stages
    )


def test_whole_fields_are_labels_or_stems() -> None:
    for word in sameness().broad:
        assert word in LISTS["word"] or stem(word) == word


def test_topics_that_come_back_are_known() -> None:
    topics = {entry["code"] for entry in read("topics")["topic"]}
    assert sameness().recurring <= topics


@pytest.mark.parametrize(
    ("form", "label"),
    [
        ("ویزا", "visa"),
        ("خط ریلی", "rail"),
        ("راه آهن", "rail"),
        ("گذرگاه مرزی", "crossing"),
        ("زوار", "pilgrim"),
        ("تجار", "merchant"),
        ("مسائل", "problem"),
    ],
)
def test_a_form_means_its_thing(form: str, label: str) -> None:
    words = key(form)
    (hit, *_) = sameness().phrases.hits([words], 0, 1)
    assert (hit.kind, hit.value) == ("word", label)
