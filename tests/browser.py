"""A browser for the tests that need to see a page; without one they are skipped."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, sync_playwright

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")


@contextmanager
def opened_browser() -> Iterator[Browser]:
    """Open the Chromium of this machine, without a window."""
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine: pages are not looked at")
    with sync_playwright() as play:
        browser = play.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
        )
        yield browser
        browser.close()
