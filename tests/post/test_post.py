"""From a published briefing to its readers, over a real wire."""

import email
import email.policy
import re
from collections.abc import Iterator
from email.header import decode_header, make_header
from email.message import EmailMessage
from pathlib import Path

import msgspec
import pytest

from reports.errors import DeliveryError
from reports.parcels import Bounce
from reports.post import Office, fill, tally_into_manifest, work
from tests.deliver import briefings
from tests.deliver.letters import HOUR
from tests.deliver.servers import Postmaster, Trick, serving
from tests.post.offices import ARDABIL, PDF, PERIOD, Clock, office, published, settings

A, B, OWNER = "a@example.org", "b@example.org", "owner@example.org"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def server() -> Iterator[tuple[Postmaster, int]]:
    with serving() as running:
        yield running


def deliver(place: Office) -> list[str]:
    """Fill the outbox and work it off; return what is where."""
    fill(place, PERIOD)
    work(place, password=None)
    return states(place)


def states(place: Office) -> list[str]:
    return [
        f"{one.recipient.partition('@')[0]}{one.revision} {one.state}"
        for one in place.outbox.parcels()
        if one.kind != "notice"
    ]


def mails(postmaster: Postmaster, reader: str) -> list[EmailMessage]:
    found = []
    for address, content in postmaster.letters:
        if address == reader:
            mail = email.message_from_bytes(content, policy=email.policy.default)
            assert isinstance(mail, EmailMessage)
            found.append(mail)
    return found


def sender(content: bytes) -> str:
    """Return the name beside the sender's address."""
    written = email.message_from_bytes(content)["From"]
    return str(make_header(decode_header(written))).partition(" <")[0]


def text(mail: EmailMessage) -> str:
    part = mail.get_body(("plain",))
    assert part is not None
    return str(part.get_content())


def test_a_briefing_goes_to_each_reader_once(
    tmp_path: Path, clock: Clock, server: tuple[Postmaster, int]
) -> None:
    postmaster, port = server
    published(tmp_path / "out")
    with office(tmp_path, settings(port=port), clock=clock) as place:
        assert deliver(place) == ["a1 sent", "b1 sent"]
        clock.now += HOUR
        assert deliver(place) == ["a1 sent", "b1 sent"]
    assert [address for address, _ in postmaster.letters] == [A, B]
    (mail,) = mails(postmaster, A)
    assert mail["To"] == A
    assert mail["Subject"] == "روابط خارجی استان اردبیل، آذر ۱۴۰۴"
    assert sender(postmaster.letters[0][1]) == "ادارهٔ کل امور بین‌الملل"
    (file,) = mail.iter_attachments()
    assert file.get_content() == PDF
    assert "امضای تفاهم‌نامه" in text(mail)


def test_the_headers_say_that_a_machine_writes(
    tmp_path: Path, clock: Clock, server: tuple[Postmaster, int]
) -> None:
    postmaster, port = server
    published(tmp_path / "out")
    leave = 'unsubscribe = "https://example.org/leave?reader={address}"'
    with office(tmp_path, settings(port=port, post=leave), clock=clock) as place:
        deliver(place)
    (mail,) = mails(postmaster, A)
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["Precedence"] == "bulk"
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert mail["List-Unsubscribe"] == (
        "<https://example.org/leave?reader=a%40example.org>, "
        "<mailto:owner@example.org?subject=unsubscribe%20province-ardabil>"
    )
    assert mail["List-Id"] == "<province-ardabil.briefings.example.org>"
    assert mail["Date"] == "Wed, 24 Dec 2025 08:00:00 +0330"
    assert re.fullmatch(r"<[0-9a-f]{40}@example\.org>", mail["Message-ID"])


def test_a_new_revision_tells_what_changed_to_those_who_had_the_old_one(
    tmp_path: Path, clock: Clock, server: tuple[Postmaster, int]
) -> None:
    postmaster, port = server
    published(tmp_path / "out")
    with office(tmp_path, settings(port=port, readers=("a",)), clock=clock) as place:
        deliver(place)
    published(tmp_path / "out", document=briefings.changed(), revision=2)
    with office(tmp_path, settings(port=port), clock=clock) as place:
        assert deliver(place) == ["a1 sent", "a2 sent", "b2 sent"]
    first, second = mails(postmaster, A)
    assert second["In-Reply-To"] == first["Message-ID"]
    assert second["Subject"] == "اصلاحیه: روابط خارجی استان اردبیل، آذر ۱۴۰۴"
    told = text(second)
    assert "تماس تلفنی (بی‌تاریخ): پس گرفته شد" in told
    assert "تاریخ از «۲۱ آذر ۱۴۰۴» به «۲۲ آذر ۱۴۰۴» تغییر کرد" in told
    assert "وضعیت از «حمایت‌شده (با مانع)» به «توافق‌شده» تغییر کرد" in told
    assert "گشایش خط منظم کشتی‌رانی: افزوده شد" in told
    (only,) = mails(postmaster, B)
    assert only["In-Reply-To"] is None
    assert "تفاوت" not in text(only)


def test_what_is_only_printed_again_is_not_mailed_again(
    tmp_path: Path, clock: Clock, server: tuple[Postmaster, int]
) -> None:
    postmaster, port = server
    published(tmp_path / "out")
    with office(tmp_path, settings(port=port), clock=clock) as place:
        deliver(place)
        again = {**briefings.BRIEFING, "coverage": {"read": 900}}
        published(tmp_path / "out", document=again, revision=2, pdf=PDF + b"\n")
        assert deliver(place) == ["a1 sent", "b1 sent"]
    assert len(postmaster.letters) == 2


def test_one_who_is_no_reader_any_more_gets_no_correction(
    tmp_path: Path, clock: Clock, server: tuple[Postmaster, int]
) -> None:
    postmaster, port = server
    published(tmp_path / "out")
    with office(tmp_path, settings(port=port), clock=clock) as place:
        deliver(place)
    published(tmp_path / "out", document=briefings.changed(), revision=2)
    with office(tmp_path, settings(port=port, readers=("a",)), clock=clock) as place:
        assert deliver(place) == ["a1 sent", "b1 sent", "a2 sent"]
    assert len(mails(postmaster, B)) == 1


def test_a_refusal_is_told_to_the_owner_once_and_never_to_readers(
    tmp_path: Path, clock: Clock
) -> None:
    def script(command: str, reader: str) -> Trick:
        return "550 5.1.1 no such user" if (command, reader) == ("RCPT", B) else None

    published(tmp_path / "out")
    with serving(script) as (postmaster, port):
        with office(tmp_path, settings(port=port), clock=clock) as place:
            assert deliver(place) == ["a1 sent", "b1 failed"]
            clock.now += HOUR
            assert deliver(place) == ["a1 sent", "b1 failed"]
            (notice,) = mails(postmaster, OWNER)
            assert "550 5.1.1 no such user" in text(notice)
            assert B in text(notice)
            assert "build.py deliver --failed" in text(notice)
            postmaster.script = lambda _command, _reader: None
            ids = place.outbox.retry(now=clock())
            work(place, password=None, among=ids)
            assert states(place) == ["a1 sent", "b1 sent"]
        assert len(mails(postmaster, A)) == len(mails(postmaster, B)) == 1
        assert len(mails(postmaster, OWNER)) == 1


def test_what_is_put_off_is_tried_again_with_growing_waits(
    tmp_path: Path, clock: Clock
) -> None:
    published(tmp_path / "out")
    with (
        serving(lambda at, _: "451 4.7.1 later" if at == "RCPT" else None) as (
            postmaster,
            port,
        ),
        office(tmp_path, settings(port=port, readers=("a",)), clock=clock) as place,
    ):
        waits = []
        assert deliver(place) == ["a1 queued"]
        while states(place) == ["a1 queued"]:
            (parcel,) = place.outbox.parcels()
            waits.append((parcel.next_at - clock()) / HOUR)
            clock.now = parcel.next_at
            work(place, password=None)
        assert waits[:5] == [1 / 12, 1 / 6, 1 / 3, 2 / 3, 4 / 3]
        assert waits[-1] == 4
        assert 72 <= sum(waits) < 76
        assert states(place) == ["a1 failed"]
        assert postmaster.letters == []


def test_a_letter_that_may_have_arrived_waits_for_a_person(
    tmp_path: Path, clock: Clock
) -> None:
    left: list[Trick] = ["take and drop"]

    def script(command: str, _reader: str) -> Trick:
        return left.pop() if command == "END" and left else None

    published(tmp_path / "out")
    with (
        serving(script) as (postmaster, port),
        office(tmp_path, settings(port=port, readers=("a",)), clock=clock) as place,
    ):
        assert deliver(place) == ["a1 unknown"]
        clock.now += 100 * HOUR
        assert deliver(place) == ["a1 unknown"]
        (notice,) = mails(postmaster, OWNER)
        (parcel,) = place.outbox.parcels(states=["unknown"])
        assert f"build.py deliver --resolve {parcel.id} again" in text(notice)
        assert place.outbox.retry(now=clock()) == ()
        place.outbox.resolve(parcel.id, "sent", now=clock())
        assert deliver(place) == ["a1 sent"]
        assert len(mails(postmaster, A)) == 1


def test_letters_wait_for_a_server_that_is_away(tmp_path: Path, clock: Clock) -> None:
    published(tmp_path / "out")
    with serving() as (_, port):
        pass
    with office(tmp_path, settings(port=port), clock=clock) as place:
        fill(place, PERIOD)
        worked = work(place, password=None)
        assert worked.stopped
        assert len(worked.letters) == 1
        assert states(place) == ["a1 queued", "b1 queued"]


def test_nothing_is_mailed_to_a_suspended_address(
    tmp_path: Path, clock: Clock, server: tuple[Postmaster, int]
) -> None:
    postmaster, port = server
    published(tmp_path / "out")
    with office(tmp_path, settings(port=port), clock=clock) as place:
        deliver(place)
        sent = place.outbox.had(ARDABIL, PERIOD)[B]
        report = Bounce(
            digest="d", message_id=sent.message_id, status="5.1.1", said="unknown"
        )
        assert place.ledger.note(report, now=clock()) == "hard"
        published(tmp_path / "out", document=briefings.changed(), revision=2)
        assert deliver(place) == ["a1 sent", "b1 sent", "a2 sent"]
    assert len(mails(postmaster, B)) == 1


def spoiled(out: Path, name: str) -> None:
    """Spoil what was published."""
    pdf = out / PERIOD / ARDABIL / "briefing.pdf"
    if name == "missing":
        pdf.unlink()
    elif name == "half":
        pdf.write_bytes(PDF[:1000])
    elif name == "held back":
        published(out, refused=("a quote is not in its article",))
    elif name == "sample":
        published(out, document={**briefings.BRIEFING, "sample": True})
    elif name == "large":
        published(out, pdf=bytes(20_000))
    elif name == "strange":
        published(out, document={**briefings.BRIEFING, "figures": {}})


REFUSED = {
    "missing": "No such file",
    "half": "not the file that was printed",
    "held back": "a quote is not in its article",
    "sample": "invented samples",
    "large": "0.01 may be attached",
    "strange": "another version of the program",
}


@pytest.mark.parametrize(("name", "why"), REFUSED.items(), ids=REFUSED)
def test_nobody_gets_a_briefing_that_is_not_fit_to_be_read(
    tmp_path: Path,
    clock: Clock,
    server: tuple[Postmaster, int],
    name: str,
    why: str,
) -> None:
    postmaster, port = server
    out = tmp_path / "out"
    published(out, pdf=bytes(5_000))
    spoiled(out, name)
    small = "largest_megabytes = 0.01"
    with office(tmp_path, settings(port=port, post=small), clock=clock) as place:
        filled = fill(place, PERIOD)
        (trouble,) = filled.troubles
        assert why in trouble.why
        assert trouble.what == f"{ARDABIL} {PERIOD}"
        assert trouble.hint
        work(place, password=None, troubles=filled.troubles)
        work(place, password=None, troubles=filled.troubles)
    assert [address for address, _ in postmaster.letters] == [OWNER]
    assert why in text(mails(postmaster, OWNER)[0])


def test_a_large_briefing_is_linked_to(
    tmp_path: Path, clock: Clock, server: tuple[Postmaster, int]
) -> None:
    postmaster, port = server
    published(tmp_path / "out")
    linked = 'largest_megabytes = 0.01\nlink_base = "https://example.org/b/"'
    with office(tmp_path, settings(port=port, post=linked), clock=clock) as place:
        deliver(place)
    (mail,) = mails(postmaster, A)
    assert list(mail.iter_attachments()) == []
    link = "https://example.org/b/1404-09/province/ardabil/briefing.pdf"
    assert link in text(mail)
    page = mail.get_body(("html",))
    assert page is not None
    assert f'href="{link}"' in page.get_content()


def test_a_period_that_was_not_published_is_no_period(
    tmp_path: Path, clock: Clock
) -> None:
    with (
        office(tmp_path, settings(), clock=clock) as place,
        pytest.raises(DeliveryError, match="nothing was published"),
    ):
        fill(place, "1404-01")


def test_the_manifest_tells_what_became_of_the_letters_and_names_nobody(
    tmp_path: Path, clock: Clock, server: tuple[Postmaster, int]
) -> None:
    out = tmp_path / "out"
    published(out)
    with office(tmp_path, settings(port=server[1]), clock=clock) as place:
        deliver(place)
        tally_into_manifest(place, PERIOD)
    written = (out / PERIOD / "manifest.json").read_bytes()
    told = msgspec.json.decode(written)
    assert told["letters"] == [
        {
            "subject": ARDABIL,
            "period": PERIOD,
            "revision": 1,
            "letters": {"sent": 2},
        }
    ]
    assert told["briefings"][0]["subject"] == ARDABIL
    assert b"@" not in written


def test_a_reader_who_wants_english_gets_english(
    tmp_path: Path, clock: Clock, server: tuple[Postmaster, int]
) -> None:
    postmaster, port = server
    published(tmp_path / "out")
    more = (
        '[[briefing]]\nsubjects = ["province/*"]\nlanguage = "en"\n'
        'recipients = ["a@example.org", "e@example.org"]\n'
    )
    with office(tmp_path, settings(port=port, more=more), clock=clock) as place:
        deliver(place)
    (mail,) = mails(postmaster, "e@example.org")
    assert mail["Subject"] == "Foreign relations of Ardabil Province, Azar 1404"
    assert "Signing of a memorandum" in text(mail)
    (persian,) = mails(postmaster, A)
    assert persian["Subject"].startswith("روابط")
