"""What the outbox says of letters, people can look up."""

from typing import get_args

from reports.parcels import STATES, Bounce, State
from reports.places import ROOT


def test_every_state_is_explained() -> None:
    told = (ROOT / "docs" / "post.md").read_text("utf-8")
    assert get_args(State) == STATES
    assert [state for state in STATES if f"| {state} |" not in told] == []


def test_only_a_five_is_for_good() -> None:
    def hard(status: str) -> bool:
        return Bounce(digest="d", message_id="m", status=status, said="").hard

    assert hard("5.1.1")
    assert not hard("4.5.5")
