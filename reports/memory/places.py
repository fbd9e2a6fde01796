"""Printed places, compared: which of them contradict each other."""

from functools import lru_cache

from reports.lexicon import Place, load
from reports.text import fold, tokens


@lru_cache(maxsize=1 << 12)
def place_of(text: str) -> Place | None:
    """Return the place that `text` names, if the gazetteer knows it for certain."""
    letters = [token.text for token in tokens(fold(text).text)]
    for at in range(len(letters)):
        for hit in load().phrases.hits(letters, at, len(letters)):
            if hit.kind == "place" and not hit.value.ambiguous:
                place: Place = hit.value
                return place
    return None


def agree(one: str, two: str) -> bool:
    """Tell whether an event may have been at both places.

    A hall, a city and its province agree; two cities do not, nor do two states.
    """
    first, second = place_of(one), place_of(two)
    if first is None or second is None or first.id == second.id:
        return True
    if first.country != second.country:
        return False
    kinds = {first.kind, second.kind}
    if first.province and second.province:
        return first.province == second.province and "province" in kinds
    return "country" in kinds or "demonym" in kinds
