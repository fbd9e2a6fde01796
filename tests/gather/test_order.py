"""The store holds the same, in whatever order and portions it was filled."""

import itertools
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reports.gather import take
from reports.model import Article
from reports.store import open_store
from tests.gather.tellings import articles, proof
from tests.store.examples import dump


@pytest.fixture(autouse=True, scope="module")
def small_portions() -> Iterator[None]:
    """Let a few articles make many portions."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("reports.gather.PORTION", 3)
        patch.setattr("reports.gather.settling.PORTION", 4)
        yield


def gather(url: str, those: Sequence[Article]) -> None:
    """Gather articles in one run."""
    done = take(those, store_url=url, extract=proof)
    assert done.refused == ()


@cache
def wanted(folder: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return what the store holds after one run in the order of the articles."""
    url = f"sqlite:///{folder}/wanted.db"
    gather(url, articles())
    return dump(url)


NUMBERS = itertools.count()


@given(
    order=st.permutations(articles()),
    cuts=st.sets(st.integers(1, len(articles()) - 1), max_size=3),
    again=st.lists(st.sampled_from(articles()), max_size=4),
)
@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_any_order_and_any_portions_come_to_the_same(
    tmp_path_factory: pytest.TempPathFactory,
    order: list[Article],
    cuts: set[int],
    again: list[Article],
) -> None:
    folder = tmp_path_factory.getbasetemp()
    url = f"sqlite:///{folder}/any{next(NUMBERS)}.db"
    ends = sorted({0, *cuts, len(order)})
    for start, end in itertools.pairwise(ends):
        gather(url, order[start:end])
    gather(url, again)
    assert dump(url) == wanted(folder)


def test_both_databases_hold_the_same(url: str, tmp_path: Path) -> None:
    gather(url, tuple(reversed(articles())))
    assert dump(url) == wanted(tmp_path)


def test_articles_are_joined_as_they_were_meant_to_be(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/store.db"
    gather(url, articles())
    with open_store(url) as store:
        ids = {one.id for one in store.articles()}
        assert {"a-1", "7", "8"} <= ids
        assert not {"x-1", "9"} & ids
        assert len(store.revisions("a-1")) == 2
        assert max(len(one.refs) for one in store.events()) > 1
        assert store.waiting() == 0
