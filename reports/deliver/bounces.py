"""Delivery reports: which letter of ours did not arrive, and whether it ever could.

Servers report as RFC 3464 says, or in plain words. A reader's own answer, and the note
of one who is on leave, are no reports, whatever they quote.
"""

import email
import hashlib
import re
from collections.abc import Iterator
from email.message import Message
from email.utils import parseaddr

from reports.parcels import Bounce

#: Who writes reports that are in plain words.
DAEMONS = {"mailer-daemon", "mail-daemon", "postmaster"}

#: What is taken of the words of a server.
LONGEST = 200

_ID = re.compile(r"^message-id:\s*(<[^<>\s]+>)", re.IGNORECASE | re.MULTILINE)
_STATUS = re.compile(r"(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.])")
_CODE = re.compile(r"(?<![\d.:])([45])\d\d(?=[ -])")


def bounces(raw: bytes) -> tuple[Bounce, ...]:
    """Return what a message reports of our letters; nothing if it is no report.

    A report that says that a letter was put off is a soft one; one that says that it
    was delivered reports no failure.
    """
    message = email.message_from_bytes(raw)
    digest = hashlib.sha256(raw).hexdigest()
    if message.get_content_type() == "multipart/report":
        return tuple(_reported(message, digest))
    sender = parseaddr(str(message.get("From", "")))[1]
    if sender.partition("@")[0].lower() in DAEMONS:
        return tuple(_told(message, digest))
    return ()


def _reported(message: Message, digest: str) -> Iterator[Bounce]:
    """Yield what a report of RFC 3464 says of each reader."""
    original = _original(message)
    if original is None:
        return
    for part in message.walk():
        if part.get_content_type() != "message/delivery-status":
            continue
        for number, block in enumerate(_parts(part)):
            action = str(block.get("Action", "")).strip().lower()
            if action not in {"failed", "delayed"}:
                continue
            said = str(block.get("Diagnostic-Code", "")).partition(";")[2]
            status = _STATUS.search(str(block.get("Status", ""))) or _STATUS.search(
                said
            )
            code = status[1] if status else "5.0.0"
            if action == "delayed":
                code = f"4{code[1:]}"
            yield Bounce(
                digest=f"{digest}-{number}",
                message_id=original,
                status=code,
                said=_short(said),
            )


def _told(message: Message, digest: str) -> Iterator[Bounce]:
    """Yield what a report in plain words says, as far as it can be understood.

    One without any number is taken for a soft one: nobody is to be cut off by a guess.
    """
    text = "\n".join(_texts(message))
    original = _original(message) or _quoted(text)
    if original is None:
        return
    words = _ID.split(text)[0]
    status, code = _STATUS.search(words), _CODE.search(words)
    number = status[1] if status else f"{code[1] if code else 4}.0.0"
    if number.startswith("2"):
        return
    found = status or code
    line = words[words.rfind("\n", 0, found.start()) + 1 :] if found else words
    yield Bounce(
        digest=f"{digest}-0",
        message_id=original,
        status=number,
        said=_short(line.strip().partition("\n")[0]),
    )


def _original(message: Message) -> str | None:
    """Return the id of the letter that a report carries with it."""
    for part in message.walk():
        kind = part.get_content_type()
        if kind == "message/rfc822":
            for inner in _parts(part)[:1]:
                if name := str(inner.get("Message-ID", "")).strip():
                    return name
        elif kind == "text/rfc822-headers" and (found := _quoted(_text(part))):
            return found
    return None


def _quoted(text: str) -> str | None:
    """Return the id of a letter whose headers are quoted in a text."""
    found = _ID.search(text)
    return found[1] if found else None


def _parts(message: Message) -> list[Message]:
    """Return the messages inside a message."""
    inside = message.get_payload()
    found = inside if isinstance(inside, list) else []
    return [one for one in found if isinstance(one, Message)]


def _texts(message: Message) -> Iterator[str]:
    """Yield the plain texts of a message, but not those of letters inside it."""
    if message.get_content_type() == "message/rfc822":
        return
    if message.is_multipart():
        for part in _parts(message):
            yield from _texts(part)
    elif message.get_content_maintype() == "text":
        yield _text(message)


def _text(part: Message) -> str:
    """Return the text of a part, whatever its letters are."""
    content = part.get_payload(decode=True)
    if not isinstance(content, bytes):
        return ""
    return content.decode("utf-8", "replace").replace("\r\n", "\n")


def _short(said: str) -> str:
    """Return words of a server in one line."""
    return " ".join(said.split())[:LONGEST]
