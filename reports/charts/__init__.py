"""The charts room: from counts to drawings, right to left.

Each function returns a `Chart` whose SVG is `width_mm` wide: 170 fills the text of
an A4 page, 82 half of it. Words come in as arguments, and digits come out Persian.
Where there is nothing to draw, the chart says the given `empty` text.
"""

from reports.charts.bars import contacts, proposals_by_topic
from reports.charts.columns import meetings_in_time
from reports.charts.counts import Count
from reports.charts.ladder import proposals_by_status

__all__ = [
    "Count",
    "contacts",
    "meetings_in_time",
    "proposals_by_status",
    "proposals_by_topic",
]
