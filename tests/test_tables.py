"""Rows say what the store holds, and leave open what the text leaves open."""

import datetime

import msgspec
import pytest

from reports.errors import SettingsError
from reports.model import ArticleRecord, Evidence, Meeting, Participant, Proposal
from reports.tables import KINDS, Kind, rows
from tests.store.examples import article, keep, record

PROOF = (Evidence(start=0, end=3, field=None, quote="متن", rule="test/one"),)


def participant(name: str | None, title: str | None, side: str) -> Participant:
    """Return somebody who took part."""
    return Participant(
        name=name,
        title=title,
        affiliation=None,
        country="IR" if side == "iran" else "AZ",
        side="iran" if side == "iran" else "foreign",
        evidence=PROOF,
    )


def with_meeting(id_: str) -> ArticleRecord:
    """Return the record of an article that tells of a meeting and a proposal."""
    meeting = Meeting(
        kind="meeting",
        status="held",
        date=None,
        date_text=None,
        place="باکو",
        participants=(
            participant("نام نخست", "استاندار", "iran"),
            participant(None, "سفیر", "foreign"),
            participant(None, None, "foreign"),
        ),
        evidence=PROOF,
    )
    proposal = Proposal(
        text="ساخت پایانهٔ مرزی",
        topic="border.terminal",
        proposer=None,
        endorsers=(),
        status="raised",
        blocked=False,
        evidence=PROOF,
    )
    return msgspec.structs.replace(
        record(id_), meetings=(meeting,), proposals=(proposal,)
    )


@pytest.fixture
def kept(other_url: str) -> str:
    """Return the URL of a store of three articles; two tell of one meeting."""
    day = datetime.date(2025, 12, 10)
    held = with_meeting("a").meetings[0]
    dated = msgspec.structs.replace(held, date=day)
    there = {"provinces": ("IR-24",), "countries": ("AZ",)}
    keep(
        other_url,
        (article("c", "ج"), record("c", day=day, relevant=False)),
        (article("b", "ب"), record("b", day=day, meetings=(dated,), **there)),
        (article("a", "الف"), record("a", day=day, meetings=(dated,), **there)),
        (article("d", "د"), with_meeting("d")),
    )
    return other_url


def test_every_kind_has_its_rows(kept: str) -> None:
    found = {kind: list(rows(kind, store_url=kept)) for kind in KINDS}
    assert {kind: len(those) for kind, those in found.items()} == {
        "articles": 4,
        "events": 2,
        "people": 2,
        "proposals": 1,
    }
    assert [row["article"] for row in found["articles"]] == ["a", "b", "c", "d"]
    event = found["events"][0]
    assert event.pop("event").startswith("event-")
    assert event == {
        "date": "2025-12-10",
        "kind": "meeting",
        "status": "held",
        "place": "باکو",
        "iran": "نام نخست",
        "foreign": "سفیر; ?; ?",
        "outlets": "",
        "told": "a#0 b#0",
    }
    (person,) = [row for row in found["people"] if row["told"] == "a#0 b#0"]
    assert person["posts"] == "استاندار (2025-12-10)"
    (proposal,) = found["proposals"]
    assert proposal["told"] == "d#0"
    assert proposal["proposers"] == ""
    assert proposal["first"] is None


def test_rows_can_be_those_of_a_subject_and_a_period(kept: str) -> None:
    def told(kind: Kind, **asked: str) -> list[str | None]:
        column = "article" if kind == "articles" else "told"
        return [row[column] for row in rows(kind, store_url=kept, **asked)]

    assert told("events", subject="province/ardabil") == ["a#0 b#0"]
    assert told("events", subject="relation/az", period="1404-09") == ["a#0 b#0"]
    assert told("events", subject="relation/az", period="1404-08") == []
    assert told("events", subject="province/yazd") == []
    assert told("people", subject="relation/az") == ["a#0 b#0"]
    assert told("articles", period="1404-09") == ["a", "b", "c"]
    assert told("articles", subject="country/ir") == ["a", "b", "d"]
    assert told("proposals", period="1404-09") == []
    assert told("proposals") == ["d#0"]


def test_rows_say_why_they_were_joined(kept: str) -> None:
    first, second = rows("events", store_url=kept, why=True)
    assert first["why"]
    assert first["why"].startswith("a#0 = b#0: event/")
    assert second["why"] == ""


@pytest.mark.parametrize("subject", ["province/atlantis", "relation/ir", "yazd"])
def test_a_subject_that_is_none_is_refused(kept: str, subject: str) -> None:
    with pytest.raises(SettingsError, match="no such province or country"):
        list(rows("events", store_url=kept, subject=subject))
