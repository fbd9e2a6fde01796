"""Text is set as a Persian editor would, and what is not Persian is left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.text.foreign import PIECE, put_back, without_addresses, without_runs
from reports.text.joining import joined
from reports.text.setting import typeset

ZWNJ = "\u200c"


@pytest.fixture(scope="module", autouse=True)
def tables() -> None:
    """Read the tables once, outside the time that an example may take."""
    typeset("کتابها")


SET = {
    "letters": ("نمي‌كند", "نمی‌کند"),
    "shapes": ("\ufefb\ufedf\ufeea", "لاله"),
    "tatweel": ("ســلام", "سلام"),
    "digits": ("سال 1404 و ٣ روز", "سال ۱۴۰۴ و ۳ روز"),
    "date": ("تاریخ 1404/05/12", "تاریخ ۱۴۰۴/۰۵/۱۲"),
    "dotted_date": ("تاریخ 12.5.1404", "تاریخ ۱۲.۵.۱۴۰۴"),
    "time": ("ساعت 8:30 صبح", "ساعت ۸:۳۰ صبح"),
    "spaced_time": ("ساعت 8 : 30", "ساعت ۸ : ۳۰"),
    "decimal": ("حدود 3.5 درصد", "حدود ۳٫۵ درصد"),
    "thousands": ("مبلغ 1,234,567 تومان", "مبلغ ۱٬۲۳۴٬۵۶۷ تومان"),
    "percent": ("رشد 20 %", "رشد ۲۰٪"),
    "end_of_sentence_after_number": ("در سال 1404. سپس", "در سال ۱۴۰۴. سپس"),
    "comma": ("تهران , تبریز", "تهران، تبریز"),
    "commas": ("تهران ،، تبریز", "تهران، تبریز"),
    "semicolon": ("رفت;آمد", "رفت؛ آمد"),
    "question": ("چرا ?", "چرا؟"),
    "quotes": ('گفت:"بله" و رفت', "گفت: «بله» و رفت"),
    "curly_quotes": ("گفت: “ بله ”", "گفت: «بله»"),
    "odd_quote": ('لوله 5" است', 'لوله ۵" است'),
    "brackets": ("ایران( تهران )است", "ایران (تهران) است"),
    "full_stop": ("آمد .سپس رفت .", "آمد. سپس رفت."),
    "abbreviation": ("سال 300 ه.ق و ج.ا.ا", "سال ۳۰۰ ه.ق و ج.ا.ا"),
    "ellipsis": ("و اما...", "و اما…"),
    "number_and_word": ("4کشور در سال1404", "۴ کشور در سال ۱۴۰۴"),
    "ordinal": ("20ام و 3م", "۲۰ام و ۳م"),
    "white_space": (" یک\u00a0 دو\t\n\n\n\nسه ", "یک دو\n\nسه"),
    "steering_marks": ("\u202bسلام\u200f\u202c", "سلام"),
    "half_space_left_over": ("کار\u200cها و\u200c باغ\u200c\u200cها", "کارها و باغ‌ها"),
    "half_space_of_old_programs": ("می\u00acشود", "می‌شود"),
    "half_spaces": ("همکاریهای دو کشور", "همکاری‌های دو کشور"),
    "ezafe_is_left": ("خانه ی ما", "خانه ی ما"),
}

KEPT = {
    "web_address": "نشانی https://www.example.com/a_1?b=12&c=3,4 است",
    "web_address_in_persian": "نشانی https://example.com/اخبار/كتاب-12 است",
    "mail_address": "نشانی info12@example.com است",
    "code": "شناسهٔ AB-12/3.5",
    "latin_run": "هواپیمای Boeing 737 MAX است",
    "latin_sentence": "Hello, world? It is 5:30; f(x).",
    "latin_list": "foo,bar",
    "currency_sign": "۵۰ ﷼",
    "two_words": "قابل توجه در خلیج فارس",
    "wet_is_not_a_comparative": "هوای تر",
    "verb_phrase_is_not_a_compound": "گزارش گرفته شده است",
    "vocative": "آمدند ای مردم",
    "empty": "",
}

JOINED = {
    "plural": "همکاری های",
    "plural_of_an_unknown_word": "قرلپگ های",
    "continuous": "می خواهیم",
    "continuous_denied": "نمی شود",
    "knowing_written_apart": "می دانی",
    "perfect": "رفته اند",
    "indefinite": "برنامه ای",
    "superlative": "بزرگ ترین",
    "compound": "تفاهم نامه",
    "office": "نخست وزیر",
    "prefix": "بی نظیر",
    "chain": "تفاهم نامه های",
}

APART = {
    "mi_before_a_noun": "می کتاب",
    "plural_after_a_preposition": "از های",
    "spoken_he": "راه ام",
    "compound_not_listed": "دیوار نامه",
    "ending_after_another_letter": "کتاب اند",
    "ending_of_a_number": "۴ها ها",
}


@pytest.mark.parametrize(("raw", "printed"), SET.values(), ids=SET)
def test_text_is_set(raw: str, printed: str) -> None:
    assert typeset(raw) == printed


@pytest.mark.parametrize("text", KEPT.values(), ids=KEPT)
def test_text_is_kept(text: str) -> None:
    assert typeset(text) == text


@pytest.mark.parametrize("torn", JOINED.values(), ids=JOINED)
def test_torn_words_are_joined(torn: str) -> None:
    assert joined(torn) == torn.replace(" ", ZWNJ)


@pytest.mark.parametrize("words", APART.values(), ids=APART)
def test_two_words_stay_two(words: str) -> None:
    assert joined(words) == words


def test_an_ending_after_a_letter_that_does_not_join_needs_no_half_space() -> None:
    assert joined("کشور های") == "کشورهای"


def test_numbers_before_a_latin_run_are_persian() -> None:
    assert typeset("5 Boeing 737") == "۵ Boeing 737"


def test_punctuation_after_an_address_is_not_part_of_it() -> None:
    assert typeset("در www.example.ir, و") == "در www.example.ir، و"


def test_pieces_are_lifted_out_and_put_back() -> None:
    text = f"نشانی www.a.ir و {PIECE} و GPT-4 است"
    bare, addresses = without_addresses(text)
    bare, pieces = without_runs(bare, addresses)
    assert bare == f"نشانی {PIECE} و {PIECE} و {PIECE} است"
    assert pieces == ["www.a.ir", PIECE, "GPT-4"]
    assert put_back(bare, pieces) == text


PIECES = st.sampled_from(
    [
        *["می", "نمی", "ها", "های", "ای", "اند", "تر", "شود", "خانه", "رفته", "نامه"],
        *["بی", "نظیر", "ایران", "کشور", "يك", "ه", "ۀ", "هٔ", "\u064e", "\u0640"],
        *["1", "12", "۳", "٤", "a", "GPT", "www.a.ir", "http://", "a@b.c", PIECE],
        *[" ", " ", " ", "\n", ZWNJ, "\u00a0", "\u200f", "\u00ac", "\t"],
        *[".", ",", "،", "؛", ";", ":", "?", "؟", "!", "%", "٪", "/", "-", "_", "'"],
        *["«", "»", '"', "“", "”", "(", ")", "[", "]", "<", ">", "…", "٫", "٬"],
    ]
)
TEXTS = st.one_of(st.lists(PIECES, max_size=25).map("".join), st.text())


@given(TEXTS)
def test_setting_twice_is_setting_once(text: str) -> None:
    once = typeset(text)
    assert typeset(once) == once


@given(st.lists(PIECES, max_size=25).map("".join))
def test_words_are_never_lost(text: str) -> None:
    """Letters that need no levelling come out as they went in, in their order."""
    plain = [c for c in text if "\u0627" <= c <= "\u063a" or c in "هنمی"]
    printed = typeset(text)
    for char in set(plain):
        assert printed.count(char) >= plain.count(char)


@given(TEXTS)
def test_joining_changes_spaces_only(text: str) -> None:
    def bare(written: str) -> str:
        return written.replace(" ", "").replace(ZWNJ, "")

    assert bare(joined(text)) == bare(text)


@pytest.mark.parametrize(
    "unit",
    ["می", "a", "1", " ", "a ", "1.", ".", "،", '"', "«", "\u200c", "a@", "http"],
)
def test_a_long_line_of_one_thing_is_set_in_time(unit: str) -> None:
    """A rule that is not linear would take hours here."""
    assert typeset(unit * 200_000) is not None
