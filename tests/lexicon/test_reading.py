"""Names in sentences: what is read as a place, and what only looks like one."""

import pytest

from tests.extract.reading import cases, document, remarked

#: Places stand in brackets; a sentence without any holds a near miss.
PLACES = {
    "a city": "مسافران از [بهشهر] آمدند.",
    "to a city": "استاندار به شهر [باکو] سفر کرد.",
    "with him": "سفیر [ژاپن] در دیدار با وی سخن گفت.",
    "on one's charge": "او این مسئولیت را بر عهده دارد.",
    "and also": "تجارت و نیز گردشگری رونق گرفت.",
    "milk from": "صادرات شیر از مرز آغاز شد.",
    "our year": "ما سال گذشته قرارداد بستیم.",
    "with nine": "این استان با نه کشور تجارت دارد.",
    "on me": "این موضوع بر من روشن است.",
    "those two": "مردم آن دو را همراهی کردند.",
    "barley with": "واردات جو با قطار انجام شد.",
    "with Maku": "همکاری با [ماکو] گسترش یافت.",
    "among": "این طرح در میان گذاشته شد.",
    "this feeling that": "این حس که کار پیش می‌رود مهم است.",
    "a state in two words": "سفیر [بورکینا فاسو] آمد.",
    "a province with its conjunction": "مردم [سیستان و بلوچستان] آمدند.",
    "a crossing in two words": "[مرز اینچه برون] باز شد.",
    "a glued city": "به [بندرعباس] رفتند.",
}


@cases(PLACES)
def test_a_place_is_read_where_one_is_named(name: str) -> None:
    line = PLACES[name]
    assert line == remarked(
        line,
        lambda doc: [
            (hit.start, hit.end) for hit in doc.find(0, len(doc.words), "place")
        ],
    )


#: A form that is also another word, and a sentence where it is that word.
HOMOGRAPHS = {
    "عمان": "کشتی‌ها در دریای عمان بودند.",
    "قطر": "لوله‌ای به قطر یک متر نصب شد.",
    "کره": "کره و پنیر صادر شد.",
    "مرکزی": "ساختمان مرکزی بانک باز شد.",
    "فارس": "آب‌های خلیج فارس آرام است.",
    "گلستان": "سعدی گلستان را نوشت.",
    "تاکستان": "انگور این تاکستان رسید.",
    "سند": "این سند دو بند دارد.",
    "آستانه": "در آستانه نوروز دیدار کردند.",
    "دوشنبه": "روز دوشنبه دیدار کردند.",
    "کریمه": "زائران به بارگاه کریمه اهل بیت رفتند.",
    "عقبه": "عقبه این طرح روشن نیست.",
    "بوتان": "گاز بوتان صادر شد.",
    "حلب": "ده حلب روغن آمد.",
    "الموت": "ملک الموت در این شعر آمده است.",
    "مالی": "مشکلات مالی حل شد.",
    "ترک": "او ترک تحصیل کرد.",
    "سرو": "درخت سرو کاشته شد.",
    "مهران": "مهران از مدرسه آمد.",
    "واسط": "شرکت واسط کنار رفت.",
}


@pytest.mark.parametrize("form", HOMOGRAPHS)
def test_a_word_that_is_also_a_place_is_doubted(form: str) -> None:
    doc = document(HOMOGRAPHS[form])
    found = [
        hit.value
        for at in range(len(doc.words))
        for hit in doc.hits(at, "place")
        if doc.words[hit.start : hit.end] == [form]
    ]
    assert found
    assert all(place.ambiguous for place in found)


#: Words that hold the letters of a place and are no place.
INSIDE = ("همچنین", "ماشین‌چین", "قطره", "کره‌گیری", "قمری", "یزدانی", "لاروس", "هندسه")


@pytest.mark.parametrize("word", INSIDE)
def test_a_place_inside_a_word_is_none(word: str) -> None:
    doc = document(f"این {word} تازه است.")
    assert list(doc.find(0, len(doc.words), "place")) == []
