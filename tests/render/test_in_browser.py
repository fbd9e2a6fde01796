"""Briefings as readers meet them in a browser: by eye, key and ear, on any screen."""

import json
from collections.abc import Iterator
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Page

from reports.theme import Look, Theme
from tests.browser import opened_browser
from tests.render.pages import page

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js")
NAMES = ["empty", "moved", "country"]
DESKTOP, PHONE, NARROW = (1200, 900), (390, 844), (320, 600)
LOOK = Look(
    theme=Theme(
        organisation="استانداری آزمون", classification="محرمانه", accent="#ffcc00"
    )
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with opened_browser() as opened:
        yield opened


@pytest.fixture(params=NAMES)
def leaf(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """Show a briefing of a house with a hard colour."""
    shown = browser.new_page(reduced_motion="reduce")
    shown.set_content(page(request.param, "screen", LOOK))
    yield shown
    shown.close()


def test_axe_finds_nothing_to_mend(leaf: Page) -> None:
    leaf.evaluate(AXE.read_text("utf-8"))
    for scheme, (width, height) in (("light", DESKTOP), ("dark", PHONE)):
        leaf.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        leaf.set_viewport_size({"width": width, "height": height})
        found = leaf.evaluate("axe.run().then(result => result.violations)")
        assert found == [], json.dumps(found, ensure_ascii=False)[:2000]


def test_nothing_reaches_over_the_edge_of_a_screen(leaf: Page) -> None:
    for width, height in (DESKTOP, PHONE, NARROW):
        leaf.set_viewport_size({"width": width, "height": height})
        assert leaf.evaluate("document.documentElement.scrollWidth") <= width


def test_a_page_is_set_in_our_typeface_from_the_right(leaf: Page) -> None:
    assert leaf.evaluate("document.fonts.check('16px Vazirmatn', 'گزارش')")
    assert leaf.evaluate("document.fonts.size") == 2
    title = leaf.locator("h1").bounding_box()
    assert title
    right = leaf.evaluate("document.body.getBoundingClientRect().right")
    assert right - (title["x"] + title["width"]) < 40


def test_on_paper_it_is_dark_on_white_whatever_the_screen(leaf: Page) -> None:
    leaf.emulate_media(media="print", color_scheme="dark")
    ink = leaf.evaluate("getComputedStyle(document.body).color")
    ground = leaf.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (ink, ground) == ("rgb(28, 37, 38)", "rgb(255, 255, 255)")
