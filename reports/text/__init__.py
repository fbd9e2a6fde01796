"""Persian text, both ways: read into one spelling, and set as an editor would."""

from reports.text.fold import ZWNJ, Folded, fold

__all__ = ["ZWNJ", "Folded", "fold"]
