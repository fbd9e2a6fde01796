"""Articles come back as they were handed over, and what they prove with them."""

import datetime

import msgspec
import pytest
import sqlalchemy as sa

from reports.errors import StoreError
from reports.store import Subject, open_store
from tests.memory.composed import meeting
from tests.store.examples import DAY, article, keep, record


def day(number: int) -> datetime.date:
    """Return a day of the month of the examples."""
    return datetime.date(2025, 12, number)


def test_article_and_record_come_back_as_they_were(url: str) -> None:
    saved, proof = article("a", "\ufeffمتن\r\n"), record("a", provinces=("IR-24",))
    assert keep(url, (saved, proof)).new == 1
    with open_store(url) as store:
        assert store.article("a") == saved
        assert list(store.articles()) == [saved]
        assert list(store.records()) == [proof]
        assert store.article("b") is None


def test_new_text_or_new_proof_takes_the_place_of_the_old(url: str) -> None:
    keep(url, (article("a"), record("a", provinces=("IR-24",))))
    new = article("a", "دیگر")
    assert keep(url, (new, record("a"))).changed == 1
    assert keep(url, (new, record("a", countries=("AM",)))).changed == 1
    with open_store(url) as store:
        assert store.article("a") == new
        assert list(store.records()) == [record("a", countries=("AM",))]
        assert [one.kind for one in store.subjects()] == ["country", "relation"]
        assert [one.text for one in store.revisions("a")] == ["دیگر", "متن خبر"]


def test_records_stand_in_the_order_of_their_days_then_ids(url: str) -> None:
    days = {"c": 3, "b": 3, "a": 0, "d": 1, "B": 3}
    pairs = [
        (article(id_, id_), record(id_, day=day(number) if number else None))
        for id_, number in days.items()
    ]
    keep(url, *pairs)
    with open_store(url) as store:
        assert [one.article.id for one in store.records()] == ["d", "B", "b", "c", "a"]
        assert [one.id for one in store.articles()] == ["B", "a", "b", "c", "d"]
        assert [one.id for one in store.articles(["d", "B", "x"])] == ["B", "d"]


def test_subjects_count_the_relevant_articles(url: str) -> None:
    keep(
        url,
        (article("a"), record("a", provinces=("IR-24",), countries=("AZ", "AM"))),
        (article("b"), record("b", provinces=("IR-24",))),
        (article("c"), record("c", provinces=("IR-03",), relevant=False)),
    )
    with open_store(url) as store:
        assert store.subjects() == (
            Subject(kind="country", code="IR", articles=2),
            Subject(kind="province", code="IR-24", articles=2),
            Subject(kind="relation", code="AM", articles=1),
            Subject(kind="relation", code="AZ", articles=1),
        )
        about = store.records(about=("relation", "AZ"))
        assert [one.article.id for one in about] == ["a"]
        assert len(list(store.records())) == 3


def test_records_of_a_period_are_those_that_tell_of_its_days(url: str) -> None:
    held = meeting(date=day(2), date_end=day(4))
    keep(
        url,
        (article("page"), record("page", day=day(3), provinces=("IR-24",))),
        (article("event"), record("event", day=day(9), meetings=(held,))),
        (article("later"), record("later", day=day(9), provinces=("IR-24",))),
        (article("undated"), record("undated", provinces=("IR-24",))),
    )
    with open_store(url) as store:
        period = {"since": day(3), "until": day(8)}
        found = store.records(**period)
        assert [one.article.id for one in found] == ["page", "event"]
        found = store.records(about=("province", "IR-24"), **period)
        assert [one.article.id for one in found] == ["page"]
        found = store.records(since=day(5))
        assert [one.article.id for one in found] == ["event", "later"]


def test_records_can_be_read_while_the_store_is_asked_for_more(url: str) -> None:
    keep(url, *((article(id_, id_), record(id_)) for id_ in "abc"))
    with open_store(url) as store:
        texts = {
            one.article.id: store.article(one.article.id) for one in store.records()
        }
    assert texts == {id_: article(id_, id_) for id_ in "abc"}


def test_record_of_another_format_is_refused(url: str) -> None:
    keep(url, (article("a"), record("a")))
    engine = sa.create_engine(url)
    with engine.begin() as raw:
        raw.exec_driver_sql("""UPDATE record SET json = '{"article": {}}'""")
    engine.dispose()
    with (
        open_store(url) as store,
        pytest.raises(StoreError, match="the record of a: another version") as caught,
    ):
        list(store.records())
    assert "gather" in caught.value.hint
    assert keep(url, (article("a"), record("a"))).changed == 1


def test_record_is_kept_as_the_json_of_the_contract(url: str) -> None:
    proof = record("a", provinces=("IR-24",))
    keep(url, (article("a"), proof))
    engine = sa.create_engine(url)
    with engine.begin() as raw:
        json = raw.exec_driver_sql("SELECT json FROM record").scalar()
    engine.dispose()
    assert json == msgspec.json.encode(proof).decode()


def test_failed_portion_leaves_what_was_there(url: str) -> None:
    keep(url, (article("a"), record("a", provinces=("IR-24",))))
    doubled = record("b", provinces=("IR-24",) * 2, meetings=(meeting(date=DAY),))
    engine = sa.create_engine(url)
    with engine.begin() as raw:
        raw.exec_driver_sql("ALTER TABLE mention RENAME TO mention_away")
    with pytest.raises(StoreError):
        keep(url, (article("a", "دیگر"), record("a")), (article("b", "سه"), doubled))
    with engine.begin() as raw:
        raw.exec_driver_sql("ALTER TABLE mention_away RENAME TO mention")
    engine.dispose()
    with open_store(url) as store:
        assert list(store.articles()) == [article("a")]
        assert store.subjects()[-1].code == "IR-24"
