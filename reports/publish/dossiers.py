"""The corridor from the store to what a briefing is made of."""

import datetime
from collections.abc import Collection, Sequence

from reports.briefing import Dossier, Reading, Subject, Watched
from reports.chronicle import Issue
from reports.store import About, Store
from reports.text.periods import Period


def dossier(store: Store, subject: Subject, period: Period) -> Dossier:
    """Return all that the store knows of `subject` for `period` and the one before."""
    about: About = (subject.kind, subject.code)
    earlier = period.previous()
    since = earlier.since if earlier else None
    records = {
        one.article.id: one
        for one in store.records(about=about, since=since, until=period.until)
    }
    events = tuple(store.events(about=about, since=since, until=period.until))
    missing = {ref.article for one in events for ref in one.refs} - records.keys()
    records |= {one.article.id: one for one in store.records(ids=missing)}
    return Dossier(
        records=tuple(records.values()),
        events=events,
        threads=tuple(store.threads(about=about, until=period.until)),
        people=tuple(store.people(about=about, since=since, until=period.until)),
        reading=_reading(
            store,
            about,
            until=period.until,
            outlets={one.article.outlet for one in records.values()},
        ),
    )


def earlier_issue(
    issues: Sequence[Issue], period: Period, *, digest: str
) -> Issue | None:
    """Return the issue that a briefing of these contents is held against, if any.

    `issues` are those of the subject, the last at the front. Where the same contents
    came out already, only what came out before counts, so that printing them again
    gives the same page. Of other periods those count that were over before this one.
    """
    own = [one.period == period.name and one.digest == digest for one in issues]
    rest = issues[own.index(True) + 1 :] if True in own else issues
    for one in rest:
        if one.period == period.name:
            return one
        if one.until and period.since and one.until < period.since:
            return one
    return None


def _reading(
    store: Store,
    about: About,
    *,
    until: datetime.date | None,
    outlets: Collection[str | None],
) -> Reading:
    """Return what was read in all, as far as it concerns the subject and the period."""
    told = store.coverage(about=about)
    last = max((one.last for one in told.outlets if one.last), default=None)
    everything = about == ("country", "IR")
    return Reading(
        read=told.articles if everything else None,
        refused=len(told.refused) if everything else None,
        about=told.own,
        last_page=min(last, until) if last and until else last,
        outlets=tuple(
            Watched(outlet=one.outlet, since=one.first)
            for one in sorted(told.outlets, key=lambda one: one.outlet or "")
            if one.outlet and one.outlet in outlets
        ),
        sample=told.sample,
    )
