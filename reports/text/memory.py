"""Remember what was worked out about words, since the same come again and again."""

from collections.abc import Callable


class Memory[T](dict[str, T]):
    """What `reading` makes of each text asked for; a known one is but looked up.

    When `most` texts are known it begins anew, so that it never grows without end.
    """

    def __init__(self, reading: Callable[[str], T], *, most: int) -> None:
        """Know nothing yet."""
        super().__init__()
        self._reading = reading
        self._most = most

    def __missing__(self, text: str) -> T:
        """Work out what `text` is, and remember it."""
        found = self._reading(text)
        if len(self) >= self._most:
            self.clear()
        self[text] = found
        return found
