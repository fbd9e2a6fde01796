"""A sentence whose proofs cross, and records made for it."""

import msgspec
from hypothesis import strategies as st

from reports.model import (
    Article,
    ArticleRecord,
    Evidence,
    Figure,
    Meeting,
    Organisation,
    Participant,
    Proposal,
    Statement,
)
from tests.store.examples import record

TEXT = "استاندار با سفیر دیدار کرد.\n\nاو گفت: ۲۰ کامیون آمد.\n"


def article(text: str = TEXT) -> Article:
    """Return an article with nothing but its text."""
    return Article(id="a", text=text, origin="-")


def proof(start: int, end: int, field: str | None = "name") -> Evidence:
    """Return a proof of some passage of `TEXT`."""
    return Evidence(
        start=start, end=end, field=field, quote=TEXT[start:end], rule="test/any"
    )


def body(*evidence: Evidence) -> Organisation:
    """Return an organisation that was read in some places."""
    return Organisation(name="x", acronym=None, country=None, evidence=evidence)


def said(*evidence: Evidence) -> Statement:
    """Return a statement that was read in some places."""
    return Statement(speaker=None, verb=None, text="y", evidence=evidence)


def counted(*evidence: Evidence, value: float = 20) -> Figure:
    """Return a figure that was read in some places."""
    return Figure(
        value=value,
        value_max=None,
        unit="کامیون",
        approx="none",
        what=None,
        evidence=evidence,
    )


def person(name: str | None, title: str | None) -> Participant:
    """Return a foreigner who was read at the start of `TEXT`."""
    return Participant(
        name=name,
        title=title,
        affiliation=None,
        country="AZ",
        side="foreign",
        evidence=(proof(0, 8, "title"),),
    )


def met(*people: Participant) -> Meeting:
    """Return a meeting that `TEXT` tells of."""
    return Meeting(
        kind="meeting",
        status="held",
        date=None,
        date_text=None,
        place=None,
        participants=people,
        evidence=(proof(0, 26, None),),
    )


def offered(**given: object) -> Proposal:
    """Return a proposal that was read in `TEXT`."""
    told = {"text": "z", "topic": "trade.general", "proposer": None, "endorsers": ()}
    told |= {"status": "raised", "blocked": False, "evidence": (proof(37, 46, "text"),)}
    return Proposal(**{**told, **given})


def found(**lists: tuple[msgspec.Struct, ...]) -> ArticleRecord:
    """Return the record of `TEXT` that holds these things."""
    return msgspec.structs.replace(record("a"), **lists)


#: Proofs anywhere in `TEXT`, blank lines included.
PROOFS = st.integers(0, len(TEXT) - 1).flatmap(
    lambda start: st.builds(proof, st.just(start), st.integers(start + 1, len(TEXT)))
)
#: Records whose proofs overlap in every way.
FOUND = st.builds(
    lambda bodies, sayings: found(
        organisations=tuple(map(body, bodies)), statements=tuple(map(said, sayings))
    ),
    st.lists(PROOFS),
    st.lists(PROOFS),
)
