"""The words of a page, and that nothing on it comes from elsewhere."""

import re
from collections.abc import Callable

import pytest

from tests.render.pages import briefing, page

ZWNJ = "\u200c"


@pytest.mark.parametrize("name", ["usual", "empty", "several", "moved", "country"])
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
