"""Persian text, both ways: read into one spelling, and set as an editor would."""

from reports.text.fold import ZWNJ, Folded, fold
from reports.text.halfspace import halfspaces, respaced
from reports.text.setting import typeset

__all__ = ["ZWNJ", "Folded", "fold", "halfspaces", "respaced", "typeset"]
