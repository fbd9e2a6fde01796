"""Handing letters to a mail server; the only file that knows SMTP.

What matters is what we may believe afterwards. Until the letter itself is on its way,
a lost connection means that the server does not have it. From then on only a reply is
an answer: without one, nobody knows.
"""

import contextlib
import re
import smtplib
import ssl
from collections.abc import Callable
from typing import Literal, Self

import msgspec

from reports.errors import DeliveryError
from reports.parcels import Step
from reports.settings import Smtp

#: The server will take no more in this connection, whatever its number says.
CLOSING = 421
#: The server waits for the letter.
GO_AHEAD = 354
#: A server may look through a letter for longer than it takes for other answers.
LONG_WAITS = 10

#: How a conversation fails: on the wire, or in what is said.
_FAULTS = (OSError, smtplib.SMTPException)

Kind = Literal["sent", "refused", "later", "unknown", "unreachable"]


class Outcome(msgspec.Struct, frozen=True):
    """What became of one attempt, and what the server said.

    `refused` is for good and `later` may be tried again. `unreachable` says nothing
    against the letter: there is no server to talk to.
    """

    kind: Kind
    said: str


class Carrier:
    """One conversation with the server, begun when it is first needed."""

    def __init__(self, server: Smtp, *, password: str | None) -> None:
        """Take how the server is reached; nothing is opened yet."""
        self._server = server
        self._password = password
        self._open: smtplib.SMTP | None = None

    def __enter__(self) -> Self:
        """Return the carrier itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Say goodbye, if anybody is listening."""
        if self._open is not None:
            with contextlib.suppress(*_FAULTS):
                self._open.quit()
        self.drop()

    def drop(self) -> None:
        """Hang up without a word."""
        if self._open is not None:
            self._open.close()
        self._open = None

    def greet(self) -> smtplib.SMTP:
        """Return the connection, encrypted and logged in, or raise `DeliveryError`."""
        if self._open is None:
            try:
                self._open = self._connected()
            except _FAULTS as problem:
                raise DeliveryError(
                    f"{self._server.host}:{self._server.real_port}",
                    _said(problem),
                    hint="check [smtp] in the settings, and that the server runs",
                ) from problem
        return self._open

    def carry(
        self,
        content: bytes,
        *,
        sender: str,
        recipient: str,
        reached: Callable[[Step], None],
    ) -> Outcome:
        """Hand one letter over. `reached` is told each step before it is taken.

        When `reached` raises, the letter is not ours to send any more: the connection
        is cut, and the error passes on.
        """
        reused = self._open is not None
        try:
            reached("connect")
            refusal = self._introduced(sender, recipient, len(content), reached)
            if refusal and refusal.kind == "later" and reused and self._open is None:
                # The server had meant to end this connection anyway.
                refusal = self._introduced(sender, recipient, len(content), reached)
            if refusal is None:
                reached("data")
                return self._handed(content)
        except BaseException:
            self.drop()
            raise
        return refusal

    def _connected(self) -> smtplib.SMTP:
        """Return an open connection, encrypted and logged in as settings demand."""
        server = self._server
        where = (server.host, server.real_port)
        context = ssl.create_default_context(cafile=server.certificates)
        opened: smtplib.SMTP
        if server.tls == "tls":
            opened = smtplib.SMTP_SSL(
                *where,
                local_hostname=server.hello,
                timeout=server.timeout,
                context=context,
            )
        else:
            opened = smtplib.SMTP(
                *where, local_hostname=server.hello, timeout=server.timeout
            )
        try:
            opened.ehlo_or_helo_if_needed()
            if server.tls == "starttls":
                opened.starttls(context=context)
                opened.ehlo()
            if server.user is not None:
                opened.login(server.user, self._password or "")
        except BaseException:
            opened.close()
            raise
        return opened

    def _introduced(
        self, sender: str, recipient: str, size: int, reached: Callable[[Step], None]
    ) -> Outcome | None:
        """Name sender and recipient; return why that failed, or `None`."""
        try:
            opened = self.greet()
        except DeliveryError as problem:
            return Outcome("unreachable", str(problem))
        reached("envelope")
        sized = [f"size={size}"] if opened.has_extn("size") else []
        try:
            code, said = opened.mail(sender, sized)
            if code // 100 == 2:
                code, said = opened.rcpt(recipient)
        except _FAULTS as problem:
            self.drop()
            return Outcome("later", f"connection lost: {_said(problem)}")
        return None if code // 100 == 2 else self._refusal(code, said)

    def _handed(self, content: bytes) -> Outcome:
        """Hand over the letter itself."""
        opened = self.greet()
        try:
            code, said = opened.docmd("DATA")
        except _FAULTS as problem:
            self.drop()
            return Outcome("later", f"connection lost: {_said(problem)}")
        if code != GO_AHEAD:
            return self._refusal(code, said)
        try:
            opened.send(stuffed(content))
            self._wait(LONG_WAITS * self._server.timeout)
            code, said = opened.getreply()
            self._wait(self._server.timeout)
        except _FAULTS as problem:
            self.drop()
            return Outcome("unknown", f"connection lost after DATA: {_said(problem)}")
        if code // 100 == 2:
            return Outcome("sent", _words(code, said))
        if code // 100 in {4, 5}:
            return self._refusal(code, said)
        self.drop()
        return Outcome("unknown", f"no clear answer after DATA: {_words(code, said)}")

    def _wait(self, seconds: int) -> None:
        """Give the server that long for each answer from here on."""
        if self._open is not None and self._open.sock is not None:
            self._open.sock.settimeout(seconds)

    def _refusal(self, code: int, said: bytes) -> Outcome:
        """Return what a refusal means for the letter, and make room for the next."""
        if code == CLOSING:
            self.drop()
        elif self._open is not None:
            try:
                self._open.rset()
            except _FAULTS:
                self.drop()
        kind: Kind = "refused" if code // 100 == 5 else "later"
        return Outcome(kind, _words(code, said))


def stuffed(content: bytes) -> bytes:
    """Return the letter as it travels: leading dots doubled, a dot at the end."""
    ending = b"" if content.endswith(b"\r\n") else b"\r\n"
    return re.sub(rb"(?m)^\.", b"..", content) + ending + b".\r\n"


def _words(code: int, said: bytes) -> str:
    """Return a reply in one line."""
    return f"{code} {' '.join(said.decode('utf-8', 'replace').split())}"


def _said(problem: BaseException) -> str:
    """Return what went wrong, in one line."""
    code = getattr(problem, "smtp_code", None)
    error = getattr(problem, "smtp_error", None)
    if isinstance(error, bytes):
        error = error.decode("utf-8", "replace")
    said = f"{code} {error}" if code else str(problem) or type(problem).__name__
    return " ".join(said.split())
