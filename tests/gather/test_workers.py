"""Several processes read what one would have read, in the same order."""

import os

import pytest

from reports.errors import CrewError
from reports.extract import extract
from reports.gather import take
from reports.model import Article, ArticleRecord
from reports.sources import Refusal
from tests.gather.tellings import articles
from tests.store.examples import dump

FIRST = articles()[0].id
TAKEN = Article(id=FIRST, text="دیگر", origin=f"other/{FIRST}.txt")
UNREAD = Refusal(origin="news/x.txt", why="it is empty")


def fall(article: Article) -> ArticleRecord:
    """Read an article, but fall over the tenth."""
    if article == articles()[9]:
        os._exit(1)
    return extract(article)


def test_more_processes_keep_the_same(tmp_path: str) -> None:
    items = (*articles(), UNREAD, TAKEN)
    urls = [f"sqlite:///{tmp_path}/{jobs}.db" for jobs in (1, 2)]
    one, two = (
        take(items, store_url=url, extract=extract, jobs=jobs)
        for jobs, url in enumerate(urls, 1)
    )
    assert one == two
    assert [refusal.origin for refusal in two.refused] == [
        "news/x.txt",
        TAKEN.origin,
    ]
    assert dump(urls[0]) == dump(urls[1])


def test_process_that_falls_is_told_of_and_what_is_kept_stays(other_url: str) -> None:
    with pytest.raises(CrewError, match="ended before its work was done") as caught:
        take(articles(), store_url=other_url, extract=fall, jobs=2)
    assert "--jobs 1" in caught.value.hint
    done = take(articles(), store_url=other_url, extract=extract)
    assert done.new + done.changed == len(articles())
