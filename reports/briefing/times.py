"""Which period a record belongs to.

An event belongs to a period by its own day. One without a day is listed by the day
of its page, which never becomes the day of the event. What was said or proposed
goes with the meeting that the article tells of, when it is one dated meeting, and
with the page otherwise. Without either day it is found in the period `all` only.
"""

import datetime

import msgspec

from reports.model import ArticleRecord


class Window(msgspec.Struct, frozen=True):
    """The days of a period, both included; `None` leaves that end open."""

    since: datetime.date | None = None
    until: datetime.date | None = None

    def __contains__(self, day: datetime.date | None) -> bool:
        """Say whether `day` lies inside; a missing day only does when all does."""
        if day is None:
            return self.since is None and self.until is None
        return (self.since is None or self.since <= day) and (
            self.until is None or day <= self.until
        )

    def touches(self, first: datetime.date | None, last: datetime.date | None) -> bool:
        """Say whether the days from `first` to `last` lie inside, even by one of them.

        Without a `last` day there is only the first.
        """
        if first is None or last is None:
            return first in self
        return (self.since is None or self.since <= last) and (
            self.until is None or first <= self.until
        )


def day_of_claims(record: ArticleRecord) -> datetime.date | None:
    """Return the day that the claims of an article are listed by."""
    days = {one.date for one in record.meetings if one.status == "held" and one.date}
    return days.pop() if len(days) == 1 else record.article.published
