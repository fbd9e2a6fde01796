"""The charts room: from counts to drawings, right to left.

Each function returns a `Chart` whose drawing is `width_mm` wide: 170 fills the text of
an A4 page, 82 half of it. Words come in as arguments, and digits go out Persian. Where
there is nothing to draw, the chart says the given `empty` text. A chart brings its
numbers as a table, and its drawing twice: for the press and as SVG for a browser.
"""

from reports.charts.bars import contacts, proposals_by_topic
from reports.charts.columns import meetings_in_time
from reports.charts.counts import Count
from reports.charts.heat_map import Grid, GridWords, topics_by_partner
from reports.charts.iran_map import NEIGHBOURS, Contacts, MapWords, contacts_map
from reports.charts.ladder import proposals_by_status
from reports.charts.network import Encounter, NetworkWords, Somebody, who_met_whom
from reports.charts.threads import Step, Thread, ThreadWords, proposal_threads
from reports.charts.trends import Trend, topic_trends

__all__ = [
    "NEIGHBOURS",
    "Contacts",
    "Count",
    "Encounter",
    "Grid",
    "GridWords",
    "MapWords",
    "NetworkWords",
    "Somebody",
    "Step",
    "Thread",
    "ThreadWords",
    "Trend",
    "contacts",
    "contacts_map",
    "meetings_in_time",
    "proposal_threads",
    "proposals_by_status",
    "proposals_by_topic",
    "topic_trends",
    "topics_by_partner",
    "who_met_whom",
]
