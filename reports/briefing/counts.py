"""What is counted in a briefing: the figures on its cover and what was read for it."""

from collections import Counter
from collections.abc import Sequence

from reports.briefing.contents import Chapter, Coverage, KeyFigures
from reports.briefing.times import day_of_claims
from reports.model import ArticleRecord

#: Proposals that have come further than the talk.
SETTLED = frozenset({"agreed", "signed", "in_execution", "done"})


def key_figures(
    chapters: Sequence[Chapter], used: Sequence[ArticleRecord]
) -> KeyFigures:
    """Return the numbers on the cover, over all `chapters`."""
    ideas = [idea for one in chapters for idea in one.ideas]
    events = [event for one in chapters for event in (*one.meetings, *one.undated)]
    return KeyFigures(
        articles=len(used),
        outlets=len({one.article.outlet for one in used if one.article.outlet}),
        held=sum(event.status == "held" for event in events),
        planned=sum(event.status == "planned" for event in events),
        undated=sum(event.date is None for event in events),
        ideas=len(ideas),
        settled=sum(idea.status in SETTLED for idea in ideas),
        blocked=sum(idea.blocked for idea in ideas),
        sayings=sum(len(one.sayings) for one in chapters),
        hurdles=sum(not hurdle.resolved for one in chapters for hurdle in one.hurdles),
        pledges=sum(len(one.pledges) for one in chapters),
    )


def coverage(
    read: Sequence[ArticleRecord],
    own: Sequence[ArticleRecord],
    *,
    used: Sequence[ArticleRecord],
    chapters: Sequence[Chapter],
) -> Coverage:
    """Return what was read, what of it is about the subject, and what is missing."""
    pages = [one.article.published for one in used if one.article.published]
    outlets = Counter(one.article.outlet for one in used)
    events = [event for one in chapters for event in (*one.meetings, *one.undated)]
    return Coverage(
        read=len(read),
        about=len(own),
        used=len(used),
        outlets=tuple(
            sorted(outlets.items(), key=lambda item: (-item[1], item[0] or ""))
        ),
        first_page=min(pages, default=None),
        last_page=max(pages, default=None),
        pages_undated=sum(one.article.published is None for one in own),
        outside_time=sum(
            day_of_claims(one) is None
            and not any(meeting.date for meeting in one.meetings)
            for one in own
        ),
        unnamed_people=len(
            {
                person
                for event in events
                for person in event.people
                if person.name is None
            }
        ),
        unproposed=sum(idea.proposer is None for one in chapters for idea in one.ideas),
        warnings=tuple(
            dict.fromkeys(warning for one in used for warning in one.warnings)
        ),
    )
