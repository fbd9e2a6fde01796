"""Who says what: by name, title, pronoun or none of them; and who says nothing."""

import pytest

from tests.extract.reading import cases, heard, record

GOVERNOR = "بهرام کیان‌فر استاندار گیلان"
#: The text, and for each sentence of speech the speaker and how he is named.
SPOKEN: dict[str, tuple[str, list[tuple[str | None, str | None]]]] = {
    "title and name": (
        f"{GOVERNOR} گفت: بندر آماده است.",
        [("بهرام کیان‌فر", "name")],
    ),
    "title alone": (
        "سفیر ژاپن گفت: بندر آماده است.",
        [("سفیر ژاپن", "title")],
    ),
    "pronoun carries on": (
        "سفیر ژاپن گفت: بندر آماده است. وی افزود: راه باز است.",
        [("سفیر ژاپن", "title"), ("سفیر ژاپن", "pronoun")],
    ),
    "pronoun after the other side": (
        f"{GOVERNOR} گفت: بندر آماده است. سفیر ژاپن اظهار کرد: راه باز است. "
        "وی همچنین بیان کرد: کالا رسیده است.",
        [
            ("بهرام کیان‌فر", "name"),
            ("سفیر ژاپن", "title"),
            ("سفیر ژاپن", "pronoun"),
        ],
    ),
    "ellipsis with a lead-in": (
        "سفیر ژاپن گفت: بندر آماده است. همچنین افزود: راه باز است.",
        [("سفیر ژاپن", "title"), ("سفیر ژاپن", "ellipsis")],
    ),
    "compound verb": (
        "سفیر ژاپن بر گسترش صادرات تأکید کرد.",
        [("سفیر ژاپن", "title")],
    ),
    "asked for": (
        "سفیر ژاپن خواستار راه‌اندازی پرواز مستقیم شد.",
        [("سفیر ژاپن", "title")],
    ),
    "according to": (
        "به گفته سفیر ژاپن، بندر آماده است.",
        [("سفیر ژاپن", "according")],
    ),
    "both sides": (
        "دو طرف بر راه‌اندازی پرواز مستقیم تأکید کردند.",
        [("both", "both")],
    ),
    "colon without a verb": (
        "سفیر ژاپن: بندر آماده است.",
        [("سفیر ژاپن", "title")],
    ),
}

#: Sentences in which nobody says anything.
SILENT = {
    "a meeting": "استاندار گیلان با سفیر ژاپن دیدار کرد.",
    "a journey": "سفیر ژاپن به رشت سفر کرد.",
    "a fact": "نمایشگاه صنایع دستی در رشت گشایش یافت.",
    "pronoun of nobody": "وی گفت: بندر آماده است.",
    "a fact with a number": "صادرات استان به ۲۰ هزار تن رسید.",
}


@cases(SPOKEN)
def test_speaker_is_found(name: str) -> None:
    text, wanted = SPOKEN[name]
    assert [(one.speaker, one.via) for one in record(text).statements] == wanted


@cases(SILENT)
def test_silence_is_no_statement(name: str) -> None:
    assert record(SILENT[name]).statements == ()


def test_what_is_said_begins_behind_the_colon() -> None:
    doc, (one,) = heard("سفیر ژاپن گفت: بندر آماده است.")
    assert doc.quote(one.start, one.end).rstrip(".") == "بندر آماده است"


@pytest.mark.parametrize("verb", ["گفت", "افزود", "اظهار کرد", "بیان کرد", "تصریح کرد"])
def test_verb_of_speech_is_kept_as_written(verb: str) -> None:
    (one,) = record(f"سفیر ژاپن {verb}: بندر آماده است.").statements
    assert one.verb == verb


def test_one_who_only_listens_says_nothing() -> None:
    read = record(f"{GOVERNOR} در دیدار با سفیر ژاپن گفت: بندر آماده است.")
    assert {one.speaker for one in read.statements} == {"بهرام کیان‌فر"}
