"""The page: its day, its headline, its outlet, and what is no news at all."""

import datetime

import pytest

from reports.extract import extract
from tests.extract.reading import article, cases, document, paged, record

BODY = (
    "به گزارش خبرگزاری نمونه، استاندار گیلان در دیدار با سفیر ژاپن در ایران گفت: "
    "بندر آماده است."
)
DAY = datetime.date(2025, 11, 12)

#: The text, its headline as printed.
HEADLINES: dict[str, tuple[str, str | None]] = {
    "first line": (
        f"گسترش همکاری گیلان و ژاپن\n\n{BODY}",
        "گسترش همکاری گیلان و ژاپن",
    ),
    "markdown": (
        f"## گسترش همکاری گیلان و ژاپن\n\n{BODY}",
        "گسترش همکاری گیلان و ژاپن",
    ),
    "markdown after blank lines": (
        f"\n\n## گسترش همکاری گیلان و ژاپن\n\n{BODY}",
        "گسترش همکاری گیلان و ژاپن",
    ),
    "body alone": (BODY, None),
    "a lead that ends with a stop": (
        f"استاندار گیلان از گسترش همکاری با ژاپن خبر داد.\n\n{BODY}",
        None,
    ),
}

#: The opening of an article, and the outlet it names.
OUTLETS: dict[str, tuple[str, str | None]] = {
    "according to": (
        "به گزارش ایسنا، استاندار گیلان گفت: بندر آماده است.",
        "ایسنا",
    ),
    "according to, with a desk": (
        "به گزارش ایرنا از رشت، استاندار گیلان گفت: بندر آماده است.",
        "ایرنا",
    ),
    "dateline": ("رشت - ایرنا - استاندار گیلان گفت: بندر آماده است.", "ایرنا"),
    "outlet and desk": ("ایسنا/گیلان: استاندار گیلان گفت: بندر آماده است.", "ایسنا"),
    "nobody": ("استاندار گیلان گفت: بندر آماده است.", None),
    "an agency as a topic": (
        "استاندار گیلان از خبرنگار ایسنا قدردانی کرد و گفت: بندر آماده است.",
        None,
    ),
}


@cases(HEADLINES)
def test_headline_is_as_printed_or_absent(name: str) -> None:
    text, title = HEADLINES[name]
    assert record(text).article.title == title


@cases(OUTLETS)
def test_outlet_is_the_one_that_reports(name: str) -> None:
    text, outlet = OUTLETS[name]
    assert record(text).article.outlet == outlet


def test_attribution_is_not_part_of_the_first_sentence() -> None:
    doc, _, _ = paged(BODY)
    first = doc.sentences[0]
    assert doc.quote(first.body, first.body + 2) == "استاندار گیلان"


def test_page_date_of_the_header_is_read() -> None:
    read = extract(article(f" date 2025-11-12 {BODY}"))
    assert read.article.published == DAY
    assert read.article.page_date_source == "header"


def test_page_date_of_the_source_wins_over_the_header() -> None:
    read = extract(article(f" date 2025-11-13 {BODY}", published=DAY))
    assert read.article.published == DAY
    assert read.article.page_date_source == "source"


def test_impossible_header_is_no_page_date() -> None:
    assert extract(article(f" date 2025-13-41 {BODY}")).article.published is None


def test_page_without_a_day_has_none() -> None:
    read = extract(article(BODY))
    assert read.article.published is None
    assert read.article.page_date_source is None


#: A line near the top, and the page date that it gives.
DATED_LINES = {
    "behind the agency": ("رشت - ایسنا: ۱۰ آبان ۱۳۹۴", "2015-11-01"),
    "after a bar": ("روزنامه راه | چهارشنبه ۵ آذر ۱۴۰۴", "2025-11-26"),
    "with the hour": ("ایسنا/گیلان 20 دی 1400 / 13:44", "2022-01-10"),
    "in words": ("سوم آبان ۱۳۹۶", "2017-10-25"),
    "without a year": ("رشت - ایسنا: ۱۰ آبان", None),
    "a sentence": ("نمایشگاه ۱۰ آبان ۱۳۹۴ در رشت گشایش یافت.", None),
}


@cases(DATED_LINES)
def test_a_dated_line_near_the_top_dates_the_page(name: str) -> None:
    line, day = DATED_LINES[name]
    text = f"{line}\nاستاندار گیلان با سفیر ژاپن دیدار کرد.\n"
    published = record(text, published=None).article.published
    assert published == (datetime.date.fromisoformat(day) if day else None)


def test_a_day_in_the_story_is_no_page_date() -> None:
    text = "به گزارش ایسنا، نمایشگاه ۲۱ آبان ۱۴۰۴ در رشت برگزار می‌شود."
    assert extract(article(text)).article.published is None


@pytest.mark.parametrize("outlet", ["خبرگزاری نمونه", "نمونه نیوز"])
def test_sample_outlet_marks_its_page(outlet: str) -> None:
    text = f"به گزارش {outlet}، استاندار گیلان گفت: بندر آماده است."
    assert record(text).article.sample


def test_real_outlet_is_no_sample() -> None:
    text = "به گزارش ایسنا، استاندار گیلان گفت: نمونه‌ها آماده است."
    assert not record(text).article.sample


def test_lead_told_again_counts_once() -> None:
    lead = "استاندار گیلان در دیدار با سفیر ژاپن خواستار راه‌اندازی خط کشتیرانی شد."
    once = record(f"{lead}\n\nسفیر ژاپن گفت: بندر آماده است.")
    twice = record(f"{lead}\n\nایسنا/گیلان: {lead}\n\nسفیر ژاپن گفت: بندر آماده است.")
    assert len(twice.statements) == len(once.statements)
    assert len(twice.proposals) == len(once.proposals)
    assert len(twice.meetings) == len(once.meetings)


def test_noise_is_remembered_and_not_read() -> None:
    text = f"{BODY}\n\nانتهای پیام"
    doc = document(text)
    assert [text[start:end].strip() for _, start, end in doc.noise] == ["انتهای پیام"]
    assert "انتهای" not in doc.words
