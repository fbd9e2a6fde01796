"""Blocking keys: two mentions that may be one share at least one of them.

They keep the candidates few: a meeting is compared with those of its province and
state in the same days, a proposal with those of its province about the same words, a
person with those of the same post or the same name.
"""

import datetime

from reports.chronicle import EventTold, PersonTold, ProposalTold
from reports.lexicon.sameness import sameness
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
    """Return the keys of a proposal: each place and state with what it is about.

    Of two that are one each holds the first word of the other. Where these are one
    word and all that the two share, one of them has no other, and the acts must agree.
    Where only one names a state, a name must be in both.
    """
    if not told.words:
        return ()
    first, *others = told.words
    matters = {
        "/".join(sorted((first, word))): is_name(first) or is_name(word)
        for word in others
    }
    stages = sameness().stages
    acts = {*told.heads}
    acts |= {min(stage) for stage in stages if not stage.isdisjoint(told.heads)}
    matters |= {f"{first}/to {act}": is_name(first) for act in acts}
    places = told.provinces or (NOWHERE,)
    states = told.countries or (NOWHERE,)
    return tuple(
        sorted(
            f"thread/{place}/{state}/{matter}"
            for place in places
            for matter, named in matters.items()
            for state in (*states, *((ANYWHERE,) if named else ()))
        )
    )


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
