"""Labels: digits, direction, breaks, and both ways of joining letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib import ft2font
from matplotlib.textpath import TextPath

from reports.charts import canvas, faces
from reports.charts.lettering import ELLIPSIS, RLM, fa, label, shaped, wrapped

LABELS = [
    "سلام",
    "الله اکبر لا",
    "می‌شود",
    "ECO: همکاری",
    "۱۲٬۳۴۵",
    "همکاری‌های FTA با ۳ کشور",
]

#: Makes a text that is already in drawing order be drawn as it stands.
AS_IT_STANDS = "\u202d"


def outline(text: str) -> list[tuple[float, float]]:
    path = TextPath((0, 0), text, prop=faces.font(10.0))
    return [(float(x), float(y)) for x, y in path.vertices]


@pytest.mark.skipif(not faces.native_shaping(), reason="nothing to compare with")
@pytest.mark.parametrize("text", LABELS)
def test_both_ways_draw_the_same_letters_in_the_same_places(text: str) -> None:
    native = outline(shaped(text, native=True))
    reshaped = outline(AS_IT_STANDS + shaped(text, native=False))
    assert len(native) == len(reshaped) > 0
    for drawn, expected in zip(reshaped, native, strict=True):
        assert drawn == pytest.approx(expected, abs=0.02)


def test_shaping_twice_would_not_go_unnoticed() -> None:
    once = outline(shaped("سلام", native=True))
    twice = outline(shaped(shaped("سلام", native=False), native=True))
    assert once != twice


def test_the_reshaped_way_leaves_no_invisible_characters() -> None:
    assert shaped("می‌شود", native=False).isprintable()


def test_shaping_is_decided_at_run_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ft2font, "__libraqm_version__", "0.10", raising=False)
    assert faces.native_shaping()
    monkeypatch.delattr(ft2font, "__libraqm_version__")
    assert not faces.native_shaping()


def test_without_native_shaping_the_canvas_reshapes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delattr(ft2font, "__libraqm_version__", raising=False)
    sheet = canvas.Canvas(width=50, height=10)
    sheet.write(45, 5, "سلام")
    (text,) = sheet.figure.texts
    assert text.get_text() == shaped("سلام", native=False) != RLM + "سلام"


@pytest.mark.skipif(not faces.native_shaping(), reason="only native text has marks")
def test_a_label_that_begins_with_latin_still_runs_from_the_right() -> None:
    text = "ECO سلام"
    first = outline("ECO")
    shift = outline(shaped(text, native=True))
    right = max(x for x, _ in shift)
    assert max(x for x, _ in outline(text)) == pytest.approx(right, abs=2)
    tail = shift[-len(first) :]
    left = min(x for x, _ in tail)
    assert left > right / 2, "the Latin word stands at the right"


@pytest.mark.parametrize(
    ("number", "written"),
    [(0, "۰"), (7, "۷"), (1404, "۱٬۴۰۴"), (99999, "۹۹٬۹۹۹"), (1234567, "۱٬۲۳۴٬۵۶۷")],
)
def test_numbers_are_written_in_persian(number: int, written: str) -> None:
    assert fa(number) == written


def test_a_label_has_one_line_and_persian_digits() -> None:
    assert label(" 3 طرح\n٤ ساله ") == "۳ طرح ۴ ساله"


@given(
    st.text(st.sampled_from("ابپ‌ت ی"), max_size=80),
    st.integers(3, 40),
    st.integers(1, 3),
)
def test_lines_fit_and_lose_nothing_unmarked(text: str, width: int, lines: int) -> None:
    text = label(text)
    broken = wrapped(text, width, lines, len)
    assert 1 <= len(broken) <= lines
    assert all(len(line) <= width for line in broken)
    assert " ".join(broken) == text or any(ELLIPSIS in line for line in broken)


def test_a_name_is_never_cut_within_a_half_space() -> None:
    assert wrapped("می‌شود", 4, 1, len) == ("می" + ELLIPSIS,)


def test_two_lines_are_about_equally_long() -> None:
    lines = wrapped("یک دو سه چهار پنج شش هفت", 20, 2, len)
    assert lines == ("یک دو سه چهار", "پنج شش هفت")
