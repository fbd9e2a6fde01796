"""The settings: what `briefings.toml` may say, read strictly and once.

Anything unknown, misspelt or impossible is refused with the line that it stands on.
Secrets never stand in the file: it names a variable of the environment or a file.
"""

from reports.settings.addresses import Address
from reports.settings.reading import load, read_settings
from reports.settings.shape import (
    Bounces,
    BriefingPlan,
    Format,
    Group,
    Imap,
    Language,
    Limits,
    Misfire,
    PeriodKind,
    Post,
    Schedule,
    Secret,
    Settings,
    Smtp,
    Theme,
    Tls,
    Weekday,
)

__all__ = [
    "Address",
    "Bounces",
    "BriefingPlan",
    "Format",
    "Group",
    "Imap",
    "Language",
    "Limits",
    "Misfire",
    "PeriodKind",
    "Post",
    "Schedule",
    "Secret",
    "Settings",
    "Smtp",
    "Theme",
    "Tls",
    "Weekday",
    "load",
    "read_settings",
]
