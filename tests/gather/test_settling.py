"""What is settled depends on what is kept, and on what a person has decided."""

import datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from reports.chronicle import KnownEvent
from reports.errors import SettingsError
from reports.gather import take, withdraw
from reports.gather.unions import Unions
from reports.store import open_store
from tests.gather.tellings import articles, other, proof
from tests.store.examples import article, dump, keep
from tests.test_tables import with_meeting


@pytest.fixture(autouse=True)
def small_portions(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a few articles make many portions."""
    monkeypatch.setattr("reports.gather.PORTION", 3)
    monkeypatch.setattr("reports.gather.settling.PORTION", 4)


def gather(url: str, corrections: Path | None = None) -> None:
    """Gather the tellings."""
    take(articles(), store_url=url, extract=proof, corrections=corrections)


def joined(url: str) -> KnownEvent:
    """Return the event that most articles tell of."""
    with open_store(url) as store:
        return max(store.events(), key=lambda one: (len(one.refs), one.id))


def test_what_only_a_withdrawn_article_proves_goes_with_it(url: str) -> None:
    gather(url)
    gone = joined(url).refs[0].article
    withdraw([gone], store_url=url)
    with open_store(url) as store:
        refs = {ref.article for one in store.events() for ref in one.refs}
        assert gone not in refs
        assert list(store.faults()) == []
        assert store.article(gone) is None


def test_changed_article_changes_what_many_tell(url: str) -> None:
    gather(url)
    changed = articles()[0]  # of one text
    home = changed.id
    with open_store(url) as store:
        assert any(ref.article == home for one in store.events() for ref in one.refs)
    take([other(changed, text="امروز هوا آفتابی است.")], store_url=url, extract=proof)
    with open_store(url) as store:
        assert all(ref.article != home for one in store.events() for ref in one.refs)
        assert store.waiting() == 0


def test_correction_is_taken_and_can_be_taken_back(url: str, tmp_path: Path) -> None:
    gather(url)
    before, event = dump(url), joined(url)
    a, b = event.refs[:2]
    decided = tmp_path / "decided.toml"
    decided.write_text(
        f'[[apart]]\nkind = "event"\nthese = '
        f'["{a.article}#{a.number}", "{b.article}#{b.number}"]\n'
    )
    gather(url, decided)
    with open_store(url) as store:
        homes = {ref: one.id for one in store.events() for ref in one.refs}
        assert homes[a] != homes[b]
    gather(url)  # without the file, what was decided stands
    with open_store(url) as store:
        homes = {ref: one.id for one in store.events() for ref in one.refs}
        assert homes[a] != homes[b]
    decided.write_text("")
    gather(url, decided)
    after = dump(url)
    assert {**after, "settled_with": []} == {**before, "settled_with": []}


def test_what_shares_no_key_can_be_joined_by_a_person(url: str, tmp_path: Path) -> None:
    gather(url)
    with open_store(url) as store:
        first, *_, last = store.events()
    decided = tmp_path / "decided.toml"
    decided.write_text(
        f'[[same]]\nkind = "event"\nthese = ["{first.id}", "{last.id}"]\n'
    )
    gather(url, decided)
    with open_store(url) as store:
        (one,) = [one for one in store.events() if first.refs[0] in one.refs]
        assert last.refs[0] in one.refs
        assert any(join.rule == "correction/same" for join in one.joins)


def test_corrections_beside_the_store_are_found(other_url: str, tmp_path: Path) -> None:
    (tmp_path / "corrections.toml").write_text("[[same]]\n")
    with pytest.raises(SettingsError, match=r"corrections\.toml"):
        gather(other_url)


def test_period_and_subject_choose_what_is_known(url: str) -> None:
    gather(url)
    day = datetime.date(2025, 11, 12)
    with open_store(url) as store:
        every = list(store.events())
        found = list(store.events(about=("province", "IR-24"), since=day, until=day))
        assert found
        assert found == [
            one for one in every if "IR-24" in one.provinces and spans(one, day)
        ]
        assert store.known([one.id for one in found]) == {one.id: one for one in found}
        assert list(store.events(about=("country", "IR"))) == every
        assert list(store.threads(about=("relation", "AZ")))
        assert list(store.people(about=("province", "IR-24")))


def spans(one: KnownEvent, day: datetime.date) -> bool:
    """Tell whether a day is among those of an event and its pages."""
    days = [d for d in (one.first, one.last, one.date, one.date_end) if d]
    return min(days) <= day <= max(days)


def test_groups_grow_together() -> None:
    unions = Unions[int]()
    unions.join([1, 2])
    unions.join([3, 4])
    assert len(unions.groups([1, 2, 3, 4, 5])) == 3
    unions.join([2, 3])
    assert sorted(unions.group(4)) == [1, 2, 3, 4]
    assert unions.leader(1) == unions.leader(4) != unions.leader(5)


def test_people_belong_to_all_that_their_articles_are_about(url: str) -> None:
    def told(*countries: str) -> list[str | None]:
        proven = with_meeting("a")
        keep(url, (article("a"), replace(proven, countries=countries)))
        with open_store(url) as store:
            found = [list(store.people(about=("relation", x))) for x in ("AZ", "AM")]
        return [one[0].name if one else None for one in found]

    assert told("AZ") == ["نام نخست", None]
    assert told("AM") == [None, "نام نخست"]
    assert told() == [None, None]
