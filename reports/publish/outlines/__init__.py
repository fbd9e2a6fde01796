"""The corridor from a briefing to its outline, which office files are made from."""

from reports.publish.outlines.whole import outline

__all__ = ["outline"]
