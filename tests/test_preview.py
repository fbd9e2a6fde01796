"""The preview as somebody who works on a template meets it."""

import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from reports.places import ROOT
from reports.preview import Preview
from reports.theme import Look
from tests.briefing import examples as ex
from tests.store.examples import keep
from tests.test_publish import told

#: How long a machine with much to do may take, in seconds.
PATIENCE = 60


@pytest.fixture
def store(tmp_path: Path) -> str:
    """Return the URL of a store with the usual articles."""
    url = f"sqlite:///{tmp_path}/store.db"
    keep(url, *map(told, ex.USUAL))
    return url


def fetched(url: str, *, host: str | None = None) -> tuple[int, str]:
    """Return the status and the text that a browser gets."""
    request = Request(url, headers={"Host": host} if host else {})  # noqa: S310
    try:
        with urlopen(request, timeout=PATIENCE) as answer:  # noqa: S310
            return answer.status, answer.read().decode("utf-8", "replace")
    except HTTPError as problem:
        with problem:
            return problem.code, problem.read().decode()


def waited(what: Callable[[], bool]) -> bool:
    """Say whether something becomes true in time."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if what():
            return True
        time.sleep(0.1)
    return False


@pytest.fixture
def program(store: str, tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """Start the preview in a folder with templates of the user's, and end it."""
    (tmp_path / "mine").mkdir()
    command = [
        "preview",
        "--store",
        store,
        "--templates",
        "mine",
        "--period",
        "1404-09",
    ]
    with subprocess.Popen(
        [sys.executable, ROOT / "build.py", *command],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as running:
        yield running
        running.kill()


def test_somebody_works_on_a_template(
    program: subprocess.Popen[str], tmp_path: Path
) -> None:
    assert program.stdout
    found = re.search(r"http://127\.0\.0\.1:\d+/", program.stdout.readline())
    assert found
    home = found[0]
    page = f"{home}province/ardabil.html"

    status, index = fetched(home)
    assert status == 200
    assert 'href="/province/ardabil.html">اردبیل</a>' in index
    assert fetched(home, host="evil.example")[0] == 403
    assert fetched(f"{home}nothing.txt")[0] == 404
    assert fetched(page)[1].count("<script>") == 1

    mine = tmp_path / "mine" / "briefing.html"
    before = fetched(f"{home}version")[1]
    mine.write_text("<p>{% if %}</body>", "utf-8")
    assert waited(lambda: fetched(f"{home}version")[1] != before)
    status, fault = fetched(page)
    assert status == 500
    assert "briefing.html, line 1" in fault

    mine.write_text("<p>قالب من</body>", "utf-8")
    assert waited(lambda: "قالب من" in fetched(page)[1])
    assert "این گزارش منتشر نمی‌شود" not in fetched(page)[1]
    mine.write_text('<p>قالب من<a href="#b"></body>', "utf-8")
    assert waited(lambda: "a link leads to #b" in fetched(page)[1])
    assert "این گزارش منتشر نمی‌شود" in fetched(page)[1]

    program.send_signal(signal.SIGINT)
    out, err = program.communicate(timeout=PATIENCE)
    assert (program.returncode, out, err) == (0, "", "")
    assert not (tmp_path / "out").exists()


def test_what_the_store_tells_makes_a_page_new(store: str) -> None:
    shown = Preview(store, period="1404-09", look=Look)
    shown.check()
    assert shown.answer("/province/ardabil.json").status == 200
    first = shown.answer("/province/ardabil.json").body
    shown.check()
    assert shown.version == 1
    keep(store, told(ex.record("new", published=ex.day(12, 5))))
    shown.check()
    assert shown.version == 2
    assert shown.answer("/province/ardabil.json").body != first


def test_a_subject_that_is_none_is_told(store: str) -> None:
    answer = Preview(store, period="all", look=Look).answer("/province/atlantis.html")
    assert answer.status == 500
    assert "no such province or country" in answer.body.decode()
