"""Which period a record belongs to.

An event belongs to a period by its own day. One without a day is listed by the day
of its page, which never becomes the day of the event. What was said or proposed
goes with the meeting that the article tells of, when it is one dated meeting, and
with the page otherwise. Without either day it is found in the period `all` only.
"""

import datetime

import msgspec

from reports.model import ArticleRecord, Meeting


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

    def touches(self, meeting: Meeting) -> bool:
        """Say whether a dated meeting falls into the period, even by a day of it."""
        if meeting.date is None or meeting.date_end is None:
            return meeting.date in self
        return (self.since is None or self.since <= meeting.date_end) and (
            self.until is None or meeting.date <= self.until
        )


def day_of_claims(record: ArticleRecord) -> datetime.date | None:
    """Return the day that the claims of an article are listed by."""
    days = {one.date for one in record.meetings if one.status == "held" and one.date}
    return days.pop() if len(days) == 1 else record.article.published
