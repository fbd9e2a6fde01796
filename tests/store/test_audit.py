"""The doctor sees when what a store holds does not agree."""

import msgspec
import pytest
import sqlalchemy as sa

from reports.store import open_store
from tests.gather.tellings import articles, proof
from tests.store.examples import keep


@pytest.fixture
def filled(url: str) -> str:
    """Return the URL of a store of real articles."""
    keep(url, *((one, proof(one)) for one in articles()))
    return url


def faults(url: str, *statements: str) -> list[str]:
    """Return what is wrong with a store after it was tampered with."""
    engine = sa.create_engine(url)
    with engine.begin() as raw:
        for statement in statements:
            raw.exec_driver_sql(statement)
    engine.dispose()
    with open_store(url) as store:
        return list(store.faults())


def test_what_was_gathered_agrees(filled: str) -> None:
    assert faults(filled) == []


TAMPERED = {
    "unsettled": (
        "UPDATE mention SET component = NULL WHERE kind = 'person'",
        "mentions are unsettled",
    ),
    "an article missing in a list": (
        "DELETE FROM about WHERE kind = 'province'",
        "it is not in the lists of its subjects",
    ),
    "an event missing in a list": (
        "DELETE FROM known_about WHERE kind = 'relation' AND what = 'event'",
        "it is not in the lists of its subjects",
    ),
    "an event in another list": (
        "UPDATE known_about SET code = code || 'X' WHERE kind = 'relation'",
        "it is not in the lists of its subjects",
    ),
    "a text that was altered": ("UPDATE revision SET text = 'x'", "it does not say"),
}


@pytest.mark.parametrize(("statement", "says"), TAMPERED.values(), ids=TAMPERED)
def test_what_was_tampered_with_is_found(
    filled: str, statement: str, says: str
) -> None:
    assert says in faults(filled, statement)[0]


def test_reference_to_nothing_is_found(filled: str) -> None:
    engine = sa.create_engine(filled)
    with engine.begin() as raw:
        rows = list(raw.exec_driver_sql("SELECT revision, json FROM record"))
        for text, json in rows:
            told = {**msgspec.json.decode(json), "meetings": [], "proposals": []}
            change = sa.text("UPDATE record SET json = :json WHERE revision = :text")
            raw.execute(
                change, {"json": msgspec.json.encode(told).decode(), "text": text}
            )
    engine.dispose()
    with open_store(filled) as store:
        told = list(store.faults())
    assert any(one.startswith("event-") and "proves no number" in one for one in told)
    assert any(one.startswith("thread-") for one in told)
    assert any(one.startswith("person-") for one in told)
