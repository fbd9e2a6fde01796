"""Where contacts were: Iran's provinces, its neighbours, and who is beyond them."""

import math
from collections.abc import Mapping, Sequence
from itertools import product

import msgspec

from reports.charts import canvas
from reports.charts.atlas import Line, atlas, outer, rings
from reports.charts.canvas import Canvas, Point, enclosed, text_width
from reports.charts.classes import classes, tint
from reports.charts.counts import FULL_WIDTH, Head, notice
from reports.charts.lettering import fa, label, shortened, wrapped
from reports.charts.spaces import Block, Box, Spaces
from reports.model import Chart, Table

#: Land without contacts, within Iran and round it, and the lines between them.
HOME = "#fbfcfc"
ABROAD = "#eaeded"
BORDER = "#a9b8bb"
#: From few contacts to many: provinces, and the states they were with.
PROVINCES = canvas.TINTS[1:]
PARTNERS = ("#f6e8d3", "#ebcd9f", "#dcae70")
#: Names of seas.
WATER = "#4d6f80"

#: Millimetres: the column beside a wide map, and between its lines.
COLUMN = 42.0
LINE = 4.6
SWATCH = 3.4
GAP = 1.6
#: A map narrower than this has its list below.
WIDE = 140.0
#: How many states beyond the frame are named.
MOST = 9

#: Where a name is tried round its place, the nearest first, and in which sizes.
AROUND = sorted(
    product((-5.5, -3.0, -1.5, 0.0, 1.5, 3.0, 5.5), repeat=2),
    key=lambda step: (step[0] ** 2 + step[1] ** 2, step),
)
SIZES = (canvas.SMALL, 6.5)
SMALLEST = 6.5
#: Twelfths of a name outside its area: all of it, and more than can be borne.
WHOLE = 12
LOOSE = 3
#: How many names there may be at most for lines to lead from them.
FEW = 10
#: Millimetres: a longer name is parted, or cut.
LONGEST = 32.0

#: The neighbours that are named even without contacts. Of the other states in the frame
#: only a corner is seen.
NEIGHBOURS = ("TR", "IQ", "SA", "AM", "AZ", "TM", "AF", "PK", "KW", "AE", "QA")
SEEN = frozenset((*NEIGHBOURS, "BH"))


class MapWords(msgspec.Struct, frozen=True, kw_only=True):
    """What is printed on the map beside the names of provinces and states."""

    caspian: str
    gulf: str
    oman: str
    #: Over the key of provinces and that of states.
    provinces: str
    states: str
    #: Over the list of states that lie outside the frame, and its last line.
    beyond: str
    others: str
    #: Between two numbers of a range, with its spaces.
    joint: str


class Contacts(msgspec.Struct, frozen=True, kw_only=True):
    """How often each area was in contact, by ISO code, and what to call it."""

    provinces: Mapping[str, int]
    states: Mapping[str, int]
    names: Mapping[str, str]
    #: The code of the area that all is about, if it is one.
    subject: str | None

    def name(self, code: str) -> str:
        """Return the printed name of an area."""
        return label(self.names.get(code, code))


def contacts_map(
    contacts: Contacts,
    *,
    words: MapWords,
    alt: str,
    head: Head,
    empty: str,
    width_mm: float = FULL_WIDTH,
) -> Chart:
    """Draw how often each province and each partner state was in contact.

    The area of the subject is drawn with a strong border. Where nothing is counted,
    the chart says `empty` instead.
    """
    rows = tuple(
        (contacts.name(code), count)
        for counts in (contacts.provinces, contacts.states)
        for code, count in sorted(counts.items(), key=lambda one: (-one[1], one[0]))
        if count
    )
    sheet = (
        drawn_map(contacts, words=words, width=width_mm)
        if rows
        else notice(empty, width=width_mm)
    )
    return sheet.chart("contacts-map", alt=alt, table=Table(head=head, rows=rows))


def drawn_map(contacts: Contacts, *, words: MapWords, width: float) -> Canvas:
    """Draw the map, and beside or under it the key and who is beyond the frame."""
    found = atlas()
    left, bottom, right, top = found.frame
    beside = width >= WIDE
    across = width - COLUMN - 6 if beside else width
    scale = across / (right - left)
    beyond = _beyond(contacts, words)
    keys = [
        (title, classes(counts.values()), tints)
        for title, counts, tints in (
            (words.provinces, contacts.provinces, PROVINCES),
            (words.states, contacts.states, PARTNERS),
        )
        if any(counts.values())
    ]
    under = 0.0 if beside else LINE * (3.3 * len(keys) + len(beyond) + 2)
    sheet = Canvas(width=width, height=(top - bottom) * scale + under)

    def lines(many: Sequence[Line]) -> list[list[Point]]:
        east = width - across
        return [
            [(east + (x - left) * scale, under + (y - bottom) * scale) for x, y in one]
            for one in many
        ]

    spots: list[Spot] = []
    for areas, counts, tints, none in (
        (found.states, contacts.states, PARTNERS, ABROAD),
        (found.provinces, contacts.provinces, PROVINCES, HOME),
    ):
        tops = classes(counts.values())
        for code, outline in areas.areas.items():
            shape = lines(rings(areas, code))
            seen = areas is found.provinces or code in SEEN
            count = counts.get(code, 0) if seen else 0
            sheet.area(
                shape,
                colour=tint(count, tops, tints, none=none),
                edge=canvas.PAPER if areas is found.states else BORDER,
                weight=0.7 if areas is found.states else 0.4,
                name=f"area_{code}",
            )
            ((at,),) = lines([[outline.name_at]])
            spots.append(Spot(code, at, shape, contacts.name(code), count))
    sheet.strokes(lines(outer(found.provinces)), colour=canvas.QUIET, weight=0.8)
    for spot in spots:
        if spot.code == contacts.subject:
            edges = [[*ring, ring[0]] for ring in spot.shape]
            sheet.strokes(edges, colour=canvas.INK, weight=1.3)

    spaces = Spaces(Box(width - across, under, width, sheet.height))
    for sea in ("caspian", "gulf", "oman"):
        (((x, y),),) = lines([[found.seas[sea]]])
        _put(sheet, spaces, Block((getattr(words, sea),), x, y, 7.0, colour=WATER))
    counted = [one for one in spots if one.count or one.code == contacts.subject]
    around = [one.shape[-1] for one in counted] if len(counted) <= FEW else []
    for spot in sorted(counted, key=lambda one: _weight(one, contacts.subject)):
        bold = spot.code == contacts.subject
        _put_name(sheet, spaces, spot, bold=bold, around=around)
    for spot in spots:
        if spot.code in NEIGHBOURS and spot not in counted:
            name = wrapped(spot.name, 20, 2, _small)
            block = Block(name, *spot.at, SMALLEST, colour=canvas.QUIET)
            _put(sheet, spaces, block)
    _list(
        sheet,
        keys,
        beyond,
        words=words,
        beside=beside,
        top=sheet.height if beside else under,
    )
    return sheet


class Spot(msgspec.Struct, frozen=True):
    """An area to be named: where, what, and how many contacts it had."""

    code: str
    at: Point
    shape: list[list[Point]]
    name: str
    count: int


def _weight(spot: Spot, subject: str | None) -> tuple[bool, int, str]:
    """Return what sorts the subject first and then the areas of most contacts."""
    return spot.code != subject, -spot.count, spot.code


def _put_name(
    sheet: Canvas,
    spaces: Spaces,
    spot: Spot,
    *,
    bold: bool,
    around: Sequence[Sequence[Point]],
) -> None:
    """Write name and number where most of them lies within the area.

    Where too little of them does they stand beside it, with a line to it, and outside
    all areas `around`. Where they are free nowhere, the number stands alone, or
    nothing.
    """
    best: Block | None = None
    least = WHOLE + 1
    for form, size in product(_forms(spot), SIZES):
        blocks = [
            Block(form, spot.at[0] + dx, spot.at[1] + dy, size, bold)
            for dx, dy in AROUND
        ]
        # The last ring is the largest; islands bear no names.
        told = zip(_outside(blocks, spot.shape[-1]), blocks, strict=True)
        for outside, block in sorted(told, key=lambda one: one[0]):
            if outside >= least:
                break
            if spaces.free(block.boxes):
                best, least = block, outside
                break
        if not least:
            break
    loose = 0 if bold else LOOSE
    beside = _beside(spaces, spot, bold=bold, around=around) if least > loose else None
    if beside:
        (box,) = beside.boxes
        end = (
            _within(spot.at[0], box.left - 0.7, box.right + 0.7),
            _within(spot.at[1], box.bottom, box.top),
        )
        sheet.rule(spot.at, end, colour=canvas.INK, weight=0.5)
        sheet.dot(*spot.at, 0.6, colour=canvas.INK)
        best = beside
    elif best is None and spot.count:
        best = Block((fa(spot.count),), *spot.at, SMALLEST, bold)
    if best:
        _put(sheet, spaces, best)


def _beside(
    spaces: Spaces, spot: Spot, *, bold: bool, around: Sequence[Sequence[Point]]
) -> Block | None:
    """Return name and number at the nearest free place outside all areas `around`."""
    name = shortened(spot.name, LONGEST, _small)
    line = " ".join((name, *([fa(spot.count)] if spot.count else [])))
    for far, turn in product((9.0, 12.0, 16.0, 21.0), range(16)):
        x = spot.at[0] + 1.4 * far * math.cos(turn * math.pi / 8)
        y = spot.at[1] + far * math.sin(turn * math.pi / 8)
        block = Block((line,), x, y, canvas.SMALL, bold)
        clear = around and not any(_touches(block, ring) for ring in around)
        if clear and spaces.free(block.boxes):
            return block
    return None


def _touches(block: Block, ring: Sequence[Point]) -> bool:
    """Tell whether any of a block of one line is on or inside a ring."""
    (box,) = block.boxes
    return _outside([block], ring) != [WHOLE] or any(
        box.left - 1 < x < box.right + 1 and box.bottom < y < box.top for x, y in ring
    )


def _within(number: float, low: float, high: float) -> float:
    """Return the number between two others that is nearest to one."""
    return min(max(number, low), high)


def _forms(spot: Spot) -> list[tuple[str, ...]]:
    """Return the ways to part a name and its number into lines, the best first."""
    number = (fa(spot.count),) if spot.count else ()
    halves = wrapped(spot.name, LONGEST, 2, _small)
    forms = [
        (" ".join((spot.name, *number)),),
        (spot.name, *number),
        (*halves[:-1], " ".join((halves[-1], *number))),
        (*halves, *number),
    ]
    fitting = [one for one in forms if max(map(_small, one)) <= LONGEST]
    return list(dict.fromkeys(fitting))


def _outside(blocks: Sequence[Block], ring: Sequence[Point]) -> list[int]:
    """Return for each block how many twelfths of its ends lie outside a ring."""
    boxes = [(n, box) for n, block in enumerate(blocks) for box in block.boxes]
    points = [
        (x, y)
        for _, box in boxes
        for x in (box.left, (box.left + box.right) / 2, box.right)
        for y in (box.bottom + 0.7, box.top - 0.7)
    ]
    if not points:
        return []
    held = enclosed(ring, points)
    missed = [0.0] * len(blocks)
    for place, (n, _) in enumerate(boxes):
        off = held[6 * place : 6 * place + 6].count(False)
        missed[n] += off / len(blocks[n].lines)
    return [round(one * 2) for one in missed]


def _put(sheet: Canvas, spaces: Spaces, block: Block) -> None:
    """Write a block if its place is free."""
    if spaces.free(block.boxes):
        spaces.take(block.boxes)
        block.write(sheet)


def _beyond(contacts: Contacts, words: MapWords) -> list[tuple[str, int]]:
    """Return the partners outside the frame, the most frequent first."""
    outside = sorted(
        (
            (contacts.name(code), count)
            for code, count in contacts.states.items()
            if count and code not in SEEN
        ),
        key=lambda one: (-one[1], one[0]),
    )
    if len(outside) > MOST:
        rest = sum(count for _, count in outside[MOST - 1 :])
        outside = [*outside[: MOST - 1], (label(words.others), rest)]
    return outside


def _list(
    sheet: Canvas,
    keys: Sequence[tuple[str, tuple[int, ...], tuple[str, ...]]],
    beyond: Sequence[tuple[str, int]],
    *,
    words: MapWords,
    beside: bool,
    top: float,
) -> None:
    """Write the keys, and under them who is outside the frame."""
    room = COLUMN if beside else sheet.width
    y = top - LINE / 2
    for title, tops, tints in keys:
        _title(sheet, room, y, title)
        y -= LINE
        x = room
        for n, last in enumerate(tops):
            first = (tops[n - 1] if n else 0) + 1
            shown = tops if len(tops) < len(tints) else ()
            exact = first == last or shown
            text = fa(last) if exact else f"{fa(first)}{words.joint}{fa(last)}"
            colour = tints[len(tints) - len(tops) + n]
            wide = SWATCH + 0.8 + text_width(text, size=SMALLEST) + 2
            if x < wide - 2:
                x, y = room, y - LINE
            sheet.bar(x - SWATCH, y - SWATCH / 2, SWATCH, SWATCH, colour=colour)
            sheet.write(x - SWATCH - 0.8, y, text, size=SMALLEST)
            x -= wide
        y -= LINE * 1.3
    if beyond:
        _title(sheet, room, y, words.beyond)
    for name, count in beyond:
        y -= LINE
        sheet.write(0, y, fa(count), size=canvas.SMALL, side="left")
        fits = room - _small(fa(count)) - GAP
        sheet.write(room, y, shortened(name, fits, _small), size=canvas.SMALL)


def _title(sheet: Canvas, x: float, y: float, text: str) -> None:
    """Write what a list is about."""

    def measure(part: str) -> float:
        return text_width(part, size=canvas.SMALL, bold=True)

    text = shortened(label(text), x, measure)
    sheet.write(x, y, text, size=canvas.SMALL, bold=True)


def _small(text: str) -> float:
    """Return how wide a small word is drawn."""
    return text_width(text, size=canvas.SMALL)
