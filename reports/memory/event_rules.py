"""When two meetings in the news are one event, and when a meeting is part of a trip.

Every rule has a name like a path. A pair of tellings is first asked what would keep
it two (kind, day, state, people, province), then what makes it one. A doubt leaves
two: an event counted twice is seen at once, two events printed as one are a lie.
"""

import msgspec

from reports.chronicle import EventTold, Mention
from reports.memory.company import GROUP, NAME, NOTHING, POST, Sides, sides
from reports.memory.days import JOURNEY, TRIP, Day, Gap, dated, gap, may_be_moved
from reports.memory.places import place_of
from reports.memory.verdicts import UNKNOWN, Verdict, told_as

#: Kinds that outlets call by each other's names.
TALKS = frozenset(
    {
        "meeting",
        "session",
        "border_meeting",
        "joint_border_committee",
        "mou_signing",
        "summit",
        "conference",
    }
)
SHOWS = frozenset({"opening", "ceremony"})
#: Kinds that are told by what and where, often without anybody's name.
OCCASIONS = frozenset(
    {"exhibition", "opening", "ceremony", "conference", "summit", "webinar"}
)
#: So many content words in common make one of two tellings of one side each.
SUPPORT = 2
#: So many where not even the page has a day, or this share of the shorter article.
FIRM = 3
FIRM_SHARE = 0.4
#: Envoys live in the country: a governor who is abroad does not meet them there.
RESIDENT = frozenset({"ambassador", "consul", "consul_general"})


class Pair(msgspec.Struct, frozen=True, kw_only=True):
    """Two tellings that nothing keeps apart, and all that speaks for their being one.

    `shared` counts the content words in common; `undated` says that neither has a day.
    """

    a: EventTold
    b: EventTold
    gap: Gap
    iran: Sides
    foreign: Sides
    shared: int
    here: bool
    undated: bool

    @property
    def same_state(self) -> bool:
        """Tell whether both name a counterpart of one state."""
        return not {*self.a.countries}.isdisjoint(self.b.countries)


def event_verdict(one: Mention, two: Mention) -> Verdict:
    """Return whether two meetings are one event, or one is part of the other's trip."""
    a, b = told_as(one, EventTold), told_as(two, EventTold)
    if (a.kind == TRIP) != (b.kind == TRIP):
        return _trip(one, a, two, b) if a.kind == TRIP else _trip(two, b, one, a)
    if not _kinds_agree(a.kind, b.kind):
        return Verdict(apart=f"{a.kind} is no {b.kind}")
    between = gap(a, one.day, b, two.day)
    if between is None and may_be_moved(a, b):
        return UNKNOWN
    if between is None:
        return Verdict(apart="too many days lie between")
    if a.countries and b.countries and {*a.countries}.isdisjoint(b.countries):
        return Verdict(apart="the counterparts are of other states")
    pair = Pair(
        a=a,
        b=b,
        gap=between,
        iran=sides(a, b, "iran"),
        foreign=sides(a, b, "foreign"),
        shared=len({*a.nouns} & {*b.nouns}),
        here=not (a.provinces and b.provinces)
        or not {*a.provinces}.isdisjoint(b.provinces),
        undated=a.date is None and one.day is None,
    )
    return _apart(pair) or _one(pair) or UNKNOWN


def _kinds_agree(one: str, two: str) -> bool:
    """Tell whether outlets may call one event by these two kinds."""
    return one == two or any({one, two} <= group for group in (TALKS, SHOWS))


def _apart(pair: Pair) -> Verdict | None:
    """Return what keeps two tellings of one kind and time apart for certain."""
    if any(side.least and side.best == NOTHING for side in (pair.iran, pair.foreign)):
        return Verdict(apart="others met")
    if _is_domestic(pair) and pair.iran.least > 1 and pair.iran.pairs < SUPPORT:
        return Verdict(apart="one of them met somebody else")
    disputed = max(pair.iran.best, pair.foreign.best) >= NAME and pair.shared >= SUPPORT
    if not pair.here and not disputed:
        return Verdict(apart="the provinces differ")
    return None


def _is_domestic(pair: Pair) -> bool:
    """Tell whether neither telling has anybody from abroad."""
    people = (*pair.a.people, *pair.b.people)
    return all(who.side == "iran" for who in people)


def _one(pair: Pair) -> Verdict | None:
    """Return the first rule that makes one event of the pair."""
    if pair.undated and not _is_firm(pair):
        return None
    for rule, finds in RULES:
        because = finds(pair)
        if because is not None:
            return Verdict(rule=rule, because=because, weight=_weight(pair))
    return None


def _is_firm(pair: Pair) -> bool:
    """Tell whether two tellings without any day agree in what was talked about."""
    least = min(len(pair.a.nouns), len(pair.b.nouns))
    enough = pair.shared >= FIRM_SHARE * least
    return pair.shared >= FIRM or (enough and pair.shared >= SUPPORT)


def _weight(pair: Pair) -> int:
    """Return how surely two tellings are one, to try the surest pairs first."""
    people = 10 * (pair.iran.best + pair.foreign.best)
    return people + 4 * pair.gap.known + 2 * min(pair.shared, 5) - 3 * pair.gap.days


def _words(pair: Pair) -> str:
    """Return how many words the pair has in common, for the reader of a join."""
    return f"{pair.shared} content words in common"


def _both_sides(pair: Pair) -> str | None:
    """Find somebody of each side in both: the governor and the ambassador.

    Far apart, or with only a delegation in common, the words must support it.
    """
    least = min(pair.iran.best, pair.foreign.best)
    if least == NOTHING:
        return None
    doubt = least == GROUP or pair.gap.days > 1 or not pair.here
    if doubt and pair.shared < SUPPORT:
        return None
    return f"{pair.iran.because}; {pair.foreign.because}"


def _domestic(pair: Pair) -> str | None:
    """Find two officials of Iran in both: the governor and the deputy minister."""
    if not _is_domestic(pair) or pair.iran.pairs < SUPPORT:
        return None
    if (pair.gap.days > 1 or not pair.here) and pair.shared < SUPPORT:
        return None
    return pair.iran.because


def _one_side(pair: Pair) -> str | None:
    """Find one side in both where the other is not told by one: the governor spoke.

    Of a state's people, the state must be named; of officials alone, the day is near.
    """
    best = max(pair.iran.best, pair.foreign.best)
    if best < POST or pair.shared < SUPPORT or pair.a.kind == TRIP:
        return None
    if not pair.same_state and not _is_domestic(pair):
        return None
    if _is_domestic(pair) and pair.iran.least > 1:
        return None
    return f"{pair.iran.because or pair.foreign.because}; {_words(pair)}"


def _each_its_own(pair: Pair) -> str | None:
    """Find one telling of the governor alone and one of the ambassador alone."""
    if pair.iran.least or pair.foreign.least or not pair.same_state or not pair.here:
        return None
    if not (pair.a.people and pair.b.people and pair.a.provinces and pair.b.provinces):
        return None
    if pair.gap.days > 1 or pair.shared < SUPPORT:
        return None
    return _words(pair)


def _journey(pair: Pair) -> str | None:
    """Find one traveller to one state: the same trip, told twice."""
    best = max(pair.iran.best, pair.foreign.best)
    if pair.a.kind != TRIP or not pair.same_state or best == NOTHING:
        return None
    if best == GROUP and pair.shared < SUPPORT:
        return None
    return pair.iran.because or pair.foreign.because


def _occasion(pair: Pair) -> str | None:
    """Find one fair or opening by its place and day, or by what is said of it."""
    if pair.a.kind != pair.b.kind or pair.a.kind not in OCCASIONS or not pair.here:
        return None
    place = not {*pair.a.place_words}.isdisjoint(pair.b.place_words)
    if place and (pair.gap.known or pair.shared >= SUPPORT):
        return f"{pair.a.kind} in {pair.a.place}"
    return _words(pair) if pair.shared >= FIRM else None


#: From the surest to the least sure; the first that finds something names the join.
RULES = (
    ("event/both-sides", _both_sides),
    ("event/domestic", _domestic),
    ("event/journey", _journey),
    ("event/one-side", _one_side),
    ("event/each-its-own-side", _each_its_own),
    ("event/occasion", _occasion),
)


def _trip(visit: Mention, trip: EventTold, met: Mention, told: EventTold) -> Verdict:
    """Return whether a meeting is part of a trip: one traveller, one state, one time.

    The trip groups its meetings and is never one of them.
    """
    apart = f"{trip.kind} is no {told.kind}"
    if {*trip.countries}.isdisjoint(told.countries):
        return Verdict(apart=apart)
    for side in ("iran", "foreign"):
        agree = sides(trip, told, side)
        if agree.best < POST or not _near(visit, trip, met, told):
            continue
        if side == "iran" and _is_at_home(told):
            continue
        return Verdict(rule="trip/part", because=agree.because, apart=apart)
    return Verdict(apart=apart)


def _near(visit: Mention, trip: EventTold, met: Mention, told: EventTold) -> bool:
    """Tell whether a meeting is told of about the time of a trip."""
    away, there = _about(visit, trip), _about(met, told)
    if away is None or there is None:
        return False
    days = (max(away[0], there[0]) - min(away[1], there[1])).days
    return days <= JOURNEY


def _about(mention: Mention, told: EventTold) -> tuple[Day, Day] | None:
    """Return the days of an event, else the day of the page."""
    page = mention.day
    return dated(told) or ((page, page) if page is not None else None)


def _is_at_home(told: EventTold) -> bool:
    """Tell whether a meeting took place in Iran, by its place or with an envoy."""
    place = place_of(told.place) if told.place is not None else None
    if place is not None and place.country == "IR":
        return True
    guests = [who for who in told.people if who.side == "foreign"]
    return bool(guests) and all(
        who.office.role and who.office.role[-1] in RESIDENT for who in guests
    )
