"""One page is one article, however often and in how many forms it is handed over."""

import datetime
from itertools import permutations
from pathlib import Path

import pytest

from reports.errors import StoreError
from reports.gather import take, withdraw
from reports.model import Article, ArticleRecord
from reports.store import open_store
from tests.gather.tellings import other
from tests.sources.test_identity import BODY, OTHER, WHOLE
from tests.store.examples import article, dump, keep, record

LATER = datetime.date(2025, 12, 20)


def told(one: Article) -> tuple[Article, ArticleRecord]:
    """Return an article with a record of its own page day."""
    return one, record(one.id, day=one.published)


def texts(url: str) -> dict[str, str]:
    """Return the texts that count."""
    with open_store(url) as store:
        return {one.id: one.text for one in store.articles()}


def test_fullest_rendering_counts_in_any_order(tmp_path: Path) -> None:
    body, whole = article("b", BODY), article("c", WHOLE)
    again = article("a", BODY.replace("\u200c", ""))
    for number, order in enumerate(permutations((body, whole, again))):
        url = f"sqlite:///{tmp_path}/{number}.db"
        for one in order:
            keep(url, told(one))
        assert texts(url) == {"a": WHOLE}
        with open_store(url) as store:
            assert store.revisions("a")[0].text == WHOLE
            assert len(store.revisions("a")) == 3
            assert [one.article.id for one in store.records()] == ["a"]
            kept = store.article("a")
            assert kept
            assert kept.origin == "news/c.txt"


def test_newest_page_counts_before_the_fullest(url: str) -> None:
    address = "https://namune.example/news/85012345"
    first = article("a", WHOLE, url=f"{address}/first")
    second = article("b", OTHER, url=f"{address}/second", published=LATER)
    keep(url, told(second), told(first))
    assert texts(url) == {"a": OTHER}


def test_correction_counts_before_all_that_it_replaces(url: str) -> None:
    keep(url, told(article("a", WHOLE)))
    assert keep(url, told(article("a", BODY))).changed == 1
    assert texts(url) == {"a": BODY}
    assert keep(url, told(article("a", WHOLE))).changed == 1
    assert texts(url) == {"a": WHOLE}
    with open_store(url) as store:
        assert len(store.revisions("a")) == 2


def test_copy_elsewhere_is_the_same(url: str) -> None:
    one = article("a", BODY)
    assert keep(url, told(one)).new == 1
    done = keep(url, told(other(one, origin="old/a.txt")))
    assert (done.new, done.changed, done.same) == (0, 0, 1)
    assert keep(url, told(other(one, origin="old/a.txt"))).same == 1


def test_two_articles_become_one_when_a_third_shows_it(url: str) -> None:
    address = "https://namune.example/news/85012345"
    near = article("c", BODY + " پایان.", published=None, url=address)
    keep(url, told(article("a", BODY)), told(article("b", OTHER, url=address)))
    assert set(texts(url)) == {"a", "b"}
    assert keep(url, told(near)).changed == 1
    assert set(texts(url)) == {"a"}


def test_taken_id_is_refused_and_all_else_is_kept(url: str) -> None:
    first, second = article("a", BODY), article("a", OTHER, origin="other/a.txt")
    done = keep(url, told(first), told(second), told(article("b", OTHER * 2)))
    (refusal,) = done.refused
    assert refusal.origin == "other/a.txt"
    assert "news/a.txt" in refusal.why
    assert texts(url) == {"a": BODY, "b": OTHER * 2}


def test_id_of_a_page_that_another_text_leads_is_taken_too(url: str) -> None:
    address = "https://namune.example/news/85012345"
    keep(url, told(article("b", BODY, url=address)), told(article("a", OTHER)))
    third = article("a", "خبری دیگر", origin="other/a.txt", url=address)
    (refusal,) = keep(url, told(third)).refused
    assert refusal.origin == "other/a.txt"


def test_withdrawn_article_stays_out_until_it_is_let_in(
    url: str, other_url: str
) -> None:
    one, two = article("a", BODY), article("b", OTHER)
    keep(url, told(one), told(two))
    withdraw(["a"], store_url=url)
    assert set(texts(url)) == {"b"}
    with open_store(url) as store:
        assert list(store.faults()) == []
        assert [one.code for one in store.subjects()] == ["IR"]
    copy = article("c", WHOLE)
    for again in (one, other(one, text="چیز دیگر"), copy):
        done = keep(url, told(again))
        if again is copy:
            assert done.new == 1  # another text at another place, of no known address
        else:
            assert "withdrawn" in done.refused[0].why
            assert "--undo a" in done.refused[0].hint
    withdraw(["c"], store_url=url)
    withdraw(["a", "c"], store_url=url, undo=True)
    keep(url, told(one))
    keep(other_url, told(one), told(two))
    assert dump(url)["article"] == dump(other_url)["article"]


@pytest.mark.parametrize("undo", [False, True])
def test_article_that_is_not_there_is_named(url: str, *, undo: bool) -> None:
    keep(url, told(article("a", BODY)))
    with pytest.raises(StoreError, match="no article 'x'"):
        withdraw(["x"] if undo else ["a", "x"], store_url=url, undo=undo)
    assert set(texts(url)) == {"a"}


def test_all_is_compared_anew_when_the_rules_have_changed(
    url: str, other_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    pairs = [told(article("a", BODY)), told(article("b", WHOLE))]
    monkeypatch.setattr("reports.gather.rules._digest", lambda: "older")
    monkeypatch.setattr("reports.gather.desk.one_page", lambda *_: False)
    keep(url, *pairs)
    assert set(texts(url)) == {"a", "b"}
    monkeypatch.undo()
    take([], store_url=url, extract=lambda _: pairs[0][1])
    keep(other_url, *pairs)
    assert dump(url) == dump(other_url)
