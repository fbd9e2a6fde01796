"""Names of places and bodies are printed with their half-spaces, however written."""

import pytest

from reports.text.setting import typeset
from tests.lexicon.wordlists import ZWNJ, entries

#: Words that are also written whole, and which of both is meant nobody can tell.
WHOLE = {"لب‌آب", "سرحت‌آباد"}


def halved(name: str) -> set[str]:
    """Return the words with a half-space in what a word list calls things."""
    return {
        word
        for entry in entries(name).values()
        for form in (entry["name"], *entry.get("aliases", ()))
        for word in form.split()
        if ZWNJ in word and not any(map(str.isdigit, word))
    }


@pytest.mark.parametrize("name", ["provinces", "cities", "regions", "bodies"])
def test_a_glued_name_gets_its_half_space_back(name: str) -> None:
    words = halved(name) - WHOLE
    assert words or name == "provinces"
    assert {typeset(word.replace(ZWNJ, "")) for word in words} == words
