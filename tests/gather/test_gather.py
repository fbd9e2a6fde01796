"""Gathering keeps what can be read, lists what cannot, and can be done again."""

import json
from pathlib import Path

import pytest

from reports.gather import Gathered, gather
from reports.model import Article, ArticleRecord
from reports.store import open_store
from tests.store.examples import record

TEXT = "استاندار با سفیر دیدار کرد."


def proves(article: Article) -> ArticleRecord:
    """Stand in for extraction: an article is relevant when it tells of an envoy."""
    return record(article.id, relevant="سفیر" in article.text)


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, "utf-8")
    (folder / "b.md").write_bytes(b"\xff\xfe\xfd")
    lines = [json.dumps({"text": TEXT}), "{", json.dumps({"text": "هوا"})]
    (folder / "c.jsonl").write_text("\n".join(lines), "utf-8")
    (folder / "d.pdf").write_bytes(b"%PDF")
    return folder


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/store.db"


def test_bad_inputs_are_listed_and_the_rest_is_kept(news: Path, url: str) -> None:
    done = gather([news], store_url=url, extract=proves)
    assert (done.new, done.changed, done.same, done.skipped) == (3, 0, 0, 1)
    assert [one.origin for one in done.refused] == [
        f"{news}/b.md",
        f"{news}/c.jsonl:2",
    ]
    with open_store(url) as store:
        kept = {one.article.id[:2]: one.relevant for one in store.records()}
    assert kept == {"a": True, "c-": False}


def test_gathering_twice_changes_nothing(news: Path, url: str) -> None:
    gather([news], store_url=url, extract=proves)
    with open_store(url) as store:
        before = list(store.records()), list(store.articles())
    done = gather([news], store_url=url, extract=proves)
    assert (done.new, done.changed, done.same) == (0, 0, 3)
    with open_store(url) as store:
        assert (list(store.records()), list(store.articles())) == before


def test_corrected_file_takes_the_place_of_what_it_said(news: Path, url: str) -> None:
    gather([news / "a.txt"], store_url=url, extract=proves)
    (news / "a.txt").write_text(TEXT + TEXT, "utf-8")
    done = gather([news / "a.txt"], store_url=url, extract=proves)
    assert done == Gathered(changed=1)
    with open_store(url) as store:
        assert [article.text for article in store.articles()] == [TEXT + TEXT]


def test_file_of_the_same_name_elsewhere_wipes_nothing_out(
    news: Path, tmp_path: Path, url: str
) -> None:
    gather([news / "a.txt"], store_url=url, extract=proves)
    (tmp_path / "a.txt").write_text("خبری دیگر", "utf-8")
    done = gather([tmp_path / "a.txt"], store_url=url, extract=proves)
    (refusal,) = done.refused
    assert str(news / "a.txt") in refusal.why
    with open_store(url) as store:
        assert [article.text for article in store.articles()] == [TEXT]


def test_progress_is_told_of_every_article(news: Path, url: str) -> None:
    told: list[tuple[int, int, str]] = []
    gather([news], store_url=url, extract=proves, progress=lambda *x: told.append(x))
    assert [place for _, _, place in told][-1] == f"{news}/c.jsonl:3"
    assert [number for number, _, _ in told] == [1, 2, 3, 4, 5]
    assert all(number <= total for number, total, _ in told)
