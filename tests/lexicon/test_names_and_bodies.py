"""Outlets, organisations and personal names are told apart from other words."""

import pytest

from tests.lexicon.wordlists import ZWNJ, entries, flagged, forms, key, readings, words


def test_no_form_stands_for_two_outlets_or_two_bodies() -> None:
    for file in ("agencies", "bodies"):
        owner: dict[str, str] = {}
        for name, entry in entries(file).items():
            for form in map(key, forms(entry)):
                assert owner.setdefault(form, name) == name, form


@pytest.mark.parametrize("name", ["irna", "isna", "tasnim", "ilna", "imna", "iqna"])
def test_invented_words_are_trusted_by_themselves(name: str) -> None:
    entry = words("agencies")[name]
    assert not flagged(entry, entry["name"])


def test_a_flagged_outlet_has_a_form_that_is_safe() -> None:
    for name, entry in words("agencies").items():
        if entry.get("ambiguous"):
            assert entry.get("aliases"), name


def test_a_title_with_commas_is_one_name() -> None:
    found = readings("وزارت صنعت، معدن و تجارت", ("bodies",))
    assert found == {("bodies", "industry-ministry")}
    found = readings("وزارت میراث فرهنگی، گردشگری و صنایع دستی", ("bodies",))
    assert found == {("bodies", "heritage-ministry")}


def test_the_nineteen_ministries_are_there() -> None:
    ministries = [e for e in entries("bodies").values() if e["type"] == "ministry"]
    assert len(ministries) == 19
    assert {e["country"] for e in ministries} == {"IR"}
    assert all(e["name"].startswith("وزارت ") for e in ministries)


def test_bodies_belong_to_known_states() -> None:
    for name, entry in entries("bodies").items():
        assert entry.get("country", "IR") in words("countries"), name
        if entry["type"] == "regional_body":
            assert "country" not in entry, name


def test_a_head_word_opens_one_type_of_body() -> None:
    owner: dict[str, str] = {}
    for kind, heads in words("bodies")["heads"].items():
        for head in heads:
            assert owner.setdefault(key(head), kind) == kind


def test_names_are_listed_once_and_everyday_words_are_marked() -> None:
    names = words("given_names")
    for group, listed in names.items():
        keys = [key(name) for name in listed]
        assert len(keys) == len(set(keys)), group
        assert listed == sorted(listed), group
    given = {key(n) for group in ("male", "female", "foreign") for n in names[group]}
    ordinary = {key(name) for name in names["ordinary"]}
    assert ordinary <= given
    honorifics = {key(word) for word in words("titles")["honorific"]["forms"]}
    assert given & honorifics <= ordinary
    for word in ("امید", "بهمن", "مهران", "بهار", "تیم", "ارشد", "پل"):
        assert key(word) in ordinary, word
    for name in ("علیرضا", "فاطمه", "علی‌اصغر", "عبدالحسین", "ایلهام", "ولادیمیر"):
        assert key(name) in given - ordinary, name


def test_sayyid_stays_and_doctor_goes() -> None:
    kept = set(words("given_names")["kept"])
    honorifics = set(words("titles")["honorific"]["forms"])
    assert "سید" in kept
    assert not kept & honorifics
    assert {"دکتر", "مهندس", "حجت‌الاسلام", "سردار", "شیخ", "ملا"} <= honorifics


@pytest.mark.parametrize(
    "surname", ["قاسم‌زاده", "حسین‌پور", "محمدنژاد", "آغااوغلو", "پتروفسکی"]
)
def test_a_surname_is_known_by_its_ending(surname: str) -> None:
    endings = tuple(map(key, words("given_names")["surname_endings"]))
    assert key(surname).endswith(endings)


@pytest.mark.parametrize("surname", ["مصطفی‌اف", "کریمی‌نیا", "عباسی‌فر", "علی‌یف"])
def test_a_surname_is_known_by_what_follows_a_half_space(surname: str) -> None:
    assert surname.rsplit(ZWNJ, maxsplit=1)[-1] in words("given_names")["split_endings"]


@pytest.mark.parametrize(
    "word",
    ["اهداف", "تعریف", "معروف", "وظایف", "خداوند", "اعتبار", "دنیا", "کشور", "دلخواه"],
)
def test_an_everyday_word_has_no_surname_ending(word: str) -> None:
    endings = tuple(map(key, words("given_names")["surname_endings"]))
    assert not key(word).endswith(endings)
