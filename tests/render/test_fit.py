"""Boxes that reach over an edge are found, and those that do not are not."""

import pytest

from reports.render import to_pdf

PAGE = '<html lang="fa" dir="rtl"><title>-</title><body>'
DRAWN = (
    'src="data:image/svg+xml,<svg xmlns=%22http://www.w3.org/2000/svg%22'
    ' viewBox=%220 0 9 9%22/>"'
)

STICKING_OUT = {
    "a word": ("<p>" + "ب" * 200, "is 289 px too wide"),
    "a word in a narrow block": (
        '<div style="width:60mm"><b>' + "x" * 60 + "</b></div>",
        "px too wide",
    ),
    "a word in a cell": (
        '<table><tr><td style="width:20mm;overflow-wrap:normal">'
        + "س" * 99
        + "<td>ب</table>",
        "px too wide",
    ),
    "a word in a tile": (
        '<div style="width:30mm;display:inline-block">' + "x" * 60 + "</div>",
        "px too wide",
    ),
    "a table": ('<table style="width:300mm"><tr><td>الف</table>', "a table is"),
    "a picture": (f'<img alt="-" style="width:200mm" {DRAWN}>', "a picture is"),
    "what is cut off": (
        '<div style="height:10mm;overflow:hidden">' + "<p>ب</p>" * 5 + "</div>",
        "px too low",
    ),
}
FITTING = {
    "a paragraph": "<p>" + "کلمه " * 300,
    "a list": "<ul><li>الف<li>" + "ب پ " * 200 + "</ul><ol><li>الف</ol>",
    "a table": "<table><tr><th scope=col>الف<td>" + "ت ث " * 90 + "</table>",
    "raised marks": '<p>الف<a class="again" href="#a">۱</a><b id="a">ب</b>',
}


@pytest.mark.parametrize(("body", "told"), STICKING_OUT.values(), ids=STICKING_OUT)
def test_sticking_out(body: str, told: str) -> None:
    found = to_pdf(PAGE + body).sticking_out
    assert found
    assert all(one.startswith("page 1: ") for one in found)
    assert told in found[0]


@pytest.mark.parametrize("body", FITTING.values(), ids=FITTING)
def test_fitting(body: str) -> None:
    assert to_pdf(PAGE + body).sticking_out == ()
