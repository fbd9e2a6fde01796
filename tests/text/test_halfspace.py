"""Half-spaces come back where grammar and lexicon prove them, and nowhere else."""

import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.text.halfspace import halfspaces, respaced
from reports.text.morphology import Reading, read_word, verb
from reports.text.spelling import APART, known, level, unbroken

ROOT = Path(__file__).resolve().parents[2]
ZWNJ = "\u200c"


@pytest.fixture(scope="module", autouse=True)
def tables() -> None:
    """Read the tables once, outside the time that an example may take."""
    halfspaces("کتابها")


RESTORED = {
    "continuous": "می‌شود",
    "continuous_denied": "نمی‌خواهند",
    "knowing_denied": "نمی‌دانی",
    "knowing_of_others": "می‌دانید",
    "saying_of_you": "می‌گویی",
    "continuous_past": "می‌رفتند",
    "continuous_clitic": "می‌بینمش",
    "preverb": "برمی‌گردد",
    "perfect": "گرفته‌اند",
    "perfect_denied": "نرفته‌ایم",
    "continuous_perfect": "می‌کرده‌اند",
    "plural": "همکاری‌های",
    "plural_owned": "کتاب‌هایشان",
    "plural_after_he": "برنامه‌ها",
    "plural_of_participle_noun": "نشست‌های",
    "indefinite": "نماینده‌ای",
    "degree": "مهم‌ترین",
    "compound_and_plural": "سرمایه‌گذاری‌ها",
    "compound_participle": "توسعه‌یافته",
    "compound_not_listed": "یخ‌شناسی",
    "phrase": "به‌عنوان",
    "prefix": "همه‌جانبه",
    "arabic": "بین‌المللی",
    "office": "نخست‌وزیر",
    "surname_in_of": "مصطفی‌اف",
    "surname_in_ova": "قاسم‌اوا",
    "given_name_of_two": "علی‌اکبر",
    "name_the_lexicon_proves": "حق‌شناس",
    "hamza": "رئیس‌جمهور",
    "hamza_on_alef": "مسأله‌ای",
}

LEFT = {
    "plain_word": "کتاب",
    "noun_that_looks_like_a_verb": "میدان",
    "noun_in_mi": "میهمان",
    "field_work_is_no_knowing": "بازدید میدانی",
    "shrimp_is_no_saying": "میگوی پرورشی",
    "name_in_mi": "میرحسینی",
    "name_in_bi": "بیگدلی",
    "name_in_ham": "همدانی",
    "name_in_ha": "طاها",
    "town_in_mi": "میاندوآب",
    "unknown_name": "لوکاشنکو",
    "surname_in_chi": "عراقچی",
    "unknown_name_like_a_compound": "ایواناشویلی",
    "country": "ترکمنستان",
    "comparative_grown_together": "بهتر",
    "not_a_comparative": "دکتر",
    "pronoun": "آنها",
    "plural_after_alef": "کارها",
    "plural_after_re": "کشورهای",
    "surname_after_re": "حیدراف",
    "number": "سیصد",
    "spoken_he": "راهم",
}


@pytest.mark.parametrize("written", RESTORED.values(), ids=RESTORED)
def test_a_lost_half_space_comes_back(written: str) -> None:
    assert respaced(written.replace(ZWNJ, "")) == written


@pytest.mark.parametrize("written", LEFT.values(), ids=LEFT)
def test_a_word_without_half_space_is_left_alone(written: str) -> None:
    assert respaced(written) == written


def test_what_the_page_has_kept_is_kept() -> None:
    assert respaced("نا‌آشنا") == "نا‌آشنا"
    assert respaced("می‌شود و میشود") == "می‌شود و می‌شود"
    assert respaced("می‌دانی چه شد") == "می‌دانی چه شد"


def test_offsets_of_what_is_put_in_are_told() -> None:
    text = "وی میگوید همکاریها"
    assert halfspaces(text) == (5, 16)
    assert [text[place:][:2] for place in halfspaces(text)] == ["گو", "ها"]


def test_marks_and_tatweel_inside_a_word_do_not_move_the_half_space() -> None:
    assert respaced("مـیشود") == "مـی‌شود"
    assert respaced("کتابِهای") == "کتابِ‌های"


LETTERS = "اآبپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیءئأؤيكىة"
PARTS = st.sampled_from(
    ["می", "نمی", "ها", "های", "ای", "اند", "تر", "شود", "خانه", "رفته", "نامه", "بی"]
)
TEXTS = st.lists(
    st.one_of(
        PARTS,
        st.text(alphabet=LETTERS, max_size=8),
        st.text(alphabet=ZWNJ + "\u0640\u064b\u0654\u200d .,\n«»۱2a", max_size=3),
    ),
    max_size=20,
).map("".join)
ANY_TEXT = st.one_of(TEXTS, st.text())


@given(ANY_TEXT)
def test_nothing_but_half_spaces_changes(text: str) -> None:
    assert respaced(text).replace(ZWNJ, "") == text.replace(ZWNJ, "")


@given(ANY_TEXT)
def test_no_half_space_is_taken_away(text: str) -> None:
    assert respaced(text).count(ZWNJ) == text.count(ZWNJ) + len(halfspaces(text))


@given(ANY_TEXT)
def test_restoring_twice_is_restoring_once(text: str) -> None:
    once = respaced(text)
    assert respaced(once) == once
    assert halfspaces(once) == ()


@given(ANY_TEXT)
def test_the_told_offsets_make_the_restored_text(text: str) -> None:
    edges = [0, *halfspaces(text), len(text)]
    parts = [text[a:b] for a, b in pairwise(edges)]
    assert ZWNJ.join(parts) == respaced(text)


@given(TEXTS)
def test_never_after_a_letter_that_does_not_join_nor_at_an_edge(text: str) -> None:
    bare = text.replace(ZWNJ, "")
    for place in halfspaces(bare):
        assert bare[:place].rstrip("\u0640\u064b\u0654")[-1] not in APART
        assert bare[place].isalpha()
        assert place > 0


def test_a_monster_of_a_word_is_left_alone() -> None:
    monster = "می" * 2_500_000
    assert respaced(monster) == monster
    assert halfspaces(monster) == ()


@pytest.mark.parametrize("size", [1_000, 4_000])
def test_the_work_grows_with_the_text_and_no_faster(size: int) -> None:
    """Count the words looked into: every one once, however long the line."""
    line = "وی میگوید همکاریها " * size
    assert len(halfspaces(line)) == 2 * size
    assert len(respaced(line)) == len(line) + 2 * size


def test_words_are_read_at_the_lowest_cost() -> None:
    assert read_word("میخواهند").breaks == (2,)
    assert read_word("قرلپگژ") == Reading(read_word("قرلپگژ").cost, ())
    assert read_word("شرکتها").cost < read_word("قرلپگها").cost


def test_a_noun_is_no_verb() -> None:
    assert verb("کتاب") is None
    assert verb("نوشتند") is not None


def test_words_are_known_by_their_letters() -> None:
    glued = known("سرمایهگذاری")
    assert glued is not None
    assert glued.breaks == (6,)
    assert known("قرلپگژ") is None


def test_levelling_keeps_the_length() -> None:
    assert level("رئيس كأس") == "رییس کاس"


def test_a_half_space_after_a_letter_that_does_not_join_is_no_break() -> None:
    assert unbroken("می‌شود") == ("میشود", (2,))
    assert unbroken("کار‌ها") == ("کارها", ())


def test_the_command_filters_line_by_line() -> None:
    done = subprocess.run(
        [sys.executable, "build.py", "respace"],
        input="او میرود\n\nکتابها\r\nAli".encode(),
        capture_output=True,
        check=True,
        cwd=ROOT,
    )
    assert done.stdout.decode() == "او می‌رود\n\nکتاب‌ها\r\nAli"
    assert done.stderr == b""
