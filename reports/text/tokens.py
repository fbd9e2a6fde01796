"""Cut folded text into words, numbers and marks, each with its place."""

import re

import msgspec

#: The Arabic thousands separator, and the Persian comma that often stands for it.
THOUSANDS = ",\u066c\u060c"

LAST_ASCII = "\x7f"

TOKEN = re.compile(
    rf"""
      [0-9]{{4}}-[0-9]{{1,2}}-[0-9]{{1,2}}(?![0-9])          # 2025-12-13
    | [0-9]+(?:/[0-9]+)+                     # 1404/05/02, and 2/5 for two and a half
    | [0-9]{{1,2}}:[0-9]{{2}}(?::[0-9]{{2}})?(?![0-9])       # 10:40
    | [0-9]{{1,3}}(?:[{THOUSANDS}][0-9]{{3}})+(?![0-9])(?:\.[0-9]+)?      # 1,280
    | [0-9]+(?:\.[0-9]+)*                    # 3.5, 1.200.000
    | (?:[A-Za-z]\.){{2,}}                    # U.N.
    | [A-Za-z][A-Za-z0-9]*(?:[&'._-][A-Za-z0-9]+)*
    | [^\W\d_]+
    | \S
    """,
    re.VERBOSE,
)


class Token(msgspec.Struct, frozen=True, gc=False):
    """A word, a number or one mark; `text` is what stands from `start` to `end`."""

    text: str
    start: int
    end: int


def tokens(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """Return the words, numbers and marks of folded `text`, in reading order.

    With `start` and `end`, those of a part of it. Most stretches between two spaces
    are one word, which need not be matched to be known.
    """
    found: list[Token] = []
    for stretch in (text if end is None else text[:end])[start:].split():
        first = text.index(stretch, start)
        start = first + len(stretch)
        if stretch.isalpha() and stretch[0] > LAST_ASCII:
            found.append(Token(stretch, first, start))
        else:
            matches = TOKEN.finditer(text, first, start)
            found += [Token(match.group(), *match.span()) for match in matches]
    return tuple(found)
