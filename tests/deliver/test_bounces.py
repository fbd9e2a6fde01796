"""Delivery reports as servers write them, and mail that is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.deliver.bounces import bounces

OURS = "<0123456789abcdef0123456789abcdef01234567@example.org>"

LETTER = f"""\
From: briefings@example.org
To: reader@example.net
Message-ID: {OURS}
Subject: briefing

body 4.1.1
"""


def report(blocks: str, *, letter: str = LETTER, kind: str = "message/rfc822") -> str:
    return f"""\
Return-Path: <>
From: Mail Delivery System <MAILER-DAEMON@mx.example.net>
To: briefings@example.org
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Message-ID: <report-1@mx.example.net>
Content-Type: multipart/report; report-type=delivery-status; boundary="edge"

--edge
Content-Type: text/plain; charset=us-ascii

This is the mail system at host mx.example.net. Your message could not be
delivered. Error 4.9.9 is only quoted here.

--edge
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.net
Arrival-Date: Wed, 24 Dec 2025 08:00:00 +0330

{blocks}

--edge
Content-Type: {kind}

{letter}
--edge--
"""


def plain(words: str, *, sender: str = "MAILER-DAEMON@mx.example.net") -> str:
    return f"""\
Return-Path: <>
From: {sender}
To: briefings@example.org
Subject: failure notice
Message-ID: <report-2@mx.example.net>

{words}
"""


FAILED = """\
Final-Recipient: rfc822; Reader@Example.net
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 <reader@example.net>: Recipient
    address rejected: User unknown
"""
FULL = """\
Final-Recipient: rfc822; reader@example.net
Action: failed
Status: 4.2.2
Diagnostic-Code: smtp; 452 4.2.2 mailbox full
"""
DELAYED = """\
Final-Recipient: rfc822; reader@example.net
Action: delayed
Status: 4.4.1
"""
DELIVERED = """\
Final-Recipient: rfc822; reader@example.net
Action: delivered
Status: 2.0.0
"""
NO_STATUS = """\
Final-Recipient: rfc822; reader@example.net
Action: failed
Diagnostic-Code: smtp; 550 5.7.1 access denied
"""
NO_NUMBER = """\
Final-Recipient: rfc822; reader@example.net
Action: failed
"""
QMAIL = f"""\
Hi. This is the qmail-send program at mx.example.net.
I'm afraid I wasn't able to deliver your message to the following addresses.
This is a permanent error; I've given up. Sorry it didn't work out.

<reader@example.net>:
Sorry, no mailbox here by that name. (#5.1.1)

--- Below this line is a copy of the message.

Return-Path: <briefings@example.org>
{LETTER}
"""
EXIM = f"""\
This message was created automatically by mail delivery software.

A message that you sent could not be delivered to one or more of its
recipients. This is a permanent error. The following address(es) failed:

  reader@example.net
    host mx.example.net [192.0.2.25]
    SMTP error from remote mail server after RCPT TO:
    550 no such user here

------ This is a copy of the message, including all the headers. ------

{LETTER}
"""

#: What a server writes: the status that we read in it.
READ = {
    "failed": (report(FAILED), "5.1.1"),
    "mailbox full": (report(FULL), "4.2.2"),
    "delayed": (report(DELAYED), "4.4.1"),
    "delayed with a hard number": (
        report(DELAYED.replace("4.4.1", "5.4.1")),
        "4.4.1",
    ),
    "no status": (report(NO_STATUS), "5.7.1"),
    "no number": (report(NO_NUMBER), "5.0.0"),
    "headers only": (
        report(
            FAILED,
            letter=f"Subject: x\nMessage-Id: {OURS}\n",
            kind="text/rfc822-headers",
        ),
        "5.1.1",
    ),
    "qmail": (plain(QMAIL), "5.1.1"),
    "exim": (plain(EXIM), "5.0.0"),
    "plain, put off": (
        plain(f"Warning: message still undelivered, 451 try later\n\n{LETTER}"),
        "4.0.0",
    ),
    "plain without a number": (
        plain(f"Could not deliver.\n\n{LETTER}"),
        "4.0.0",
    ),
}

NOT_READ = {
    "delivered": report(DELIVERED),
    "relayed": report(DELIVERED.replace("delivered", "relayed")),
    "a report on somebody else's": plain("550 5.1.1 unknown user, no copy"),
    "a reader's answer": plain(
        f"550 thanks, 5.1.1\n\n{LETTER}", sender="Reader <reader@example.net>"
    ),
    "a note of absence": plain(
        f"I am away until 5.1.26.\n\n> Message-ID: {OURS}",
        sender="postmaster.smith@example.net",
    ),
    "plain delivered": plain(f"Delivered: 2.0.0 ok\n\n{LETTER}"),
    "nothing": "",
    "no parts": report(FAILED).replace("edge", "gone", 1),
}


@pytest.mark.parametrize(("raw", "status"), READ.values(), ids=READ)
def test_read(raw: str, status: str) -> None:
    (bounce,) = bounces(raw.encode())
    assert (bounce.message_id, bounce.status) == (OURS, status)
    assert bounce.hard == status.startswith("5")


@pytest.mark.parametrize("raw", NOT_READ.values(), ids=NOT_READ)
def test_not_read(raw: str) -> None:
    assert bounces(raw.encode()) == ()


def test_the_words_of_the_server_are_kept() -> None:
    (bounce,) = bounces(report(FAILED).encode())
    assert bounce.said == (
        "550 5.1.1 <reader@example.net>: Recipient address rejected: User unknown"
    )
    (bounce,) = bounces(plain(EXIM).encode())
    assert bounce.said == "550 no such user here"


def test_each_reader_of_one_report_is_told_apart() -> None:
    two = report(f"{FAILED}\n{FULL.replace('reader@', 'other@')}")
    found = bounces(two.encode())
    assert [one.status for one in found] == ["5.1.1", "4.2.2"]
    assert len({one.digest for one in found}) == 2


@given(st.data())
def test_no_message_is_too_broken_to_be_looked_at(data: st.DataObject) -> None:
    whole = data.draw(st.sampled_from([case[0] for case in READ.values()])).encode()
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, len(whole)))
    noise = data.draw(st.binary(max_size=8) | st.just(b"\r\n") | st.just(b"=?utf-8?"))
    bounces(whole[:start] + noise + whole[end:])
