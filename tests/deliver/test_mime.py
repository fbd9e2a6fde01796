"""Letters to the byte, and what a mail program reads out of them."""

import datetime
import email
import email.policy
import re
from email.message import EmailMessage

from hypothesis import given
from hypothesis import strategies as st

from reports.deliver.mime import Attachment, body, date, head, message_id
from reports.settings import Address

PDF = b"%PDF-1.7\n" + bytes(range(256)) * 40
NAME = "گزارش روابط خارجی استان اردبیل، آبان ۱۴۰۴.pdf"


def letter(
    *, subject: str = "گزارش آبان", name: str = NAME, sender: str = "دفتر"
) -> bytes:
    above = head(
        [
            ("From", Address("us@example.org", sender)),
            ("To", Address("reader@example.org")),
            ("Subject", subject),
            ("Date", date(datetime.datetime(2025, 12, 24, 7, tzinfo=datetime.UTC))),
        ]
    )
    file = Attachment(name=name, ascii_name="briefing.pdf", content=PDF)
    return above + body(text="سلام\n.\n", html="<p>سلام</p>", attachments=[file])


def opened(content: bytes) -> EmailMessage:
    found = email.message_from_bytes(content, policy=email.policy.default)
    assert isinstance(found, EmailMessage)
    assert not any(part.defects for part in found.walk())
    return found


def test_a_letter_holds_text_page_and_file() -> None:
    mail = opened(letter())
    kinds = [part.get_content_type() for part in mail.walk()]
    assert kinds == [
        "multipart/mixed",
        "multipart/alternative",
        "text/plain",
        "text/html",
        "application/pdf",
    ]
    assert mail["Subject"] == "گزارش آبان"
    assert mail["From"].addresses[0].display_name == "دفتر"
    plain = mail.get_body(("plain",))
    assert plain is not None
    assert plain.get_content() == "سلام\r\n.\r\n"
    (file,) = mail.iter_attachments()
    assert file.get_content() == PDF


def test_the_file_has_a_persian_name_and_one_for_old_programs() -> None:
    disposition = re.search(
        rb"Content-Disposition: attachment;\r\n filename=\"briefing.pdf\";\r\n"
        rb" filename\*=UTF-8''([A-Za-z0-9%._~-]+)\r\n",
        letter(),
    )
    assert disposition
    read = email.message_from_bytes(
        b"Content-Disposition: attachment; filename*=UTF-8''" + disposition[1],
        policy=email.policy.default,
    )
    assert read.get_filename() == NAME


def test_a_letter_without_a_file_is_no_mixture() -> None:
    mail = opened(b"To: a@x.org\r\n" + body(text="a", html="b", attachments=[]))
    assert mail.get_content_type() == "multipart/alternative"


def test_the_same_letter_is_the_same_bytes() -> None:
    assert letter() == letter()


def test_lines_are_short_and_end_as_mail_wants() -> None:
    content = letter(subject="گزارش " * 60, sender="دفتر " * 60)
    assert content.isascii()
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert b"\r" not in content.replace(b"\r\n", b"")
    assert max(map(len, content.split(b"\r\n"))) <= 998
    top = content.split(b"\r\n\r\n")[0]
    assert max(map(len, top.split(b"\r\n"))) <= 78


def test_an_address_in_a_header_is_kept_whole() -> None:
    link = f"<https://example.org/{'a' * 90},b;c>, <mailto:o@example.org?subject=leave>"
    folded = head([("List-Unsubscribe", link)])
    assert folded.replace(b"\r\n ", b" ") == f"List-Unsubscribe: {link}\r\n".encode()


HOSTILE = st.text(
    st.sampled_from('aB \r\n\0\x0b\x0c\x1c\x85\u2028\u2029:;,"\\<>@=?=_.-گ\u200c\u202e')
)


@given(HOSTILE | st.text(st.characters(exclude_categories=["Cs"])))
def test_no_text_adds_a_header(text: str) -> None:
    content = letter(subject=text, name=text, sender=text)
    usual = opened(letter())
    mail = opened(content)
    assert mail.keys() == usual.keys()
    assert [part.get_content_type() for part in mail.walk()] == [
        part.get_content_type() for part in usual.walk()
    ]
    assert mail["To"] == usual["To"]
    assert [one.addr_spec for one in mail["From"].addresses] == ["us@example.org"]
    (file,) = mail.iter_attachments()
    assert file.get_content() == PDF


@given(st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1))
def test_every_subject_is_read_back(word: str) -> None:
    written = f"{word} b"
    (line,) = head([("Subject", written)]).decode("ascii").split("\r\n\r\n")
    parsed = email.message_from_string(line, policy=email.policy.default)
    assert parsed["Subject"] == written


def test_a_letter_is_named_after_what_it_is() -> None:
    named = message_id("a", "b", domain="example.org")
    assert named == message_id("a", "b", domain="example.org")
    assert named != message_id("ab", "", domain="example.org")
    assert re.fullmatch(r"<[0-9a-f]{40}@example\.org>", named)
