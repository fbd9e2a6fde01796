"""Who took part in an event, when several articles name them differently."""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from reports.chronicle import (
    Attendee,
    Conflict,
    EventTold,
    Mention,
    Ref,
    Telling,
    Who,
)
from reports.memory.choice import conflict, letters, tellings
from reports.memory.company import GROUP, POST, alike
from reports.memory.names import likeness, name_words
from reports.memory.offices import nearness, office
from reports.memory.tellings import page_order

NOWHERE = Ref("", 0)


class Seat(msgspec.Struct, frozen=True, kw_only=True):
    """One who took part, as each telling has it."""

    seen: tuple[tuple[Who, Mention], ...]

    @property
    def names(self) -> tuple[tuple[str, ...], ...]:
        """Return the levelled names."""
        return tuple(who.name for who, _ in self.seen if who.name)


def seats(mentions: Iterable[Mention]) -> tuple[Seat, ...]:
    """Return who took part, each once; one article never names one person twice.

    Those whom the articles name best come first, so that a bare title finds its owner.
    """
    everyone = [
        (who, mention)
        for mention in mentions
        if isinstance(mention.told, EventTold)
        for who in mention.told.people
    ]
    everyone.sort(key=_completeness)
    found: list[_Open] = []
    for who, mention in everyone:
        ranked = [
            (-level, number)
            for number, seat in enumerate(found)
            if (level := seat.level(who)) is not None
        ]
        if not ranked:
            found.append(_Open())
        found[min(ranked)[1] if ranked else -1].take(who, mention)
    return tuple(Seat(seen=tuple(seat.seen)) for seat in found)


class _Open:
    """A seat while tellings are still being put to it; equal tellings count once."""

    def __init__(self) -> None:
        """Begin with nobody."""
        self.seen: list[tuple[Who, Mention]] = []
        self._faces: dict[Who, None] = {}
        self._articles: set[str] = set()
        self._levels: dict[Who, int | None] = {}

    def level(self, who: Who) -> int | None:
        """Return how surely `who` is the one told here, or `None` if it is another."""
        if who.ref.article in self._articles:
            return None
        face = _face(who)
        if face not in self._levels:
            others = [*self._faces]
            fits = _fits(face, others)
            self._levels[face] = (
                min(alike(face, one) for one in others) if fits else None
            )
        return self._levels[face]

    def take(self, who: Who, mention: Mention) -> None:
        """Put one more telling to this seat."""
        self.seen.append((who, mention))
        self._articles.add(who.ref.article)
        if _face(who) not in self._faces:
            self._faces[_face(who)] = None
            self._levels.clear()


def _face(who: Who) -> Who:
    """Return a participant without the place where he is told of."""
    return msgspec.structs.replace(who, ref=NOWHERE)


def _completeness(entry: tuple[Who, Mention]) -> tuple[object, ...]:
    """Return what participants are ordered by: name and title, then the page."""
    who, mention = entry
    told = (-len(who.name), -len(who.office.role), -len(who.office.seat))
    return (*told, page_order(mention), who.ref)


def _fits(who: Who, others: Sequence[Who]) -> bool:
    """Tell whether `who` is the one that the others are, by name or by post."""
    levels = [alike(who, other) for other in others]
    if GROUP in levels:
        vague = [not one.name and "delegation" in one.office.role for one in others]
        return min(levels) == GROUP and all(vague) and _is_delegation(who)
    return min(levels) >= POST


def _is_delegation(who: Who) -> bool:
    """Tell whether a participant is a delegation without a name."""
    return not who.name and "delegation" in who.office.role


def attendees(
    found: Sequence[Seat],
) -> tuple[tuple[Attendee, ...], tuple[Conflict, ...]]:
    """Return who took part as printed, Iran's side first, and what is disputed."""
    people: list[tuple[tuple[object, ...], Attendee]] = []
    disputes: list[Conflict] = []
    for seat in found:
        names, titles = _names(seat, found), _titles(seat)
        whos = [who for who, _ in seat.seen]
        title = titles[0].value if titles else None
        name = names[0].value if names else None
        chosen = next(
            (who for who in whos if who.title == title and who.affiliation), whos[0]
        )
        attendee = Attendee(
            name=name,
            title=title,
            affiliation=chosen.affiliation,
            country=next((who.country for who in whos if who.country), None),
            side=whos[0].side,
            refs=tuple(sorted(who.ref for who in whos)),
        )
        earliest = min((page_order(page), who.ref) for who, page in seat.seen)
        people.append(((attendee.side != "iran", earliest), attendee))
        disputes += conflict("name", names, about=title)
        disputes += conflict("title", titles, about=name)
    people.sort(key=lambda entry: entry[0])
    return tuple(attendee for _, attendee in people), tuple(disputes)


def _names(seat: Seat, found: Sequence[Seat]) -> tuple[Telling, ...]:
    """Return the names of one who took part, the one to print first.

    A bare surname that a whole name across the table bears is that one's: an article
    that speaks of the governor by surname right after the ambassador misleads us.
    """
    foreign = seat.seen[0][0].side == "foreign"
    across = [
        name
        for other in found
        if other.seen[0][0].side != seat.seen[0][0].side
        for name in other.names
        if len(name) > 1
    ]
    told = [
        (who.printed, who.ref, page)
        for who, page in seat.seen
        if who.printed is not None
        and not (len(who.name) == 1 and any(name[-1:] == who.name for name in across))
    ]
    return tellings(
        told,
        agree=lambda a, b: bool(
            likeness(name_words(a), name_words(b), foreign=foreign)
        ),
        fullness=letters,
    )


def _titles(seat: Seat) -> tuple[Telling, ...]:
    """Return the titles of one who took part, the one to print first."""
    country = seat.seen[0][0].country

    def agree(one: str, other: str) -> bool:
        """Tell whether two titles name one post; an unknown title is no objection."""
        posts = (office(one, country), office(other, country))
        return not all(post.role for post in posts) or nearness(*posts) == "same"

    told = [
        (who.title, who.ref, page) for who, page in seat.seen if who.title is not None
    ]
    return tellings(
        told, agree=agree, fullness=lambda title: len(office(title, country).seat)
    )


def seated(found: Iterable[Seat]) -> Iterator[tuple[Telling, ...]]:
    """Yield the province that each Iranian who took part is over, as it is told."""
    for seat in found:
        over = [
            (code, who.ref, page)
            for who, page in seat.seen
            if who.side == "iran"
            for code in who.office.seat
            if code.startswith("IR-")
        ]
        if over:
            yield tellings(over)
