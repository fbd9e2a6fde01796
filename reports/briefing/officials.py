"""Who took part, and in which posts."""

from collections.abc import Iterable

from reports.briefing.sheet import Sheet, falls
from reports.briefing.whole import Office, Official
from reports.chronicle import KnownEvent, KnownPerson


def officials(
    people: Iterable[KnownPerson], events: Iterable[KnownEvent], page: Sheet
) -> tuple[Official, ...]:
    """Return the named people of the events of the window, the busiest first.

    Of their posts those are told that an article of the window gives them.
    """
    attended = {
        ref: event.id
        for event in events
        if falls(event, page.window)
        for person in event.people
        for ref in person.refs
    }
    found = []
    for one in people:
        seen = {attended[ref] for ref in one.refs if ref in attended}
        posts = [
            post for post in one.posts if any(ref in attended for ref in post.refs)
        ]
        if not seen or not posts:
            continue
        found.append(
            Official(
                id=one.id,
                name=one.name,
                spellings=tuple(
                    told.value for told in one.variants if told.value != one.name
                ),
                side=posts[-1].side,
                country=posts[-1].country,
                offices=tuple(
                    Office(
                        title=post.title,
                        affiliation=post.affiliation,
                        first=post.first,
                        last=post.last,
                    )
                    for post in posts
                ),
                events=len(seen),
            )
        )
    return tuple(
        sorted(found, key=lambda one: (one.side != "iran", -one.events, one.name))
    )
