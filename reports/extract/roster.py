"""Whom an article told of so far, to be found again by name or by rank.

What a name or a rank could be is looked up, not searched for, and only the latest are
looked at: so a long article takes no longer for each word than a short one.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable

from reports.extract.document import Document
from reports.extract.identity import called
from reports.extract.mentions import Mention
from reports.extract.names import Name
from reports.extract.person import Person
from reports.extract.titles import Title

#: So many people of one rank or one ending of names are looked at, the latest.
MOST = 200
#: Letters that two spellings of one name share: at its end, or at its beginning.
ENDING, BEGINNING = 3, 5


class Roster:
    """The people of an article in the order in which they were met."""

    def __init__(self, doc: Document) -> None:
        """Begin with nobody."""
        self._doc = doc
        #: The place of each in the order of meeting.
        self.people: dict[Person, int] = {}
        self._found: defaultdict[Hashable, dict[Person, None]] = defaultdict(dict)

    def add(self, person: Person, mention: Mention) -> None:
        """Remember that `mention` is of `person`."""
        self.people.setdefault(person, len(self.people))
        if mention.name is not None:
            for key in self._keys(mention.name):
                self._found[key].setdefault(person)
        if mention.title is not None:
            self._found[self._rank(mention.title)].setdefault(person)

    def named(self, name: Name) -> list[Person]:
        """Return who may bear `name`, the latest met first."""
        keys = self._keys(name)
        return self._latest(person for key in keys for person in self._last(key))

    def ranked(self, title: Title) -> list[Person]:
        """Return who may hold `title`, the latest met first."""
        return self._latest(self._last(self._rank(title)))

    def _last(self, key: Hashable) -> list[Person]:
        """Return the latest that are found by `key`."""
        found = self._found.get(key, {})
        latest = reversed(found)
        return [person for _, person in zip(range(MOST), latest, strict=False)]

    def _latest(self, some: Iterable[Person]) -> list[Person]:
        """Return each of `some` once, the latest met first."""
        return sorted(set(some), key=self.people.__getitem__, reverse=True)

    def _keys(self, name: Name) -> tuple[Hashable, Hashable]:
        """Return what every other spelling of `name` shares one of."""
        letters = "".join(self._doc.words[name.start : name.end])
        return ("ends", letters[-ENDING:]), ("begins", letters[:BEGINNING])

    def _rank(self, title: Title) -> Hashable:
        """Return what every other wording of `title` shares."""
        if title.group:
            return "group", title.crowd, frozenset(called(self._doc, title))
        if title.deputy:
            return "deputy"
        return "office", None if title.office is None else title.office.level
