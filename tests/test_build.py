"""The front door: what is printed where, and with which exit code."""

import csv
import json
import os
import pty
import re
import subprocess
import sys
import typing
from pathlib import Path

import msgspec
import pytest

from reports.commands import kept as kept_commands
from reports.commands import printing
from reports.places import ROOT
from reports.publish import FORMATS
from reports.tables import KINDS
from reports.theme import PdfVariant
from tests.store.examples import article, keep, record
from tests.test_tables import with_meeting

HEAVY = ("hazm", "matplotlib", "nltk", "rich", "sqlalchemy", "weasyprint")
TEXT = "استاندار اردبیل با سفیر جمهوری آذربایجان دیدار کرد.\n"


def build(
    *arguments: str | Path, here: Path, given: bytes | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run the program in the folder `here`, as a person would."""
    return subprocess.run(
        [sys.executable, ROOT / "build.py", *arguments],
        cwd=here,
        input=given,
        capture_output=True,
        check=False,
    )


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """Return a folder with a good article and two bad ones."""
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "good.txt").write_text(TEXT, "utf-8")
    (folder / "latin.txt").write_bytes(b"\xc7\xd3\xca\xc7\xe4")
    (folder / "void.txt").write_bytes(b"")
    return folder


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """Return a folder whose default store holds one article."""
    (tmp_path / "data").mkdir()
    url = f"sqlite:///{tmp_path}/data/reports.db"
    keep(url, (article("a"), with_meeting("a")), (article("b"), record("b")))
    return tmp_path


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys, build\n"
        "try: build.cli(['--help'])\n"
        f"except SystemExit: print(sorted(set({HEAVY!r}) & set(sys.modules)))"
    )
    told = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True
    )
    assert told.stdout.splitlines()[-1] == b"[]"


def test_gather_keeps_the_good_and_names_the_bad(news: Path, tmp_path: Path) -> None:
    done = build("gather", "news", "nowhere.txt", here=tmp_path)
    assert done.returncode == 3
    assert b"gathered: 1 new, 0 changed, 0 the same, 3 refused" in done.stdout
    refused = [
        line for line in done.stderr.decode().splitlines() if line.startswith("refused")
    ]
    assert [line.split(": ")[1] for line in refused] == [
        "news/latin.txt",
        "news/void.txt",
        "nowhere.txt",
    ]
    assert (tmp_path / "data" / "reports.db").is_file()
    again = build("gather", news / "good.txt", here=tmp_path)
    assert again.returncode == 0
    assert b"0 new, 0 changed, 1 the same, 0 refused" in again.stdout


def test_extract_prints_a_line_for_each_article(news: Path, tmp_path: Path) -> None:
    done = build("extract", "--format", "jsonl", news, here=tmp_path)
    assert done.returncode == 3
    (line,) = done.stdout.splitlines()
    assert json.loads(line)["article"]["id"] == "good"
    assert done.stderr.count(b"refused: ") == 2
    assert not (tmp_path / "data").exists()


def test_explain_marks_what_was_found(news: Path, tmp_path: Path) -> None:
    done = build("explain", news / "good.txt", here=tmp_path)
    assert done.returncode == 0
    marked = done.stdout.decode()
    assert "[" in marked
    assert "\tmeeting" in marked


def test_explain_colours_on_a_terminal(news: Path, tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    subprocess.run(
        [sys.executable, ROOT / "build.py", "explain", news / "good.txt"],
        cwd=tmp_path,
        stdout=theirs,
        env={**os.environ, "TERM": "xterm-256color"},
        check=True,
    )
    told = os.read(ours, 100_000).decode()
    os.close(theirs)
    os.close(ours)
    assert "\x1b[" in told
    assert "[استاندار" not in re.sub(r"\x1b\[[\d;]*m", "", told)


def test_explain_writes_a_page(news: Path, tmp_path: Path) -> None:
    done = build("explain", news / "good.txt", "--html", "new/page.html", here=tmp_path)
    assert (done.returncode, done.stdout) == (0, b"new/page.html\n")
    html = (tmp_path / "new" / "page.html").read_text("utf-8")
    assert html.startswith("<!DOCTYPE html>")
    assert "meeting/meeting" in html


def test_explain_puts_one_article_on_a_page(news: Path, tmp_path: Path) -> None:
    (news / "other.txt").write_text(TEXT, "utf-8")
    two = (news / "good.txt", news / "other.txt")
    done = build("explain", *two, "--html", "page.html", here=tmp_path)
    assert done.returncode == 2
    assert b"PATHS hold 2" in done.stderr
    assert not (tmp_path / "page.html").exists()


def test_respace_changes_half_spaces_and_nothing_else(tmp_path: Path) -> None:
    done = build("respace", here=tmp_path, given="همکاریهای ما\r\n\nabc".encode())
    assert done.returncode == 0
    assert done.stdout.decode() == "همکاری‌های ما\r\n\nabc"


def test_respace_lets_pass_what_is_not_utf8(tmp_path: Path) -> None:
    assert build("respace", here=tmp_path, given=b"a\n\xc7 b").stdout == b"a\n\xc7 b"


def test_show_prints_the_same_rows_in_every_form(kept: Path) -> None:
    kind = "events"
    lines = build("show", kind, "--format", "jsonl", here=kept).stdout.splitlines()
    rows = [msgspec.json.decode(line, type=dict[str, str | None]) for line in lines]
    assert rows
    written = build("show", kind, "--format", "csv", here=kept).stdout.decode()
    flat = [{name: value or "" for name, value in row.items()} for row in rows]
    assert list(csv.DictReader(written.splitlines())) == flat
    table = build("show", kind, here=kept).stdout.decode()
    assert all(value in table for row in rows for value in row.values() if value)


def test_show_says_that_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    build("gather", "news", here=tmp_path)
    done = build("show", "events", here=tmp_path)
    assert (done.returncode, done.stdout) == (0, b"")
    assert b"build.py gather" in done.stderr


@pytest.mark.parametrize("command", ["show events", "publish", "withdraw a001"])
def test_a_store_that_is_not_there_is_not_taken_for_an_empty_one(
    tmp_path: Path, command: str
) -> None:
    done = build(*command.split(), here=tmp_path)
    assert (done.returncode, done.stdout) == (1, b"")
    assert b"there is no such store" in done.stderr
    assert not (tmp_path / "data").exists()


def test_every_command_finds_the_store_that_the_settings_name(tmp_path: Path) -> None:
    (tmp_path / "briefings.toml").write_text('store = "sqlite:///office.db"')
    (tmp_path / "news").mkdir()
    build("gather", "news", here=tmp_path)
    assert (tmp_path / "office.db").exists()
    assert build("show", "events", here=tmp_path).returncode == 0
    other = build("show", "events", "--store", "sqlite:///else.db", here=tmp_path)
    assert other.returncode == 1


ERRORS = {
    "store": (("show", "events", "--store", "nothing"), "not the URL of a store"),
    "format": (("publish", "--formats", "pdf,scroll"), "no such format: 'scroll'"),
}


@pytest.mark.parametrize(("arguments", "why"), ERRORS.values(), ids=ERRORS)
def test_our_errors_are_a_sentence_and_a_hint(
    tmp_path: Path, arguments: tuple[str, ...], why: str
) -> None:
    done = build(*arguments, here=tmp_path)
    assert done.returncode == 1
    error, hint = done.stderr.decode().splitlines()
    assert error.startswith("error: ")
    assert why in error
    assert hint.startswith("hint: ")


def test_choices_are_those_of_the_corridors() -> None:
    assert kept_commands.KINDS == KINDS
    assert printing.FORMATS == FORMATS
    assert typing.get_args(PdfVariant) == printing.PDF_VARIANTS


def test_usage_mistakes_have_a_code_of_their_own(tmp_path: Path) -> None:
    assert build("show", "nothing", here=tmp_path).returncode == 2
    assert build("gather", here=tmp_path).returncode == 2


def test_publish_tells_what_it_refused(kept: Path) -> None:
    (kept / "briefing.html").write_text('<a href="#b">', "utf-8")
    wanted = ("--subject", "province/yazd", "--formats", "html", "--templates", kept)
    done = build("publish", *wanted, here=kept)
    assert done.returncode == 3
    refused, *others = done.stderr.decode().splitlines()[-1:]
    assert refused.startswith("refused: province/yazd: reference: screen: ")
    assert others == []
    assert done.stdout.decode() == "published: 0 briefings in out/all, 1 refused\n"
    assert not (kept / "out" / "all" / "province").exists()


def test_doctor_finds_everything_here(tmp_path: Path) -> None:
    done = build("doctor", here=tmp_path)
    assert [line for line in done.stdout.splitlines() if line[:3] != b"ok "] == []
    assert done.returncode == 0


def test_doctor_goes_on_where_the_settings_are_wrong(tmp_path: Path) -> None:
    (tmp_path / "briefings.toml").write_text('stor = "sqlite:///office.db"')
    done = build("doctor", here=tmp_path)
    assert done.returncode == 1
    assert b"ok      store:" in done.stdout
    assert b"briefings.toml:1: the file has no key 'stor'" in done.stdout
    assert b"did you mean 'store'?" in done.stdout


def test_doctor_names_what_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where the folder should be")
    done = build("doctor", here=tmp_path)
    assert done.returncode == 1
    lines = done.stdout.decode().splitlines()
    told = next(at for at, line in enumerate(lines) if line.startswith("mend"))
    assert lines[told].split(maxsplit=2)[:2] == ["mend", "store:"]
    assert "--store" in lines[told + 1]
