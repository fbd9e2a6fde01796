"""Blocking keys: two mentions that may be one share at least one of them.

They keep the candidates few: a meeting is compared with those of its province and
state in the same days, a proposal with those of its province about the same words, a
person with those of the same post or the same name.
"""

import datetime

from reports.chronicle import EventTold, PersonTold, ProposalTold
from reports.memory.days import reach
from reports.memory.names import bones
from reports.memory.words import is_name

#: Meetings are looked for in stretches of so many days.
STRETCH = 4
NOWHERE = "-"
ANYWHERE = "*"
#: However a name is shortened and spaced, its last consonants stay.
TAIL = 2


def event_keys(told: EventTold, *, day: datetime.date | None) -> tuple[str, ...]:
    """Return the keys of a meeting on a page of `day`."""
    foreign = any(who.side == "foreign" for who in told.people)
    states = {*told.countries} | (set() if foreign else {"IR"})
    places = [f"{p}/{c}" for p in told.provinces or (NOWHERE,) for c in states]
    # Sources may tell the province differently: then a whole name must lead there.
    places += [f"who/{bones(who.name)}" for who in told.people if len(who.name) > 1]
    stretches = _stretches(told, day)
    return tuple(sorted(f"event/{place}/{at}" for place in places for at in stretches))


def _stretches(told: EventTold, day: datetime.date | None) -> list[str]:
    """Return the stretches of days in which another telling may lie."""
    around = reach(told, day)
    if around is None:
        return ["undated"]
    first, last = (one.toordinal() // STRETCH for one in around)
    return [str(number) for number in range(first, last + 1)]


def thread_keys(told: ProposalTold) -> tuple[str, ...]:
    """Return the keys of a proposal: each place with its object and another word.

    Of two wordings that are one each holds the object of the other, so both objects
    together are a key of both. Where only one names a state, a name must be in both.
    """
    if not told.words:
        return ()
    thing = told.words[0]
    states = told.countries or (NOWHERE,)
    keys = set()
    for word in told.words:
        both = "+".join(sorted((thing, word)))
        keys |= {f"{state}/{both}" for state in states}
        if is_name(word):
            keys.add(f"{ANYWHERE}/{both}")
    places = told.provinces or (NOWHERE,)
    return tuple(sorted(f"thread/{place}/{one}" for place in places for one in keys))


def person_keys(told: PersonTold) -> tuple[str, ...]:
    """Return the keys of a person: the post, and the whole name."""
    keys = []
    office = told.office
    if office.role:
        abroad = (told.country,) if told.side == "foreign" and told.country else ()
        seats = office.seat or abroad or office.field or told.home or (NOWHERE,)
        role = "/".join(office.role).replace("consul_general", "consul")
        tail = bones(told.name)[-TAIL:]
        keys = [f"person/{told.country}/{role}/{seat}/{tail}" for seat in seats]
    if len(told.name) > 1:
        keys.append(f"person/{told.country}/{bones(told.name)}")
    return tuple(sorted(keys))
