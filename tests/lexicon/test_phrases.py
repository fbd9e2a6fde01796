"""Known phrases are found in every spacing and spelling, and nowhere else."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.lexicon import Hit, Phrases, key
from reports.text import fold, tokens

KNOWN = [
    ("استاندار", "office", 1),
    ("استان", "unit", 2),
    ("نخست‌وزیر", "office", 3),
    ("معاون نخست‌وزیر", "deputy", 4),
    ("گفت‌وگو", "event", 5),
    ("کهگیلویه و بویراحمد", "place", 6),
    ("دیدار", "event", 7),
    ("دیدار", "verb", 8),
]
PHRASES: Phrases[int] = Phrases(KNOWN)

#: One phrase in every way it is written.
WRITTEN = {
    "half-space": "نخست‌وزیر",
    "glued": "نخستوزیر",
    "spaced": "نخست وزیر",
    "Arabic yeh": "نخست‌وزير",
    "tatweel": "نخســت‌وزیر",
    "no-break space": "نخست\u00a0وزیر",
}

#: Texts that hold no known phrase at their first word.
UNKNOWN = {
    "a longer word": "استاندارد",
    "a shorter word": "استا",
    "the second half": "وزیر",
    "halves with a word between": "نخست آن وزیر",
    "another order": "وزیر نخست",
    "a comma between": "نخست، وزیر",
}


def words(text: str) -> list[str]:
    """Return the folded words of `text`."""
    return [token.text for token in tokens(fold(text).text)]


def hits(text: str) -> list[Hit[int]]:
    """Return the phrases that begin at the first word of `text`."""
    read = words(text)
    return PHRASES.hits(read, 0, len(read))


@pytest.mark.parametrize("name", WRITTEN)
def test_phrase_is_found_however_it_is_written(name: str) -> None:
    text = WRITTEN[name]
    (hit,) = hits(text)
    assert (hit.kind, hit.value, hit.end) == ("office", 3, len(words(text)))


@pytest.mark.parametrize("name", UNKNOWN)
def test_near_miss_is_not_found(name: str) -> None:
    assert hits(UNKNOWN[name]) == []


def test_longest_phrase_comes_first() -> None:
    phrases: Phrases[int] = Phrases([("راه", "a", 1), ("راه آهن", "b", 2)])
    found = phrases.hits(["راه", "آهن"], 0, 2)
    assert [(hit.end, hit.value) for hit in found] == [(2, 2), (1, 1)]


def test_one_form_may_stand_for_two_things() -> None:
    assert {hit.value for hit in hits("دیدار")} == {7, 8}
    assert PHRASES.kinds(key("دیدار")) == {"event", "verb"}


def test_phrase_ends_before_the_end_it_is_given() -> None:
    assert PHRASES.hits(["معاون", "نخست", "وزیر"], 0, 2) == []


def test_membership_is_by_whole_key() -> None:
    assert key("گفت و گو") in PHRASES
    assert key("گفت") not in PHRASES
    assert PHRASES.kinds(key("گفت")) == frozenset()


def test_same_entry_twice_is_found_once() -> None:
    phrases: Phrases[int] = Phrases([("راه", "a", 1), ("راه", "a", 1)])
    assert len(phrases.hits(["راه"], 0, 1)) == 1


NAMES: Phrases[int] = Phrases(
    [("بهشهر", "place", 1), ("سیستان و بلوچستان", "place", 2), ("همچنین", "word", 3)],
    names=("place",),
    particles=("به", "و", "هم"),
)

#: Words before the bar, and what is read at the first of them.
APART = {
    "one word": ("بهشهر", [1]),
    "the small word stands apart": ("به شهر", []),
    "a name printed with a small word": ("سیستان و بلوچستان", [2]),
    "such a name, glued": ("سیستان وبلوچستان", [2]),
    "no name": ("هم چنین", [3]),
}


@pytest.mark.parametrize("name", APART)
def test_a_name_is_not_cut_by_a_small_word(name: str) -> None:
    text, wanted = APART[name]
    read = words(text)
    found = [hit.value for hit in NAMES.hits(read, 0, len(read))]
    assert found == wanted


@given(st.sampled_from([form for form, _, _ in KNOWN]), st.data())
def test_any_spacing_of_a_form_is_found(form: str, data: st.DataObject) -> None:
    letters = key(form)
    cuts = data.draw(st.sets(st.integers(1, len(letters) - 1)))
    edges = [0, *sorted(cuts), len(letters)]
    pieces = [letters[a:b] for a, b in pairwise(edges)]
    found = PHRASES.hits(pieces, 0, len(pieces))
    assert key(form) in {"".join(pieces[hit.start : hit.end]) for hit in found}


@given(st.lists(st.text("استاندروزیخمعگفبه", min_size=1, max_size=9), max_size=9))
def test_what_is_found_is_a_known_form(pieces: list[str]) -> None:
    for hit in PHRASES.hits(pieces, 0, len(pieces)):
        spelled = "".join(pieces[hit.start : hit.end])
        assert hit.kind in PHRASES.kinds(spelled)
