"""Find the numbers of folded text, and say what kind of number each is."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

import msgspec

from reports.model import Approx
from reports.text.grammar import plain
from reports.text.kinds import (
    AND,
    APPROX,
    BETWEEN,
    DASHES,
    OR,
    PERCENT,
    TO,
    Kind,
    blur,
    flagged,
    kind_of,
    near,
    percent_apart,
)
from reports.text.numerals import Atom, Numeral, atoms, begins_number, numeral_at
from reports.text.tokens import Token, tokens

COUNTED = frozenset({"cardinal", "percent", "article", "fraction"})
COMMA = "\u060c"
STROKE = " / "
_SPACED = re.compile(
    r"(?<![0-9/.:])(?<!/ )[0-9]{1,4} / [0-9]{1,2}(?: / [0-9]{1,4})?(?![0-9/.:]| /)"
)


class Number(msgspec.Struct, frozen=True, kw_only=True):
    """A number from `start` to `end`, in plain units.

    The phrase also holds the word that blurs it (`about`, `between`) and the percent
    sign. `value_max` is the upper end of a range. Dates, times and codes have the
    value 0: they count nothing.
    """

    start: int
    end: int
    value: float
    value_max: float | None
    approx: Approx
    kind: Kind
    phrase_start: int
    phrase_end: int


class _Found(msgspec.Struct, frozen=True):
    """A numeral and the tokens before and behind it; no numeral in a date or code."""

    numeral: Numeral | None
    first: int
    after: int
    kind: Kind


def numbers(
    text: str,
    words: Sequence[Token] | None = None,
    *,
    cues: Sequence[int] | None = None,
) -> tuple[Number, ...]:
    """Return the numbers of folded `text`, in reading order.

    Number words that count nothing (in weekdays, in `not`, in names) are left out; a
    bare `one` comes as an article. Whoever has the tokens of the text hands them in,
    and the `cues`: those that a number may begin with.
    """
    words = tokens(text) if words is None else words
    if STROKE in text:
        words, cues = _joined(text, words), None
    if cues is None:
        cues = [at for at, word in enumerate(words) if begins_number(word.text)]
    found = list(_found(text, words, cues))
    result: list[Number] = []
    at = 0
    while at < len(found):
        upper = found[at + 1] if at + 1 < len(found) else None
        if upper and _is_range(text, words, found[at], upper):
            result.extend(_range(text, words, found[at], upper))
            at += 2
        else:
            one = found[at]
            if upper and _is_day_too(words, one, upper):
                one = msgspec.structs.replace(one, kind="date")
            result.append(_number(text, words, one))
            at += 1
    return tuple(result)


def _joined(text: str, words: Sequence[Token]) -> Sequence[Token]:
    """Return the tokens of `text`, with `73 / 5` and `1404 / 05 / 02` as one each.

    The blanks round the stroke are lost in the text of such a token, not in its place.
    """
    ends = {match.start(): match.end() for match in _SPACED.finditer(text)}
    result: list[Token] = []
    until = 0
    for word in words:
        if word.start < until:
            continue
        if word.start in ends:
            until = ends[word.start]
            whole = text[word.start : until].replace(" ", "")
            result.append(Token(whole, word.start, until))
        else:
            result.append(word)
    return result


def _found(text: str, words: Sequence[Token], cues: Sequence[int]) -> Iterator[_Found]:
    """Yield the numbers with their kinds, ranges not yet joined."""
    past = 0
    coded = -1  # the token behind the last code
    for at in cues:
        if at < past:
            continue
        flag = flagged(text, words, at, coded=coded)
        if flag:
            yield _Found(None, at, at + 1, flag)
            past = coded = at + 1
            continue
        run, owners = _run(text, words, at, coded=coded)
        place = 0
        while place < len(run):
            numeral = numeral_at(run, place)
            if numeral is None:
                place += 1
                continue
            first, after = owners[place], owners[place + numeral.after - 1] + 1
            place += numeral.after
            kind = kind_of(text, words, numeral, first, after)
            if first == coded and numeral.form == "digits" and kind == "cardinal":
                kind = "code"
            if kind == "code":
                coded = after
            if kind:
                yield _Found(numeral, first, after, kind)
        past = owners[-1] + 1


def _run(
    text: str, words: Sequence[Token], at: int, *, coded: int
) -> tuple[list[Atom], list[int]]:
    """Return the pieces of numbers from token `at` on, and each one's token."""
    run: list[Atom] = []
    owners: list[int] = []
    while at < len(words) and not (run and flagged(text, words, at, coded=coded)):
        pieces = atoms(words[at])
        apart = run and "\n" in text[words[at - 1].end : words[at].start]
        if not pieces or apart:
            break
        run.extend(pieces)
        owners.extend([at] * len(pieces))
        at += 1
    return run, owners


def _is_range(text: str, words: Sequence[Token], lower: _Found, upper: _Found) -> bool:
    """Tell whether two numbers are the ends of a range."""
    low, high = lower.numeral, upper.numeral
    if low is None or high is None:
        return False
    gap = text[low.end : high.start]
    if "\n" in gap:
        return False
    joint = upper.first - lower.after
    if joint == 0:
        # "two three days"
        neighbours = high.value == low.value + 1 and high.value < 10
        return neighbours and low.form == high.form == "words" and high.factor == 1
    link = words[lower.after].text
    if joint == 1 and link in {OR, COMMA}:
        alike = low.form == high.form and low.factor == high.factor == 1
        worded = link == OR or low.form == "words"
        return alike and worded and high.value == low.value + 1
    if joint == 2:
        percent = link in PERCENT and words[lower.after + 1].text in TO
        return percent and upper.kind == "percent" and low.value < high.value
    if joint != 1:
        return False
    if link in TO or (link == AND and _between(text, words, lower)):
        counted = {lower.kind, upper.kind} <= COUNTED
        return _ends(low, high)[0] < high.value or not counted
    even = gap in {link, f" {link} "}
    return link in DASHES and even and low.form == "digits" and low.value < high.value


def _is_day_too(words: Sequence[Token], lower: _Found, upper: _Found) -> bool:
    """Tell whether a number is the 2 of `2 and 3 Azar`."""
    numeral = lower.numeral
    if numeral is None or upper.kind != "date" or upper.first - lower.after != 1:
        return False
    joined = words[lower.after].text in {AND, COMMA}
    return joined and lower.kind in {"cardinal", "ordinal"} and numeral.value <= 31


def _between(text: str, words: Sequence[Token], lower: _Found) -> bool:
    """Tell whether `between` stands before a number."""
    return near(text, words, lower.first - 1, side=-1) in BETWEEN


def _ends(low: Numeral, high: Numeral) -> tuple[Decimal, Decimal]:
    """Return the ends of a range: `2 to 3 million` begins at two million."""
    mantissa = high.value / high.factor
    if low.factor == 1 and high.factor > 1 and low.value < mantissa:
        return low.value * high.factor, high.value
    return low.value, high.value


def _range(
    text: str, words: Sequence[Token], lower: _Found, upper: _Found
) -> Iterator[Number]:
    """Yield one number for a range of counts, two for a range of years or days."""
    low, high = lower.numeral, upper.numeral
    if low is None or high is None:
        return
    kinds = {lower.kind, upper.kind}
    if not kinds <= COUNTED:
        kind = (kinds - COUNTED).pop() if kinds & COUNTED else None
        for one in (lower, upper):
            yield _number(
                text, words, _Found(one.numeral, one.first, one.after, kind or one.kind)
            )
        return
    first, last = _number(text, words, lower), _number(text, words, upper)
    value, value_max = _ends(low, high)
    between = _between(text, words, lower)
    loose = upper.first == lower.after or words[lower.after].text == COMMA
    guessed = loose and first.approx == "none"
    yield Number(
        start=first.start,
        end=last.end,
        value=float(value),
        value_max=float(value_max),
        approx="about" if guessed else first.approx,
        kind="percent" if "percent" in kinds else "cardinal",
        phrase_start=words[lower.first - 1].start if between else first.phrase_start,
        phrase_end=last.phrase_end,
    )


def _number(text: str, words: Sequence[Token], found: _Found) -> Number:
    """Return the finished number."""
    start, end = words[found.first].start, words[found.after - 1].end
    numeral = found.numeral
    blurred = blur(text, start)
    approx: Approx = APPROX[plain(blurred[1])] if blurred else "none"
    phrase_end = end
    if found.kind == "percent" and found.after < len(words):
        if words[found.after].text in PERCENT:
            phrase_end = words[found.after].end
        elif percent_apart(words, found.after):
            phrase_end = words[found.after + 1].end
    return Number(
        start=start,
        end=end,
        value=float(numeral.value) if numeral else 0.0,
        value_max=None,
        approx=approx,
        kind=found.kind,
        phrase_start=start - len(blurred[0]) if blurred else start,
        phrase_end=phrase_end,
    )
