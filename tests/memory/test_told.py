"""The floors of memory: it may get better on the sets of tellings, not worse.

Half of each set was written before the rules and kept blind until they were done. The
articles are read by the extractor, so a floor may fall when reading gets worse, too.
"""

from collections.abc import Callable

import pytest

from reports.chronicle import Kind
from tests.memory.composed import Told, score, told, told_people

#: Set, how it is read, kind, least precision and recall, least number of labels.
SETS: dict[str, tuple[Callable[[str], Told], Kind, float, float, int]] = {
    "events_seen": (told, "event", 0.97, 0.92, 23),
    "events_blind": (told, "event", 0.97, 0.92, 24),
    "threads_seen": (told, "thread", 0.97, 0.92, 17),
    "threads_blind": (told, "thread", 0.97, 0.92, 17),
    "people_seen": (told_people, "person", 0.97, 0.92, 13),
    "people_blind": (told_people, "person", 0.97, 0.92, 12),
}


@pytest.mark.parametrize("name", SETS)
def test_tellings_of_one_thing_come_together(name: str) -> None:
    read_set, kind, precision, recall, least = SETS[name]
    read = read_set(name)
    found = score(read, kind)
    assert len({*read.labels.values()}) >= least
    assert found.precision >= precision, found
    assert found.recall >= recall, found
