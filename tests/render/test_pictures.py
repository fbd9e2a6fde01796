"""Charts on a page: words that are words, in their place, and the plain way out."""

import io
import pickle

import msgspec
import pikepdf
import pypdfium2
import pytest
import weasyprint

from reports.model import Chart, Lettering, Shape
from reports.render import to_pdf
from reports.render.pictures import KNOWN, Picture, operators, with_pictures
from tests.render.pages import CHARTS, DRAWING, SVG, WORDS, page

CHART = CHARTS["meetings_in_time"]
PAGE = (
    '<html lang="fa" dir="rtl"><title>-</title>'
    "<style>@page{margin:0;@top-right{content:none}@bottom-center{content:none}}"
    "body{margin:0}img{width:100%;display:block}</style>"
    '<img src="chart:meetings_in_time" alt="شرح">'
)


def leaf(pdf: bytes) -> pypdfium2.PdfPage:
    return pypdfium2.PdfDocument(pdf)[0]


def test_the_press_is_the_one_that_we_know() -> None:
    assert weasyprint.__version__ == KNOWN
    made, images = with_pictures(PAGE, CHARTS)
    assert made == PAGE
    assert isinstance(images["chart:meetings_in_time"], Picture)


@pytest.mark.parametrize(
    ("chart", "version"),
    [(CHART, "71.0"), (Chart(name=CHART.name, svg=SVG, alt=""), KNOWN)],
    ids=["another press", "no drawing"],
)
def test_otherwise_the_page_holds_the_svg(chart: Chart, version: str) -> None:
    charts = {name: msgspec.structs.replace(chart, name=name) for name in CHARTS}
    made, images = with_pictures(page("usual"), charts, version=version)
    assert images == {}
    assert "chart:" not in made
    assert 'src="data:image/svg+xml;base64,' in made
    assert to_pdf(made).complaints == ()


def test_words_of_a_chart_can_be_copied_and_stand_where_they_should() -> None:
    printed = to_pdf(PAGE, charts=CHARTS)
    words = leaf(printed.pdf).get_textpage()
    assert [line.strip() for line in words.get_text_range().splitlines()] == [
        WORDS,
        WORDS,
    ]
    scale = 595.28 / DRAWING.width
    boxes = [words.get_charbox(n) for n in range(words.count_chars())]
    right = max(box[2] for box in boxes)
    assert right == pytest.approx(300 * scale, abs=1.5)
    low, high = (841.89 - (DRAWING.height - y) * scale for y in (40, 60))
    assert min(box[1] for box in boxes) > low - 8
    assert max(box[3] for box in boxes) < high + 12


def test_both_ways_paint_the_same_shapes() -> None:
    plain = Chart(name=CHART.name, svg=SVG, alt="")
    pixels = [
        leaf(to_pdf(PAGE, charts={"any": one}).pdf).render(scale=0.5).to_pil()
        for one in (CHART, plain)
    ]
    for x, y in (
        (10, 5),
        (20, 60),
        (190, 5),
        (195, 5),
        (250, 30),
        (290, 68),
        (250, 75),
    ):
        first, second = (one.getpixel((x, y)) for one in pixels)
        assert first == second


def test_a_chart_is_a_figure_with_its_words() -> None:
    with pikepdf.open(io.BytesIO(to_pdf(PAGE, charts=CHARTS).pdf)) as pdf:
        (figure,) = [
            one
            for one in pdf.objects
            if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/Figure"
        ]
        assert str(figure["/Alt"]) == "شرح"
        steps = pikepdf.parse_content_stream(pdf.pages[0])
        names = [str(step.operator) for step in steps]
    inside = names[names.index("BDC") : names.index("EMC")]
    assert {"f", "Tj"} & set(inside)
    assert not {"f", "Tj", "TJ"} & set(names[names.index("EMC") :])


def test_shapes_are_operators() -> None:
    path = "0 0 m 1 1 l"
    assert operators(Shape(path=path, fill="#ff0000")) == f"1 0 0 rg {path} f"
    line = Shape(path=path, stroke="#0000ff", weight=1.5)
    assert operators(line) == f"0 0 1 RG 1.5 w {path} S"
    both = Shape(path=path, fill="#000000", stroke="#ffffff", weight=1)
    assert operators(both).endswith(" B")


def test_a_chart_travels_between_processes() -> None:
    assert pickle.loads(pickle.dumps(CHART)) == CHART  # noqa: S301 - our own bytes


def test_a_glyph_that_is_missing_is_complained_of() -> None:
    odd = Lettering(
        text="\U0001d11e\ue000",
        x=9,
        y=9,
        side="left",
        size=8,
        bold=False,
        colour="#000000",
    )
    drawing = type(DRAWING)(width=50, height=20, shapes=(), letterings=(odd,))
    chart = Chart(name=CHART.name, svg=SVG, alt="", drawing=drawing)
    complaints = to_pdf(PAGE, charts={"any": chart}).complaints
    assert any("unsupported by fonts" in complaint for complaint in complaints)
