"""Who met whom: the Iranian side at the right, the foreign side at the left."""

from collections import Counter
from collections.abc import Sequence
from itertools import product

import msgspec
import networkx as nx

from reports.charts import canvas
from reports.charts.canvas import Canvas, text_width
from reports.charts.counts import FULL_WIDTH, notice
from reports.charts.lettering import fa, label, shortened, wrapped
from reports.model import Chart, Table

#: Millimetres.
LEADING = 3.7
GAP = 2.0
LOWEST = 7.4
HEAD = 7.0
#: The share of the width that the names of each side may take.
NAME_SHARE = 0.34
#: Points: lines from one meeting to many.
THIN, THICK = 0.6, 3.2
#: Millimetres: a person of one meeting, and of many.
SMALL_DOT, LARGE_DOT = 0.9, 2.2
MARGIN = GAP + LARGE_DOT
#: Those who met now and then, and those who met most.
LINE = "#9db6bb"
DARK = "#4f7f8a"
#: How many of each side are shown, with the rest as one.
MOST = 14
#: How often the sides are put in order by each other; it settles in a few rounds.
ROUNDS = 12


class Somebody(msgspec.Struct, frozen=True):
    """A person or delegation: the name, and what stands under it.

    `many` is true of those who are left out, taken together.
    """

    name: str
    title: str = ""
    many: bool = False


class Encounter(msgspec.Struct, frozen=True):
    """Who took part in one meeting, on the Iranian side and on the foreign one."""

    iranian: tuple[Somebody, ...]
    foreign: tuple[Somebody, ...]


class NetworkWords(msgspec.Struct, frozen=True, kw_only=True):
    """What is printed beside the names; `others` holds `{}` for a number."""

    iran: str
    foreign: str
    others: str
    #: How many meetings somebody had, with `{}`, and what stands before it.
    meetings: str
    joint: str
    #: The columns of the table: one side, the other, meetings.
    head: tuple[str, str, str]


Node = tuple[str, Somebody]


def who_met_whom(
    encounters: Sequence[Encounter],
    *,
    words: NetworkWords,
    alt: str,
    empty: str,
    width_mm: float = FULL_WIDTH,
) -> Chart:
    """Draw lines between those who met, the stronger the more often they did.

    Meetings of one side only have no line. Where there is none, the chart says `empty`
    instead.
    """
    met = [one for one in encounters if one.iranian and one.foreign]
    sheet = (
        network(met, words=words, width=width_mm)
        if met
        else notice(empty, width=width_mm)
    )
    pairs = Counter(pair for one in met for pair in _pairs(one)).most_common()
    rows = tuple((one.name, other.name, count) for (one, other), count in pairs)
    table = Table(head=words.head, rows=rows)
    return sheet.chart("who-met-whom", alt=alt, table=table)


def network(
    encounters: Sequence[Encounter], *, words: NetworkWords, width: float
) -> Canvas:
    """Draw both sides as columns of names, in an order that crosses few lines."""
    graph = _graph(capped(encounters, others=words.others))
    sides = _in_order(graph)
    room = width * NAME_SHARE
    texts = {node: _lines(node, graph, words, room) for node in graph}
    heights = {
        node: max(LOWEST, LEADING * len(lines) + 2.4) for node, lines in texts.items()
    }
    depth = max(sum(heights[node] for node in column) for column in sides.values())
    sheet = Canvas(width=width, height=HEAD + depth + 0.5)

    edge = max(_widest(texts[node]) for node in sides["foreign"])
    inner = width - max(_widest(texts[node]) for node in sides["iran"])
    places: dict[Node, canvas.Point] = {}
    for side, x in (("iran", inner - MARGIN), ("foreign", edge + MARGIN)):
        spare = (depth - sum(heights[node] for node in sides[side])) / len(sides[side])
        y = depth + 0.5
        for node in sides[side]:
            places[node] = x, y - (heights[node] + spare) / 2
            y -= heights[node] + spare
    _draw_ties(sheet, graph, places)
    top = max((_met(graph, node) for node in graph if not node[1].many), default=1)
    for node, (x, y) in places.items():
        share = min(1.0, _met(graph, node) / top) ** 0.5
        iranian = node[0] == "iran"
        colour = canvas.TEAL if iranian else canvas.OCHRE
        sheet.dot(
            x,
            y,
            SMALL_DOT + (LARGE_DOT - SMALL_DOT) * share,
            colour=canvas.QUIET if node[1].many else colour,
            edge=canvas.PAPER,
        )
        for row, (line, named) in enumerate(texts[node]):
            sheet.write(
                width if iranian else edge,
                y + LEADING * ((len(texts[node]) - 1) / 2 - row),
                line,
                size=canvas.BODY if named else canvas.SMALL,
                bold=named,
                colour=canvas.INK if named else canvas.QUIET,
            )
    for x, name in ((width, words.iran), (edge, words.foreign)):
        text = shortened(label(name), min(room, x), _small)
        y = sheet.height - 2.5
        sheet.write(x, y, text, size=canvas.SMALL, colour=canvas.QUIET)
    return sheet


def capped(encounters: Sequence[Encounter], *, others: str) -> list[Encounter]:
    """Return the meetings of at most `MOST` on each side; the rest become one."""
    home = _merged([one.iranian for one in encounters], others)
    abroad = _merged([one.foreign for one in encounters], others)
    return [Encounter(*sides) for sides in zip(home, abroad, strict=True)]


def _merged(
    groups: Sequence[tuple[Somebody, ...]], others: str
) -> list[tuple[Somebody, ...]]:
    """Return one side of the meetings, those who met least as one."""
    met = Counter(one for group in groups for one in dict.fromkeys(group))
    ranked = [one for one, _ in met.most_common()]
    named = ranked if len(ranked) <= MOST else ranked[: MOST - 1]
    rest = Somebody(others.format(fa(len(ranked) - len(named))), many=True)
    kept = {one: one if one in named else rest for one in ranked}
    return [tuple(dict.fromkeys(kept[one] for one in group)) for group in groups]


def _pairs(encounter: Encounter) -> list[tuple[Somebody, Somebody]]:
    """Return who met whom in one meeting."""
    pairs = product(encounter.iranian, encounter.foreign)
    return list(dict.fromkeys(pairs))


def _graph(encounters: Sequence[Encounter]) -> "nx.Graph[Node]":
    """Return the two sides as a graph; people and ties know how many meetings."""
    graph: nx.Graph[Node] = nx.Graph()
    for one in encounters:
        people: list[Node] = [("iran", who) for who in one.iranian]
        people += [("foreign", who) for who in one.foreign]
        for node in people:
            graph.add_node(node, met=graph.nodes.get(node, {}).get("met", 0) + 1)
        for home, abroad in _pairs(one):
            pair: tuple[Node, Node] = ("iran", home), ("foreign", abroad)
            count = graph.edges[pair]["count"] if graph.has_edge(*pair) else 0
            graph.add_edge(*pair, count=count + 1)
    return graph


def _in_order(graph: "nx.Graph[Node]") -> dict[str, list[Node]]:
    """Return both sides from the top: circles that never met each other stay apart.

    Within a circle everybody stands near the middle of those they met, which leaves
    few crossings.
    """
    found: dict[str, list[Node]] = {"iran": [], "foreign": []}
    circles = [graph.subgraph(one) for one in nx.connected_components(graph)]
    for circle in sorted(circles, key=_heaviest):
        order = {
            side: sorted(
                (node for node in circle if node[0] == side),
                key=lambda node: (-_met(graph, node), node[1].name, node[1].title),
            )
            for side in found
        }
        for _ in range(ROUNDS):
            for side, other in (("foreign", "iran"), ("iran", "foreign")):
                at = {node: n for n, node in enumerate(order[other])}
                middles = {
                    node: sum(at[met] for met in circle[node]) / len(circle[node])
                    for node in order[side]
                }
                order[side].sort(key=middles.__getitem__)
        for side in found:
            found[side] += order[side]
    for column in found.values():
        column.sort(key=lambda node: node[1].many)
    return found


def _heaviest(circle: "nx.Graph[Node]") -> tuple[int, list[tuple[str, str]]]:
    """Return what sorts the circle of most meetings first."""
    names = sorted((node[1].name, node[1].title) for node in circle)
    return -sum(_met(circle, node) for node in circle), names


def _met(graph: "nx.Graph[Node]", node: Node) -> int:
    """Return how many meetings somebody had."""
    met: int = graph.nodes[node]["met"]
    return met


def _draw_ties(
    sheet: Canvas, graph: "nx.Graph[Node]", places: dict[Node, canvas.Point]
) -> None:
    """Draw the lines, the weak ones first."""
    found = [(one, other, tie["count"]) for one, other, tie in graph.edges(data=True)]
    named = [count for *ends, count in found if not any(one[1].many for one in ends)]
    top = max(named, default=1)
    for one, other, count in sorted(found, key=lambda tie: tie[2]):
        weight = THIN + (THICK - THIN) * (min(count, top) - 1) / max(top - 1, 1)
        many = one[1].many or other[1].many
        colour = canvas.FAINT if many else DARK if count == top > 1 else LINE
        sheet.rule(places[one], places[other], colour=colour, weight=weight)


def _lines(
    node: Node, graph: "nx.Graph[Node]", words: NetworkWords, room: float
) -> list[tuple[str, bool]]:
    """Return the lines beside somebody, and which of them are the name."""
    name, title = label(node[1].name), label(node[1].title)
    met = label(words.meetings.format(fa(_met(graph, node))))
    under = wrapped(f"{title}{words.joint}{met}" if title else met, room, 2, _small)
    over = wrapped(name, room, 2, _bold)
    return [*((line, True) for line in over), *((line, False) for line in under)]


def _widest(lines: Sequence[tuple[str, bool]]) -> float:
    """Return how wide the longest of some lines is drawn."""
    return max((_bold if named else _small)(line) for line, named in lines)


def _bold(text: str) -> float:
    """Return how wide a name is drawn."""
    return text_width(text, size=canvas.BODY, bold=True)


def _small(text: str) -> float:
    """Return how wide what stands under a name is drawn."""
    return text_width(text, size=canvas.SMALL)
