"""What a new revision of a briefing says otherwise than the one a reader has."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

import msgspec

from reports.deliver.contents import Contents, Event, Idea

Kind = Literal["added", "withdrawn", "status", "date", "text"]


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """One meeting or proposal that is told otherwise; `was` is how it was told.

    Of what is new `was` is `None`; of what is withdrawn `now` is.
    """

    kind: Kind
    was: Event | Idea | None
    now: Event | Idea | None

    @property
    def thing(self) -> Event | Idea:
        """Return the meeting or proposal, as it is told last."""
        found = self.now or self.was
        if found is None:
            raise ValueError("a change of nothing")
        return found


def changes(was: Contents, now: Contents) -> tuple[Change, ...]:
    """Return what is otherwise, meetings first, and first what is withdrawn.

    Readers must hear at once of what is no longer held to be true.
    """
    found = [
        *_compared(was.events, now.events),
        *_compared(was.ideas, now.ideas),
    ]
    order: Mapping[Kind, int] = {"withdrawn": 0}
    return tuple(sorted(found, key=lambda one: order.get(one.kind, 1)))


def _compared(
    was: Iterable[Event | Idea], now: Iterable[Event | Idea]
) -> Iterator[Change]:
    """Yield how things that have ids differ."""
    before = {one.id: one for one in was}
    after = {one.id: one for one in now}
    for id_, old in before.items():
        new = after.get(id_)
        if new is None:
            yield Change(kind="withdrawn", was=old, now=None)
        elif kind := _difference(old, new):
            yield Change(kind=kind, was=old, now=new)
    for id_, new in after.items():
        if id_ not in before:
            yield Change(kind="added", was=None, now=new)


def _difference(old: Event | Idea, new: Event | Idea) -> Kind | None:
    """Return in what a reader would see two tellings of one thing differ."""
    if old.status != new.status:
        return "status"
    if isinstance(old, Event) and isinstance(new, Event):
        days = (old.date, old.date_end), (new.date, new.date_end)
        return "date" if days[0] != days[1] else None
    if isinstance(old, Idea) and isinstance(new, Idea):
        if old.blocked != new.blocked:
            return "status"
        return "text" if old.text != new.text else None
    return None
