"""Letters to put into an outbox."""

import datetime
import hashlib

from reports.parcels import Edition, Kind, Letter

START = datetime.datetime(2025, 12, 24, 4, 30, tzinfo=datetime.UTC)
HOUR = datetime.timedelta(hours=1)


def letter(
    recipient: str,
    *,
    subject: str = "province/ardabil",
    period: str = "1404-09",
    revision: int = 1,
    kind: Kind = "briefing",
) -> Letter:
    named = f"{subject} {period} {revision} {recipient}"
    digest = hashlib.sha256(named.encode()).hexdigest()[:16]
    return Letter(
        subject=subject,
        period=period,
        revision=revision,
        recipient=recipient,
        kind=kind,
        message_id=f"<{digest}@example.org>",
        head=f"To: {recipient}\r\n".encode(),
        body=f"Subject: {subject}\r\n\r\nrevision {revision}\r\n".encode(),
    )


def edition(revision: int = 1, *, contents: bytes = b"{}") -> Edition:
    return Edition(
        subject="province/ardabil",
        period="1404-09",
        revision=revision,
        digest=f"digest {revision}",
        contents=contents,
    )
