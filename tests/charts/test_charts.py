"""The drawings: nothing overflows or overlaps, and lengths tell the truth."""

import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from itertools import combinations, pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.charts import (
    Count,
    canvas,
    contacts,
    meetings_in_time,
    proposals_by_status,
    proposals_by_topic,
)
from reports.charts.bars import ranked_bars
from reports.charts.canvas import Canvas
from reports.charts.columns import columns
from reports.charts.ladder import LOOKS, ladder, texture
from reports.charts.lettering import ELLIPSIS
from reports.model import Chart
from reports.places import ROOT
from tests.charts.drawing import Box, assert_in_order, read, written

EMPTY = "در این دوره چیزی گزارش نشده است."
ALT = "شرح نمودار برای کسی که آن را نمی‌بیند"
HEAD = ("نام", "شمار")
MONTHS = [
    "فروردین",
    "اردیبهشت",
    "خرداد",
    "تیر",
    "مرداد",
    "شهریور",
    "مهر",
    "آبان",
    "آذر",
    "دی",
    "بهمن",
    "اسفند",
]
TOPICS = [
    "حمل‌ونقل",
    "ECO: همکاری با سازمان همکاری اقتصادی",
    "3 طرح توسعه بندر (منطقه آزاد)",
    "راه‌اندازی مرکز مبادلات مرزی و لجستیک مشترک در گذرگاه شمالی کشور",
    "ا" * 60,
    "مرز",
]
STATUSES = [
    "مطرح‌شده",
    "حمایت‌شده",
    "توافق‌شده",
    "امضاشده",
    "در حال اجرا",
    "انجام‌شده",
]
WIDTHS = (82.0, 170.0)


def months(values: Sequence[int], *, start: int = 4) -> list[Count]:
    """Return `values` as counts of months in a row, as the caller labels them."""
    dates = [divmod(start + n, 12) for n in range(len(values))]
    names = [f"{MONTHS[month]} {1400 + year}" for year, month in dates]
    return [Count(name, value) for name, value in zip(names, values, strict=True)]


def named(names: Sequence[str], values: Sequence[int]) -> list[Count]:
    return [Count(names[n % len(names)], value) for n, value in enumerate(values)]


def draw_columns(values: Sequence[int], width: float) -> Canvas:
    return columns(months(values), empty=EMPTY, width=width)


def draw_bars(values: Sequence[int], width: float) -> Canvas:
    counts = named(TOPICS, values)
    return ranked_bars(counts, empty=EMPTY, width=width, colour=canvas.TEAL)


def draw_ladder(values: Sequence[int], width: float) -> Canvas:
    return ladder(named(STATUSES, values), empty=EMPTY, width=width)


Draw = Callable[[Sequence[int], float], Canvas]
DRAWINGS = [
    pytest.param(draw_columns, 60, id="columns"),
    pytest.param(draw_bars, 25, id="bars"),
    pytest.param(draw_ladder, 6, id="ladder"),
]
CHARTS: list[Callable[[], Chart]] = [
    lambda: meetings_in_time(months([3, 0, 12]), alt=ALT, head=HEAD, empty=EMPTY),
    lambda: proposals_by_topic(named(TOPICS, [3, 0, 12]), alt=ALT, head=HEAD),
    lambda: proposals_by_status(
        named(STATUSES, [9, 3, 0, 1, 0, 2]), alt=ALT, head=HEAD
    ),
    lambda: contacts(named(TOPICS, [5, 4]), alt=ALT, head=HEAD, width_mm=82),
]


def bars(sheet: Canvas) -> list[Box]:
    """Return the bars that stand for values, in the order they were drawn."""
    return read(sheet.drawing()).bars


@pytest.mark.parametrize(("draw", "most"), DRAWINGS)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("top", [1, 9, 40, 99_999])
def test_words_fit_and_stand_apart(
    draw: Draw, most: int, width: float, top: int
) -> None:
    for number in (1, 2, 6, 13, 25, 60):
        if number <= most:
            values = [top * (n * 7 % 11) // 10 for n in range(1, number + 1)]
            assert_in_order(draw(values, width))


@settings(max_examples=15, deadline=None)
@given(st.lists(st.integers(0, 99_999), max_size=40), st.sampled_from(WIDTHS))
def test_any_months_fit(values: list[int], width: float) -> None:
    assert_in_order(draw_columns(values, width))


@settings(max_examples=15, deadline=None)
@given(
    st.lists(st.text(st.sampled_from("ابپ‌ت یگA7(.،"), max_size=60), max_size=25),
    st.sampled_from(WIDTHS),
)
def test_any_names_fit(names: list[str], width: float) -> None:
    counts = [Count(name, 5 * n) for n, name in enumerate(names)]
    sheet = ranked_bars(counts, empty="", width=width, colour="#000000")
    drawing = read(sheet.drawing())
    assert all(
        -0.1 <= box.left <= box.right <= drawing.sheet.right + 0.1
        for box in drawing.texts
    )
    for one, other in combinations([*drawing.texts, *drawing.bars], 2):
        assert not one.overlaps(other)


def test_words_that_overflow_or_overlap_would_be_seen() -> None:
    sheet = Canvas(width=50, height=10)
    sheet.write(10, 5, "بیرون از برگه")
    with pytest.raises(AssertionError):
        assert_in_order(sheet)
    sheet = Canvas(width=50, height=10)
    sheet.write(45, 5, "روی هم")
    assert_in_order(sheet)
    sheet.write(43, 5, "روی هم")
    with pytest.raises(AssertionError):
        assert_in_order(sheet)


@pytest.mark.parametrize("number", [1, 5, 24, 60])
def test_columns_are_as_high_as_their_values_and_run_from_the_right(
    number: int,
) -> None:
    values = [1 + n * 13 % 17 for n in range(number)]
    drawn = bars(draw_columns(values, 170))
    per_unit = max(bar.height for bar in drawn) / max(values)
    assert [bar.height for bar in drawn] == pytest.approx(
        [value * per_unit for value in values], abs=0.02
    )
    assert all(earlier.left > later.right for earlier, later in pairwise(drawn))
    assert len({round(bar.bottom, 4) for bar in drawn}) == 1


def test_bars_are_ranked_as_long_as_their_values_and_grow_from_the_right() -> None:
    drawn = bars(draw_bars([3, 0, 12, 7], 170))
    per_unit = drawn[0].width / 12
    assert [bar.width for bar in drawn] == pytest.approx(
        [value * per_unit for value in (12, 7, 3)], abs=0.02
    )
    assert len({round(bar.right, 4) for bar in drawn}) == 1
    assert all(upper.bottom < lower.top for upper, lower in pairwise(drawn))


def test_rungs_fill_the_width_in_order_from_the_right() -> None:
    values = [41, 12, 9, 0, 3, 2]
    drawn = bars(draw_ladder(values, 170))
    total = 170 / 25.4 * 72
    assert [bar.width for bar in drawn] == pytest.approx(
        [value * total / sum(values) for value in values if value], abs=0.02
    )
    assert drawn[0].right == pytest.approx(total, abs=0.02)
    for right, left in pairwise(drawn):
        assert left.right == pytest.approx(right.left, abs=0.02)


def test_rungs_are_told_apart_in_grey() -> None:
    red, green, blue = 0.2126, 0.7152, 0.0722
    grey = [
        red * int(look.tint[1:3], 16)
        + green * int(look.tint[3:5], 16)
        + blue * int(look.tint[5:7], 16)
        for look in LOOKS
    ]
    assert all(lighter - darker > 15 for lighter, darker in pairwise(grey))
    assert all(a.texture != b.texture for a, b in pairwise(LOOKS))


@pytest.mark.parametrize("kind", ["rising", "falling", "level"])
@pytest.mark.parametrize("size", [(0.2, 10.0), (3.4, 3.4), (170.0, 10.0)])
def test_a_texture_stays_within_its_part(kind: str, size: tuple[float, float]) -> None:
    wide, high = size
    lines = texture(kind, 5, 7, wide, high)  # type: ignore[arg-type]
    assert lines or wide < 1
    for x, y in (point for line in lines for point in line):
        assert 5 - 1e-9 <= x <= 5 + wide + 1e-9
        assert 7 - 1e-9 <= y <= 7 + high + 1e-9


def test_a_ladder_has_six_rungs_at_most() -> None:
    with pytest.raises(ValueError, match="zip"):
        draw_ladder([1] * 7, 170)


@pytest.mark.parametrize("make", CHARTS)
def test_a_chart_has_a_name_an_alt_and_a_clean_drawing(
    make: Callable[[], Chart],
) -> None:
    chart = make()
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", chart.name)
    assert chart.alt == ALT
    root = ElementTree.fromstring(chart.svg)  # noqa: S314 - we have just written it
    tags = {element.tag.rpartition("}")[2] for element in root.iter()}
    assert tags <= {"svg", "g", "path"}
    assert written(chart)
    assert not [text for text in written(chart) if re.search("[0-9]", text)]
    assert chart.table
    assert {len(row) for row in chart.table.rows} == {len(chart.table.head)}


@pytest.mark.parametrize("make", CHARTS)
def test_the_same_counts_give_the_same_bytes(make: Callable[[], Chart]) -> None:
    assert make().svg == make().svg


def test_another_process_gives_the_same_bytes() -> None:
    code = (
        "import sys; from reports.charts import Count, proposals_by_status as draw;"
        "counts = [Count('a', 3), Count('b', 1)];"
        "sys.stdout.buffer.write(draw(counts, alt='', head=('a', 'b')).svg)"
    )
    there = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True
    )
    here = proposals_by_status(
        [Count("a", 3), Count("b", 1)], alt="", head=("a", "b")
    ).svg
    assert there.stdout == here


@pytest.mark.parametrize("counts", [[], [Count("مهر 1404", 0)]], ids=["none", "zeros"])
def test_a_chart_of_nothing_says_so(counts: list[Count]) -> None:
    for draw in (meetings_in_time, proposals_by_topic, proposals_by_status, contacts):
        assert written(draw(counts, alt=ALT, head=HEAD, empty=EMPTY)) == [EMPTY]


def test_a_long_notice_is_wrapped() -> None:
    sheet = columns([], empty=f"{EMPTY} " * 3, width=82)
    assert len(written(sheet)) == 2
    assert_in_order(sheet)


def test_a_year_is_written_once() -> None:
    words = written(draw_columns([2] * 14, 170))
    assert words.count("۱۴۰۰") == words.count("۱۴۰۱") == 1
    assert "فروردین" in words


def test_labels_without_a_year_are_kept_whole() -> None:
    sheet = columns([Count("هفته 38", 2), Count("هفته 39", 1)], empty="", width=170)
    assert {"هفته ۳۸", "هفته ۳۹"} <= set(written(sheet))


def test_crowded_columns_tell_the_peak_over_a_grid() -> None:
    sheet = draw_columns([20_000 - n for n in range(60)], 170)
    assert {"۲۰٬۰۰۰", "۵٬۰۰۰", "۱۰٬۰۰۰"} <= set(written(sheet))


def test_a_name_too_long_is_cut_with_an_ellipsis() -> None:
    assert any(text.endswith(ELLIPSIS) for text in written(draw_bars([1] * 6, 82)))


def test_money_and_mathematics_are_plain_words() -> None:
    chart = contacts([Count("$a^2$ دلار", 1)], alt=ALT, head=HEAD)
    assert "$a^۲$ دلار" in written(chart)


def test_a_missing_glyph_is_noticed() -> None:
    with pytest.warns(UserWarning, match="missing from font"):
        contacts([Count("漢", 1)], alt=ALT, head=HEAD)


def test_a_count_is_not_negative() -> None:
    with pytest.raises(ValueError, match="-1"):
        Count("مهر", -1)


def test_three_files_know_matplotlib() -> None:
    room = ROOT / "reports" / "charts"
    imports = re.compile(r"^(import|from) matplotlib", re.MULTILINE)
    knowing = [
        path.name
        for path in room.glob("*.py")
        if imports.search(path.read_text("utf-8"))
    ]
    assert sorted(knowing) == ["canvas.py", "faces.py", "recorder.py"]
