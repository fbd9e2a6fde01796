"""What was read and what was refused can be counted, by outlet and period."""

import datetime

from reports.gather import take
from reports.model import Page
from reports.sources import Refusal
from reports.store import Refused, open_store
from tests.store.examples import NOW, article, keep, record


def page(id_: str, outlet: str | None, number: int) -> Page:
    """Return the page of an outlet, of a day in December."""
    day = datetime.date(2025, 12, number)
    return Page(id=id_, title=None, published=day, outlet=outlet, url=None)


def test_outlets_are_counted_in_the_period_and_watched_since_their_first_page(
    url: str,
) -> None:
    there = {"provinces": ("IR-24",)}
    keep(
        url,
        (article("a"), record("a", article=page("a", "ایرنا", 1), **there)),
        (article("b", "ب"), record("b", article=page("b", "ایرنا", 9), **there)),
        (article("c", "پ"), record("c", article=page("c", "ایسنا", 8), relevant=False)),
        (article("d", "ت"), record("d", article=page("d", None, 8))),
        (article("e", "ث"), record("e", article=page("e", "مهر", 20))),
    )
    with open_store(url) as store:
        told = store.coverage(
            about=("province", "IR-24"),
            since=datetime.date(2025, 12, 8),
            until=datetime.date(2025, 12, 10),
        )
        assert (told.articles, told.relevant, told.own) == (3, 2, 1)
        first = {one.outlet: one.first for one in told.outlets}
        assert first["ایرنا"] == datetime.date(2025, 12, 1)
        assert {one.gathered for one in told.outlets} == {NOW}
        counts = {o.outlet: (o.articles, o.relevant, o.own) for o in told.outlets}
        assert counts == {
            "ایرنا": (1, 1, 1),
            "ایسنا": (1, 0, 0),
            None: (1, 1, 0),
            "مهر": (0, 0, 0),
        }
        assert store.coverage().own == 4


def test_refusal_stands_until_its_file_is_read_again(url: str) -> None:
    bad = Refusal(origin="news/feed.jsonl:2", why="the line is no article", hint="mend")
    other = Refusal(origin="news/x.txt", why="it is empty")

    def hand(*items: object) -> None:
        take(
            items,  # type: ignore[arg-type]
            store_url=url,
            extract=lambda one: record(one.id),
            now=NOW,
        )

    hand(article("a", origin="news/feed.jsonl:1"), bad, other)
    with open_store(url) as store:
        assert store.coverage().refused == (
            Refused(origin=bad.origin, why=bad.why, hint="mend", refused=NOW),
            Refused(origin="news/x.txt", why="it is empty", hint="", refused=NOW),
        )
    hand(article("a", origin="news/feed.jsonl:1"))
    with open_store(url) as store:
        assert [one.origin for one in store.coverage().refused] == ["news/x.txt"]
