"""From the mentions of one person to a record: the name, and the posts over time."""

from collections.abc import Mapping

from reports.chronicle import KnownPerson, Mention, PersonTold, Post
from reports.memory.choice import letters, tellings
from reports.memory.clusters import Group
from reports.memory.offices import nearness
from reports.memory.verdicts import told_as


def known_person(group: Group, names: Mapping[str, str]) -> KnownPerson:
    """Return the record of one person; `names` are names that a person corrected."""
    members = group.members
    renamed = next((names[one.id] for one in members if one.id in names), None)
    written = [(_told(one).printed, one.ref, one) for one in members]
    days = [one.day for one in members if one.day is not None]
    whole = tellings(written, agree=lambda _, __: True, fullness=letters)
    return KnownPerson(
        id=members[0].id,
        name=renamed or whole[0].value,
        variants=tellings(written),
        posts=tuple(_post(held) for held in _posts(members)),
        first=min(days, default=None),
        last=max(days, default=None),
        refs=tuple(one.ref for one in members),
        joins=group.joins,
    )


def _told(mention: Mention) -> PersonTold:
    """Return what a mention of a person tells."""
    return told_as(mention, PersonTold)


def _posts(members: tuple[Mention, ...]) -> list[list[Mention]]:
    """Return the mentions by post, in page order; a bare name joins the last."""
    found: list[list[Mention]] = []
    for one in members:
        post = _told(one).office
        for held in found:
            if any(nearness(post, _told(other).office) for other in held):
                held.append(one)
                break
        else:
            if found and not post.role:
                found[-1].append(one)
            else:
                found.append([one])
    return found


def _post(held: list[Mention]) -> Post:
    """Return one post: the title as most print it, and when pages named it."""
    told = [_told(one) for one in held]
    titles = tellings(
        (title, one.ref, one) for one in held if (title := _told(one).title) is not None
    )
    title = titles[0].value if titles else None
    days = [one.day for one in held if one.day is not None]
    return Post(
        title=title,
        affiliation=next(
            (one.affiliation for one in told if one.title == title and one.affiliation),
            None,
        ),
        country=told[0].country,
        side=told[0].side,
        provinces=tuple(sorted({code for one in told for code in one.provinces})),
        first=min(days, default=None),
        last=max(days, default=None),
        refs=tuple(one.ref for one in held),
    )
