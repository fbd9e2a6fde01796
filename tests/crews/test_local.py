"""Workers of this machine: what they do, and what becomes of it when one dies."""

import os
import signal
import time
from pathlib import Path

import pytest

from reports.crews import Allowance, Crew, crew, finished
from reports.errors import CrewError, SettingsError


def square(number: int) -> int:
    return number * number


def die(flag: Path, times: int) -> int:
    """Kill the process that this runs in, so many times."""
    died = int(flag.read_text("ascii")) if flag.exists() else 0
    if died < times:
        flag.write_text(str(died + 1), "ascii")
        os.kill(os.getpid(), signal.SIGKILL)
    return died


def complain(_: int) -> int:
    raise SettingsError("a thing", "it is wrong", hint="mend it")


def hang(seconds: float) -> None:
    time.sleep(seconds)


def swallow(megabytes: int) -> int:
    return len(bytearray(megabytes << 20))


def test_one_job_is_done_here() -> None:
    with crew(1) as hands:
        assert hands.submit(os.getpid).result() == os.getpid()


def test_several_do_everything_that_is_handed_out() -> None:
    with crew(2) as hands:
        done = {piece: one.result() for piece, one in finished(hands, square, range(9))}
        assert done == {number: number * number for number in range(9)}
        assert hands.submit(os.getpid).result() != os.getpid()


def test_work_of_a_worker_that_died_is_tried_once_more(tmp_path: Path) -> None:
    with crew(2) as hands:
        lost = hands.submit(die, tmp_path / "once", 1)
        others = [hands.submit(square, number) for number in range(5)]
        assert lost.result() == 1
        assert [one.result() for one in others] == [0, 1, 4, 9, 16]


def test_work_that_kills_its_worker_again_fails_alone(tmp_path: Path) -> None:
    with crew(2) as hands:
        lost = hands.submit(die, tmp_path / "ever", 9)
        others = [hands.submit(square, number) for number in range(5)]
        with pytest.raises(CrewError, match="ended before its work was done"):
            lost.result()
        assert [one.result() for one in others] == [0, 1, 4, 9, 16]
    assert (tmp_path / "ever").read_text("ascii") == "2"


def test_our_errors_come_back_whole() -> None:
    with crew(2) as hands, pytest.raises(SettingsError, match="it is wrong") as caught:
        hands.submit(complain, 1).result()
    assert (caught.value.what, caught.value.hint) == ("a thing", "mend it")


ALLOWED = {
    "time": (Allowance(seconds=4), hang, 3600, "longer than 4 seconds"),
    "memory": (Allowance(megabytes=200), swallow, 300, "more than 200 megabytes"),
}


@pytest.mark.parametrize(
    ("allowance", "work", "much", "why"), ALLOWED.values(), ids=ALLOWED
)
def test_who_takes_too_much_is_stopped(
    allowance: Allowance, work: object, much: int, why: str
) -> None:
    def ask(hands: Crew, amount: float) -> object:
        return hands.submit(work, amount).result()  # type: ignore[arg-type]

    with crew(1, allowance=allowance) as hands:
        ask(hands, 0)
        with pytest.raises(CrewError, match=why):
            ask(hands, much)
        ask(hands, 0)
