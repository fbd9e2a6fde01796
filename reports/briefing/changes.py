"""What is otherwise today than in the issue that came out last."""

import datetime
from collections.abc import Iterator

import msgspec

from reports.briefing.contents import LADDER
from reports.briefing.dossier import Dossier
from reports.briefing.whole import Briefing, Change, Since
from reports.chronicle import Issue, IssuedItem, KnownEvent, KnownThread


def printed(briefing: Briefing) -> tuple[IssuedItem, ...]:
    """Return the events and proposals that a briefing prints, for the record."""
    events = (
        IssuedItem(
            id=one.id, kind="event", text=one.kind, status=one.status, date=one.date
        )
        for one in briefing.events
    )
    ideas = (
        IssuedItem(
            id=one.id, kind="thread", text=one.text, status=one.status, date=None
        )
        for one in briefing.ideas
    )
    return (*events, *ideas)


def corrected(briefing: Briefing, *, dossier: Dossier, issue: Issue) -> Briefing:
    """Return `briefing` with what an earlier issue printed that is otherwise today.

    An event that was announced and then took place is news, not a correction; so is
    a proposal that has come further.
    """
    known: dict[str, KnownEvent | KnownThread] = {}
    known |= {one.id: one for one in dossier.events}
    known |= {one.id: one for one in dossier.threads}
    told = Since(
        period=issue.period,
        revision=issue.revision,
        issued=issue.issued.date(),
        changes=tuple(_changes(issue, known)),
    )
    return msgspec.structs.replace(briefing, changed=told)


def _changes(
    issue: Issue, known: dict[str, KnownEvent | KnownThread]
) -> Iterator[Change]:
    for item in issue.printed:
        now = known.get(item.id)
        if now is None:
            yield Change(
                id=item.id,
                kind=item.kind,
                text=item.text,
                field="presence",
                was=item.status,
                now=None,
            )
        elif isinstance(now, KnownThread):
            if LADDER.index(now.status) < LADDER.index(item.status):
                yield _change(item, "status", was=item.status, now=now.status)
        else:
            if now.date != item.date:
                yield _change(item, "date", was=_day(item.date), now=_day(now.date))
            if item.status not in {now.status, "planned"}:
                yield _change(item, "status", was=item.status, now=now.status)


def _change(
    item: IssuedItem, field: str, *, was: str | None, now: str | None
) -> Change:
    return Change(
        id=item.id, kind=item.kind, text=item.text, field=field, was=was, now=now
    )


def _day(day: datetime.date | None) -> str | None:
    return None if day is None else day.isoformat()
