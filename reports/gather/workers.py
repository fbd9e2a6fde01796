"""Articles read by as many hands as there are, and told in the order they came in."""

import itertools
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future

from reports.crews import Crew
from reports.gather.reading import Reading
from reports.model import Article
from reports.sources import Refusal

#: How many articles go to a worker at a time, and how many portions wait for each.
PORTION, AHEAD = 8, 3

Read = Callable[[Article], Reading]
Item = Article | Refusal
Outcome = Reading | Refusal


def readings(items: Iterable[Item], *, read: Read, hands: Crew) -> Iterator[Outcome]:
    """Yield what is read of articles, in their order; refusals are passed on."""
    if hands.width < 2:
        for item in items:
            yield from hands.submit(_portion, (item,), read=read).result()
        return
    asked: deque[Future[list[Outcome]]] = deque()
    for portion in itertools.batched(items, PORTION):
        asked.append(hands.submit(_portion, portion, read=read))
        if len(asked) >= hands.width * AHEAD:
            yield from asked.popleft().result()
    while asked:
        yield from asked.popleft().result()


def _portion(items: tuple[Item, ...], *, read: Read) -> list[Outcome]:
    """Read articles; pass on refusals."""
    return [item if isinstance(item, Refusal) else read(item) for item in items]
