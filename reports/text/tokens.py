"""Cut folded text into words, numbers and marks, each with its place."""

import re

import msgspec

#: The Arabic thousands separator, and the Persian comma that often stands for it.
THOUSANDS = ",\u066c\u060c"

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


class Token(msgspec.Struct, frozen=True):
    """A word, a number or one mark; `text` is what stands from `start` to `end`."""

    text: str
    start: int
    end: int


def tokens(text: str) -> tuple[Token, ...]:
    """Return the words, numbers and marks of folded `text`, in reading order."""
    return tuple([Token(m.group(), m.start(), m.end()) for m in TOKEN.finditer(text)])
