"""The words of a page, and that nothing on it comes from elsewhere."""

import re
from collections.abc import Callable
from pathlib import Path

import html5lib
import pytest

from reports.errors import RenderError
from reports.render import to_pdf
from reports.render.page import Medium
from reports.text.digits import fa
from reports.theme import Look, Theme
from tests.render.pages import CHARTS, briefing, page, texts

ZWNJ = "\u200c"


@pytest.mark.parametrize(
    "name", ["usual", "empty", "several", "moved", "country", "idle"]
)
def test_the_words_of_the_page(name: str, golden: Callable[[str, str], None]) -> None:
    golden(f"{name}.html", page(name))


def test_the_page_of_an_undated_event_is_told_as_that_of_the_page() -> None:
    words = page("usual")
    undated = words[words.index('id="undated"') : words.index('id="proposals"')]
    assert "صفحه در ۲۹ آذر ۱۴۰۴ منتشر شده" in undated
    assert "صفحه نیز تاریخ ندارد" in undated
    meetings = words[words.index('id="meetings"') : words.index('id="undated"')]
    assert "۲۹ آذر ۱۴۰۴ [منبع" not in meetings
    assert "<td>۲۱ آذر ۱۴۰۴</td>" in meetings


def test_every_proof_is_printed_once_and_every_call_leads_to_one() -> None:
    for medium, printed in (("print", '<span class="footnote" id="'), ("screen", None)):
        words = page("usual", medium)  # type: ignore[arg-type]
        notes = re.findall(r'id="(note-\d+)"', words)
        assert len(notes) == len(set(notes)) > 3
        assert set(re.findall(r'href="#(note-\d+)"', words)) <= set(notes)
        assert printed is None or words.count(printed) == len(notes)


def test_paper_that_would_be_endless_shows_some_and_says_of_how_many() -> None:
    made = briefing("crowded").chapter
    paper, screen = page("crowded"), page("crowded", "screen")
    assert f"از {fa(len(made.meetings))} دیدار، ۱۶ دیدار آخر" in paper
    assert "مورد نخست" not in screen
    assert 'class="footnote"' not in paper
    notes = re.findall(r'id="(note-\d+)"', paper)
    assert len(notes) == len(set(notes))
    assert set(re.findall(r'href="#(note-\d+)"', paper)) == set(notes)
    assert 'id="proofs"' in paper
    assert 'class="footnote"' in page("long")


def test_sentences_are_parted_and_no_table_is_empty() -> None:
    for name in ("moved", "empty", "idle", "country"):
        words = page(name)
        assert not re.findall(r"[آ-ی]\.[آ-ی]{3,}", words)
        assert not re.findall(r"<tbody>\s*</tbody>", words)


def test_a_screen_page_needs_nothing_but_itself() -> None:
    words = page("usual", "screen")
    assert "@font-face" in words
    assert not re.search(r'(?:src|href)="(?!#|data:|https://example\.org)', words)
    assert not re.search(r"url\((?!data:)", words)
    assert "<script" not in words


def test_a_page_without_samples_does_not_speak_of_samples() -> None:
    assert 'class="print sample"' in page("long")
    assert "از خبرهای ساختگی" in page("long")
    assert "ساختگی" not in page("usual")
    assert not briefing("usual").sample


def test_what_an_article_says_cannot_become_markup() -> None:
    from reports.render.persian import prose

    assert prose("<b>الف") == '&lt;<bdi dir="ltr">b</bdi>&gt;الف'
    assert "<script" not in prose("<script>alert(1)</script>")


THEMED = Theme(
    organisation="استانداری آزمون",
    logo=b"\x89PNG\r\n\x1a\n-",
    accent="#7a1f5c",
    classification="محرمانه",
    footer="برای آزمون",
)


@pytest.mark.parametrize("medium", ["print", "screen"])
def test_a_house_puts_its_name_and_colours_on_the_page(medium: Medium) -> None:
    words = page("usual", medium, Look(theme=THEMED))
    assert "--accent:#7a1f5c" in words
    assert "استانداری آزمون</p>" in words
    assert 'alt="نشان استانداری آزمون"' in words
    assert "محرمانه</p>" in words
    assert "برای آزمون" in words


def test_mark_and_footer_stand_on_every_page_of_the_paper() -> None:
    look = Look(theme=Theme(classification="محرمانه", footer="برای آزمون"))
    made = to_pdf(page("several", "print", look), charts=CHARTS)
    assert made.complaints == made.sticking_out == ()
    leaves = texts(made.pdf)
    assert all("محرمانه" in leaf for leaf in leaves)
    assert all("برای آزمون" in leaf for leaf in leaves[1:])


def test_a_page_on_a_dark_screen_has_colours_of_its_own() -> None:
    words = page("usual", "screen")
    assert "prefers-color-scheme:dark" in words
    assert "prefers-color-scheme" not in page("usual", "print")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder of the user's with a template, a style sheet and a word."""
    (tmp_path / "briefing.html").write_text("<p>{{ words.kind.meeting }}", "utf-8")
    (tmp_path / "briefing.css").write_text("p { color: red }", "utf-8")
    (tmp_path / "words.toml").write_text('[kind]\nmeeting = "ملاقات"', "utf-8")
    return tmp_path


def test_files_of_the_user_stand_in_the_place_of_ours(folder: Path) -> None:
    words = page("usual", "screen", Look(templates=folder))
    assert words == "<p>ملاقات"
    (folder / "briefing.html").write_text("<style>{{ style }}</style>", "utf-8")
    words = page("usual", "screen", Look(templates=folder))
    assert "color: red" in words
    assert ".entries" in words, "our own screen.css"


FAULTS = {
    "briefing.html": ("<p>\n{% if %}", "briefing.html, line 2: "),
    "words.toml": ("[kind", "words.toml: "),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_in_a_file_of_the_user_is_told(name: str, tmp_path: Path) -> None:
    written, told = FAULTS[name]
    (tmp_path / name).write_text(written, "utf-8")
    with pytest.raises(RenderError, match=told) as problem:
        page("usual", "print", Look(templates=tmp_path))
    assert problem.value.hint


def test_an_unknown_name_in_a_template_is_told(tmp_path: Path) -> None:
    (tmp_path / "briefing.html").write_text("{{ briefing.nothing }}", "utf-8")
    with pytest.raises(RenderError, match="nothing"):
        page("usual", "print", Look(templates=tmp_path))


def test_a_fault_in_a_style_sheet_is_told_each_time(tmp_path: Path) -> None:
    (tmp_path / "print.css").write_text("p { colour: red }", "utf-8")
    for _ in range(2):
        made = to_pdf("<html lang=fa><title>-</title><p>-", templates=tmp_path)
        assert "colour" in made.complaints[0]


@pytest.mark.parametrize("name", ["usual", "empty", "several"])
def test_a_browser_need_not_guess_what_is_meant(name: str) -> None:
    for medium in ("print", "screen"):
        parser = html5lib.HTMLParser(strict=True)
        parser.parse(page(name, medium))  # type: ignore[arg-type]
