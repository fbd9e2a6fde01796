"""Figures: what is counted, in plain units; years, ranks and codes are none."""

from tests.extract.reading import cases, record

#: The sentence; value, upper value, unit and blur.
COUNTED: dict[str, tuple[str, tuple[float, float | None, str, str]]] = {
    "tonnes": ("صادرات استان ۲۰ هزار تن است.", (20_000, None, "تن", "none")),
    "Latin digits": ("صادرات استان 20 هزار تن است.", (20_000, None, "تن", "none")),
    "people": (
        "سه میلیون و ۶۰۰ هزار نفر زائر آمدند.",
        (3_600_000, None, "نفر", "none"),
    ),
    "money": (
        "ارزش صادرات ۳.۵ میلیون دلار است.",
        (3_500_000, None, "دلار", "none"),
    ),
    "percent": ("صادرات ۱۲ درصد رشد کرد.", (12, None, "درصد", "none")),
    "percent mark": ("صادرات ۱۲٪ رشد کرد.", (12, None, "درصد", "none")),
    "about": ("حدود ۴۰۰ دستگاه کامیون ماند.", (400, None, "دستگاه", "about")),
    "over": ("بیش از ۵۰ شرکت آمدند.", (50, None, "شرکت", "over")),
    "range": (
        "ارزش آن بین ۲ تا ۳ میلیون دلار است.",
        (2_000_000, 3_000_000, "دلار", "none"),
    ),
    "length": ("طول راه ۱۶۲ کیلومتر است.", (162, None, "کیلومتر", "none")),
}

NOT_COUNTED = {
    "a year": "این طرح در سال ۱۴۰۳ آغاز شد.",
    "an ordinal": "دولت چهاردهم این طرح را آغاز کرد.",
    "two states": "۲ کشور همکاری دارند.",
    "both sides": "دو طرف بر همکاری تأکید کردند.",
    "a clock": "جلسه ساعت ۱۰ صبح آغاز شد.",
    "a date": "جلسه ۲۱ آبان ۱۴۰۴ برگزار شد.",
    "a rank": "استان رتبه ۳ کشور را دارد.",
    "a news code": "کد خبر ۸۵۹۹۱۲۳۴ است.",
}


@cases(COUNTED)
def test_figure_is_read_in_plain_units(name: str) -> None:
    text, wanted = COUNTED[name]
    assert [
        (one.value, one.value_max, one.unit, one.approx) for one in record(text).figures
    ] == [wanted]


@cases(NOT_COUNTED)
def test_number_that_counts_nothing_is_no_figure(name: str) -> None:
    assert record(NOT_COUNTED[name]).figures == ()


def test_figure_told_twice_counts_once() -> None:
    read = record("صادرات استان ۲۰ هزار تن است. وی گفت: ۲۰ هزار تن صادر شد.")
    assert len(read.figures) == 1


def test_proof_of_a_figure_holds_number_and_unit() -> None:
    (one,) = record("ارزش صادرات حدود ۳.۵ میلیون دلار است.").figures
    assert [proof.quote for proof in one.evidence] == ["حدود ۳.۵ میلیون دلار"]


def test_percent_is_proven_with_its_unit_and_tells_what_follows() -> None:
    (one,) = record("صادرات استان حدود ۱۲ درصد رشد کرد.").figures
    assert [proof.quote for proof in one.evidence] == ["حدود ۱۲ درصد"]
    assert one.what == "رشد"
