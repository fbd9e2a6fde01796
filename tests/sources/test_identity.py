"""Two texts are one page when only the rendering, an update or the address differs."""

import datetime

import pytest

from reports.model import Article, Page
from reports.sources import clash, keys, look, one_page, place
from reports.sources.identity import Look, Place, url_key

LEAD = "استاندار اردبیل بر گسترش دادوستد با جمهوری آذربایجان تأکید کرد."
BODY = (
    "کامران نیک‌پیما در دیدار با سفیر جمهوری آذربایجان گفت: گذرگاه بیله‌سوار از ماه "
    "آینده شبانه‌روزی کار خواهد کرد.\n\nوی افزود: سال گذشته ۳٫۵ میلیون تن کالا از این "
    "گذرگاه گذشته و امسال یک‌دهم بیشتر شده است.\n\nسفیر نیز از میزبانی استان قدردانی "
    "کرد و گفت: راننده‌ها به پارکینگ و بارانداز تازه نیاز دارند."
)
WHOLE = f"استاندار اردبیل:\nگذرگاه شبانه‌روزی می‌شود\n{LEAD}\n{BODY}\nنظر شما\nکد خبر ۱۲"
OTHER = (
    BODY.replace("بیله‌سوار", "آستارا").replace("۳٫۵", "۴").replace("راننده", "بازرگان")
)


def known(text: str = BODY, **told: object) -> Look:
    """Return what a text is known by; `day` and `outlet` are those of its page."""
    url, outlet, day = (told.get(name) for name in ("url", "outlet", "day"))
    page = Page(id="a", title=None, published=day, outlet=outlet, url=url)
    return look(Article(id="a", text=text, origin="a.txt", url=url), page)


DAY = datetime.date(2025, 12, 13)
NEXT = datetime.date(2025, 12, 14)
ONE = {
    "the same": (known(), known()),
    "without half-spaces": (known(), known(BODY.replace("\u200c", ""))),
    "spaced": (known(), known(BODY.replace("\u200c", " "))),
    "in one line": (known(), known(BODY.replace("\n", " "))),
    "body and whole page": (known(), known(WHOLE)),
    "one knows its day": (known(day=DAY), known(WHOLE, outlet="ایرنا")),
    "updated": (known(), known(BODY + " این دیدار دو ساعت به درازا کشید.")),
    "one address": (
        known(url="https://www.irna.ir/news/85012345/a", outlet="ایرنا", day=DAY),
        known(
            "خبر دیگری.", url="http://irna.ir/news/85012345/b?utm_source=x", day=NEXT
        ),
    ),
    "two addresses of one text": (
        known(url="https://irna.example/short", outlet="ایرنا"),
        known(url="https://irna.example/news/85012345", outlet="ایرنا"),
    ),
}
TWO = {
    "of two outlets": (known(outlet="ایرنا"), known(outlet="ایسنا")),
    "of two days": (known(day=DAY), known(day=NEXT)),
    "like another": (known(), known(OTHER)),
    "too short to tell": (known(LEAD), known(LEAD)),
    "a flash and the news": (known(BODY[:200]), known(BODY * 2 + OTHER)),
    "alike at two addresses": (
        known(url="https://irna.example/1"),
        known(WHOLE, url="https://irna.example/2"),
    ),
}


@pytest.mark.parametrize(("a", "b"), ONE.values(), ids=ONE)
def test_one_page(a: Look, b: Look) -> None:
    assert one_page(a, b)
    assert one_page(b, a)
    assert set(keys(a)) & set(keys(b))


@pytest.mark.parametrize(("a", "b"), TWO.values(), ids=TWO)
def test_two_pages(a: Look, b: Look) -> None:
    assert not one_page(a, b)
    assert not one_page(b, a)


ADDRESSES = {
    "https://www.irna.ir/news/85012345/%D8%A7": "irna.ir/news/85012345",
    "irna.ir/news/85012345": "irna.ir/news/85012345",
    "http://m.site.ir:80//a/b/?b=2&a=1&utm_medium=x#top": "site.ir/a/b?a=1&b=2",
    "https://site.ir/%D8%AE%D8%A8%D8%B1": "site.ir/خبر",
    "https://user@site.ir/news/12": "site.ir/news/12",
    "news/7": None,
    "https://www.site.ir/?utm_source=x": None,
    "http://[": None,
}


@pytest.mark.parametrize(("url", "key"), ADDRESSES.items(), ids=range(len(ADDRESSES)))
def test_address_is_told_without_what_does_not_matter(url: str, key: str) -> None:
    assert url_key(url) == key


def stands(origin: str, id_: str, text: str, **told: object) -> tuple[Place, Look]:
    """Return where a text stands, and what it is known by."""
    return place(Article(id=id_, text=text, origin=origin)), known(text, **told)


CLASHES = {
    "another folder's file": ("x/a.txt", "y/a.txt", "a", {}),
    "another folder's line": ("x/a.jsonl:1", "y/a.jsonl:1", "a-1", {}),
    "a number that two feeds give": (
        "x/mon.jsonl:1",
        "x/tue.jsonl:1",
        "77",
        {"outlet": "ایسنا"},
    ),
}
AGREEMENTS = {
    "a corrected file": ("x/a.txt", "x/a.txt", "a"),
    "a corrected feed": ("x/a.jsonl:1", "x/a.jsonl:9", "a-1"),
    "an id given by the source": ("x/mon.jsonl:1", "x/tue.jsonl:1", "77"),
}


@pytest.mark.parametrize(("kept", "new", "id_", "told"), CLASHES.values(), ids=CLASHES)
def test_another_text_does_not_take_a_taken_id(
    kept: str, new: str, id_: str, told: dict[str, str]
) -> None:
    first = stands(kept, id_, BODY, outlet="ایرنا" if told else None)
    refusal = clash(first, stands(new, id_, OTHER, **told), origin=new)
    assert refusal is not None
    assert refusal.origin == new
    assert first[0].file in refusal.why
    assert clash(first, stands(new, id_, BODY), origin=new) is None
    assert clash(first, stands(new, id_, WHOLE), origin=new) is None


@pytest.mark.parametrize(("kept", "new", "id_"), AGREEMENTS.values(), ids=AGREEMENTS)
def test_correction_takes_the_place_of_the_text(kept: str, new: str, id_: str) -> None:
    first, second = stands(kept, id_, BODY), stands(new, id_, OTHER)
    assert clash(first, second, origin=new) is None
