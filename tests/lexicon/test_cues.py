"""Verbs and cues of the genre are read in sentences, and their near misses are not."""

import pytest

from tests.extract.reading import cases, document, record

#: Verbs of speech; the light ones may stand apart from their noun.
VERBS = """
گفت، افزود، نوشت، می‌گوید، گفته است، افزوده است، اضافه کرد، ادامه داد، بیان کرد،
بیان داشت، اظهار کرد، اظهار داشت، ابراز کرد، ابراز داشت، تصریح کرد، تأکید کرد،
تأکید داشت، خاطرنشان کرد، خاطرنشان ساخت، یادآور شد، یادآوری کرد، عنوان کرد،
عنوان داشت، اعلام کرد، خبر داد، مطرح کرد، تشریح کرد، متذکر شد، توضیح داد،
ابراز امیدواری کرد، ابراز خرسندی کرد، اذعان کرد، هشدار داد، تبریک گفت، تسلیت گفت،
پاسخ داد، معتقد است، بر این باور است، تأیید کرد، گلایه کرد، وعده داد
"""


@pytest.mark.parametrize("verb", [verb.strip() for verb in VERBS.split("،")])
def test_a_verb_of_speech_is_heard(verb: str) -> None:
    read = record(f"استاندار گیلان {verb}: مرز باز است و کالا می‌رود.")
    (said,) = read.statements
    assert (said.speaker, said.verb) == ("استاندار گیلان", verb)


#: Opinions told without a verb of speech.
ACCORDING = ["به گفتهٔ", "به باور", "به اعتقاد", "به عقیده", "بنا بر اعلام", "از دیدگاه"]


@pytest.mark.parametrize("cue", ACCORDING)
def test_an_opinion_is_heard_without_a_verb(cue: str) -> None:
    read = record(f"{cue} استاندار گیلان، مرز باید باز شود.")
    assert [said.via for said in read.statements] == ["according"]


#: A cue, its kind and label; the sentence is made around it.
CUES = {
    "proposals/agreed": ["مقرر شد", "توافق کردند", "مصوب شد", "قرار شد", "تفاهم شد"],
    "proposals/signed": ["امضا شد", "به امضا رسید", "منعقد شد", "پاراف شد"],
    "proposals/in_execution": ["در حال اجرا", "در دست اقدام", "به اجرا درآمد"],
    "proposals/done": ["افتتاح شد", "به بهره‌برداری رسید", "احیا شد", "حل شد"],
    "proposals/blocked": ["متوقف", "منوط به", "عدم صدور", "معلق", "نیمه‌تمام"],
    "proposals/supported": ["استقبال کرد", "موافق است", "اعلام موافقت کرد"],
    "facts/obstacle": ["کمبود", "تحریم", "رسوب کالا", "گرانی", "معضل", "نارسایی"],
    "facts/capacity": ["قطب", "دروازه", "رتبه نخست", "نقطه اتصال", "پتانسیل"],
    "facts/commitment": ["قول داد", "متعهد شد", "دستور داد", "متعهد هستیم"],
    "events/kind": ["دیدار", "نشست", "تماس تلفنی", "وبینار", "اجلاس", "کلنگ‌زنی"],
}
EACH = [(kind, cue) for kind, some in CUES.items() for cue in some]


@pytest.mark.parametrize(("kind", "cue"), EACH)
def test_a_cue_is_read_in_a_sentence(kind: str, cue: str) -> None:
    doc = document(f"این موضوع {cue} و ادامه یافت.")
    assert doc.first(0, len(doc.words), kind) is not None


#: Words that hold a cue's letters, or one of its words, and are none.
NO_CUES = {
    "events/kind": ["دیدگاه", "نشسته", "ملاقه", "سفره", "جلسات‌محور"],
    "proposals/agreed": ["مقرر", "قرارداد", "قرار دارد", "توافق"],
    "proposals/signed": ["امضا", "امضاکننده"],
    "proposals/done": ["افتتاح", "حل"],
    "facts/obstacle": ["کمبودن", "تحریمی"],
    "facts/commitment": ["قول", "متعهد"],
}
NONE = [(kind, word) for kind, some in NO_CUES.items() for word in some]


@pytest.mark.parametrize(("kind", "word"), NONE)
def test_a_near_miss_is_no_cue(kind: str, word: str) -> None:
    doc = document(f"این {word} تازه بود.")
    assert doc.first(0, len(doc.words), kind) is None


#: An amount in a sentence, with its value and unit; or what is no amount.
AMOUNTS: dict[str, list[tuple[float, str]]] = {
    "حجم مبادلات ۳٫۵ میلیون دلار بود.": [(3_500_000, "دلار")],
    "حدود ۹ هزار تن کالا آمد.": [(9000, "تن")],
    "۲۵ درصد رشد کرد.": [(25, "درصد")],
    "۴۰ دستگاه کامیون گذشت.": [(40, "دستگاه")],
    "در دولت چهاردهم انجام شد.": [],
    "در اکسپو ۲۰۲۵ بودند.": [],
    "ساعت ۱۰ آغاز شد.": [],
}


@cases(AMOUNTS)
def test_units_make_amounts_and_years_do_not(name: str) -> None:
    read = record(f"استاندار گیلان گفت: {name}")
    assert [(one.value, one.unit) for one in read.figures] == AMOUNTS[name]
