"""What was issued is remembered, each time that it says something else."""

import datetime

import msgspec

from reports.chronicle import Issue, IssuedItem
from reports.store import open_store
from tests.store.examples import NOW

HOUR = datetime.timedelta(hours=1)
FIRST = Issue(
    subject="province/ardabil",
    period="1404-09",
    since=datetime.date(2025, 11, 22),
    until=datetime.date(2025, 12, 21),
    issued=NOW,
    digest="one",
    printed=(
        IssuedItem(
            id="event-a", kind="event", text="meeting", status="held", date=None
        ),
        IssuedItem(id="thread-b", kind="thread", text="-", status="raised", date=None),
    ),
)


def later(hours: int, **rest: object) -> Issue:
    """Return what was issued hours after the first."""
    return msgspec.structs.replace(FIRST, issued=NOW + hours * HOUR, **rest)


def test_issue_comes_back_as_it_was_with_its_revision(url: str) -> None:
    with open_store(url) as store:
        kept = store.issue(FIRST)
        assert kept == msgspec.structs.replace(FIRST, revision=1)
        assert store.issues("province/ardabil") == (kept,)
        assert store.issues("relation/az") == ()


def test_issuing_the_same_again_is_no_new_issue(url: str) -> None:
    with open_store(url) as store:
        kept = store.issue(FIRST)
        assert store.issue(later(1)) == kept
        again = store.issue(later(2, digest="two", printed=()))
        assert again.revision == 2
        assert store.issue(later(3, digest="one")).revision == 3


def test_last_issue_stands_in_front(url: str) -> None:
    with open_store(url) as store:
        month = store.issue(FIRST)
        quarter = store.issue(later(1, period="1404-q3"))
        other = store.issue(later(2, subject="relation/az"))
        assert store.issues("province/ardabil") == (quarter, month)
        assert store.issues("relation/az") == (other,)
