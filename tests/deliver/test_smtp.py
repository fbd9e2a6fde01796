"""One letter and one server: what may be believed afterwards."""

import re
import socket
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.deliver.smtp import Carrier, Outcome, stuffed
from reports.parcels import Step
from reports.settings import Smtp
from tests.deliver.servers import (
    PASSWORD,
    USER,
    WRONG,
    Script,
    Trick,
    certificate,
    serving,
    serving_context,
)

LETTER = b"Subject: a\r\n\r\n.dot\r\n..two\r\nend\r\n"


def at(port: int, **more: object) -> Smtp:
    options = {"host": "127.0.0.1", "tls": "none", "timeout": 1, **more}
    return Smtp(port=port, **options)  # type: ignore[arg-type]


def carried(carrier: Carrier, recipient: str = "a@example.org") -> Outcome:
    return carrier.carry(
        LETTER, sender="us@example.org", recipient=recipient, reached=lambda _step: None
    )


def once(command: str, trick: Trick) -> Script:
    """Return a script that plays a trick at the first of these commands only."""
    left = [trick]
    return lambda at, _: left.pop() if at == command and left else None


#: What the server does at which command: what we make of it, and how many letters it
#: has then.
OUTCOMES = {
    "well": ("", None, "sent", 1),
    "not now at MAIL": ("MAIL", "451 4.3.0 later", "later", 0),
    "never at MAIL": ("MAIL", "550 5.1.0 no", "refused", 0),
    "not now at RCPT": ("RCPT", "450 4.2.1 greylisted", "later", 0),
    "never at RCPT": ("RCPT", "550 5.1.1 unknown user", "refused", 0),
    "closing at RCPT": ("RCPT", "421 4.3.2 closing", "later", 0),
    "gone at RCPT": ("RCPT", "drop", "later", 0),
    "not now at DATA": ("DATA", "451 4.3.0 later", "later", 0),
    "never at DATA": ("DATA", "554 5.3.4 no", "refused", 0),
    "gone at DATA": ("DATA", "drop", "later", 0),
    "not now at the end": ("END", "452 4.3.1 no room", "later", 0),
    "never at the end": ("END", "554 5.7.1 spam", "refused", 0),
    "gone at the end": ("END", "drop", "unknown", 0),
    "taken and gone": ("END", "take and drop", "unknown", 1),
    "nonsense at the end": ("END", "399 what", "unknown", 0),
}


@pytest.mark.parametrize(
    ("command", "trick", "kind", "copies"), OUTCOMES.values(), ids=OUTCOMES
)
def test_outcome(command: str, trick: Trick, kind: str, copies: int) -> None:
    with (
        serving(once(command, trick)) as (postmaster, port),
        Carrier(at(port), password=None) as carrier,
    ):
        outcome = carried(carrier)
        assert outcome.kind == kind
        assert postmaster.copies("a@example.org") == copies
        if isinstance(trick, str) and re.match("[45]", trick):
            assert outcome.said == trick
        assert carried(carrier, "b@example.org").kind == "sent"
        assert postmaster.copies("b@example.org") == 1


def test_a_letter_arrives_as_it_was_frozen() -> None:
    with (
        serving() as (postmaster, port),
        Carrier(at(port), password=None) as carrier,
    ):
        carried(carrier)
        assert postmaster.letters == [("a@example.org", LETTER)]


def test_a_silent_server_is_not_waited_for_without_end() -> None:
    with (
        serving(once("RCPT", "sleep")) as (_, port),
        Carrier(at(port), password=None) as carrier,
    ):
        assert carried(carrier).kind == "later"


def test_nobody_listens() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with Carrier(at(port), password=None) as carrier:
        outcome = carried(carrier)
    assert outcome.kind == "unreachable"
    assert str(port) in outcome.said


def test_one_conversation_carries_many_letters_and_outlives_a_hang_up() -> None:
    calls = []

    def script(command: str, _: str) -> Trick:
        calls.append(command)
        return "drop" if calls.count("MAIL") == 3 and command == "MAIL" else None

    with (
        serving(script) as (postmaster, port),
        Carrier(at(port), password=None) as carrier,
    ):
        kinds = [carried(carrier, f"{one}@example.org").kind for one in "abcd"]
    assert kinds == ["sent"] * 4
    assert [address[0] for address, _ in postmaster.letters] == list("abcd")


def test_every_step_is_told_before_it_is_taken() -> None:
    with (
        serving() as (postmaster, port),
        Carrier(at(port), password=None) as carrier,
    ):
        told: list[tuple[Step, list[str]]] = []
        carrier.carry(
            LETTER,
            sender="us@example.org",
            recipient="a@example.org",
            reached=lambda step: told.append((step, list(postmaster.seen))),
        )
    assert told == [
        ("connect", []),
        ("envelope", []),
        ("data", ["MAIL", "RCPT"]),
    ]


@pytest.mark.parametrize("step", ["connect", "envelope", "data"])
def test_nothing_is_handed_over_when_the_letter_is_no_longer_ours(step: Step) -> None:
    def reached(now: Step) -> None:
        if now == step:
            raise KeyError(step)

    with (
        serving() as (postmaster, port),
        Carrier(at(port), password=None) as carrier,
    ):
        with pytest.raises(KeyError):
            carrier.carry(
                LETTER, sender="us@x.org", recipient="a@x.org", reached=reached
            )
        assert carried(carrier, "b@example.org").kind == "sent"
        assert [address for address, _ in postmaster.letters] == ["b@example.org"]


def test_encryption_and_login(tmp_path: Path) -> None:
    made = certificate(tmp_path)
    tls = serving_context(made)
    login = {"user": USER, "password_env": "P", "certificates": made}
    with serving(tls=tls, auth=True) as (postmaster, port):
        with Carrier(at(port, tls="starttls", **login), password=PASSWORD) as carrier:
            assert carried(carrier).kind == "sent"
        with Carrier(at(port, tls="starttls", **login), password=WRONG) as carrier:
            outcome = carried(carrier)
        assert outcome.kind == "unreachable"
        assert "535" in outcome.said
        assert PASSWORD not in outcome.said
        stranger = at(port, tls="starttls", **{**login, "certificates": None})
        with Carrier(stranger, password=PASSWORD) as carrier:
            outcome = carried(carrier)
        assert outcome.kind == "unreachable"
        assert "certificate" in outcome.said.lower()
        with Carrier(at(port), password=None) as carrier:
            assert carried(carrier).kind == "refused"
        assert len(postmaster.letters) == 1


def test_encryption_from_the_first_byte(tmp_path: Path) -> None:
    made = certificate(tmp_path)
    with (
        serving(tls=serving_context(made), implicit=True) as (postmaster, port),
        Carrier(at(port, tls="tls", certificates=made), password=None) as carrier,
    ):
        assert carried(carrier).kind == "sent"
        assert len(postmaster.letters) == 1


def test_a_server_without_encryption_gets_nothing() -> None:
    with (
        serving() as (postmaster, port),
        Carrier(at(port, tls="starttls"), password=None) as carrier,
    ):
        outcome = carried(carrier)
    assert outcome.kind == "unreachable"
    assert "STARTTLS" in outcome.said
    assert postmaster.seen == []


@given(st.lists(st.sampled_from([b".", b"..", b"a", b"", b".\r", b"a."]), min_size=1))
def test_no_letter_ends_before_its_end(rows: list[bytes]) -> None:
    letter = b"".join(row + b"\r\n" for row in rows)
    travelling = stuffed(letter)
    assert travelling.endswith(b".\r\n")
    inner = travelling.removesuffix(b".\r\n")
    assert b"\r\n.\r\n" not in b"\r\n" + inner
    assert re.sub(rb"(?m)^\.\.", b".", inner) == letter
