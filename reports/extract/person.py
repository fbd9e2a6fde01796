"""A person or group of one article, with every mention of it."""

from reports.extract.mentions import Mention
from reports.extract.names import Name
from reports.extract.titles import Title


class Person:
    """A person or group of one article, named or not."""

    __slots__ = ("group", "mentions", "name", "names", "title", "titles")

    def __init__(self) -> None:
        """Start with nothing known."""
        self.mentions: list[Mention] = []
        self.names: list[Name] = []
        self.titles: list[Title] = []
        #: The fullest name.
        self.name: Name | None = None
        #: The title that tells most: with an office, its place, and no alias.
        self.title: Title | None = None
        self.group = False

    def add(self, mention: Mention) -> None:
        """Take in one more mention."""
        self.mentions.append(mention)
        name, title = mention.name, mention.title
        if name is not None:
            self.names.append(name)
            if self.name is None or len(name) > len(self.name):
                self.name = name
        if title is not None:
            self.titles.append(title)
            self.group = self.group or title.group
            if self.title is None or _worth(title) > _worth(self.title):
                self.title = title

    def take(self, other: "Person") -> None:
        """Take in all mentions of `other`."""
        for mention in other.mentions:
            self.add(mention)
        self.mentions.sort(key=lambda mention: mention.start)

    @property
    def country(self) -> str | None:
        """Return the state the person stands for."""
        return next((t.country for t in self.titles if t.country), None)

    @property
    def foreign(self) -> bool:
        """Tell whether the person is known to stand for another state than Iran."""
        return self.country not in (None, "IR")

    @property
    def province(self) -> str | None:
        """Return the Iranian province the person's titles prove."""
        return next((t.province for t in self.titles if t.province), None)


def _worth(title: Title) -> tuple[bool, bool, bool, bool, int, int]:
    """Rank titles of one person."""
    return (
        title.member is None,
        title.office is None or title.office.alias is None,
        bool(title.places),
        title.deputy,
        min(title.end - title.start, 6),
        -title.start,
    )
