"""What a new revision says otherwise than the one before."""

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.deliver.changes import changes
from reports.deliver.contents import Contents, digest, read_contents
from reports.errors import DeliveryError
from tests.deliver.briefings import BRIEFING, CALL, SIGNING, TARIFF, TERMINAL, json


def read(document: dict[str, Any]) -> Contents:
    return read_contents(json(document), name="a briefing")


def told(was: dict[str, Any], now: dict[str, Any]) -> list[tuple[str, str]]:
    return [(one.kind, one.thing.id) for one in changes(read(was), read(now))]


def with_ideas(*ideas: dict[str, Any]) -> dict[str, Any]:
    document: dict[str, Any] = copy.deepcopy(BRIEFING)
    document["chapter"]["topics"] = [{"code": "border", "ideas": list(ideas)}]
    return document


def with_events(*events: dict[str, Any]) -> dict[str, Any]:
    document: dict[str, Any] = copy.deepcopy(BRIEFING)
    document["chapter"] |= {"meetings": list(events), "undated": []}
    return document


#: What became of the signing, and what of a proposal, and what we call it.
EVENTS = {
    "other day": ({"date": "2025-12-13"}, "date"),
    "longer": ({"date_end": "2025-12-13"}, "date"),
    "called off": ({"status": "cancelled"}, "status"),
    "called off on another day": (
        {"status": "cancelled", "date": "2025-12-13"},
        "status",
    ),
    "more people": ({"people": []}, None),
}
IDEAS = {
    "further": ({"status": "done"}, "status"),
    "blocked": ({"blocked": True}, "status"),
    "reworded": ({"text": "احداث پایانهٔ مشترک"}, "text"),
    "told once more": ({"proofs": []}, None),
}


@pytest.mark.parametrize(("change", "kind"), EVENTS.values(), ids=EVENTS)
def test_events(change: dict[str, Any], kind: str | None) -> None:
    found = told(with_events(SIGNING, CALL), with_events({**SIGNING, **change}, CALL))
    assert found == ([(kind, "e1")] if kind else [])


@pytest.mark.parametrize(("change", "kind"), IDEAS.values(), ids=IDEAS)
def test_ideas(change: dict[str, Any], kind: str | None) -> None:
    found = told(
        with_ideas(TERMINAL, TARIFF), with_ideas({**TERMINAL, **change}, TARIFF)
    )
    assert found == ([(kind, "t1")] if kind else [])


def test_what_is_withdrawn_comes_first() -> None:
    later = with_ideas(TERMINAL, {**TARIFF, "id": "t9"})
    later["chapter"]["meetings"] = [{**SIGNING, "date": "2025-12-13"}]
    later["chapter"]["undated"] = []
    assert told(BRIEFING, later) == [
        ("withdrawn", "e2"),
        ("withdrawn", "t2"),
        ("date", "e1"),
        ("added", "t9"),
    ]


@given(
    st.lists(st.sampled_from("abcdef"), unique=True),
    st.lists(st.sampled_from("abcdef"), unique=True),
)
def test_every_thing_is_added_withdrawn_or_neither(
    before: list[str], after: list[str]
) -> None:
    was = with_ideas(*({**TARIFF, "id": one} for one in before))
    now = with_ideas(*({**TARIFF, "id": one} for one in after))
    found = set(told(was, now))
    assert found == {("withdrawn", one) for one in set(before) - set(after)} | {
        ("added", one) for one in set(after) - set(before)
    }


def test_a_revision_is_known_by_its_claims_alone() -> None:
    own = digest(json(BRIEFING))
    assert digest(json({**BRIEFING, "coverage": {"read": 9}, "matters": []})) == own
    assert digest(json({**BRIEFING, "sample": True})) != own
    assert digest(json(with_ideas(TERMINAL))) != own


def test_another_version_of_the_program_is_told_apart() -> None:
    with pytest.raises(DeliveryError, match="another version") as refused:
        read_contents(b'{"subject": {}}', name="province/ardabil")
    assert refused.value.what == "province/ardabil"
    assert "publish" in refused.value.hint
