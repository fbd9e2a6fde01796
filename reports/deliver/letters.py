"""Letters: what travels with the words, and under which headers."""

import datetime
from collections.abc import Iterable
from urllib.parse import quote

import msgspec

from reports.deliver import mime
from reports.parcels import Letter
from reports.settings import Address, Post
from reports.settings.addresses import read_address


class Envelope(msgspec.Struct, frozen=True, kw_only=True):
    """Who writes to whom, when and about what; `earlier` is the letter it corrects."""

    sender: Address
    reader: Address
    subject: str
    period: str
    revision: int
    moment: datetime.datetime
    earlier: str | None = None


def letter(envelope: Envelope, *, line: str, body: bytes, post: Post) -> Letter:
    """Return a letter to one reader, frozen; `line` is its subject line.

    Machines that answer machines are told not to: nobody reads what they would say.
    """
    own = envelope
    named = mime.message_id(
        own.subject,
        own.period,
        str(own.revision),
        own.reader.address,
        mime.fingerprint(body),
        domain=own.sender.domain,
    )
    leave = read_address(post.reply_to or post.owner)
    headers: list[tuple[str, str | Address]] = [
        ("From", own.sender),
        ("To", own.reader),
        ("Subject", line),
        ("Date", mime.date(own.moment)),
        ("Message-ID", named),
    ]
    if post.reply_to:
        headers.append(("Reply-To", leave))
    if own.earlier:
        headers += [("In-Reply-To", own.earlier), ("References", own.earlier)]
    list_id = own.subject.replace("/", "-")
    headers.append(("List-Id", f"<{list_id}.briefings.{own.sender.domain}>"))
    headers += _ways_out(own.reader, leave, post=post, list_id=list_id)
    headers += [
        ("Auto-Submitted", "auto-generated"),
        ("Precedence", "bulk"),
        ("X-Auto-Response-Suppress", "All"),
    ]
    return Letter(
        subject=own.subject,
        period=own.period,
        revision=own.revision,
        recipient=own.reader.address,
        kind="correction" if own.earlier else "briefing",
        message_id=named,
        head=mime.head(headers),
        body=body,
    )


def notice(
    text: str, *, line: str, moment: datetime.datetime, sender: Address, post: Post
) -> Letter:
    """Return a notice to the owner; the same troubles make the same notice."""
    owner = read_address(post.owner)
    body = mime.body(text=text)
    key = mime.fingerprint(body)[:16]
    named = mime.message_id("notice", key, owner.address, domain=sender.domain)
    headers: Iterable[tuple[str, str | Address]] = [
        ("From", sender),
        ("To", owner),
        ("Subject", line),
        ("Date", mime.date(moment)),
        ("Message-ID", named),
        ("Auto-Submitted", "auto-generated"),
    ]
    return Letter(
        subject="notice",
        period=key,
        revision=1,
        recipient=owner.address,
        kind="notice",
        message_id=named,
        head=mime.head(headers),
        body=body,
    )


def _ways_out(
    reader: Address, leave: Address, *, post: Post, list_id: str
) -> list[tuple[str, str | Address]]:
    """Return the headers by which a reader leaves the list."""
    mail = f"<mailto:{leave.address}?subject=unsubscribe%20{list_id}>"
    if post.unsubscribe is None:
        return [("List-Unsubscribe", mail)]
    web = post.unsubscribe.replace("{address}", quote(reader.address, safe=""))
    return [
        ("List-Unsubscribe", f"<{web}>, {mail}"),
        ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
    ]
