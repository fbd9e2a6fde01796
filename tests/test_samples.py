"""The demonstration articles are readable, marked as samples, and hang together."""

import datetime
import json
import re
from pathlib import Path

import pytest

from reports.extract import extract
from reports.model import Article
from reports.text.fold import fold

FOLDER = Path(__file__).parent.parent / "samples"
FILES = sorted(path for path in FOLDER.iterdir() if path.name != "README.md")
LINES = [path for path in FILES if path.suffix == ".jsonl"]

#: Written in Arabic letters on purpose.
ARABIC = {"040920-east-azerbaijan-syunik.txt"}

#: The governor of a province is one person in all articles.
GOVERNORS = {
    "اردبیل": "کامران نیک‌پیما",
    "خوزستان": "عبدالکریم نخل‌آرا",
    "گلستان": "آرمان نیک‌سرشت",
    "گیلان": "سهراب سپیدرودی",
    "آذربایجان غربی": "بهنام روشن‌ضمیر",
    "آذربایجان شرقی": "فرهاد ستوده‌نیا",
    "سیستان و بلوچستان": "داوود هامونی‌فر",
    "هرمزگان": "شهرام خلیلی‌منش",
    "فارس": "جمشید ارژنگی",
    "کرمانشاه": "سیاوش درخشانی",
    "مازندران": "کیوان مازیارنیا",
    "خراسان رضوی": "احسان توس‌پور",
    "خراسان جنوبی": "مهران قهستانی",
    "اصفهان": "پیمان رودآور",
    "ایلام": "نادر سپهرآرا",
    "کردستان": "هیوا کاردان‌پور",
    "قزوین": "رامین الموتیان",
    "همدان": "نوید الوندی‌فر",
    "بوشهر": "بابک ساحلی‌نژاد",
    "یزد": "حمیدرضا نیک‌آیین",
    "کرمان": "مسعود باغبان‌زاده",
    "قم": "سیدمرتضی دانشورنیا",
}

COUNTRIES = [
    "جمهوری آذربایجان",
    "ارمنستان",
    "ترکیه",
    "عراق",
    "ترکمنستان",
    "قزاقستان",
    "روسیه",
    "افغانستان",
    "پاکستان",
    "عمان",
    "قطر",
    "هند",
    "چین",
    "ژاپن",
    "بلاروس",
    "تاجیکستان",
    "اندونزی",
]


def plain(text: str) -> str:
    """Return `text` folded and without any space."""
    return fold(text).text.replace(" ", "")


def articles() -> dict[str, str]:
    """Return the text of every sample under a name that a failing test can show."""
    found = {}
    for path in FILES:
        text = path.read_text("utf-8")
        if path in LINES:
            for line in text.splitlines():
                row = json.loads(line)
                found[f"{path.name}:{row['id']}"] = row["text"]
        else:
            found[path.name] = text
    return found


TEXTS = articles()
PLAIN = {name: plain(text) for name, text in TEXTS.items()}


def telling(words: str) -> list[str]:
    """Return the names of the articles that have `words`, however they are spaced."""
    wanted = plain(words)
    return [name for name, text in PLAIN.items() if wanted in text]


def naming(country: str) -> list[str]:
    """Return the names of the articles that have `country` as a word of its own."""
    word = re.compile(rf"(?<!\w){country}(?!\w)")
    return [name for name, text in TEXTS.items() if word.search(fold(text).text)]


def test_there_are_enough_articles_in_all_three_kinds_of_file() -> None:
    assert len(TEXTS) >= 36
    assert {path.suffix for path in FILES} == {".txt", ".md", ".jsonl"}


def test_file_names_are_plain_ascii() -> None:
    odd = [
        path.name
        for path in FILES
        if not re.fullmatch(r"[a-z0-9-]+\.(txt|md|jsonl)", path.name)
    ]
    assert odd == []


@pytest.mark.parametrize("name", TEXTS)
def test_every_article_names_an_outlet_that_is_marked_as_a_sample(name: str) -> None:
    assert re.search("خبرگزارینمونه|پایگاهخبرینمونه|نمونهنیوز|نمونهپرس", PLAIN[name])


@pytest.mark.parametrize("name", TEXTS)
def test_every_article_is_as_long_as_a_news_item(name: str) -> None:
    assert 1000 <= len(TEXTS[name]) <= 3500


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_arabic_letters_stand_only_where_they_are_meant(path: Path) -> None:
    letters = set("\u064a\u0643") & set(path.read_text("utf-8"))
    assert bool(letters) == (path.name in ARABIC)


def test_no_two_articles_are_the_same() -> None:
    assert len(set(PLAIN.values())) == len(TEXTS)


def test_every_governor_is_named_and_only_beside_his_province() -> None:
    strangers = {
        f"{governor} in {name}"
        for province, governor in GOVERNORS.items()
        for name in telling(governor)
        if name not in telling(f"استاندار {province}")
    }
    assert strangers == set()
    assert [name for name in GOVERNORS.values() if not telling(name)] == []


def test_some_provinces_and_countries_come_again_and_again() -> None:
    provinces = [len(telling(governor)) for governor in GOVERNORS.values()]
    countries = [len(naming(country)) for country in COUNTRIES]
    assert sum(count >= 3 for count in provinces) >= 5
    assert sum(count >= 3 for count in countries) >= 5
    assert min(countries) >= 1


def test_the_articles_reach_over_four_jalali_months() -> None:
    months = {path.name[:4] for path in FILES if path.name.startswith("04")}
    assert months == {"0406", "0407", "0408", "0409"}


def test_dated_headers_agree_with_the_file_names_to_the_day_after() -> None:
    spring = datetime.date(2025, 3, 20)  # the day before 1 Farvardin 1404
    checked = 0
    for path in FILES:
        header = re.match(r" date (\d{4}-\d\d-\d\d) ", path.read_text("utf-8"))
        if not header:
            continue
        month, day = int(path.name[2:4]), int(path.name[4:6])
        passed = 31 * (month - 1) if month <= 6 else 186 + 30 * (month - 7)
        told = spring + datetime.timedelta(passed + day)
        late = datetime.date.fromisoformat(header[1]) - told
        assert late.days in {0, 1}, path.name
        checked += 1
    assert checked >= 10


def spacing(text: str) -> str:
    """Tell whether the plural endings of `text` are half-spaced, spaced or glued."""
    if "\u200c" in text:
        return "half"
    return "spaced" if re.search(" های? ", fold(text).text) else "glued"


def test_a_third_is_glued_a_third_half_spaced_and_some_are_spaced() -> None:
    kinds = [spacing(text) for text in TEXTS.values()]
    assert kinds.count("glued") >= len(TEXTS) // 3
    assert kinds.count("half") >= len(TEXTS) // 3
    assert kinds.count("spaced") >= 3


def test_the_lines_hold_what_a_feed_would_tell() -> None:
    rows = [
        json.loads(line)
        for path in LINES
        for line in path.read_text("utf-8").splitlines()
    ]
    assert len(rows) == 4
    assert len({row["id"] for row in rows}) == 4
    for row in rows:
        assert set(row) == {"id", "title", "published", "outlet", "url", "text"}
        assert row["outlet"] == "خبرگزاری نمونه"
        assert row["url"].startswith("https://namune.example/")
        assert datetime.date.fromisoformat(row["published"]).year == 2025


def test_no_governor_bears_the_title_of_another() -> None:
    ours = {plain(name): place for place, name in GOVERNORS.items()}
    for name, text in TEXTS.items():
        read = extract(Article(id="x", text=text, origin=name))
        for meeting in read.meetings:
            for person in meeting.participants:
                place = ours.get(plain(person.name or ""))
                if place is None:
                    continue
                assert person.side == "iran", (name, person.name)
                titled = plain(person.title or f"استاندار {place}")
                assert titled.startswith("استاندار"), (name, person.title)
                assert plain(place) in titled or titled == "استاندار", (name, titled)
