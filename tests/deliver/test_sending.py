"""How long to wait before the next try."""

import datetime

from reports.deliver.sending import LONGEST_WAIT, Habits, wait_after

MINUTE = datetime.timedelta(minutes=1)
HABITS = Habits(
    sender="us@example.org",
    first_wait=5 * MINUTE,
    give_up=datetime.timedelta(days=3),
    lease=20 * MINUTE,
)


def test_waits_double_up_to_the_longest() -> None:
    waits = [wait_after(attempts, HABITS) / MINUTE for attempts in range(1, 9)]
    assert waits == [5, 10, 20, 40, 80, 160, 240, 240]
    assert wait_after(10_000, HABITS) == LONGEST_WAIT
