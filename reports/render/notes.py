"""The footnotes of one document: each proof is printed once and numbered."""

from collections.abc import Hashable, Iterable

import msgspec


class Mark[Proof: Hashable](msgspec.Struct, frozen=True):
    """The call of a footnote; `first` where its words are to be printed."""

    number: int
    first: bool
    proof: Proof


class Notes[Proof: Hashable]:
    """Numbers proofs in the order in which the page calls them."""

    def __init__(self) -> None:
        """Begin at one."""
        self._numbers: dict[Proof, int] = {}

    def marks(self, proofs: Iterable[Proof]) -> list[Mark[Proof]]:
        """Return the calls that a claim with these `proofs` needs."""
        found = []
        for proof in proofs:
            first = proof not in self._numbers
            number = self._numbers.setdefault(proof, len(self._numbers) + 1)
            found.append(Mark(number, first, proof))
        return found

    @property
    def all(self) -> list[tuple[int, Proof]]:
        """Return every proof called so far with its number, in order."""
        return [(number, proof) for proof, number in self._numbers.items()]
