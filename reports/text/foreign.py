"""Lift what is not Persian out of a text, and put it back untouched.

Addresses, codes and Latin runs with their digits are each replaced by one
character while the text round them is set.
"""

import re

#: Stands for a piece that is not ours to set.
PIECE = "\ufffc"

#: Web addresses, without the punctuation that closes a sentence. They may hold
#: Persian letters; mail addresses cannot and are runs like others.
ADDRESS = re.compile(
    f"{PIECE}|(?:https?://|www\\.)"
    r"(?![\s!-/:-@\[-`{-~\u00ab\u00bb\u060c\u061b\u061f\u201c-\u201e])"
    r"[^\s\u00ab\u00bb<>\"()\u060c\u061b\u061f]+(?<![.,;:!?])"
)

#: Letters of Latin and Cyrillic, and the digits among them.
CORE = r"[A-Za-z0-9_\u00c0-\u024f\u0400-\u04ff]++"
RUN = re.compile(f"{PIECE}|{CORE}(?:(?:[./:&'\u2019+\u2013@#=~-]{{1,3}}+| ){CORE})*+")
LETTER = re.compile(r"[A-Za-z_\u00c0-\u024f\u0400-\u04ff]")
#: Numbers that stand before a run and are not part of it.
LEADING = re.compile(r"(?:[0-9]++(?:[./:-][0-9]++)*+ )*+")


def without_addresses(text: str) -> tuple[str, list[str]]:
    """Return `text` with a `PIECE` for each address, and the addresses."""
    pieces: list[str] = []

    def lifted(found: re.Match[str]) -> str:
        pieces.append(found.group())
        return PIECE

    return ADDRESS.sub(lifted, text), pieces


def without_runs(text: str, addresses: list[str]) -> tuple[str, list[str]]:
    """Return `text` with a `PIECE` for each foreign run too, and all pieces."""
    pieces: list[str] = []
    ahead = iter(addresses)

    def lifted(found: re.Match[str]) -> str:
        run = found.group()
        if run == PIECE:
            pieces.append(next(ahead))
            return PIECE
        if not LETTER.search(run):
            return run
        leading = LEADING.match(run)
        start = leading.end() if leading else 0
        pieces.append(run[start:])
        return run[:start] + PIECE

    return RUN.sub(lifted, text), pieces


def put_back(text: str, pieces: list[str]) -> str:
    """Return `text` with its pieces in their places."""
    ahead = iter(pieces)
    return re.sub(PIECE, lambda _: next(ahead), text)
