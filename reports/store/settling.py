"""What is compared and what came of it: mentions, components, and what is known.

A mention without a component is unsettled. `settle` puts components in the place of
those that it names, so that what is known is always a function of the mentions.
"""

import datetime
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

import msgspec
import sqlalchemy as sa

from reports.chronicle import Known, KnownEvent, KnownPerson, KnownThread, Mention
from reports.store import tables as t
from reports.store.keeping import unsettle
from reports.store.opening import Leased
from reports.store.rows import found, insert, portions, upsert

#: A subject by its kind and code.
Code = tuple[str, str]


class Sharing(NamedTuple):
    """A mention that has a key, without what is compared."""

    key: str
    id: str
    shape: str
    component: str | None


class Component(msgspec.Struct, frozen=True, kw_only=True):
    """Mentions that hang together, and what they tell of."""

    id: str
    mentions: tuple[str, ...]
    known: tuple[Known, ...]


class Settling(Leased):
    """The part of a writer that settles what many articles tell."""

    def unsettled(self, limit: int) -> tuple[Mention, ...]:
        """Return some mentions that are unsettled, those that are alike together."""
        own = t.MENTION.c
        query = sa.select(own.json).where(own.component.is_(None))
        query = query.order_by(own.kind, own.first_key, own.id).limit(limit)
        with self._reading() as connection:
            return tuple(map(_mention, connection.scalars(query)))

    def sharing(self, keys: Iterable[str]) -> tuple[Sharing, ...]:
        """Return all that have one of the keys, in the order of the keys."""
        own, key = t.MENTION.c, t.MENTION_KEY.c
        query = sa.select(key.key, own.id, own.shape, own.component)
        query = query.join(t.MENTION, own.id == key.mention).order_by(key.key, own.id)
        with self._reading() as connection:
            return tuple(
                Sharing(*row)
                for some in portions(keys)
                for row in connection.execute(query.where(key.key.in_(some)))
            )

    def mentions(self, ids: Iterable[str]) -> tuple[Mention, ...]:
        """Return mentions by their ids."""
        own = t.MENTION.c
        with self._reading() as connection:
            rows = found(connection, sa.select(own.json), own.id, ids)
            return tuple(_mention(row["json"]) for row in rows)

    def homes(self, ids: Iterable[str]) -> dict[str, str | None]:
        """Return the components of mentions, as far as the mentions are there."""
        own = t.MENTION.c
        with self._reading() as connection:
            rows = found(connection, sa.select(own.id, own.component), own.id, ids)
            return {row["id"]: row["component"] for row in rows}

    def members(self, components: Iterable[str]) -> tuple[tuple[str, str], ...]:
        """Return the mentions of components by their ids, each beside its component."""
        own = t.MENTION.c
        query = sa.select(own.component, own.id)
        with self._reading() as connection:
            rows = found(connection, query, own.component, components)
            return tuple((row["component"], row["id"]) for row in rows)

    def settle(
        self, components: Iterable[Component], *, instead_of: Collection[str]
    ) -> None:
        """Keep components and what they tell, in the place of former ones."""
        made = tuple(components)
        homes = [{"own": m, "home": one.id} for one in made for m in one.mentions]
        known = [(one, each) for one in made for each in one.known]
        rows = [_known_row(each, one.id) for one, each in known]
        people = (each for _, each in known if isinstance(each, KnownPerson))
        told = {ref.article for one in people for ref in one.refs}
        put = sa.update(t.MENTION).where(t.MENTION.c.id == sa.bindparam("own"))
        with self._writing() as connection:
            unsettle(connection, instead_of)
            if homes:
                put = put.values(component=sa.bindparam("home"))
                connection.execute(put, homes)
            insert(connection, t.KNOWN, rows)
            near: dict[str, set[Code]] = defaultdict(set)
            own = t.ABOUT.c
            query = sa.select(own.article, own.kind, own.code)
            for row in found(connection, query, own.article, told):
                near[row["article"]].add((row["kind"], row["code"]))
            links = [link for _, each in known for link in _links(each, near)]
            insert(connection, t.KNOWN_ABOUT, links)

    def settled_with(self, name: str) -> str | None:
        """Return what the store says that it was settled with."""
        own = t.SETTLED_WITH.c
        with self._reading() as connection:
            return connection.scalar(sa.select(own.value).where(own.name == name))

    def settle_anew(
        self, name: str, value: str, *, mentions: Iterable[str] | None
    ) -> None:
        """Say what the store is settled with now, and unsettle what that touches.

        `mentions` names it by ids; without them it is every mention.
        """
        own = t.MENTION.c
        with self._writing() as connection:
            query = sa.select(own.component).where(own.component.is_not(None))
            if mentions is None:
                touched = set(connection.scalars(query.distinct()))
            else:
                rows = found(connection, query, own.id, mentions)
                touched = {row["component"] for row in rows}
            unsettle(connection, touched)
            upsert(connection, t.SETTLED_WITH, [{"name": name, "value": value}])


def days(known: Known) -> tuple[datetime.date | None, datetime.date | None]:
    """Return the first and the last day that something known has, its pages' too."""
    found_ = [known.first, known.last]
    if isinstance(known, KnownEvent):
        found_ += [known.date, known.date_end]
    dated = sorted(day for day in found_ if day)
    return (dated[0], dated[-1]) if dated else (None, None)


def codes(known: Known, near: Mapping[str, Collection[Code]]) -> frozenset[Code]:
    """Return the subjects of something known.

    People belong to all that the articles are about which tell of them: the governor
    to the relations that he tends, too. `near` tells the subjects of these articles.
    """
    if isinstance(known, KnownEvent | KnownThread):
        provinces, countries, around = known.provinces, known.countries, set[Code]()
    else:
        provinces = tuple(code for post in known.posts for code in post.provinces)
        countries = tuple(post.country for post in known.posts if post.country)
        around = {code for ref in known.refs for code in near.get(ref.article, ())}
    told = {("province", code) for code in provinces}
    told |= {("relation", code) for code in countries if code != "IR"}
    return frozenset({("country", "IR"), *told, *around})


def _kind(known: Known) -> str:
    """Return the kind of something known, as its mentions have it."""
    tag = type(known).__struct_config__.tag
    return str(tag)


def _mention(json: str) -> Mention:
    """Return the mention that was kept as `json`."""
    return msgspec.json.decode(json, type=Mention)


def _known_row(known: Known, component: str) -> dict[str, Any]:
    """Return the columns of something known."""
    since, until = days(known)
    json = msgspec.json.encode(known).decode()
    row = {"id": known.id, "kind": _kind(known), "component": component, "json": json}
    return {**row, "since": since, "until": until}


def _links(
    known: Known, near: Mapping[str, Collection[Code]]
) -> Iterator[dict[str, Any]]:
    """Yield the links from something known to what it is about."""
    since, until = days(known)
    row = {"known": known.id, "what": _kind(known), "since": since, "until": until}
    for kind, code in sorted(codes(known, near)):
        yield {**row, "kind": kind, "code": code}
