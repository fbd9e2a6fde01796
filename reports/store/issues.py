"""Briefings that were issued: when, and what they printed."""

import msgspec
import sqlalchemy as sa

from reports.chronicle import Issue, IssuedItem
from reports.store.opening import Connected
from reports.store.tables import ISSUE


class Issues(Connected):
    """The part of the store that remembers what was issued."""

    def issue(self, new: Issue) -> Issue:
        """Remember a briefing, and return it with its revision.

        One whose contents are those of the last of its period is no new one: that is
        returned.
        """
        own = ISSUE.c
        query = sa.select(ISSUE).order_by(own.revision.desc()).limit(1)
        query = query.where(own.subject == new.subject, own.period == new.period)
        with self._writing() as connection:
            last = connection.execute(query).mappings().first()
            if last and last["digest"] == new.digest:
                return _issue(last)
            number = last["revision"] + 1 if last else 1
            numbered = msgspec.structs.replace(new, revision=number)
            row = msgspec.structs.asdict(numbered)
            row["json"] = msgspec.json.encode(row.pop("printed")).decode()
            connection.execute(sa.insert(ISSUE).values(**row))
        return numbered

    def issues(self, subject: str) -> tuple[Issue, ...]:
        """Return what was issued on a subject, the last in front."""
        own = ISSUE.c
        query = sa.select(ISSUE).where(own.subject == subject)
        query = query.order_by(
            own.issued.desc(), own.period.desc(), own.revision.desc()
        )
        with self._reading() as connection:
            return tuple(map(_issue, connection.execute(query).mappings()))


def _issue(row: sa.RowMapping) -> Issue:
    """Return the issue that a row holds."""
    told = {name: row[name] for name in Issue.__struct_fields__ if name != "printed"}
    printed = msgspec.json.decode(row["json"], type=tuple[IssuedItem, ...])
    return Issue(**told, printed=printed)
