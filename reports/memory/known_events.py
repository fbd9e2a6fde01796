"""From the tellings of one event to its record: chosen values, conflicts, history."""

import datetime
from collections.abc import Callable, Iterable, Mapping

from reports.chronicle import (
    Conflict,
    EventStep,
    EventTold,
    Join,
    KnownEvent,
    Mention,
    Ref,
    Telling,
)
from reports.memory.attendees import Seat, attendees, seated, seats
from reports.memory.choice import conflict, equal, tellings
from reports.memory.clusters import Found, Group
from reports.memory.days import TRIP, dated, is_ahead
from reports.memory.places import agree as places_agree
from reports.memory.tellings import page_order
from reports.memory.verdicts import told_as
from reports.model import MeetingKind, MeetingStatus

Day = datetime.date


def known_events(found: Found) -> tuple[KnownEvent, ...]:
    """Return the record of every group, each meeting under its trip."""
    owners = {one.ref: (group, one) for group in found.groups for one in group.members}
    trips = _trips(found.links, owners)
    return tuple(
        _event(group, trips.get(group.members[0].id)) for group in found.groups
    )


def _told(mention: Mention) -> EventTold:
    """Return what a mention of an event tells."""
    return told_as(mention, EventTold)


def _trips(
    links: Iterable[Join], owners: Mapping[Ref, tuple[Group, Mention]]
) -> dict[str, tuple[str, tuple[Join, ...]]]:
    """Return the trip of each meeting: that of the most links, then the first."""
    by: dict[str, dict[str, list[Join]]] = {}
    trips: dict[str, Group] = {}
    for link in links:
        (trip, one), (part, _) = owners[link.a], owners[link.b]
        if _told(one).kind != TRIP:
            trip, part = part, trip
        if trip is part:
            continue
        trips[trip.members[0].id] = trip
        choice = by.setdefault(part.members[0].id, {})
        choice.setdefault(trip.members[0].id, []).append(link)
    return {
        part: min(
            ((id_, tuple(joins)) for id_, joins in choice.items()),
            key=lambda entry: (-len(entry[1]), page_order(trips[entry[0]].members[0])),
        )
        for part, choice in by.items()
    }


def _event(group: Group, trip: tuple[str, tuple[Join, ...]] | None) -> KnownEvent:
    """Return the record of one event."""
    members = group.members
    status, date = _status(members), _values(_held(members), _date)
    place = _values(members, lambda told: told.place, places_agree)
    provinces, disputed = _provinces(members, seats(members))
    people, disputes = attendees(seats(members))
    day = Day.fromisoformat(date[0].value) if date else None
    chosen = next(
        (m for m in members if dated(_told(m)) and _told(m).date == day), None
    )
    days = [one.day for one in members if one.day is not None]
    return KnownEvent(
        id=members[0].id,
        kind=_kind(members),
        status=status,
        date=day,
        date_end=_told(chosen).date_end if chosen is not None else None,
        date_text=_told(chosen).date_text if chosen is not None else None,
        place=place[0].value if place else None,
        provinces=provinces,
        countries=tuple(sorted({c for one in members for c in _told(one).countries})),
        people=people,
        organisations=tuple(
            sorted({name for one in members for name in _told(one).organisations})
        ),
        outlets=tuple(sorted({one.outlet for one in members if one.outlet})),
        first=min(days, default=None),
        last=max(days, default=None),
        history=tuple(
            EventStep(
                day=one.day,
                status=_told(one).status,
                date=_told(one).date,
                ref=one.ref,
            )
            for one in members
        ),
        trip=trip[0] if trip is not None else None,
        refs=tuple(one.ref for one in members),
        conflicts=(
            *conflict("date", date),
            *conflict("place", place),
            *disputed,
            *disputes,
        ),
        joins=(*group.joins, *(trip[1] if trip is not None else ())),
    )


def _values(
    members: Iterable[Mention],
    value: Callable[[EventTold], str | None],
    agree: Callable[[str, str], bool] = equal,
) -> tuple[Telling, ...]:
    """Return the different values that the members tell, the one to print first."""
    told = ((value(_told(one)), one) for one in members)
    return tellings(
        ((text, one.ref, one) for text, one in told if text is not None), agree=agree
    )


def _date(told: EventTold) -> str | None:
    """Return the day that a telling names, in ISO form."""
    return told.date.isoformat() if dated(told) and told.date is not None else None


def _held(members: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Return the members that tell the day it took place; else what is announced.

    A meeting that was put off is held on another day than was announced: that is its
    history, and no conflict.
    """
    past = tuple(one for one in members if not is_ahead(_told(one)))
    if any(_told(one).date for one in past):
        return past
    ahead = tuple(one for one in members if is_ahead(_told(one)) and dated(_told(one)))
    return ahead[-1:]


def _kind(members: tuple[Mention, ...]) -> MeetingKind:
    """Return what most outlets call it."""
    kind = _values(members, lambda told: told.kind)[0].value
    return next(_told(one).kind for one in members if _told(one).kind == kind)


def _status(members: tuple[Mention, ...]) -> MeetingStatus:
    """Return how it stands: held once anybody saw it held, else what was said last."""
    told = [_told(one).status for one in members]
    for status in ("held", "background"):
        if status in told:
            return status
    return told[-1]


def _provinces(
    members: tuple[Mention, ...], found: tuple[Seat, ...]
) -> tuple[tuple[str, ...], tuple[Conflict, ...]]:
    """Return the provinces that most tell of or that sent somebody; and disputes."""
    told = [(" ".join(_told(one).provinces), one.ref, one) for one in members]
    named = [entry for entry in told if entry[0]]
    ranked = tellings(named, agree=lambda a, b: not {*a.split()}.isdisjoint(b.split()))
    if not ranked:
        return (), ()
    winners = {*ranked[0].refs}
    sets = [{*text.split()} for text, ref, _ in named if ref in winners]
    every = set().union(*sets)
    most = {code for code in every if 2 * sum(code in one for one in sets) > len(sets)}
    over = tuple(seated(found))
    sent = {one[0].value for one in over if len(one) == 1}
    kept = most | (every & sent) or every
    disputes = conflict("provinces", ranked) or tuple(
        dispute for one in over for dispute in conflict("provinces", one)
    )
    return tuple(sorted(kept)), disputes
