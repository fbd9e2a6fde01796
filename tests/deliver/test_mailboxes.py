"""Where delivery reports lie: folders, and mailboxes on a server."""

import re
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from reports.deliver.imap import unread
from reports.deliver.mailboxes import messages
from reports.errors import DeliveryError
from reports.settings import Imap
from tests.deliver.servers import PASSWORD, USER, WRONG, certificate, serving_context


def test_a_folder_of_messages(tmp_path: Path) -> None:
    for name, content in {"b.eml": b"two", "a.eml": b"one", "c.txt": b"no"}.items():
        (tmp_path / name).write_bytes(content)
    assert list(messages(tmp_path)) == [b"one", b"two"]


def test_a_maildir(tmp_path: Path) -> None:
    for name in ("new", "cur", "tmp"):
        (tmp_path / name).mkdir()
    (tmp_path / "new" / "2").write_bytes(b"new")
    (tmp_path / "cur" / "1:2,S").write_bytes(b"read")
    (tmp_path / "tmp" / "3").write_bytes(b"unfinished")
    assert list(messages(tmp_path)) == [b"read", b"new"]


def test_a_folder_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    (tmp_path / "cur").mkdir()
    (tmp_path / "new" / "x").symlink_to(tmp_path / "nowhere")
    assert list(messages(tmp_path)) == []
    assert list(messages(tmp_path / "nowhere")) == []


class Mailbox:
    """A small IMAP server that knows one folder."""

    def __init__(self, contents: list[bytes], tls: ssl.SSLContext | None) -> None:
        self.seen: set[int] = set()
        self.asked: list[str] = []
        self._contents = contents
        self._tls = tls
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._socket.getsockname()[1]

    def serve(self) -> None:
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            if self._tls:
                connection = self._tls.wrap_socket(connection, server_side=True)
            with connection, connection.makefile("rwb") as wire:
                wire.write(b"* OK ready\r\n")
                wire.flush()
                while line := wire.readline():
                    tag, _, command = line.decode().strip().partition(" ")
                    self.asked.append(command)
                    for said in self._said(command):
                        wire.write(said)
                    wire.write(f"{tag} {self._verdict(command)}\r\n".encode())
                    wire.flush()
                    if command == "LOGOUT":
                        break

    def close(self) -> None:
        self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()

    def _said(self, command: str) -> Iterator[bytes]:
        if command == "CAPABILITY":
            yield b"* CAPABILITY IMAP4rev1\r\n"
        elif command == "UID SEARCH UNSEEN":
            left = [
                str(one)
                for one in range(1, len(self._contents) + 1)
                if one not in self.seen
            ]
            yield f"* SEARCH {' '.join(left)}\r\n".encode()
        elif found := re.match(r"UID FETCH (\d+) \(BODY\.PEEK\[\]\)", command):
            content = self._contents[int(found[1]) - 1]
            yield (
                f"* {found[1]} FETCH (UID {found[1]} BODY[] {{{len(content)}}}\r\n"
            ).encode()
            yield content + b")\r\n"
        elif found := re.match(r"UID STORE (\d+) \+FLAGS \(\\Seen\)", command):
            self.seen.add(int(found[1]))
        elif command == "LOGOUT":
            yield b"* BYE\r\n"

    def _verdict(self, command: str) -> str:
        wrong = command.startswith("LOGIN") and PASSWORD not in command
        missing = command.startswith("SELECT") and '"INBOX"' not in command
        return "NO refused" if wrong or missing else "OK done"


@contextmanager
def mailbox(*contents: bytes, tls: ssl.SSLContext | None = None) -> Iterator[Mailbox]:
    served = Mailbox(list(contents), tls)
    thread = threading.Thread(target=served.serve)
    thread.start()
    try:
        yield served
    finally:
        served.close()
        thread.join()


def at(port: int, **more: object) -> Imap:
    login = {"user": USER, "password_env": "P"}
    options = {"host": "127.0.0.1", "tls": "none", "timeout": 5, **login, **more}
    return Imap(port=port, **options)  # type: ignore[arg-type]


def test_unread_messages_are_marked_once_they_are_done_with() -> None:
    with mailbox(b"one\r\n", b"two\r\n", b"three\r\n") as served:
        reading = unread(at(served.port), password=PASSWORD)
        assert next(reading) == b"one\r\n"
        assert served.seen == set()
        assert next(reading) == b"two\r\n"
        assert served.seen == {1}
        reading.close()
        rest = list(unread(at(served.port), password=PASSWORD))
        assert rest == [b"two\r\n", b"three\r\n"]
        assert list(unread(at(served.port), password=PASSWORD)) == []


def test_an_encrypted_mailbox(tmp_path: Path) -> None:
    made = certificate(tmp_path)
    with mailbox(b"one\r\n", tls=serving_context(made)) as served:
        server = at(served.port, tls="tls", certificates=made)
        assert list(unread(server, password=PASSWORD)) == [b"one\r\n"]


REFUSED = {
    "password": ({}, WRONG),
    "folder": ({"folder": "Elsewhere"}, PASSWORD),
}


@pytest.mark.parametrize(("more", "password"), REFUSED.values(), ids=REFUSED)
def test_a_mailbox_that_refuses_us(more: dict[str, str], password: str) -> None:
    with (
        mailbox(b"one\r\n") as served,
        pytest.raises(DeliveryError, match="cannot be read") as refused,
    ):
        list(unread(at(served.port, **more), password=password))
    assert PASSWORD not in str(refused.value)
