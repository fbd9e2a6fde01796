"""Titles, compared: the same post in the words of several outlets.

`wali of Herat` is the governor of Herat, `deputy for politics of the governorate` the
deputy for politics of the governor, and a consul in Rasht is not the consul in Tabriz.
"""

from functools import cache, lru_cache
from typing import Any, Literal

from reports.chronicle import Office
from reports.lexicon import key, load
from reports.lexicon.places import read
from reports.lexicon.sameness import sameness
from reports.memory.words import WORD, stem
from reports.text import fold, tokens

#: How near two titles are: one post, or one that outlets rank differently.
Nearness = Literal["same", "near"]

#: Posts that one person holds at a time, once it is said over what.
SINGLE = frozenset(
    {
        "ambassador",
        "consul",
        "consul_general",
        "county_governor",
        "governor",
        "head_of_gov",
        "head_of_state",
        "mayor",
        "minister",
    }
)
#: Posts over a town, told of in its province.
LOCAL = frozenset({"county_governor", "mayor"})
#: Posts that outlets confuse.
CONFUSED = frozenset({("consul", "consul_general"), ("consul_general", "consul")})
#: Offices whose field is told by their place alone.
PLACED = SINGLE - {"minister"}
#: Kinds of phrases that a title is read by.
READ = frozenset({"deputy", "office", "place", "group", "crowd", "modifier"})
CAPITAL = "tehran"
NOBODY = Office(role=(), field=(), seat=(), posted=(), former=False)


@cache
def _houses() -> dict[str, str]:
    """Return the office that a body stands for: a governorate for its governor."""
    return {
        key(entry["body"]): entry["level"]
        for entry in read("titles")["office"].values()
        if entry.get("body") and entry["scope"] != "body"
    }


@lru_cache(maxsize=1 << 14)
def office(title: str | None, country: str | None) -> Office:
    """Return `title` of a person of `country`, levelled."""
    if title is None:
        return NOBODY
    letters = [token.text for token in tokens(fold(title).text)]
    lists = sameness()
    role: list[str] = []
    field: set[str] = set()
    seat: set[str] = set()
    posted: set[str] = set()
    former = away = False
    at = 0
    while at < len(letters):
        word = letters[at]
        hits = load().phrases.hits(letters, at, len(letters))
        hit = next((hit for hit in hits if hit.kind in READ), None)
        at = hit.end if hit is not None else at + 1
        spelling = "".join(letters[hit.start : hit.end]) if hit is not None else word
        if spelling in lists.former:
            former = True
        elif word in _houses():
            role.append(_houses()[word])
        elif hit is None:
            away |= any(hit.kind == "titles/at" for hit in hits)
            if WORD.fullmatch(word) and word not in lists.title_stop:
                field.add(stem(word))
        elif hit.kind == "deputy":
            role.append("deputy" if spelling in lists.deputies else stem(spelling))
        elif hit.kind == "office":
            level = hit.value.level
            role.append(level if level != "other" else hit.value.id)
            field.update(_domain(hit.value.name))
        elif hit.kind == "place":
            (posted if away else seat).add(_place(hits, country))
        elif hit.kind in {"group", "crowd"}:
            role.append("delegation")
    if len(seat) > 1:
        seat.discard(country or "")
    if role and role[-1] in PLACED and "deputy" not in role:
        field.clear()
    return Office(
        role=tuple(role),
        field=tuple(sorted(field - {"\u0648"})),  # and
        seat=tuple(sorted(seat)),
        posted=tuple(sorted(posted - {"IR", "IR-23"})),
        former=former,
    )


@cache
def _domain(name: str) -> frozenset[str]:
    """Return the words of an office's own name that say what it is over."""
    words = [stem(word) for word in WORD.findall(fold(name).text)]
    return frozenset(words[1:])


def _place(hits: list[Any], country: str | None) -> str:
    """Return the code or slug of the place named, by preference of one's own state."""
    places = [hit.value for hit in hits if hit.kind == "place"]
    longest = max(hit.end for hit in hits if hit.kind == "place")
    places = [hit.value for hit in hits if hit.kind == "place" and hit.end == longest]
    own = [place for place in places if place.country == country]
    place = (own or places)[0]
    if place.kind == "province":
        return str(place.province)
    return str(place.id)


def nearness(one: Office, other: Office) -> Nearness | None:
    """Return whether two titles name one post, or `None`.

    What only one of them says is no difference: `governor` is any province's here.
    """
    if not one.role or not other.role:
        return None
    confused = one.role != other.role
    if confused and (one.role[-1], other.role[-1]) not in CONFUSED:
        return None
    if _differ(one.seat, other.seat) or _differ(one.posted, other.posted):
        return None
    if _differ(one.field, other.field):
        return None
    return "near" if confused else "same"


def _differ(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether each of two sets of words says what the other does not.

    Half of the shorter in common is enough: `deputy for politics and security`.
    """
    if one == other or not one or not other:
        return False
    common = len({*one} & {*other})
    return 2 * common < min(len(one), len(other)) or not common


def home(post: Office, provinces: tuple[str, ...]) -> tuple[str, ...]:
    """Return the provinces that a post ties its holder to.

    A post of one at a time is known by itself, whichever province tells of it: a
    governor is at home in his province, an ambassador in none.
    """
    if not is_whole(post) or post.role[-1] in LOCAL:
        return tuple(sorted(provinces))
    return tuple(code for code in post.seat if code.startswith("IR-"))


def is_whole(post: Office) -> bool:
    """Tell whether a title says of what and where, so that it is known by itself.

    `Head of the chamber of Fars` is; `head of the chamber` is one in every province.
    """
    return is_single(post) or bool(post.role and post.field and post.seat)


def is_single(post: Office) -> bool:
    """Tell whether one person at a time holds `post`."""
    if not post.role:
        return False
    if "deputy" in post.role:
        return bool(post.field)
    return post.role[-1] in SINGLE and bool(post.seat or post.field)
