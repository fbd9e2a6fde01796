"""Settle what many articles tell: from unsettled mentions to what is known.

A mention is compared with those that share one of its keys, and all that hang together
make one component. What is known of it depends on its mentions alone, so any order of
articles, and any number of runs that were cut short, come to the same.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

import msgspec

from reports.chronicle import Mention
from reports.gather.reading import Memory
from reports.gather.unions import Unions
from reports.memory import NONE, Corrections
from reports.store import Component, Writer

#: How many unsettled mentions are taken at a time, with all that hangs on them.
PORTION = 2000

#: The name under which the store remembers the corrections that it was settled with.
CORRECTIONS = "corrections"


def settle(
    writer: Writer,
    *,
    memory: Memory,
    corrections: Corrections | None,
    progress: Callable[[int], object] = lambda _: None,
) -> None:
    """Settle what is unsettled, and what is corrected otherwise than before.

    Without corrections those stand that the store was last settled with.
    """
    decided = _take_corrections(writer, corrections)
    done = 0
    while fresh := writer.unsettled(PORTION):
        portion = _Portion(writer, memory, decided)
        portion.grow(fresh)
        components = portion.components()
        writer.settle(components, instead_of=portion.former)
        done += sum(len(one.mentions) for one in components)
        progress(done)


def _take_corrections(writer: Writer, new: Corrections | None) -> Corrections:
    """Unsettle what was corrected otherwise before; return what holds."""
    kept = writer.settled_with(CORRECTIONS)
    before = msgspec.json.decode(kept, type=Corrections) if kept else NONE
    if new is None or new == before:
        return before
    changed = set(before.names.items()) ^ set(new.names.items())
    touched = {id_ for id_, _ in changed}
    for pair in (before.same ^ new.same) | (before.apart ^ new.apart):
        touched |= set(pair)
    now = msgspec.json.encode(new, order="deterministic").decode()
    writer.settle_anew(CORRECTIONS, now, mentions=touched)
    return new


class _Portion:
    """Some unsettled mentions, and what hangs together with them.

    `former` are the components that they were in, or are joined to now.
    """

    def __init__(
        self, writer: Writer, memory: Memory, corrections: Corrections
    ) -> None:
        """Begin with nothing."""
        self._writer = writer
        self._memory = memory
        self._corrections = corrections
        self._named = corrections.ids
        self._mentions: dict[str, Mention] = {}
        self._unions = Unions[str]()
        self._verdicts: dict[tuple[str, str], bool] = {}
        self.former: set[str] = set()

    def grow(self, fresh: Iterable[Mention]) -> None:
        """Take in unsettled mentions, then all that hangs together with them."""
        frontier = {one.id: one for one in fresh}
        while frontier:
            self._mentions |= frontier
            for id_ in frontier:
                self._unions.add(id_)
            homes = self._compare(frontier) | self._corrected(frontier)
            linked = {
                id_
                for group in self._unions.groups(frontier)
                for id_ in group
                if id_ not in self._mentions
            }
            joined = (homes[id_] for id_ in linked)
            self._take_components({home for home in joined if home})
            loose = (id_ for id_ in linked if homes[id_] is None)
            frontier = {one.id: one for one in self._writer.mentions(loose)}

    def components(self) -> tuple[Component, ...]:
        """Return what hangs together, and what it tells of."""
        made = []
        for group in self._unions.groups(self._mentions):
            ids = tuple(sorted(group))
            mentions = [self._mentions[id_] for id_ in ids]
            known = self._memory.settled(mentions, self._corrections)
            made.append(Component(id=ids[0], mentions=ids, known=known))
        return tuple(made)

    def _compare(self, frontier: Mapping[str, Mention]) -> dict[str, str | None]:
        """Join what is the same as mentions of the frontier.

        Return the components of all that may be, `None` for what is unsettled.
        """
        keys = {key for one in frontier.values() for key in one.keys}
        shelves: dict[str, dict[str, list[str]]] = defaultdict(
            lambda: defaultdict(list)
        )
        homes: dict[str, str | None] = {}
        for row in self._writer.sharing(keys):
            homes[row.id] = row.component
            shelves[row.key][self._shape(row.id, row.shape)].append(row.id)
        full = [one for one in shelves.values() if sum(map(len, one.values())) > 1]
        speakers = self._speakers(full)
        for shelf in full:
            fresh = {shape for shape, ids in shelf.items() if frontier.keys() & ids}
            for shape in fresh:
                for other, ids in shelf.items():
                    if other in fresh and other < shape:
                        continue
                    mine = shelf[shape]
                    if self._together(mine, ids):
                        continue
                    if self._same(speakers[mine[0]], speakers[ids[-1]], shape, other):
                        self._unions.join([*mine, *ids])
        return homes

    def _speakers(
        self, shelves: Iterable[Mapping[str, list[str]]]
    ) -> dict[str, Mention]:
        """Return the first and the last mention of each shape, which speak for all."""
        wanted = {
            id_
            for shelf in shelves
            for ids in shelf.values()
            for id_ in (ids[0], ids[-1])
        }
        known = {id_: self._mentions[id_] for id_ in wanted & self._mentions.keys()}
        rest = self._writer.mentions(wanted - known.keys())
        return known | {one.id: one for one in rest}

    def _same(self, a: Mention, b: Mention, shape: str, other: str) -> bool:
        """Tell whether two mentions are the same; equal shapes compare alike."""
        if a.id == b.id:
            return False
        pair = (shape, other) if shape < other else (other, shape)
        if pair not in self._verdicts:
            join = self._memory.same(a, b, self._corrections)
            self._verdicts[pair] = join is not None
        return self._verdicts[pair]

    def _shape(self, id_: str, shape: str) -> str:
        """Return the shape of a mention; what a person has named is like no other."""
        return id_ if id_ in self._named else shape

    def _together(self, mine: list[str], ids: list[str]) -> bool:
        """Tell whether the mentions of two shapes are all joined already."""
        return len({self._unions.leader(one) for one in (*mine, *ids)}) == 1

    def _corrected(self, frontier: Iterable[str]) -> dict[str, str | None]:
        """Join what a person has joined; return the components as `_compare` does."""
        partners = {
            id_: self._corrections.partners(id_) for id_ in self._named & set(frontier)
        }
        wanted = {other for others in partners.values() for other in others}
        homes = self._writer.homes(wanted)
        for id_, others in partners.items():
            self._unions.join([id_, *(one for one in others if one in homes)])
        return homes

    def _take_components(self, components: Iterable[str]) -> None:
        """Take in whole components: they hang together whatever joined them."""
        members: dict[str, list[str]] = defaultdict(list)
        for component, id_ in self._writer.members(components):
            members[component].append(id_)
        for component, ids in members.items():
            self.former.add(component)
            self._unions.join(ids)
            self._mentions |= {one.id: one for one in self._writer.mentions(ids)}
