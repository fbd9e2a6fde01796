"""What a sentence says yes to, and what it leaves alone."""

from reports.extract.document import Document
from reports.extract.welcomes import answered, welcomed
from tests.extract.reading import cases, record, remarked

#: Sentences of welcome with the thing that is welcomed in brackets.
WELCOMED = {
    "welcomed": "سفیر ژاپن از [راه‌اندازی پرواز مستقیم] استقبال کرد.",
    "with welcome": "سفیر ژاپن با استقبال از [خط هوایی تازه]، سخن را کوتاه کرد.",
    "agreed to": "سفیر ژاپن با [بازگشایی بازارچه] موافقت کرد.",
    "agreement of another": "با اعلام موافقت وزارت با [دعوت سفیران]، نشست پایان یافت.",
    "held to be sensible": "[این بازارچه] را منطقی خواند.",
    "took it": "[پیشنهاد احداث انبار] را پذیرفت.",
}

NOT_WELCOMED = {
    "a person": "سفیر ژاپن مورد استقبال استاندار گیلان قرار گرفت.",
    "refused": "سفیر ژاپن با بازگشایی بازارچه موافقت نکرد.",
    "an adjective alone": "بازارچه را مفید و پررونق دیدیم.",
    "support of nothing named": "حمایت ادامه دارد.",
}


def _yes(doc: Document) -> list[tuple[int, int]]:
    """Return the words that the article says yes to."""
    return [
        (yes.start, yes.end)
        for sentence in doc.sentences
        for yes in welcomed(doc, sentence.body, sentence.end)
    ]


@cases(WELCOMED)
def test_the_thing_said_yes_to_is_found(name: str) -> None:
    assert remarked(WELCOMED[name], _yes) == WELCOMED[name]


@cases(NOT_WELCOMED)
def test_no_thing_is_said_yes_to(name: str) -> None:
    assert remarked(NOT_WELCOMED[name], _yes) == NOT_WELCOMED[name]


#: What the other side says behind a proposal, and the rung the proposal then stands on.
REPLIES = {
    "named anew in fewer words": ("سفیر ژاپن از پرواز توکیو استقبال کرد.", "supported"),
    "agreed": ("سفیر ژاپن با این درخواست موافقت کرد.", "agreed"),
    "on hearing it": ("سفیر ژاپن ضمن موافقت با این درخواست گفت: باید رفت.", "agreed"),
    "called sensible": ("سفیر ژاپن این پیشنهاد را منطقی خواند.", "supported"),
    "of something else": ("سفیر ژاپن از حضور در مراسم استقبال کرد.", "raised"),
    "refused": ("سفیر ژاپن با این درخواست موافقت نکرد.", "raised"),
}


@cases(REPLIES)
def test_a_reply_lifts_the_proposal(name: str) -> None:
    reply, rung = REPLIES[name]
    asked = "استاندار گیلان خواستار راه‌اندازی پرواز مستقیم رشت و توکیو شد. "
    first, *_ = record(asked + reply).proposals
    assert (first.text, first.status) == ("راه‌اندازی پرواز مستقیم رشت و توکیو", rung)


#: A proposal with what the rest of its sentence tells, and its rung.
BREATHS = {
    "welcomed": ("که با استقبال سفیر ژاپن روبه‌رو شد", "supported"),
    "agreed": ("که مورد موافقت سفیر ژاپن قرار گرفت", "agreed"),
    "another matter": ("که سال‌ها پیش متوقف شده بود", None),
    "said of another": ("و گفت که مردم از نمایشگاه استقبال کردند", None),
}


@cases(BREATHS)
def test_the_same_breath_tells_the_answer(name: str) -> None:
    tail, rung = BREATHS[name]
    text = f"استاندار گیلان خواستار احداث پایانه مرزی شد {tail}."
    first, *_ = record(text).proposals
    assert first.status == (rung or "raised")


def test_the_answer_is_read_from_the_clause_behind_the_thing() -> None:
    found: list[str | None] = []

    def ask(doc: Document) -> list[tuple[int, int]]:
        found.append(answered(doc, 0, len(doc.words)))
        return []

    remarked("بازارچه را خواست که استاندار آن را پذیرفت.", ask)
    assert found == ["agreed"]
