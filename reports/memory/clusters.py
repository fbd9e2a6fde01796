"""From pairs that are one to groups, whatever order the mentions come in.

The surest pairs are joined first; a join is left out where it would bring together
two mentions that are apart for certain, or two of one article that are told there as
two. Mentions of equal shape are compared once.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from itertools import combinations

import msgspec

from reports.chronicle import Join, Mention
from reports.memory.corrections import Corrections
from reports.memory.tellings import page_order
from reports.memory.verdicts import Judge, Verdict, compared, joined

CORRECTED = "correction/same"
SAME_TELLING = "event/same-telling"


class Node(msgspec.Struct, frozen=True, kw_only=True):
    """Mentions of equal shape, one to an article, compared by the earliest of them.

    `alike` is the verdict on two of them: some say too little to be one by themselves,
    and then only a third telling can join them.
    """

    number: int
    members: tuple[Mention, ...]
    articles: frozenset[str]
    alike: Verdict

    @property
    def first(self) -> Mention:
        """Return the earliest mention, which speaks for all."""
        return self.members[0]


class Group(msgspec.Struct, frozen=True, kw_only=True):
    """Mentions that are one thing, in page order, and why."""

    members: tuple[Mention, ...]
    joins: tuple[Join, ...]


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """The groups of a set of mentions, and the links between groups (`trip/...`)."""

    groups: tuple[Group, ...]
    links: tuple[Join, ...]


def nodes(
    mentions: Iterable[Mention], named: Collection[str], judge: Judge
) -> tuple[Node, ...]:
    """Return the mentions put together by shape, each article at most once in a node.

    Mentions that a correction names stand alone, for it speaks of them only.
    """
    stacks: dict[tuple[str, str], list[list[Mention]]] = defaultdict(list)
    taken: dict[tuple[str, str, str], int] = defaultdict(int)
    for mention in sorted(mentions, key=page_order):
        shape = (mention.shape, mention.id if mention.id in named else "")
        level = taken[*shape, mention.ref.article]
        taken[*shape, mention.ref.article] += 1
        if level == len(stacks[shape]):
            stacks[shape].append([])
        stacks[shape][level].append(mention)
    levels = [tuple(level) for stack in stacks.values() for level in stack]
    levels.sort(key=lambda members: page_order(members[0]))
    return tuple(
        Node(
            number=number,
            members=members,
            articles=frozenset(one.ref.article for one in members),
            alike=compared(members[0], members[-1], judge),
        )
        for number, members in enumerate(levels)
    )


def candidates(every: Iterable[Node]) -> Iterator[tuple[Node, Node]]:
    """Yield each pair of nodes that share a key, once, in order."""
    by_key: dict[str, list[Node]] = defaultdict(list)
    for node in every:
        for key in node.first.keys:
            by_key[key].append(node)
    seen: set[tuple[int, int]] = set()
    for sharing in by_key.values():
        for one, two in combinations(sharing, 2):
            pair = (one.number, two.number)
            if pair not in seen:
                seen.add(pair)
                yield one, two


def grouped(
    mentions: Iterable[Mention],
    corrections: Corrections,
    *,
    judge: Judge,
    within: Collection[str] | None,
) -> Found:
    """Return the groups of `mentions`, as `judge` and a person's corrections say.

    Two mentions of one article are joined only by the rules `within`; `None` is any.
    """
    every = nodes(mentions, corrections.ids, judge)
    board = _Board(every, corrections, judge=judge, within=within)
    links: list[Join] = []
    ranked: list[tuple[int, int, int, Join]] = []
    for one, two in candidates(every):
        verdict = compared(one.first, two.first, judge)
        join = joined(one.first, two.first, verdict)
        if join is None or board.is_refused(one, two):
            continue
        if join.rule.startswith("trip/"):
            links.append(join)
        else:
            ranked.append((-verdict.weight, one.number, two.number, join))
    for one, two in _corrected(every, corrections):
        board.force(one, two)
    for _, a, b, join in sorted(ranked):
        board.join(a, b, join)
    return Found(groups=board.groups(), links=tuple(sorted(links)))


def _corrected(
    every: Iterable[Node], corrections: Corrections
) -> Iterator[tuple[Node, Node]]:
    """Yield the pairs that a person has joined, as far as both are here."""
    by_id = {node.first.id: node for node in every}
    for a, b in sorted(corrections.same):
        if a in by_id and b in by_id:
            yield by_id[a], by_id[b]


class _Board:
    """Which nodes are one so far, and which groups have been found to be apart."""

    def __init__(
        self,
        every: tuple[Node, ...],
        corrections: Corrections,
        *,
        judge: Judge,
        within: Collection[str] | None,
    ) -> None:
        """Begin with every node by itself."""
        self._every = every
        self._judge = judge
        self._within = within
        self._corrected = corrections.apart
        self._known: dict[tuple[int, int], bool] = {}
        self._owner = [node.number for node in every]
        self._members = {node.number: [node.number] for node in every}
        self._articles = {node.number: set(node.articles) for node in every}
        self._rivals: dict[int, set[int]] = defaultdict(set)
        self._joins: dict[int, list[Join]] = defaultdict(list)

    def force(self, one: Node, two: Node) -> None:
        """Join two nodes because a person says so."""
        a, b = self._owner[one.number], self._owner[two.number]
        first, second = sorted((one.first.ref, two.first.ref))
        join = Join(a=first, b=second, rule=CORRECTED, because="corrections.toml")
        if a != b:
            self._merge(a, b, join)

    def is_refused(self, one: Node, two: Node) -> bool:
        """Tell whether a person says that two nodes are apart."""
        a, b = sorted((one.first.id, two.first.id))
        return (a, b) in self._corrected

    def join(self, one: int, two: int, join: Join) -> None:
        """Join the groups of two nodes, unless something keeps them apart."""
        a, b = self._owner[one], self._owner[two]
        if a == b or b in self._rivals[a]:
            return
        free = self._within is None or join.rule in self._within
        if not free and not self._articles[a].isdisjoint(self._articles[b]):
            return
        if any(self._apart(x, y) for x in self._members[a] for y in self._members[b]):
            self._rivals[a].add(b)
            self._rivals[b].add(a)
            return
        self._merge(a, b, join)

    def groups(self) -> tuple[Group, ...]:
        """Return the groups, in the page order of their earliest mentions."""
        found = []
        for owner, numbers in self._members.items():
            inside = [self._every[at] for at in numbers]
            if len(inside) == 1 and inside[0].alike.rule is None:
                found += [Group(members=(one,), joins=()) for one in inside[0].members]
                continue
            members = sorted(
                (one for node in inside for one in node.members), key=page_order
            )
            joins = [
                *self._joins[owner],
                *(j for node in inside for j in _stacked(node)),
            ]
            found.append(Group(members=tuple(members), joins=tuple(sorted(joins))))
        found.sort(key=lambda group: page_order(group.members[0]))
        return tuple(found)

    def _apart(self, one: int, two: int) -> bool:
        """Tell whether two nodes are apart for certain."""
        pair = (one, two) if one < two else (two, one)
        known = self._known.get(pair)
        if known is None:
            left, right = self._every[pair[0]], self._every[pair[1]]
            apart = compared(left.first, right.first, self._judge).apart
            known = apart is not None or self.is_refused(left, right)
            self._known[pair] = known
        return known

    def _merge(self, a: int, b: int, join: Join) -> None:
        """Put the smaller of two groups into the larger."""
        if (len(self._members[a]), -a) < (len(self._members[b]), -b):
            a, b = b, a
        for number in self._members[b]:
            self._owner[number] = a
        self._members[a] += self._members.pop(b)
        self._articles[a] |= self._articles.pop(b)
        self._joins[a] += [*self._joins.pop(b, []), join]
        for rival in self._rivals.pop(b, set()):
            self._rivals[rival].discard(b)
            self._rivals[rival].add(a)
            self._rivals[a].add(rival)


def _stacked(node: Node) -> Iterator[Join]:
    """Yield why the mentions of one node are one: they tell it in the same words."""
    verdict = node.alike
    if verdict.rule is None:
        verdict = Verdict(rule=SAME_TELLING, because="told alike, and joined by others")
    for member in node.members[1:]:
        join = joined(node.first, member, verdict)
        if join is not None:
            yield join
