"""Rows say what the store holds, and leave open what the text leaves open."""

from pathlib import Path

import msgspec

from reports.model import ArticleRecord, Evidence, Meeting, Participant, Proposal
from reports.store import open_store
from reports.tables import KINDS, rows
from tests.test_store import article, record

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


def test_every_kind_has_its_rows(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/store.db"
    with open_store(url) as store:
        store.save(article("b"), record("b"))
        store.save(article("a"), with_meeting("a"))
    found = {kind: list(rows(kind, store_url=url)) for kind in KINDS}
    assert {kind: len(those) for kind, those in found.items()} == {
        "articles": 2,
        "events": 1,
        "people": 3,
        "proposals": 1,
    }
    assert [row["article"] for row in found["articles"]] == ["a", "b"]
    (event,) = found["events"]
    assert event == {
        "article": "a",
        "date": None,
        "kind": "meeting",
        "status": "held",
        "place": "باکو",
        "iran": "نام نخست",
        "foreign": "سفیر; ?",
    }
    assert found["people"][2]["name"] is None
    assert found["proposals"][0]["proposer"] is None
