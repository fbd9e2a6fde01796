"""Letters that are written to be looked at, and sent to nobody."""

import email
import email.policy
from collections.abc import Iterator
from pathlib import Path

import pytest

from reports.errors import DeliveryError
from reports.post import write_letters
from tests.deliver import briefings
from tests.deliver.servers import Postmaster, serving
from tests.post.offices import PERIOD, Clock, office, published, settings

A, B = "a@example.org", "b@example.org"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def server() -> Iterator[tuple[Postmaster, int]]:
    with serving() as running:
        yield running


def test_letters_can_be_looked_at_without_being_sent(
    tmp_path: Path, clock: Clock, server: tuple[Postmaster, int]
) -> None:
    postmaster, port = server
    published(tmp_path / "out", document={**briefings.BRIEFING, "sample": True})
    with office(tmp_path, settings(port=port), clock=clock) as place:
        paths, troubles = write_letters(place, PERIOD, folder=tmp_path / "letters")
        first = [path.read_bytes() for path in paths]
        write_letters(place, PERIOD, folder=tmp_path / "letters")
        assert [path.read_bytes() for path in paths] == first
        assert troubles == ()
        assert place.outbox.parcels() == ()
    assert [path.name for path in paths] == [f"{A}.eml", f"{B}.eml"]
    assert postmaster.letters == []
    mail = email.message_from_bytes(first[0], policy=email.policy.default)
    assert mail["Subject"].startswith("نمونهٔ ساختگی")


def test_letters_that_cannot_be_written_are_an_error_of_ours(
    tmp_path: Path, clock: Clock
) -> None:
    published(tmp_path / "out")
    (tmp_path / "letters").write_text("a file where the folder should be")
    with (
        office(tmp_path, settings(), clock=clock) as place,
        pytest.raises(DeliveryError, match="cannot be written"),
    ):
        write_letters(place, PERIOD, folder=tmp_path / "letters")
