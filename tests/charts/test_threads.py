"""Proposals in time: where days stand, what is told, and what is left out."""

import datetime
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.charts import Step, Thread, ThreadWords, proposal_threads
from reports.model import Chart
from tests.charts import nasty
from tests.charts.drawing import assert_words_apart, written

WORDS = ThreadWords(
    rungs=("مطرح‌شده", "حمایت‌شده", "توافق‌شده", "امضاشده", "در حال اجرا", "انجام‌شده"),
    blocked="با مانع",
    silent="{} روز سکوت",
    more="و {} پیشنهاد دیگر",
    head=("پیشنهاد", "نخستین خبر", "آخرین خبر", "وضعیت", "روزهای سکوت"),
)
START = datetime.date(2025, 3, 21)


def day(n: int) -> datetime.date:
    return START + datetime.timedelta(days=n)


def thread(n: int, *days: int, blocked: bool = False) -> Thread:
    steps = tuple(Step(day(at), rung) for rung, at in enumerate(days[:6]))
    mentions = tuple(day(at) for at in days)
    return Thread(text=nasty.name(n), mentions=mentions, steps=steps, blocked=blocked)


def drawn(threads: Sequence[Thread], until: int, width: float = 170.0) -> Chart:
    return proposal_threads(
        threads,
        until=day(until),
        words=WORDS,
        alt=nasty.ALT,
        empty=nasty.EMPTY,
        width_mm=width,
    )


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.lists(st.integers(0, 2000), min_size=1, max_size=9).map(sorted),
            st.booleans(),
        ),
        max_size=20,
    ),
    st.integers(0, 4000),
    st.sampled_from(nasty.WIDTHS),
)
def test_any_threads_fit_and_stand_apart(
    told: list[tuple[list[int], bool]], silent: int, width: float
) -> None:
    threads = [
        thread(n, *days, blocked=blocked) for n, (days, blocked) in enumerate(told)
    ]
    last = max((days[-1] for days, _ in told), default=0)
    assert_words_apart(drawn(threads, last + silent, width))


def test_time_runs_from_the_right_and_steps_are_named() -> None:
    first = drawn([thread(0, 3, 40, 120)], 150)
    assert first.drawing
    at = {one.text: one.x for one in first.drawing.letterings}
    assert at["مطرح‌شده"] > at["حمایت‌شده"] > at["توافق‌شده"]
    assert at["فروردین"] > at["مرداد"]
    chart = drawn([thread(0, 3, 40, 120), thread(1, 50, blocked=True)], 150)
    words = written(chart)
    assert words.count("۱۴۰۴") == 1
    assert {"با مانع", "۳۰ روز سکوت", "۱۰۰ روز سکوت"} <= set(words)
    assert chart.table
    assert chart.table.rows[0] == (
        "تجارت",
        "۴ فروردین ۱۴۰۴",
        "۲۸ تیر ۱۴۰۴",
        "توافق‌شده",
        30,
    )


def test_a_thread_of_today_is_not_called_silent() -> None:
    assert not [word for word in written(drawn([thread(0, 5)], 5)) if "سکوت" in word]


def test_what_does_not_fit_is_counted() -> None:
    chart = drawn([thread(n, n) for n in range(20)], 30)
    assert written(chart)[-1] == "و ۶ پیشنهاد دیگر"
    assert chart.table
    assert len(chart.table.rows) == 20


def test_no_threads_say_so() -> None:
    assert written(drawn([], 0)) == [nasty.EMPTY]


def test_a_proposal_was_told_of_at_least_once() -> None:
    with pytest.raises(ValueError, match="no mention"):
        Thread(text="-", mentions=())
