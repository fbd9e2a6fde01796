"""Read the value of one number, in digits, in words or in both.

`numbers` looks at what stands round it.
"""

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Literal

import msgspec

from reports.text.grammar import choices, grammar, plain
from reports.text.tokens import THOUSANDS, Token

GRAMMAR = grammar("numbers")
SMALL: dict[str, int] = {plain(k): v for k, v in GRAMMAR["small"].items()}
SCALES: dict[str, int] = {plain(k): v for k, v in GRAMMAR["scales"].items()}
ORDINALS: dict[str, int] = {plain(k): v for k, v in GRAMMAR["ordinals"].items()}
AND = plain(GRAMMAR["words"]["and"])
HALF = plain(GRAMMAR["words"]["half"])
HUNDRED = plain(GRAMMAR["words"]["hundred"])
ORDINAL_ENDS = frozenset(map(plain, GRAMMAR["words"]["ordinal_ends"]))

#: Longer numbers than this are codes, and larger ones than this are misread.
MOST_DIGITS = 13
LARGEST = Decimal(10) ** 18

Form = Literal["digits", "small", "scale", "ordinal", "half", "and", "slash"]
_PART = re.compile(
    f"(?:{choices(ORDINALS)})\\Z|{choices([*SMALL, *SCALES, HALF])}"  # -th ends a word
)
_GROUPED = re.compile(rf"[0-9]{{1,3}}(?:[{THOUSANDS}][0-9]{{3}})+(?:\.[0-9]+)?")
_DOTTED = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3}){2,}|[1-9][0-9]{0,2}\.000")
_DECIMAL = re.compile(r"[0-9]+(?:\.[0-9]+)?")
#: The stroke for the decimal point; `8/10` may be ten point eight turned round.
_SLASHED = re.compile(r"([0-9]{1,4})/([0-9]?[1-9])")
_MARKS = str.maketrans("", "", THOUSANDS)


class Atom(msgspec.Struct, frozen=True):
    """The smallest piece of a number: one word, or one run of digits."""

    form: Form
    value: Decimal
    start: int
    end: int


class Numeral(msgspec.Struct, frozen=True):
    """A number as read: `scaled` if it holds a scale word, `factor` the last one.

    `after` counts the atoms that it took.
    """

    start: int
    end: int
    value: Decimal
    form: Literal["digits", "words", "ordinal", "fraction", "slash"]
    factor: int
    after: int


def atoms(token: Token) -> tuple[Atom, ...]:
    """Return the pieces of a number that `token` is made of, or nothing."""
    pieces = _pieces(token.text)
    if len(pieces) == 1:
        return (Atom(pieces[0][0], pieces[0][1], token.start, token.end),)
    return tuple(
        Atom(form, value, token.start + start, token.start + end)
        for form, value, start, end in pieces
    )


def begins_number(word: str) -> bool:
    """Tell whether a number may begin with `word`: it has a digit or a number word."""
    if "0" <= word[0] <= "9":
        return True
    pieces = _pieces(word)
    return bool(pieces) and pieces[0][0] != "and"


@lru_cache(maxsize=65536)
def _pieces(word: str) -> tuple[tuple[Form, Decimal, int, int], ...]:
    """Return form, value and place of each piece of `word`."""
    if "0" <= word[0] <= "9":
        value, form = _digits(word)
        return ((form, value, 0, len(word)),) if value is not None else ()
    single = _single(word)
    if single:
        return ((*single, 0, len(word)),)
    return _glued(word)


def _single(word: str) -> tuple[Form, Decimal] | None:
    """Return what `word` means as one number word."""
    if word in SMALL:
        return "small", Decimal(SMALL[word])
    if word in SCALES:
        return "scale", Decimal(SCALES[word])
    if word in ORDINALS:
        return "ordinal", Decimal(ORDINALS[word])
    if word == HALF:
        return "half", Decimal("0.5")
    return ("and", Decimal(0)) if word == AND else None


def _digits(word: str) -> tuple[Decimal | None, Form]:
    """Return the value of a run of digits; no value for dates, times and codes."""
    slashed = _SLASHED.fullmatch(word)
    if slashed:
        return Decimal(f"{slashed[1]}.{slashed[2]}"), "slash"
    led = word[0] == "0" and len(word) > 2 and word[1] != "."
    if len(word) > MOST_DIGITS or led:
        return None, "digits"
    if _GROUPED.fullmatch(word):
        return Decimal(word.translate(_MARKS)), "digits"
    if _DOTTED.fullmatch(word):
        return Decimal(word.replace(".", "")), "digits"
    return (Decimal(word) if _DECIMAL.fullmatch(word) else None), "digits"


def _glued(word: str) -> tuple[tuple[Form, Decimal, int, int], ...]:
    """Return the pieces of words written together, as in `twoandthirty`.

    Two words may touch only if the second is a scale or makes a fraction, or if `and`
    is between them: without that rule, the Persian for breast would be thirty-nine.
    """
    found: list[tuple[Form, Decimal, int, int]] = []
    at = 0
    while at < len(word):
        joined = bool(found) and word.startswith(AND, at)
        part = _PART.match(word, at + joined)
        if part is None:
            return ()
        single = _single(part[0])
        apart = bool(found) and not joined
        if single is None or (apart and single[0] not in {"scale", "ordinal"}):
            return ()
        if joined:
            found.append(("and", Decimal(0), at, at + 1))
        found.append((*single, part.start(), part.end()))
        at = part.end()
    return tuple(found) if _takes_all(found) else ()


def _takes_all(pieces: Sequence[tuple[Form, Decimal, int, int]]) -> bool:
    """Tell whether the glued pieces make one number."""
    run = [Atom(*piece) for piece in pieces]
    numeral = numeral_at(run, 0) if run else None
    return numeral is not None and numeral.after == len(run)


def numeral_at(run: Sequence[Atom], first: int) -> Numeral | None:
    """Return the longest number whose first piece is `run[first]`.

    `run` holds pieces that follow each other with nothing but blanks between. The
    joining `and` is taken only when what follows is a smaller part of one number.
    """
    reading = _Reading()
    at = last = first
    while at < len(run):
        joined = run[at].form == "and"
        here = at + joined
        if (joined and at == first) or here >= len(run):
            break
        if not reading.takes(run[here], joined=joined):
            break
        at = last = here + 1
        if reading.form in {"ordinal", "fraction"}:
            break
    if last == first:
        return None
    return Numeral(
        run[first].start,
        run[last - 1].end,
        reading.value,
        reading.form,
        reading.factor,
        last - first,
    )


class _Reading:
    """A number while it is read, piece by piece."""

    def __init__(self) -> None:
        """Begin with nothing read."""
        self.form: Literal["digits", "words", "ordinal", "fraction", "slash"] = "words"
        self.factor = 1
        self._total = Decimal(0)
        self._current: Decimal | None = None
        self._room = LARGEST  # what is added next must be smaller than this
        self._scale = LARGEST  # the smallest scale read so far
        self._began = False

    @property
    def value(self) -> Decimal:
        """Return the value of what was read so far."""
        return self._total + (self._current or 0)

    def takes(self, atom: Atom, *, joined: bool) -> bool:
        """Take `atom` if it carries the number on; tell whether it did."""
        if atom.form == "scale":
            done = self._scales(atom, joined=joined)
        elif atom.form == "ordinal":
            done = self._orders(atom, joined=joined)
        elif atom.form == "half":
            done = self._halves(joined=joined)
        else:
            done = self._adds(atom, joined=joined)
        self._began = self._began or done
        return done

    def _adds(self, atom: Atom, *, joined: bool) -> bool:
        """Add a word or a run of digits, if it is the first or there is room."""
        whole = atom.value == atom.value.to_integral_value()
        if self._began:
            if not joined or not atom.value < min(self._room, self._scale):
                return self._multiplies_hundred(atom, joined=joined)
            if not atom.value or not whole or atom.form == "slash":
                return False
        elif atom.form != "small":
            self.form = "slash" if atom.form == "slash" else "digits"
        self._current = (self._current or Decimal(0)) + atom.value
        self._room = _room(atom)
        return True

    def _multiplies_hundred(self, atom: Atom, *, joined: bool) -> bool:
        """Take `hundred` behind one to nine."""
        current = self._current
        if joined or atom.form != "small" or atom.value != 100 or current is None:
            return False
        if self.form != "words" or not 1 <= current % 100 <= 9 or current > 9:
            return False
        self._current = current * 100
        self._room = Decimal(100)
        return True

    def _scales(self, atom: Atom, *, joined: bool) -> bool:
        """Multiply by a thousand, a million and so on."""
        scale = atom.value
        if joined:
            # "a million and a thousand"; "5 and a thousand" is no number.
            if self._current is not None or scale >= self._scale:
                return False
            self._current = Decimal(1)
        if self._current is None and not self._began:
            self._current = Decimal(1)
        if self._current is None and scale < self._scale:
            return False
        if scale < self._scale and self._current is not None:
            grown = self._total + self._current * scale
        else:
            grown = (self._total + (self._current or 0)) * scale
        if grown >= LARGEST:
            return False
        self._total = grown
        self._current = None
        self._room = self._scale = scale
        self.factor *= int(scale)
        if self.form == "slash":
            self.form = "digits"
        return True

    def _orders(self, atom: Atom, *, joined: bool) -> bool:
        """End in an ordinal, or in a fraction such as two thirds."""
        if not self._began:
            self._current, self.form = atom.value, "ordinal"
            return True
        fits = atom.value < min(self._room, self._scale)
        if joined and self.form == "words" and fits:
            self._current = (self._current or Decimal(0)) + atom.value
            self.form = "ordinal"
            return True
        value = self.value
        if joined or atom.value < 3 or value >= atom.value or self._total != 0:
            return False
        self._current = value / atom.value
        self.form = "fraction"
        return True

    def _halves(self, *, joined: bool) -> bool:
        """Add a half to what was read, or begin with it."""
        if not self._began:
            self._current = Decimal("0.5")
            self._room = Decimal(0)
            return True
        if not joined or self._room == 0:
            return False
        if self._current is None:
            self._current = self._scale / 2
            self._room = Decimal(0)
            return True
        if self._current != self._current.to_integral_value():
            return False
        self._current += Decimal("0.5")
        self._room = Decimal(0)
        return True


def _room(atom: Atom) -> Decimal:
    """Return what a part added after `atom` must be smaller than."""
    if atom.form != "small":
        return Decimal("0.1")
    if atom.value >= 100:
        return Decimal(100)
    return Decimal(10) if atom.value >= 20 else Decimal("0.1")
