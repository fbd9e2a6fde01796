"""The outline of a briefing: all that it says, in order, each claim with its proofs."""

import datetime
from collections.abc import Iterator

import msgspec
import pytest

from reports.outline import Column, Day, Figure, Heading, Outline, Paragraph, Table
from reports.publish.outlines import outline
from reports.render import words
from tests.render.pages import CHARTS, briefing

NAMES = ["usual", "empty", "several", "moved", "country"]


def made(name: str) -> Outline:
    return outline(briefing(name), words=words(), charts=CHARTS)


def tables(name: str) -> list[Table]:
    return [one for one in made(name).blocks if isinstance(one, Table)]


def sheets(name: str) -> dict[str, list[Table]]:
    """Return the tables for counting under the titles of their sheets."""
    found: dict[str, list[Table]] = {}
    for one in tables(name):
        if one.place != "paper":
            found.setdefault(one.sheet, []).append(one)
    return found


def cells(table: Table, column: str) -> list[object]:
    """Return what stands in a column."""
    (at,) = (at for at, one in enumerate(table.columns) if one.id == column)
    return [row.cells[at] for row in table.rows]


@pytest.mark.parametrize("name", NAMES)
def test_rows_are_as_wide_as_their_heads_and_sheets_have_one_head(name: str) -> None:
    for one in tables(name):
        assert {len(row.cells) for row in one.rows} <= {len(one.columns)}
        assert one.noted is None or one.noted in {column.id for column in one.columns}

    def counted(table: Table) -> list[Column]:
        return [one for one in table.columns if one.place != "paper"]

    for found in sheets(name).values():
        heads = [
            [(one.id, one.title, one.kind) for one in counted(table)] for table in found
        ]
        assert all(head == heads[0] for head in heads)


@pytest.mark.parametrize("name", NAMES)
def test_every_claim_on_a_sheet_is_proved(name: str) -> None:
    claims = [row for one in tables(name) if one.noted for row in one.rows]
    assert all(row.notes for row in claims)
    assert bool(claims) == (name != "empty")


@pytest.mark.parametrize("name", NAMES)
def test_headings_go_down_one_step_at_a_time(name: str) -> None:
    level = 0
    for one in made(name).blocks:
        if isinstance(one, Heading):
            assert one.level <= level + 1
            level = one.level


def test_the_sheets_are_those_of_every_briefing() -> None:
    usual = list(sheets("usual"))
    assert usual[:9] == [
        "خلاصه",
        "دیدارها",
        "شرکت‌کنندگان",
        "پیشنهادها",
        "گفته‌ها",
        "ارقام",
        "موانع",
        "تعهدها",
        "ظرفیت‌ها و دستاوردها",
    ]
    assert usual[-1] == "منابع"
    assert set(usual) - {"افراد و سمت‌ها"} <= set(sheets("empty"))


def test_days_are_days_and_what_nobody_tells_is_nothing() -> None:
    dated, undated, *_ = sheets("usual")["دیدارها"]
    days = cells(dated, "day")
    assert all(isinstance(day, Day) for day in days)
    assert Day(datetime.date(2025, 12, 12), "۲۱ آذر ۱۴۰۴") in days
    assert set(cells(undated, "day")) == {None}
    assert "هفتهٔ گذشته" in cells(undated, "said")


def test_both_parts_of_a_briefing_stand_on_one_sheet() -> None:
    parts = [one.part for one in sheets("usual")["پیشنهادها"]]
    assert parts == ["روابط خارجی", "روابط خارجی در داخل"]
    (foreign, _) = sheets("usual")["شرکت‌کنندگان"]
    assert "جمهوری آذربایجان" in cells(foreign, "country")


def test_a_quantity_is_a_number_on_a_sheet_and_words_on_paper() -> None:
    first, *_ = sheets("usual")["ارقام"]
    assert cells(first, "value")[0] == 12500
    assert cells(first, "amount")[0] == "حدود ۱۲٬۵۰۰ تن"


def test_what_moved_fell_silent_and_was_corrected_is_told() -> None:
    told = list(_texts("moved"))
    assert any("از «مطرح‌شده» به «حمایت‌شده»" in text for text in told)
    assert any("در سنجش با شمارهٔ ۱ گزارش آبان ۱۴۰۴" in text for text in told)
    (changes,) = sheets("moved")["تصحیح‌ها"]
    assert "دیگر در خبرها گواهی ندارد و از گزارش برداشته شد." in cells(
        changes, "change"
    )
    (quiet,) = sheets("moved")["پیشنهادهای بی‌خبر"]
    assert cells(quiet, "proposal") == ["گشایش خط پروازی"]
    (days,) = cells(quiet, "days")
    assert isinstance(days, int)
    (meetings, *_) = sheets("moved")["دیدارها"]
    assert any("باکو" in str(one) for one in cells(meetings, "disputes"))


def test_the_figures_stand_beside_those_of_the_period_before() -> None:
    _, figures, *_ = sheets("moved")["خلاصه"]
    assert [one.id for one in figures.columns if one.place != "sheet"] == [
        "label",
        "count",
        "before",
    ]
    assert all(isinstance(one, int) for one in cells(figures, "before"))


def test_the_country_tells_its_places_on_paper_and_its_claims_on_sheets() -> None:
    paper = [one for one in tables("country") if one.place != "sheet"]
    assert "دیدارها" not in {one.sheet for one in paper}
    assert [one.part for one in paper if one.sheet == "استان‌ها و کشورها"] == [
        "استان‌ها",
        "کشورها",
    ]
    assert any(table.rows for table in sheets("country")["دیدارها"])
    (pairs,) = sheets("country")["استان با کشور"]
    assert ("اردبیل", "جمهوری آذربایجان") in {row.cells[:2] for row in pairs.rows}


def test_the_country_lists_the_sources_that_it_quotes() -> None:
    whole = briefing("country")
    few = msgspec.structs.replace(whole, matters=whole.matters[:1])
    blocks = outline(few, words=words()).blocks
    (listed,) = (
        one for one in blocks if isinstance(one, Table) and one.place == "paper"
    )
    quoted = {proof.source for proof in whole.matters[0].proofs}
    assert {row.cells[0] for row in listed.rows} == quoted
    told = [one.text for one in blocks if isinstance(one, Paragraph)]
    assert "از ۴ خبر، آن‌ها که در این گزارش گواه آمده‌اند." in told


def test_charts_are_named_and_an_empty_briefing_has_none() -> None:
    figures = [one for one in made("usual").blocks if isinstance(one, Figure)]
    assert [one.name for one in figures] == list(CHARTS)
    assert not any(isinstance(one, Figure) for one in made("empty").blocks)


def test_samples_are_marked() -> None:
    assert "ساختگی" in (made("several").notice or "")
    assert "ساختگی" in str(cells(sheets("several")["خلاصه"][0], "count"))
    assert made("usual").notice is None


def _texts(name: str) -> Iterator[str]:
    """Yield every paragraph of an outline."""
    for one in made(name).blocks:
        if isinstance(one, Paragraph):
            yield one.text
