"""Things that are joined in pairs, and the groups that come of it."""

from collections.abc import Hashable, Iterable


class Unions[T: Hashable]:
    """Groups that grow together; nothing is ever parted."""

    def __init__(self) -> None:
        """Begin without any group."""
        self._leader: dict[T, T] = {}
        self._group: dict[T, list[T]] = {}

    def add(self, one: T) -> None:
        """Let something be a group of its own, if it is in none yet."""
        if one not in self._leader:
            self._leader[one] = one
            self._group[one] = [one]

    def join(self, those: Iterable[T]) -> None:
        """Make one group of all that some things are in."""
        leaders = {self.leader(one) for one in those}
        if len(leaders) < 2:
            return
        into = max(leaders, key=lambda one: len(self._group[one]))
        for leader in leaders - {into}:
            moved = self._group.pop(leader)
            self._group[into] += moved
            self._leader.update(dict.fromkeys(moved, into))

    def leader(self, one: T) -> T:
        """Return that which stands for the group of something."""
        self.add(one)
        return self._leader[one]

    def group(self, one: T) -> tuple[T, ...]:
        """Return the group of something."""
        return tuple(self._group[self.leader(one)])

    def groups(self, those: Iterable[T]) -> tuple[tuple[T, ...], ...]:
        """Return the groups that some things are in, each once."""
        leaders = dict.fromkeys(self.leader(one) for one in those)
        return tuple(tuple(self._group[leader]) for leader in leaders)
