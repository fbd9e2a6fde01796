"""What a store was compared by: where we have learned since, it is done anew."""

from functools import cache
from hashlib import sha256

from reports.places import ROOT
from reports.store import Writer

#: The name under which the store remembers what it was compared by.
RULES = "rules"

#: Where it is written how pages and mentions are told apart, and by which words.
WRITTEN = (
    "reports/chronicle.py",
    "reports/sources/identity.py",
    "reports/memory/*.py",
    "reports/lexicon/*.toml",
    "reports/text/*.py",
)


def take_rules(writer: Writer) -> None:
    """Let everything be compared anew where it was done by other rules than ours."""
    ours = _digest()
    if writer.settled_with(RULES) != ours:
        writer.compare_anew()
        writer.settle_anew(RULES, ours, mentions=None)


@cache
def _digest() -> str:
    """Return a digest of all that is compared by."""
    files = sorted(path for pattern in WRITTEN for path in ROOT.glob(pattern))
    told = sha256()
    for path in files:
        told.update(path.read_bytes())
    return told.hexdigest()
