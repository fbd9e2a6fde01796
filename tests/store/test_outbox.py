"""The outbox: one row for each reader of each revision, and no way to send it twice."""

import datetime
from collections.abc import Iterator

import pytest

from reports.errors import StoreError
from reports.parcels import Bounce, Parcel, Settled
from reports.store import Ledger, Outbox, open_ledger, open_outbox, open_store
from tests.deliver.letters import HOUR, START, edition, letter

READERS = ("a@example.org", "b@example.org")


@pytest.fixture
def outbox(url: str) -> Iterator[Outbox]:
    open_store(url).close()
    with open_outbox(url) as opened:
        yield opened


@pytest.fixture
def ledger(url: str) -> Iterator[Ledger]:
    open_store(url).close()
    with open_ledger(url) as opened:
        yield opened


def put(outbox: Outbox, revision: int = 1, *readers: str) -> int:
    letters = [letter(one, revision=revision) for one in readers or READERS]
    return outbox.put(letters, now=START, edition=edition(revision))


def claimed(outbox: Outbox, owner: str = "me", at: datetime.datetime = START) -> Parcel:
    parcel = outbox.claim(owner=owner, now=at, until=at + HOUR)
    assert parcel is not None
    return parcel


def sent(outbox: Outbox) -> Parcel:
    parcel = claimed(outbox)
    assert outbox.reach(parcel.id, "data", owner="me", until=START + HOUR)
    assert outbox.finish(parcel.id, "sent", owner="me", said="250 OK")
    return parcel


def states(outbox: Outbox) -> dict[str, str]:
    return {f"{one.recipient[0]}{one.revision}": one.state for one in outbox.parcels()}


def test_a_letter_is_kept_to_the_byte_and_once(outbox: Outbox) -> None:
    assert put(outbox) == 2
    assert put(outbox) == 0
    one, two = outbox.parcels()
    assert (one.recipient, two.recipient) == READERS
    assert one.state == "queued"
    kept = letter(READERS[0])
    assert outbox.content(one.id) == kept.head + kept.body


def test_every_step_is_on_the_disk_before_it_is_taken(other_url: str) -> None:
    open_store(other_url).close()
    with open_outbox(other_url) as opened, opened._reading() as connection:
        full = connection.exec_driver_sql("PRAGMA synchronous").scalar()
    assert full == 2


def test_a_letter_has_one_owner(outbox: Outbox) -> None:
    put(outbox)
    one, two = claimed(outbox, "one"), claimed(outbox, "two")
    assert {one.recipient, two.recipient} == set(READERS)
    assert outbox.claim(owner="three", now=START, until=START + HOUR) is None
    assert not outbox.reach(one.id, "data", owner="two", until=START + HOUR)
    assert not outbox.finish(one.id, "sent", owner="two", said="250 OK")
    assert outbox.reach(one.id, "data", owner="one", until=START + HOUR)
    assert outbox.finish(one.id, "sent", owner="one", said="250 OK")
    assert not outbox.finish(one.id, "failed", owner="one", said="twice")


def test_a_letter_waits_until_its_time(outbox: Outbox) -> None:
    put(outbox, 1, READERS[0])
    first = claimed(outbox)
    later = START + 2 * HOUR
    outbox.finish(first.id, "queued", owner="me", said="450 later", next_at=later)
    assert outbox.claim(owner="me", now=START + HOUR, until=later) is None
    again = claimed(outbox, at=later)
    assert (again.id, again.attempts, again.said) == (first.id, 2, "450 later")


def test_only_those_asked_for_are_claimed(outbox: Outbox) -> None:
    put(outbox)
    two = outbox.parcels()[1]
    taken = outbox.claim(owner="me", now=START, until=START + HOUR, among=[two.id])
    assert taken is not None
    assert taken.id == two.id


@pytest.mark.parametrize(
    ("step", "state"),
    [("connect", "queued"), ("envelope", "queued"), ("data", "unknown")],
)
def test_what_a_dead_sender_leaves_depends_on_how_far_it_got(
    outbox: Outbox, step: str, state: str
) -> None:
    put(outbox, 1, READERS[0])
    parcel = claimed(outbox)
    outbox.reach(parcel.id, step, owner="me", until=START + HOUR)  # type: ignore[arg-type]
    outbox.recover(START + HOUR / 2)
    assert states(outbox) == {"a1": "sending"}
    outbox.recover(START + HOUR)
    assert states(outbox) == {"a1": state}


def test_one_who_was_only_slow_may_still_tell_what_became_of_it(
    outbox: Outbox,
) -> None:
    put(outbox, 1, READERS[0])
    parcel = claimed(outbox)
    outbox.reach(parcel.id, "data", owner="me", until=START + HOUR)
    outbox.recover(START + 2 * HOUR)
    assert outbox.finish(parcel.id, "sent", owner="me", said="250 OK")
    assert states(outbox) == {"a1": "sent"}


def test_one_who_was_slow_cannot_go_on_with_a_letter_that_was_given_away(
    outbox: Outbox,
) -> None:
    put(outbox, 1, READERS[0])
    parcel = claimed(outbox, "slow")
    outbox.recover(START + HOUR)
    claimed(outbox, "quick", START + HOUR)
    assert not outbox.reach(parcel.id, "data", owner="slow", until=START + HOUR)
    assert not outbox.finish(parcel.id, "sent", owner="slow", said="250 OK")


def test_a_person_settles_what_is_unknown(outbox: Outbox) -> None:
    put(outbox)
    for parcel in (claimed(outbox), claimed(outbox)):
        outbox.finish(parcel.id, "unknown", owner="me", said="connection lost")
    one, two = outbox.parcels()
    assert outbox.resolve(one.id, "sent", now=START).state == "sent"
    assert outbox.resolve(two.id, "again", now=START).state == "queued"
    assert claimed(outbox).id == two.id
    assert not outbox.finish(one.id, "failed", owner="me", said="late")
    for id_ in (one.id, two.id, 99):
        with pytest.raises(StoreError, match="nothing to resolve"):
            outbox.resolve(id_, "sent", now=START)


def test_only_what_failed_is_tried_again(outbox: Outbox) -> None:
    put(outbox)
    failed = claimed(outbox)
    outbox.finish(failed.id, "failed", owner="me", said="550 no")
    assert [one.id for one in outbox.parcels(untold=True)] == [failed.id, 2]
    assert outbox.retry(now=START, period="1404-08") == ()
    assert outbox.retry(now=START) == (failed.id,)
    assert states(outbox) == {"a1": "queued", "b1": "queued"}


def test_a_new_revision_withdraws_what_has_not_left(outbox: Outbox) -> None:
    put(outbox, 1, *READERS, "c@example.org", "d@example.org")
    first = sent(outbox)
    refused = claimed(outbox)
    outbox.finish(refused.id, "failed", owner="me", said="550 no")
    lost = claimed(outbox)
    outbox.finish(lost.id, "unknown", owner="me", said="connection lost")
    assert put(outbox, 2) == 2
    assert states(outbox) == {
        "a1": "sent",
        "a2": "queued",
        "b1": "withdrawn",
        "b2": "queued",
        "c1": "unknown",
        "d1": "withdrawn",
    }
    assert set(outbox.had("province/ardabil", "1404-09")) == {
        first.recipient,
        lost.recipient,
    }
    assert outbox.resolve(lost.id, "again", now=START).state == "withdrawn"
    assert outbox.retry(now=START) == ()


def test_editions_are_kept_to_compare_with(outbox: Outbox) -> None:
    assert outbox.newest("province/ardabil", "1404-09") is None
    put(outbox, 1)
    put(outbox, 2)
    assert outbox.newest("province/ardabil", "1404-09") == edition(2)
    assert outbox.edition("province/ardabil", "1404-09", 1) == edition(1)


def test_two_programs_cannot_put_different_revisions(outbox: Outbox) -> None:
    put(outbox, 2)
    with pytest.raises(StoreError, match="another revision"):
        put(outbox, 1)
    assert len(outbox.parcels()) == 2


def test_letters_and_what_they_settle_are_kept_together(
    outbox: Outbox, ledger: Ledger
) -> None:
    done = Settled(subject="province/ardabil", period="1404-09", decision="issued")
    until = START + HOUR
    assert ledger.take_turn("due", owner="one", now=START, until=until) is None
    ledger.end_turn("due", owner="one")
    with pytest.raises(StoreError, match="another program has taken over"):
        outbox.put([letter("a@x.org")], now=START, settled=[done], turn=("due", "one"))
    assert ledger.settled() == {}
    assert outbox.parcels() == ()
    assert ledger.take_turn("due", owner="two", now=START, until=until) is None
    outbox.put([letter("a@x.org")], now=START, settled=[done], turn=("due", "two"))
    assert ledger.settled() == {("province/ardabil", "1404-09"): "issued"}
    again = Settled(subject="province/ardabil", period="1404-09", decision="missed")
    outbox.put([], now=START, settled=[again])
    assert ledger.settled() == {("province/ardabil", "1404-09"): "issued"}


def test_a_turn_belongs_to_one_until_it_runs_out(ledger: Ledger) -> None:
    until = START + HOUR

    def take(owner: str, hours: int) -> datetime.datetime | None:
        now = START + hours * HOUR
        return ledger.take_turn("due", owner=owner, now=now, until=now + HOUR)

    assert take("one", 0) is None
    assert take("two", 0) == until
    assert take("one", 0) is None
    assert take("two", 1) is None
    ledger.end_turn("due", owner="one")
    assert take("one", 1) == until + HOUR
    ledger.end_turn("due", owner="two")
    assert take("one", 1) is None


def test_the_schedule_begins_once(ledger: Ledger) -> None:
    assert ledger.begin("province/*", "month", since=START) == START
    assert ledger.begin("province/*", "month", since=START + HOUR) == START
    assert ledger.begun() == {("province/*", "month"): START}


def bounce(parcel: Parcel, status: str, *, digest: str = "d") -> Bounce:
    return Bounce(
        digest=digest,
        message_id=parcel.message_id,
        status=status,
        said="unknown user",
    )


def test_a_hard_report_suspends_the_reader_of_that_letter(
    outbox: Outbox, ledger: Ledger
) -> None:
    put(outbox)
    put(outbox, 2)
    parcel = claimed(outbox)
    outbox.finish(parcel.id, "sent", owner="me", said="250 OK")
    report = bounce(parcel, "5.1.1")
    assert ledger.note(report, now=START) == "hard"
    assert ledger.note(report, now=START) == "known"
    (barred,) = ledger.suspended()
    assert barred.address == parcel.recipient
    assert "5.1.1" in barred.note
    waiting = [one for one in outbox.parcels() if one.recipient == parcel.recipient]
    assert {one.state for one in waiting} <= {"sent", "failed", "withdrawn"}
    assert outbox.retry(now=START) == ()
    assert ledger.restore(parcel.recipient)
    assert not ledger.restore(parcel.recipient)
    assert ledger.suspended() == ()


def test_soft_reports_are_counted(outbox: Outbox, ledger: Ledger) -> None:
    put(outbox)
    parcel = sent(outbox)
    for digest in ("one", "two", "two"):
        ledger.note(bounce(parcel, "4.2.2", digest=digest), now=START)
    assert ledger.soft() == {parcel.recipient: 2}
    assert ledger.suspended() == ()


def test_nobody_is_silenced_by_a_report_on_a_letter_that_is_not_ours(
    outbox: Outbox, ledger: Ledger
) -> None:
    put(outbox)
    sent(outbox)
    forged = Bounce(
        digest="f",
        message_id="<made-up@example.org>",
        status="5.1.1",
        said="",
    )
    assert ledger.note(forged, now=START) == "stranger"
    assert ledger.suspended() == ()
