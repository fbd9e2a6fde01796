"""Letters to the byte: the same letter is the same bytes, and no text adds a header."""

import base64
import datetime
import hashlib
import re
from collections.abc import Iterable
from email.header import Header
from email.utils import format_datetime, quote
from urllib.parse import quote as percent

import msgspec

from reports.settings import Address

CRLF = b"\r\n"

#: What may not stand in a header: controls, what some program takes for the end of a
#: line, and what turns the text after it round. U+200C and the isolates may.
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e]+")
#: Where lines are folded, and how long one may be that cannot be.
_WIDTH, _LONG = 76, 900
_ATOMS = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~ -]+")


class Attachment(msgspec.Struct, frozen=True, kw_only=True):
    """A file in a letter: its name for readers, and one for old programs."""

    name: str
    ascii_name: str
    content: bytes


def body(
    *, text: str, html: str | None = None, attachments: Iterable[Attachment] = ()
) -> bytes:
    """Return all of a letter but its own headers, beginning with its content type."""
    whole = _part("text/plain; charset=utf-8", _lines(text))
    if html is not None:
        page = _part("text/html; charset=utf-8", _lines(html))
        whole = _joined("alternative", [whole, page])
    if files := [_attached(one) for one in attachments]:
        whole = _joined("mixed", [whole, *files])
    return b"MIME-Version: 1.0" + CRLF + whole


def head(headers: Iterable[tuple[str, str | Address]]) -> bytes:
    """Return headers as they travel, in the order given, without an empty line."""
    return b"".join(_header(name, value) for name, value in headers)


def message_id(*parts: str, domain: str) -> str:
    """Return the name of a letter, made from what it is and whom it goes to."""
    named = hashlib.sha256("\0".join(parts).encode()).hexdigest()
    return f"<{named[:40]}@{domain}>"


def fingerprint(content: bytes) -> str:
    """Return a name for these bytes and no others."""
    return hashlib.sha256(content).hexdigest()


def date(moment: datetime.datetime) -> str:
    """Return a moment as headers write it."""
    return format_datetime(moment)


def _header(name: str, value: str | Address) -> bytes:
    """Return one header, folded, its Persian encoded."""
    if isinstance(value, Address):
        written = _address(name, value)
    else:
        written = _encoded(name, value)
    return f"{name}: {written}\r\n".encode("ascii")


def _address(name: str, value: Address) -> str:
    """Return an address with its name beside it."""
    shown = _clean(value.name)
    if not shown:
        return value.address
    if shown.isascii() and "=?" not in shown:
        if not _ATOMS.fullmatch(shown):
            shown = f'"{quote(shown)}"'
    else:
        shown = Header(shown, "utf-8", header_name=name).encode(linesep="\r\n")
    return f"{shown}\r\n <{value.address}>"


def _encoded(name: str, value: str) -> str:
    """Return a text as a header can hold it."""
    text = _clean(value)
    if not text.isascii() or "=?" in text or max(map(len, text.split(" "))) > _LONG:
        return Header(text, "utf-8", header_name=name).encode(linesep="\r\n")
    written, room = "", _WIDTH - len(name) - 2
    for word in text.split(" "):
        if written and len(word) >= room:
            written, room = f"{written}\r\n {word}", _WIDTH - 1 - len(word)
        else:
            written = f"{written} {word}" if written else word
            room -= len(word) + 1
    return written


def _clean(text: str) -> str:
    """Return `text` on one line, its words parted by single spaces."""
    return " ".join(word for word in _CONTROL.sub(" ", text).split(" ") if word)


def _lines(text: str) -> bytes:
    """Return a text with the line ends of mail."""
    return text.encode().replace(b"\r\n", b"\n").replace(b"\n", CRLF)


def _part(kind: str, content: bytes, *more: str) -> bytes:
    """Return a part in base64, which no server on the way can spoil."""
    lines = [f"Content-Type: {kind}", "Content-Transfer-Encoding: base64", *more]
    above = "\r\n".join(lines).encode("ascii")
    return above + CRLF + CRLF + base64.encodebytes(content).replace(b"\n", CRLF)


def _attached(file: Attachment) -> bytes:
    """Return a part that readers can save under its Persian name.

    The plain name is for programs that do not know RFC 2231.
    """
    plain = quote(_clean(file.ascii_name))
    persian = percent(_clean(file.name), safe="")
    return _part(
        f'application/pdf;\r\n name="{plain}"',
        file.content,
        f'Content-Disposition: attachment;\r\n filename="{plain}";\r\n'
        f" filename*=UTF-8''{persian}",
    )


def _joined(kind: str, parts: list[bytes]) -> bytes:
    """Return parts as one, with a boundary made from them.

    It cannot occur in them: it holds `=_`, which base64 does not.
    """
    marker = hashlib.sha256(CRLF.join(parts)).hexdigest()[:32]
    boundary = f"=_{kind}_{marker}"
    inner = b"".join(
        f"--{boundary}\r\n".encode("ascii") + part.removesuffix(CRLF) + CRLF
        for part in parts
    )
    return (
        f'Content-Type: multipart/{kind};\r\n boundary="{boundary}"\r\n\r\n'.encode(
            "ascii"
        )
        + inner
        + f"--{boundary}--\r\n".encode("ascii")
    )
