"""`corrections.toml`: what a person may decide, and how mistakes are told."""

import pytest

from reports.chronicle import Ref, mention_id
from reports.errors import SettingsError
from reports.memory import NONE, Corrections, read_corrections, same
from reports.memory.corrections import grouped
from tests.memory.composed import (
    events,
    meeting,
    of_kind,
    people,
    person,
    proposal,
    record,
    threads,
)

GOVERNOR = person("استاندار اردبیل", "کامران رستگاری")
ENVOY = person("سفیر جمهوری آذربایجان", of="AZ")
MET = record(meetings=(meeting(GOVERNOR, ENVOY),))
AWAY = record(meetings=(meeting(GOVERNOR, person("شهردار باکو", of="AZ")),))


def read(text: str) -> Corrections:
    """Read a file of corrections."""
    return read_corrections(text, name="corrections.toml")


def test_an_empty_file_decides_nothing() -> None:
    assert read("# nothing yet\n") == NONE == Corrections()
    assert NONE.ids == frozenset()


def test_two_events_are_one_because_a_person_says_so() -> None:
    told = (*of_kind("event", "a", MET), *of_kind("event", "b", AWAY))
    by = read('[[same]]\nkind = "event"\nthese = ["a#0", "b#0"]\n')
    assert len(events(told)) == 2
    (one,) = events(told, by)
    assert [join.rule for join in one.joins] == ["correction/same"]
    join = same(*told, by)
    assert join is not None
    assert join.rule == "correction/same"
    assert by.partners(told[0].id) == (told[1].id,)
    assert by.ids == {told[0].id, told[1].id}


def test_two_events_are_apart_because_a_person_says_so() -> None:
    told = (*of_kind("event", "a", MET), *of_kind("event", "b", MET))
    (joined,) = events(told)
    by = read(f'[[apart]]\nkind = "event"\nthese = ["{joined.id}", "b#0"]\n')
    assert same(*told, by) is None
    assert len(events(told, by)) == 2


def test_apart_holds_through_a_third_telling() -> None:
    told = [one for name in "abc" for one in of_kind("event", name, MET)]
    by = read('[[apart]]\nkind = "event"\nthese = ["a#0", "c#0"]\n')
    found = events(told, by)
    assert sorted(len(one.refs) for one in found) == [1, 2]


def test_person_and_proposal_are_printed_as_corrected() -> None:
    asked = record(proposals=(proposal("ساخت پل نوردوز"),))
    by = read(
        '[[rename]]\nkind = "person"\nthis = "a#0"\ntext = "کامران رستگاری‌نیا"\n'
        '[[rename]]\nkind = "thread"\nthis = "b#0"\ntext = "ساخت پل دوم نوردوز"\n'
    )
    (one,) = people(of_kind("person", "a", MET), by)
    assert one.name == "کامران رستگاری‌نیا"
    assert one.variants[0].value == "کامران رستگاری"
    (thread,) = threads(of_kind("thread", "b", asked), by)
    assert thread.text == "ساخت پل دوم نوردوز"


def test_an_id_and_a_reference_name_the_same_mention() -> None:
    by_ref = read('[[same]]\nkind = "event"\nthese = ["a b#0", "c#12"]\n')
    ids = [mention_id("event", ref) for ref in (Ref("a b", 0), Ref("c", 12))]
    by_id = read(f'[[same]]\nkind = "event"\nthese = ["{ids[1]}", "{ids[0]}"]\n')
    assert by_ref == by_id


def test_groups_of_joined_pairs() -> None:
    pairs = [("a", "b"), ("c", "d"), ("b", "e"), ("d", "c")]
    assert sorted(map(sorted, grouped(pairs))) == [["a", "b", "e"], ["c", "d"]]


SAME = '[[same]]\nkind = "event"\nthese = ["a#0", "b#0"]\n'
#: A file, where the mistake is, and what is said of it.
MISTAKES = {
    "no TOML": ("[[same]\n", "corrections.toml", "line 1"),
    "unknown part": ("[[equal]]\n", "corrections.toml", "unknown part 'equal'"),
    "a table": ("[same]\n", "corrections.toml", "unknown part 'same'"),
    "a value": ("same = 1\n", "corrections.toml", "unknown part 'same'"),
    "unknown key": (f'{SAME}note = "x"\n', "corrections.toml, line 1", "unknown: note"),
    "missing key": (
        '\n[[same]]\nkind = "event"\n',
        "corrections.toml, line 2",
        "these",
    ),
    "unknown kind": (
        SAME.replace("event", "article"),
        "corrections.toml, line 1",
        "unknown kind 'article'",
    ),
    "no kind at all": (
        '[[same]]\nkind = ["event"]\nthese = ["a#0", "b#0"]\n',
        "corrections.toml, line 1",
        "unknown kind",
    ),
    "one thing": (
        f'{SAME}\n[[apart]]\nkind = "event"\nthese = ["c#0"]\n',
        "corrections.toml, line 5",
        "names one thing only",
    ),
    "the same thing twice": (
        '[[apart]]\nkind = "event"\nthese = ["c#0", "c#0"]\n',
        "corrections.toml, line 1",
        "names one thing only",
    ),
    "no list": (
        '[[same]]\nkind = "event"\nthese = "a#0"\n',
        "corrections.toml, line 1",
        "no list",
    ),
    "no number": (
        '[[same]]\nkind = "event"\nthese = ["a", "b#0"]\n',
        "corrections.toml, line 1",
        "'a' names nothing",
    ),
    "a number": (
        '[[same]]\nkind = "event"\nthese = [1, "b#0"]\n',
        "corrections.toml, line 1",
        "1 names nothing",
    ),
    "an id of another kind": (
        '[[same]]\nkind = "event"\nthese = ["person-abcdefghij23", "b#0"]\n',
        "corrections.toml, line 1",
        "is no event",
    ),
    "an event has no name": (
        '[[rename]]\nkind = "event"\nthis = "a#0"\ntext = "x"\n',
        "corrections.toml, line 1",
        "has no name",
    ),
    "an empty name": (
        '[[rename]]\nkind = "person"\nthis = "a#0"\ntext = " "\n',
        "corrections.toml, line 1",
        "the text is empty",
    ),
    "one and two at once": (
        f"{SAME}\n{SAME.replace('a#0', 'c#0')}\n"
        '[[apart]]\nkind = "event"\nthese = ["a#0", "c#0"]\n',
        "corrections.toml, line 9",
        "are [[same]] elsewhere",
    ),
    "in one line": (
        'same = [{kind = "event"}]\n',
        "corrections.toml",
        "missing or unknown: these",
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_mistake_is_told_with_its_line_and_a_hint(name: str) -> None:
    text, what, why = MISTAKES[name]
    with pytest.raises(SettingsError) as caught:
        read(text)
    assert caught.value.what == what
    assert why in caught.value.why
    assert caught.value.hint
