"""What measures us loads, reads its options, and gives others the same to print."""

import importlib
import json
import re
from pathlib import Path

import msgspec
import pytest

from benchmarks import ways
from benchmarks.__main__ import PARTS, TOLD, growth, parser
from benchmarks.charts import saved
from benchmarks.measures import Spent, Table, middle, of_processor, spent
from benchmarks.typesetting import typst_document
from reports.model import Chart, Drawing, Lettering, Shape
from reports.outline import Column, Figure, Heading, Note, Outline, Paragraph, Row
from reports.outline import Table as Claims
from reports.places import ROOT

MODULES = sorted(path.stem for path in (ROOT / "benchmarks").glob("*.py"))
NOTE = Note(source=1, article="a", outlet="رسانه", page="۱", quote='گفت: "بله"')
TOLD_OF = Outline(
    title="گزارش",
    period="پاییز",
    span="۱ تا ۲",
    notice=None,
    last=None,
    blocks=(
        Heading("دیدارها", 1),
        Paragraph(text="دیدار شد. #نه *این* $هم", notes=(NOTE,)),
        Claims(
            sheet="برگه",
            part="بخش",
            columns=(
                Column(id="day", title="روز", width=1),
                Column(id="count", title="شمار", width=2, kind="number"),
            ),
            rows=(Row(("شنبه", 12), (NOTE,)), Row(("شنبه", None))),
            empty="هیچ",
            grouped=True,
            noted="count",
        ),
        Figure("drawn", "نمودار"),
    ),
)
DRAWING = Drawing(
    width=72,
    height=36,
    shapes=(
        Shape(path="0 0 m 9 0 l 9 9 l h", fill="#0f5c6e"),
        Shape(path="0 0 m 1 2 3 4 5 6 c", stroke="#b3701c", weight=1),
    ),
    letterings=(
        Lettering(
            text="ایران", x=9, y=9, side="left", size=8, bold=False, colour="#000000"
        ),
    ),
)


@pytest.mark.parametrize("module", MODULES)
def test_loads(module: str) -> None:
    assert importlib.import_module(f"benchmarks.{module}").__doc__


def test_everything_is_measured_when_nothing_is_said() -> None:
    told = parser().parse_args([])
    assert (told.only, told.times, told.sizes) == (PARTS, 5, (1000, 4000))


def test_parts_and_sizes_are_chosen() -> None:
    told = parser().parse_args(["--only", "b,d", "--times", "1", "--sizes", "10,20"])
    assert (told.only, told.times, told.sizes) == ("bd", 1, (10, 20))


@pytest.mark.parametrize("only", ["z", "", "b,z"])
def test_other_parts_are_refused(only: str) -> None:
    with pytest.raises(SystemExit):
        parser().parse_args(["--only", only])


def test_growth_reads_what_is_told_of_many_articles() -> None:
    table = Table()
    growth(table, (3,))
    assert [row.name for row in table.rows] == ["3 articles"]
    assert table.rows[0].clock_ratio == 1
    assert re.fullmatch(r"\d+ MB", table.rows[0].note)
    assert TOLD.findall("kept after    1.5 s") == [("kept after", "1.5")]


def test_measures_are_kept_with_the_machine_and_those_before(tmp_path: Path) -> None:
    table = Table()
    table.tell("b", "half", Spent(1, 2), Spent(2, 4))
    table.say("a", "so it was")
    table.keep(tmp_path)
    later = Table()
    later.tell("d", "more", Spent(3, 3), Spent(1, 1))
    told = json.loads(later.keep(tmp_path).read_bytes())
    assert [row["name"] for row in told["rows"]] == ["half", "more"]
    assert told["rows"][0]["clock_ratio"] == told["rows"][0]["processor_ratio"] == 0.5
    assert told["lines"] == {"a": ["so it was"]}
    assert {"cores", "python"} <= set(told["machine"])
    assert "weasyprint" in told["libraries"]


def test_time_of_the_processor_is_counted() -> None:
    before = of_processor()
    taken = spent(lambda: sum(range(5_000_000)))
    assert taken.processor > 0
    assert of_processor() > before
    assert middle([Spent(1, 9), Spent(2, 8), Spent(3, 7)]) == Spent(2, 8)


def test_matplotlib_draws_the_same_chart() -> None:
    svg = saved(DRAWING).decode()
    assert 'width="72pt" height="36pt"' in svg
    assert "#0f5c6e" in svg
    assert "#b3701c" in svg


def test_plain_page_holds_every_chart_and_style() -> None:
    chart = Chart(name="the-chart", svg=b"", alt="")
    page = '<style>\n</style><img src="chart:the-chart">'
    found = ways.plain(page, {"drawn": chart})
    assert 'src="drawn.svg"' in found
    assert "@font-face" in found
    assert "@footnote" in found
    with pytest.raises(ValueError, match="not in its place"):
        ways.plain('<img src="chart:another">', {"drawn": chart})


def test_typst_gets_the_words_as_they_are_and_each_proof_once() -> None:
    document = typst_document(TOLD_OF)
    assert '#"دیدار شد. #نه *این* $هم"' in document
    assert document.count("#footnote[") == 1
    assert document.count("#footnote(<n0>)") == 1
    assert 'گفت: \\"بله\\"' in document


@pytest.mark.skipif(ways.missing("typst") is not None, reason="no Typst here")
def test_typst_prints_the_document(tmp_path: Path) -> None:
    (tmp_path / ways.TYPST).write_text(typst_document(TOLD_OF), "utf-8")
    (tmp_path / "drawn.svg").write_bytes(saved(DRAWING))
    with ways.typst() as way:
        assert way(tmp_path).startswith(b"%PDF")


def test_press_prints_what_was_prepared(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / ways.PAGE).write_text("<p>سلام</p>", "utf-8")
    (tmp_path / ways.CHARTS).write_bytes(msgspec.msgpack.encode({}))
    ways.main(["press", str(tmp_path)])
    assert (tmp_path / "press.pdf").read_bytes().startswith(b"%PDF")
    told = json.loads(capsys.readouterr().out)
    assert [one["clock"] > 0 for one in told["each"]] == [True]
    assert told["processor"] >= told["each"][0]["processor"]
