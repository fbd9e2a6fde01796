"""A real mail server takes our letters, and its reader finds them as we froze them."""

import contextlib
import email
import email.policy
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from email.message import EmailMessage
from pathlib import Path

import pytest

from reports.post import fill, work
from tests.post.offices import PDF, PERIOD, Clock, office, published, settings
from tests.post.test_post import states

PROGRAM = Path("/usr/sbin/smtpd")
CONTROL = Path("/var/run/smtpd.sock")
KEEPER = "nobody"

CONFIGURATION = """
table readers {{ "a@example.org" = "{keeper}" }}
listen on 127.0.0.1 port {port} hostname "mx.example.org"
action "keep" maildir "{maildir}" virtual <readers>
match from any for any action "keep"
"""

#: Seconds that the server has to start, and to put a letter where it belongs.
PATIENCE = 30


def missing() -> str:
    """Return why no server can be started here, or nothing."""
    if not PROGRAM.exists():
        return "OpenSMTPD is not installed: apt-get install opensmtpd"
    if os.getuid() != 0:
        return "OpenSMTPD has to be started by root"
    with socket.socket(socket.AF_UNIX) as control:
        if control.connect_ex(str(CONTROL)) == 0:
            return "OpenSMTPD is at work on this machine already"
    return ""


@pytest.fixture
def server() -> Iterator[tuple[int, Path]]:
    """Run OpenSMTPD on a port of its own; yield the port and a reader's Maildir."""
    if why := missing():
        pytest.skip(why)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with tempfile.TemporaryDirectory(prefix="post") as folder:
        home = Path(folder)
        home.chmod(0o755)
        maildir = home / "maildir"
        maildir.mkdir()
        shutil.chown(maildir, pwd.getpwnam(KEEPER).pw_uid)
        configuration = home / "smtpd.conf"
        configuration.write_text(
            CONFIGURATION.format(port=port, maildir=maildir, keeper=KEEPER)
        )
        with (
            (home / "log").open("wb") as log,
            subprocess.Popen(
                [PROGRAM, "-d", "-f", configuration], stdout=log, stderr=log
            ) as running,
        ):
            try:
                wait_for(lambda: listening(port))
                yield port, maildir
            finally:
                running.terminate()


def wait_for(done: Callable[[], object]) -> None:
    """Wait until something is so."""
    tries = iter(range(PATIENCE * 10))
    while not done():
        assert next(tries, None) is not None, "it took the server too long"
        time.sleep(0.1)


def listening(port: int) -> bool:
    """Tell whether somebody answers on a port."""
    with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port)):
        return True
    return False


def test_a_real_server_delivers_what_we_froze(
    server: tuple[int, Path], tmp_path: Path
) -> None:
    port, maildir = server
    published(tmp_path / "out")
    with office(tmp_path, settings(port=port), clock=Clock()) as place:
        fill(place, PERIOD)
        work(place, password=None)
        assert states(place) == ["a1 sent", "b1 failed"]
        known, unknown = place.outbox.parcels(period=PERIOD)
        assert unknown.said is not None
        assert unknown.said.startswith("5")
        frozen = place.outbox.content(known.id)
    wait_for(lambda: list(maildir.glob("new/*")))
    (path,) = maildir.glob("new/*")
    content = path.read_bytes()
    assert content.endswith(frozen.replace(b"\r\n", b"\n"))
    mail = email.message_from_bytes(content, policy=email.policy.default)
    assert isinstance(mail, EmailMessage)
    assert mail["Message-ID"] == known.message_id
    (file,) = mail.iter_attachments()
    assert file.get_content() == PDF
