"""The corridor of the post: from what was published, through the outbox, to readers."""

from reports.post.filling import Filled, fill, write_letters
from reports.post.office import Office, Trouble, trouble
from reports.post.returns import Returned, read_reports
from reports.post.telling import Tally, tallies, tally_into_manifest
from reports.post.working import Worked, work

__all__ = [
    "Filled",
    "Office",
    "Returned",
    "Tally",
    "Trouble",
    "Worked",
    "fill",
    "read_reports",
    "tallies",
    "tally_into_manifest",
    "trouble",
    "work",
    "write_letters",
]
