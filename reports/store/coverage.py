"""What was read, by whom it was published, since when we watch, what was refused."""

import datetime

import msgspec
import sqlalchemy as sa

from reports.store.articles import About, touching
from reports.store.opening import Connected
from reports.store.tables import ABOUT, ARTICLE, REFUSAL


class Watched(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """An outlet: the first and last page day we hold of it, and its first gathering.

    `articles`, `relevant` and `own` count those of the period that was asked for; `own`
    are those about the subject. `outlet` is `None` for pages that name none.
    """

    outlet: str | None
    first: datetime.date | None
    last: datetime.date | None
    gathered: datetime.datetime | None
    articles: int
    relevant: int
    own: int


class Refused(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """An input that was left out, why, and when that was seen."""

    origin: str
    why: str
    hint: str
    refused: datetime.datetime | None


class Coverage(msgspec.Struct, frozen=True, kw_only=True):
    """What was read for a period, and what was left unread.

    `sample` says that articles of the demonstration are in the store.
    """

    articles: int
    relevant: int
    own: int
    outlets: tuple[Watched, ...]
    refused: tuple[Refused, ...]
    sample: bool


#: The numbers of an outlet in a period that it has no article of.
NONE = {"articles": 0, "relevant": 0, "own": 0}


class Covering(Connected):
    """The part of the store that knows what it was given."""

    def coverage(
        self,
        *,
        about: About | None = None,
        since: datetime.date | None = None,
        until: datetime.date | None = None,
    ) -> Coverage:
        """Return what was read for a period, by outlet, and what was refused.

        Articles count by the days that they tell of; refusals count whenever they
        were, since what cannot be read has no day.
        """
        own = ARTICLE.c
        counts = sa.select(
            own.outlet,
            sa.func.count().label("articles"),
            sa.func.count().filter(own.relevant).label("relevant"),
            sa.func.count(ABOUT.c.article).label("own"),
        )
        subject = about or ("country", "IR")
        counts = counts.join_from(
            ARTICLE,
            ABOUT,
            sa.and_(
                ABOUT.c.article == own.id,
                ABOUT.c.kind == subject[0],
                ABOUT.c.code == subject[1],
            ),
            isouter=True,
        )
        counts = counts.where(*touching(ARTICLE, since, until)).group_by(own.outlet)
        ends = sa.select(
            own.outlet,
            sa.func.min(own.published).label("first"),
            sa.func.max(own.published).label("last"),
            sa.func.min(own.gathered).label("gathered"),
        ).group_by(own.outlet)
        with self._reading() as connection:
            rows = connection.execute(counts).mappings()
            numbers = {row["outlet"]: row for row in rows}
            outlets = [
                Watched(**{**NONE, **numbers.get(row["outlet"], {}), **row})
                for row in connection.execute(ends).mappings()
            ]
            columns = (REFUSAL.c[name] for name in Refused.__struct_fields__)
            query = sa.select(*columns).order_by(REFUSAL.c.origin)
            rows = connection.execute(query).mappings()
            refused = tuple(Refused(**row) for row in rows)
            samples = sa.select(own.id).where(own.sample).limit(1)
            sample = connection.scalar(samples) is not None
        outlets.sort(key=lambda one: (-one.articles, one.outlet or ""))
        return Coverage(
            articles=sum(one.articles for one in outlets),
            relevant=sum(one.relevant for one in outlets),
            own=sum(one.own for one in outlets),
            outlets=tuple(outlets),
            refused=refused,
            sample=sample,
        )
