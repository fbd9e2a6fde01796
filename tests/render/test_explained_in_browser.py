"""The page of an article with its proofs as people meet it: by eye, key and ear."""

import json
from collections.abc import Iterator
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Page

from tests.browser import opened_browser
from tests.render.test_explained import page

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js")
#: An article of ours that holds nearly every kind of finding.
RICH = "040902-gilan-astrakhan-signed"
SIZES = {"desktop": (1360, 900), "phone": (390, 844)}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with opened_browser() as opened:
        yield opened


@pytest.fixture(params=[*SIZES])
def size(request: pytest.FixtureRequest) -> tuple[int, int]:
    return SIZES[request.param]


@pytest.fixture(params=["light", "dark"])
def shown(
    browser: Browser, size: tuple[int, int], request: pytest.FixtureRequest
) -> Iterator[Page]:
    """Show the page, at one size and in one scheme of colours."""
    leaf = browser.new_page(
        viewport={"width": size[0], "height": size[1]},
        color_scheme=request.param,
        reduced_motion="reduce",
    )
    leaf.set_content(page(RICH))
    yield leaf
    leaf.close()


def test_axe_finds_nothing_to_mend(shown: Page) -> None:
    shown.evaluate(AXE.read_text("utf-8"))
    found = shown.evaluate("axe.run().then(result => result.violations)")
    assert [(one["id"], [n["html"] for n in one["nodes"]]) for one in found] == [], (
        json.dumps(found, ensure_ascii=False)[:2000]
    )


def test_nothing_is_wider_than_the_window(shown: Page) -> None:
    root = "document.documentElement"
    assert shown.evaluate(f"{root}.scrollWidth <= {root}.clientWidth")
    assert shown.evaluate("document.fonts.check('16px Vazirmatn')")


def test_a_kind_can_be_put_out_of_sight(shown: Page) -> None:
    chip = shown.locator(".chip.proposal").first
    assert chip.is_visible()
    shown.uncheck("#see-proposal")
    assert not chip.is_visible()
    assert not shown.locator(".entry.proposal").first.is_visible()
    assert shown.locator(".entry.meeting").first.is_visible()


def test_a_passage_tells_its_rule_to_whoever_points_or_tabs(shown: Page) -> None:
    told = "(one) => getComputedStyle(one, '::after').content"
    piece = shown.locator(".piece.tinted").first
    piece.hover()
    assert "person/title" in piece.evaluate(told)
    chip = shown.locator(".chip").first
    shown.keyboard.press("Tab")
    chip.focus()
    assert "person/title" in chip.evaluate(told)


def test_following_a_link_lights_every_passage_of_the_entry(shown: Page) -> None:
    tint = "(one) => getComputedStyle(one).backgroundColor"
    piece = shown.locator(".piece.participant-1").first
    before = piece.evaluate(tint)
    shown.locator("#participant-1 .passages a").first.click()
    shown.mouse.move(0, 0)
    assert piece.evaluate(tint) != before


def test_the_line_below_a_paragraph_is_picked_up_by_a_click(shown: Page) -> None:
    cite = shown.locator(".cite code").nth(1)
    cite.click()
    assert shown.evaluate("getSelection().toString().trim()") == cite.inner_text()


def test_copied_text_holds_no_signs_of_ours(shown: Page) -> None:
    text = shown.locator(".text").nth(1).evaluate(
        "(one) => { getSelection().selectAllChildren(one);"
        " return getSelection().toString(); }"
    )  # fmt: skip
    assert text.startswith("استاندار گیلان و استاندار آستراخان روسیه سند همکاری")
