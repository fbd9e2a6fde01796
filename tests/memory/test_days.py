"""How far apart two tellings may be told, and still be of one day."""

import pytest

from reports.chronicle import EventTold
from reports.memory import mentions
from reports.memory.days import Gap, gap, reach
from reports.memory.verdicts import told_as
from reports.model import MeetingStatus
from tests.memory.composed import day, meeting, record


def told(status: MeetingStatus = "held", date: int | None = None) -> EventTold:
    """Return a telling that names a day, or none."""
    one = meeting(status=status, date=None if date is None else day(date))
    return told_as(mentions(record(meetings=(one,)), identity="a")[0], EventTold)


#: Status and day of the event, page day; the same of the other; the gap.
CASES = {
    "the same day": (("held", 0, 0), ("held", 0, 1), Gap(0, known=True)),
    "outlets differ by two days": (("held", 0, 3), ("held", 2, 3), Gap(2, known=True)),
    "by three days": (("held", 0, 3), ("held", 3, 3), None),
    "a page four days later": (("held", 0, 0), ("held", None, 4), Gap(4, known=False)),
    "a page five days later": (("held", 0, 0), ("held", None, 5), None),
    "a page before the day": (("held", 3, 3), ("held", None, 1), None),
    "pages of one day": (("held", None, 0), ("held", None, 0), Gap(0, known=False)),
    "pages three days apart": (
        ("held", None, 0),
        ("held", None, 3),
        Gap(3, known=False),
    ),
    "pages a week apart": (("held", None, 0), ("held", None, 7), None),
    "announced, then held": (("planned", 2, 0), ("held", 2, 3), Gap(0, known=True)),
    "soon, then held": (("planned", None, 0), ("held", None, 20), Gap(0, known=False)),
    "soon, then held in a month": (("planned", None, 0), ("held", None, 30), None),
    "the next one is announced": (("held", None, 0), ("planned", None, 5), None),
    "soon, and a day": (("planned", None, 0), ("planned", 9, 3), Gap(0, known=False)),
    "put off has no day": (("postponed", 0, 0), ("held", 12, 12), Gap(0, known=False)),
    "recalled": (("held", 0, 0), ("background", None, 20), Gap(20, known=False)),
    "recalled before it was": (("background", None, 0), ("held", None, 5), None),
    "recalled by two": (
        ("background", None, 0),
        ("background", None, 9),
        Gap(9, known=False),
    ),
    "no day at all": (("held", None, None), ("held", None, None), Gap(0, known=False)),
    "a day and none": (("held", None, 0), ("held", None, None), None),
}


@pytest.mark.parametrize("name", CASES)
def test_gap(name: str) -> None:
    (status, date, page), (other, second, published), wanted = CASES[name]
    one, two = told(status, date), told(other, second)
    days = [None if number is None else day(number) for number in (page, published)]
    assert gap(one, days[0], two, days[1]) == wanted
    assert gap(two, days[1], one, days[0]) == wanted


@pytest.mark.parametrize("name", CASES)
def test_what_may_be_one_is_looked_for_in_the_same_days(name: str) -> None:
    (status, date, page), (other, second, published), wanted = CASES[name]
    around = [
        reach(told(status, date), None if page is None else day(page)),
        reach(told(other, second), None if published is None else day(published)),
    ]
    if wanted is None or None in around:
        return
    first, second_reach = around
    assert first is not None
    assert second_reach is not None
    assert first[0] <= second_reach[1]
    assert second_reach[0] <= first[1]
