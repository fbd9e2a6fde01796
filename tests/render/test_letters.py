"""Letters in words: what mail programs can show, and what readers can read."""

import datetime
import re
import tomllib

import html5lib
import pytest

from reports.deliver.changes import changes
from reports.deliver.contents import Contents, read_contents
from reports.deliver.sheet import File, Sender, Sheet, figures
from reports.lexicon.places import countries, provinces
from reports.places import TEMPLATES
from reports.render.letters import Written, days_en, period_en, to_letter
from reports.render.words import words
from reports.settings import Language
from reports.text.periods import read_period
from tests.deliver import briefings

LANGUAGES: tuple[Language, ...] = ("fa", "en")
PERIOD = read_period("1404-09")
LINK = "https://example.org/briefing.pdf"


def letter(
    language: Language = "fa",
    *,
    document: dict[str, object] | None = None,
    corrected: bool = False,
    link: str | None = None,
    organisation: str = "ادارهٔ کل",
) -> Written:
    def read(json: bytes) -> Contents:
        return read_contents(json, name="a briefing")

    contents = read(briefings.json(document or briefings.BRIEFING))
    told = None
    if corrected:
        was, contents = contents, read(briefings.LATER)
        told = changes(was, contents)
    sheet = Sheet(
        language=language,
        contents=contents,
        since=PERIOD.since,
        until=PERIOD.until,
        revision=2 if corrected else 1,
        changes=told,
        figures=figures(contents),
        file=File(bytes=184_211, pages=12, link=link),
        sender=Sender(
            organisation=organisation,
            mark="داخلی",
            footer="پانویس",
            accent="#0f5c6e",
            alarm="#8a2d12",
            leave="desk@example.org",
        ),
    )
    return to_letter(sheet, period=PERIOD)


KINDS = {
    "first": {},
    "correction": {"corrected": True},
    "linked": {"link": LINK},
    "sample": {"document": {**briefings.BRIEFING, "sample": True}},
    "nothing": {"document": {**briefings.BRIEFING, "matters": [], "before": None}},
    "nobody": {"organisation": ""},
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("options", KINDS.values(), ids=KINDS)
def test_the_page_is_what_mail_programs_can_show(
    options: dict[str, object], language: Language
) -> None:
    page = letter(language, **options).html  # type: ignore[arg-type]
    html5lib.HTMLParser(strict=True).parse(page)
    assert not re.search(r"<(img|link|script|style|video|form)\b", page)
    assert set(re.findall(r'https?://[^"<\s]+', page)) <= {LINK}
    assert not re.search(r"(?:float|position|flex|grid|var\(|calc\()", page)
    assert "class=" not in page
    assert len(page) < 60_000, "Gmail cuts longer pages off"
    for table in re.findall(r"<table[^>]*>", page):
        assert 'role="presentation"' in table


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("options", KINDS.values(), ids=KINDS)
def test_the_text_says_what_the_page_says(
    options: dict[str, object], language: Language
) -> None:
    written = letter(language, **options)  # type: ignore[arg-type]
    assert "&" not in written.text
    assert "<" not in written.text.replace("<desk", "")
    plain = re.sub(r"[\s،,.:;؛()«»·=–*-]+", " ", written.text)
    shown = re.sub(
        r"<head>.*?</head>|<div style=\"display:none.*?</div>",
        "",
        written.html,
        flags=re.DOTALL,
    )
    shown = re.sub(r"<!--.*?-->|<[^>]+>", " ", shown)
    missing = {
        word
        for word in re.sub(r"[\s،,.:;؛()«»·=–*&-]+", " ", shown).split()
        if word not in plain
    }
    assert missing <= ({"۲۲", "آذر", "۱۴۰۴"} if language == "en" else set())


def test_a_letter_in_persian() -> None:
    written = letter()
    assert written.subject == "روابط خارجی استان اردبیل، آذر ۱۴۰۴"
    assert written.file_name == "گزارش روابط خارجی استان اردبیل، آذر ۱۴۰۴.pdf"
    assert '<html lang="fa" dir="rtl">' in written.html
    assert "دیدار انجام‌شده: ۳ (دورهٔ پیش: ۵)" in written.text
    assert "کامران نیک‌پیما (استاندار اردبیل)؛ رشاد قلی‌یف" in written.text
    assert "۲۱ آذر ۱۴۰۴، اردبیل، انجام‌شده" in written.text
    assert "نمونه، ۲۲ آذر ۱۴۰۴" in written.text
    assert '<bdi dir="ltr">ASAN</bdi>' in written.html
    assert not re.search("[0-9]", re.sub(r"desk@\S+|ASAN", "", written.text))


def test_a_letter_in_english() -> None:
    written = letter("en", corrected=True)
    assert written.subject == (
        "Correction: Foreign relations of Ardabil Province, Azar 1404"
    )
    assert written.file_name.isascii()
    assert '<html lang="en" dir="ltr">' in written.html
    assert "22 November 2025 – 21 December 2025" in written.text
    assert "Signing of a memorandum: Day changed from 12 December 2025" in written.text
    assert "Telephone call (undated): Withdrawn" in written.text


def test_a_relation_and_the_country_have_titles_of_their_own() -> None:
    def subject(kind: str, slug: str, name: str, language: Language) -> str:
        about = {"kind": kind, "slug": slug, "code": slug.upper(), "name": name}
        return letter(
            language, document={**briefings.BRIEFING, "subject": about}
        ).subject

    assert subject("relation", "om", "عمان", "fa") == "روابط ایران و عمان، آذر ۱۴۰۴"
    assert subject("relation", "om", "عمان", "en") == (
        "Relations of Iran and Oman, Azar 1404"
    )
    assert "استان‌های ایران" in subject("country", "ir", "ایران", "fa")
    assert "provinces of Iran" in subject("country", "ir", "ایران", "en")


def test_what_is_invented_says_so_first() -> None:
    written = letter(document={**briefings.BRIEFING, "sample": True})
    assert written.subject.startswith("نمونهٔ ساختگی: ")
    assert written.text.index("ساختگی") < written.text.index("نمای کلی")


def test_names_and_words_cannot_break_the_page() -> None:
    nasty = {**briefings.TERMINAL, "text": '<img src=x onerror="alert(1)">'}
    written = letter(
        document={**briefings.BRIEFING, "matters": [nasty]}, organisation="<b>&"
    )
    assert "<img" not in written.html
    assert "&lt;b&gt;&amp;" in written.html
    html5lib.HTMLParser(strict=True).parse(written.html)


def test_both_languages_say_the_same_things() -> None:
    def keys(language: str) -> set[str]:
        source = (TEMPLATES / f"letter.{language}.toml").read_text("utf-8")
        return set(tomllib.loads(source))

    only_english = {"gregorian", "jalali", "orders", "period", "names"}
    codes = {"kind", "meeting_status", "proposal_status", "obstacle"}
    persian = {key for key in keys("fa") if not key.startswith("notice")}
    assert keys("en") == persian | only_english | codes


def test_english_has_a_name_for_every_code() -> None:
    source = (TEMPLATES / "letter.en.toml").read_text("utf-8")
    english = tomllib.loads(source)
    for group in ("kind", "meeting_status", "proposal_status", "obstacle"):
        assert english[group].keys() == words()[group].keys()
    names = english["names"]
    assert names["relation"].keys() == {code.lower() for code in countries()}
    assert names["province"].keys() == {one.slug for one in provinces().values()}


PERIODS = {
    "1404-09": "Azar 1404",
    "1404-q3": "third quarter of 1404",
    "1404-h2": "second half of 1404",
    "1404": "the year 1404",
    "1404-w38": "week 38 of 1404",
    "all": "all periods",
}


@pytest.mark.parametrize(("code", "name"), PERIODS.items(), ids=PERIODS)
def test_periods_have_english_names(code: str, name: str) -> None:
    assert period_en(read_period(code)) == name


def test_days_in_english() -> None:
    day = datetime.date(2025, 12, 1)
    assert days_en(day, day) == "1 December 2025"
