"""Messages in a mailbox on a server; the only file that knows IMAP."""

import contextlib
import imaplib
import ssl
from collections.abc import Iterator, Sequence

from reports.errors import DeliveryError
from reports.settings import Imap

_FAULTS = (OSError, imaplib.IMAP4.error)


def unread(server: Imap, *, password: str | None) -> Iterator[bytes]:
    """Yield the unread messages; each is marked as read when the next is asked for.

    So a message that the reader of this did not get through is met again.
    """
    try:
        with _opened(server, password) as mailbox:
            numbers = _answer(mailbox.uid("SEARCH", "UNSEEN"))
            for number in numbers[0].split() if isinstance(numbers[0], bytes) else ():
                uid = number.decode("ascii")
                fetched = _answer(mailbox.uid("FETCH", uid, "(BODY.PEEK[])"))
                for part in fetched:
                    if isinstance(part, tuple):
                        yield part[1]
                _answer(mailbox.uid("STORE", uid, "+FLAGS", r"(\Seen)"))
    except _FAULTS as problem:
        raise DeliveryError(
            f"{server.host}:{server.real_port}",
            f"the delivery reports cannot be read: {problem}",
            hint="check [bounces.imap] in the settings",
        ) from problem


@contextlib.contextmanager
def _opened(server: Imap, password: str | None) -> Iterator[imaplib.IMAP4]:
    """Open the folder of a mailbox, encrypted as settings demand."""
    where = (server.host, server.real_port)
    context = ssl.create_default_context(cafile=server.certificates)
    mailbox: imaplib.IMAP4
    if server.tls == "tls":
        mailbox = imaplib.IMAP4_SSL(*where, ssl_context=context, timeout=server.timeout)
    else:
        mailbox = imaplib.IMAP4(*where, timeout=server.timeout)
    with mailbox:
        if server.tls == "starttls":
            mailbox.starttls(context)
        if server.user is not None:
            mailbox.login(server.user, password or "")
        folder = server.folder.replace("\\", r"\\").replace('"', r"\"")
        _answer(mailbox.select(f'"{folder}"'))
        yield mailbox


def _answer(said: tuple[str, Sequence[object]]) -> Sequence[object]:
    """Return what the server answers, unless it refuses."""
    kind, parts = said
    if kind != "OK":
        raise imaplib.IMAP4.error(f"{kind} {parts[0]!r}")
    return parts
