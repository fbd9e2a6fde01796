"""Mail servers on loopback that do as they are told, faults and all."""

import asyncio
import contextlib
import ssl
import subprocess
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

import pytest
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

#: What a server may do at a command: answer as it should, answer with a line of its
#: own, hang up, or (at the end of a letter) take the letter and hang up.
Trick = str | Literal["drop", "take and drop"] | None
#: Given a command and the reader's address, as far as it is known, return the trick.
Script = Callable[[str, str], Trick]

USER, PASSWORD, WRONG = "briefings", "open sesame", "open barley"


class Postmaster:
    """Take letters in, as a script says."""

    def __init__(self, script: Script) -> None:
        self.script = script
        self.letters: list[tuple[str, bytes]] = []
        self.seen: list[str] = []

    def copies(self, recipient: str) -> int:
        return sum(address == recipient for address, _ in self.letters)

    async def handle_MAIL(  # noqa: N802 - the names are those of the commands
        self, server: SMTP, _s: Session, envelope: Envelope, address: str, _o: list[str]
    ) -> str:
        answer = await self._answer(server, "MAIL", "")
        if answer.startswith("2"):
            envelope.mail_from = address
        return answer

    async def handle_RCPT(  # noqa: N802
        self, server: SMTP, _s: Session, envelope: Envelope, address: str, _o: list[str]
    ) -> str:
        answer = await self._answer(server, "RCPT", address)
        if answer.startswith("2"):
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(  # noqa: N802
        self, server: SMTP, _s: Session, envelope: Envelope
    ) -> str:
        (recipient,) = envelope.rcpt_tos
        self.seen.append("END")
        trick = self.script("END", recipient)
        if trick in {None, "take and drop"}:
            assert isinstance(envelope.content, bytes)
            self.letters.append((recipient, envelope.content))
        return await self._played(server, "drop" if trick else None, trick)

    async def _answer(self, server: SMTP, command: str, recipient: str) -> str:
        self.seen.append(command)
        trick = self.script(command, recipient)
        return await self._played(server, trick, trick)

    @staticmethod
    async def _played(server: SMTP, trick: Trick, line: Trick) -> str:
        if trick is None:
            return "250 OK"
        if line in {"drop", "take and drop"}:
            assert server.transport is not None
            server.transport.abort()
            return "421 gone"
        if line == "sleep":
            await asyncio.sleep(3)
            return "250 OK"
        return str(line)


class _Server(SMTP):
    """A server that can also fail at the command DATA."""

    async def smtp_DATA(self, arg: str) -> None:  # noqa: N802
        handler = self.event_handler
        handler.seen.append("DATA")
        recipient = self.envelope.rcpt_tos[0] if self.envelope.rcpt_tos else ""
        trick = handler.script("DATA", recipient)
        if trick is None:
            await super().smtp_DATA(arg)
        elif trick == "drop":
            self.transport.abort()
        else:
            await self.push(trick)


@contextlib.contextmanager
def serving(
    script: Script = lambda _command, _recipient: None,
    *,
    tls: ssl.SSLContext | None = None,
    implicit: bool = False,
    auth: bool = False,
) -> Iterator[tuple[Postmaster, int]]:
    """Serve mail; yield who takes it in, and the port."""
    postmaster = Postmaster(script)

    def authenticated(
        _server: SMTP, _session: Session, _envelope: Envelope, _how: str, login: object
    ) -> AuthResult:
        assert isinstance(login, LoginPassword)
        right = (login.login, login.password) == (USER.encode(), PASSWORD.encode())
        return AuthResult(success=right, handled=False)

    def protocol() -> SMTP:
        return _Server(
            postmaster,
            hostname="post.example.org",
            tls_context=None if implicit else tls,
            require_starttls=tls is not None and not implicit,
            auth_required=auth,
            auth_require_tls=auth and not implicit,
            authenticator=authenticated if auth else None,
            loop=loop,
        )

    loop = asyncio.new_event_loop()
    server = loop.run_until_complete(
        loop.create_server(protocol, "127.0.0.1", 0, ssl=tls if implicit else None)
    )
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    try:
        yield postmaster, server.sockets[0].getsockname()[1]
    finally:
        asyncio.run_coroutine_threadsafe(_closed(server), loop).result(10)
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


async def _closed(server: asyncio.Server) -> None:
    """Close the server and what its connections still do."""
    server.close()
    rest = asyncio.all_tasks() - {asyncio.current_task()}
    for task in rest:
        task.cancel()
    await asyncio.gather(*rest, return_exceptions=True)
    await asyncio.sleep(0.01)


def certificate(folder: Path) -> Path:
    """Make a certificate for `localhost` that nobody else vouches for."""
    key, made = folder / "key.pem", folder / "certificate.pem"
    command = (
        f"openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost "
        f"-addext subjectAltName=DNS:localhost,IP:127.0.0.1 -keyout {key} -out {made}"
    )
    try:
        subprocess.run(command.split(), check=True, capture_output=True)
    except FileNotFoundError:
        pytest.skip("openssl is not installed, so there is no certificate to test with")
    return made


def serving_context(made: Path) -> ssl.SSLContext:
    """Return what a server needs to show a certificate."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(made, made.with_name("key.pem"))
    return context
