"""`deliver` and `due` as a person or cron runs them."""

import datetime
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from reports.commands.outside import Outside
from reports.errors import SettingsError
from reports.places import ROOT
from reports.settings import Smtp
from reports.store import open_ledger, open_outbox, open_store
from tests.deliver.letters import START
from tests.deliver.servers import Trick, serving
from tests.post.offices import PERIOD, SETTINGS, published

NEWS = """\
 date 2025-12-13
استاندار اردبیل روز جمعه با سفیر جمهوری آذربایجان در ایران دیدار کرد.

در این دیدار، استاندار اردبیل بر حل مسائل گمرکی تأکید کرد.
"""


def build(
    *arguments: str, here: Path, **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """Run the program in the folder `here`."""
    return subprocess.run(
        [sys.executable, ROOT / "build.py", *arguments],
        cwd=here,
        env={**os.environ, **environment},
        capture_output=True,
        check=False,
    )


def settle(here: Path, port: int, *, more: str = "", post: str = "") -> None:
    """Write the settings."""
    readers = '"a@example.org", "b@example.org"'
    text = SETTINGS.format(port=port, readers=readers, post=post) + more
    (here / "briefings.toml").write_text(text, "utf-8")


def rows(done: subprocess.CompletedProcess[bytes]) -> list[list[str]]:
    """Return the rows of the table of letters."""
    lines = done.stdout.decode().splitlines()
    return [line.split()[:6] for line in lines if re.match(r"\d+ ", line)]


def test_deliver_mails_tells_and_ends_well(tmp_path: Path) -> None:
    published(tmp_path / "out")
    with serving() as (postmaster, port):
        settle(tmp_path, port)
        done = build("deliver", "--period", PERIOD, here=tmp_path)
        assert rows(done) == [
            ["1", "sent", "province/ardabil", PERIOD, "1", "a@example.org"],
            ["2", "sent", "province/ardabil", PERIOD, "1", "b@example.org"],
        ]
        assert done.stdout.endswith(b"letters: 2 sent\n")
        assert done.returncode == 0
        again = build("deliver", "--period", PERIOD, here=tmp_path)
        assert (again.returncode, again.stdout) == (0, b"letters: none to send\n")
        assert len(postmaster.letters) == 2
    manifest = (tmp_path / "out" / PERIOD / "manifest.json").read_bytes()
    assert b'"sent": 2' in manifest


def test_deliver_tells_what_failed_and_tries_only_that_again(tmp_path: Path) -> None:
    def script(command: str, reader: str) -> Trick:
        bad = command == "RCPT" and reader.startswith("b")
        return "550 5.1.1 unknown" if bad else None

    published(tmp_path / "out")
    with serving(script) as (postmaster, port):
        settle(tmp_path, port)
        done = build("deliver", "--period", PERIOD, here=tmp_path)
        assert done.returncode == 3
        assert [row[1] for row in rows(done)] == ["sent", "failed"]
        assert b"550 5.1.1 unknown" in done.stdout
        postmaster.script = lambda _command, _reader: None
        again = build("deliver", "--failed", here=tmp_path)
        assert [row[1] for row in rows(again)] == ["sent"]
        assert again.returncode == 0


def test_deliver_settles_what_is_unknown(tmp_path: Path) -> None:
    published(tmp_path / "out")
    with serving(lambda at, _: "drop" if at == "END" else None) as (postmaster, port):
        settle(tmp_path, port)
        done = build("deliver", "--period", PERIOD, here=tmp_path)
        assert done.returncode == 3
        assert b"warning: owner@example.org may not know" in done.stderr
        postmaster.script = lambda _command, _reader: None
        done = build("deliver", "--resolve", "1", "sent", here=tmp_path)
        assert done.stdout == b"letter 1: sent\n"
        done = build("deliver", "--resolve", "2", "again", here=tmp_path)
        assert done.stdout == b"letter 2: queued\n"
        done = build("deliver", "--resolve", "2", "again", here=tmp_path)
        assert done.returncode == 1
        assert b"nothing to resolve" in done.stderr
        assert build("deliver", here=tmp_path).returncode == 0
        assert "b@example.org" in {address for address, _ in postmaster.letters}


def test_deliver_says_that_the_server_is_away(tmp_path: Path) -> None:
    published(tmp_path / "out")
    with serving() as (_, port):
        settle(tmp_path, port)
    done = build("deliver", "--period", PERIOD, here=tmp_path)
    assert done.returncode == 1
    assert [row[1] for row in rows(done)] == ["queued", "queued"]
    assert b"letters wait in the outbox" in done.stderr


def test_a_dry_run_writes_letters_and_sends_none(tmp_path: Path) -> None:
    published(tmp_path / "out")
    with serving() as (postmaster, port):
        settle(tmp_path, port)
        done = build("deliver", "--period", PERIOD, "--dry-run", here=tmp_path)
        assert done.returncode == 0
        assert postmaster.seen == []
    written = sorted((tmp_path / "letters").rglob("*.eml"))
    assert [path.name for path in written] == ["a@example.org.eml", "b@example.org.eml"]
    assert all(
        str(path.relative_to(tmp_path)) in done.stdout.decode() for path in written
    )


def test_an_address_is_restored(tmp_path: Path) -> None:
    settle(tmp_path, 9)
    done = build("deliver", "--restore", "A@example.org", here=tmp_path)
    assert done.returncode == 1
    assert b"not suspended" in done.stderr


ERRORS = {
    "no settings": ("", "deliver", "there is no such file"),
    "wrong settings": ("[smpt]\n", "deliver", "briefings.toml:1: the file has no key"),
    "no post": ("\n", "deliver", "they have no [smtp]"),
    "future": ("\n", "due --at 1490-01-01", "has not come yet"),
    "no time": ("\n", "due --at noon", "Invalid isoformat"),
}


@pytest.mark.parametrize(("text", "command", "why"), ERRORS.values(), ids=ERRORS)
def test_our_errors_are_a_sentence_and_a_hint(
    tmp_path: Path, text: str, command: str, why: str
) -> None:
    if text:
        (tmp_path / "briefings.toml").write_text(text, "utf-8")
    done = build(*command.split(), here=tmp_path)
    assert done.returncode == 1
    error, hint = done.stderr.decode().splitlines()
    assert why in error
    assert hint.startswith("hint: ")


def test_due_lists_what_comes_next(tmp_path: Path) -> None:
    settle(tmp_path, 9, more='[schedule]\nsince = "1404-07-03"\n')
    done = build("due", "--list", "--at", "1404-09-10T08:00", here=tmp_path)
    assert done.returncode == 0
    assert done.stdout.decode().splitlines() == [
        "owed  1404-09-02  2025-11-23 Sun 07:00  1404-08   province/ardabil",
        "next  1404-10-02  2025-12-23 Tue 07:00  1404-09   province/ardabil",
    ]


def test_due_builds_and_mails_what_is_owed_and_reads_reports(tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "ardabil.txt").write_text(NEWS, "utf-8")
    assert build("gather", "news", here=tmp_path).returncode == 0
    reports = tmp_path / "reports"
    reports.mkdir()
    more = (
        '[schedule]\nsince = "1404-09-01"\nskip_when_nothing_new = true\n'
        '[bounces]\nfolder = "reports"\n'
    )
    with serving() as (postmaster, port):
        settle(tmp_path, port, more=more)
        at = ("--at", "1404-10-02T08:00")
        done = build("due", *at, here=tmp_path)
        assert b"issued: province/ardabil 1404-09" in done.stdout
        assert [row[1] for row in rows(done)] == ["sent", "sent"]
        assert done.returncode == 0
        again = build("due", *at, here=tmp_path)
        assert (again.returncode, again.stdout) == (0, b"letters: none to send\n")
        assert len(postmaster.letters) == 2
    reader, content = postmaster.letters[0]
    assert b"JVBERi0" in content, "the PDF is a real one"
    named = re.search(rb"Message-ID:\s*(<[^>]+>)", content)
    assert named
    (reports / "1.eml").write_text(
        f"From: MAILER-DAEMON@mx.example.org\n\n<{reader}>: 550 5.1.1 unknown\n\n"
        f"Message-ID: {named[1].decode()}\n"
    )
    with serving() as (postmaster, port):
        settle(tmp_path, port, more=more)
        told = build("due", *at, here=tmp_path)
        assert told.returncode == 3
        assert f"--restore {reader}" in told.stderr.decode()
        assert [address for address, _ in postmaster.letters] == ["owner@example.org"]
    restored = build("deliver", "--restore", reader, here=tmp_path)
    assert restored.stdout.decode() == f"{reader}: mailed to again\n"


def test_due_does_nothing_while_another_one_runs(tmp_path: Path) -> None:
    settle(tmp_path, 9)
    url = f"sqlite:///{tmp_path}/data/reports.db"
    open_store(url).close()
    later = datetime.datetime(2100, 1, 1, tzinfo=datetime.UTC)
    with open_ledger(url) as ledger:
        ledger.take_turn("due", owner="other", now=START, until=later)
    done = build("due", here=tmp_path)
    assert done.returncode == 0
    assert b"another run is at work" in done.stdout
    with open_outbox(url) as outbox:
        assert outbox.parcels() == ()


def outside(environment: dict[str, str]) -> Outside:
    def progress(_what: str) -> object:
        raise NotImplementedError

    return Outside(
        cores=1,
        clock=lambda: START,
        environment=environment,
        run="test",
        progress=progress,  # type: ignore[arg-type]
    )


def test_passwords_come_from_the_environment_or_a_file(tmp_path: Path) -> None:
    path = tmp_path / "password"

    def read(environment: dict[str, str], **where: object) -> str | None:
        server = Smtp(host="h", user="u", **where)  # type: ignore[arg-type]
        return outside(environment).password(server)

    variable = {"password_env": "THE_POST"}
    assert read({"THE_POST": "sesame"}, **variable) == "sesame"
    with pytest.raises(SettingsError, match="holds no password"):
        read({}, **variable)
    with pytest.raises(SettingsError, match="cannot be read"):
        read({}, password_file=path)
    path.write_text("\n")
    with pytest.raises(SettingsError, match="first line"):
        read({}, password_file=path)
    path.write_text("sesame\nmore\n")
    assert read({}, password_file=path) == "sesame"
    assert outside({}).password(Smtp(host="h")) is None
    assert outside({}).password(None) is None
