"""What types cannot say about the settings: each rule yields what breaks it."""

import difflib
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec

from reports.lexicon.places import countries, provinces
from reports.settings.addresses import read_address, read_domain
from reports.settings.lines import Way
from reports.settings.shape import Imap, Post, Schedule, Settings, Smtp, read_jalali

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_PICTURES = {".svg", ".png", ".jpg", ".jpeg"}
_HOST = re.compile(r"[\w.:-]+")
_LOOPBACK = re.compile(r"localhost|127\.\d+\.\d+\.\d+|::1")
_WEB = re.compile(r"https?://[^\s<>\"]+")


class Problem(msgspec.Struct, frozen=True):
    """Something that the settings must not say, and where they say it."""

    way: Way
    why: str
    hint: str


def problems(settings: Settings) -> Iterator[Problem]:
    """Yield what is wrong, in the order of the reference."""
    yield from _theme(settings)
    yield from _schedule(settings.schedule)
    if settings.smtp:
        yield from _server(("smtp",), settings.smtp)
    if settings.bounces.imap:
        yield from _server(("bounces", "imap"), settings.bounces.imap)
    if folder := settings.bounces.folder:
        yield from _missing(("bounces", "folder"), folder, directory=True)
    if settings.post:
        yield from _post(settings.post)
    yield from _groups(settings)
    yield from _plans(settings)


def meant(written: str, known: Iterable[str]) -> str:
    """Return a hint with the nearest known word, or else with all of them."""
    choices = list(known)
    near = difflib.get_close_matches(written.lower(), choices, n=1)
    return (
        f"did you mean {near[0]!r}?" if near else f"write one of {', '.join(choices)}"
    )


def _missing(
    way: Way, path: Path | None, *, directory: bool = False
) -> Iterator[Problem]:
    """Complain of a file or folder that is not there."""
    if path and not (path.is_dir() if directory else path.is_file()):
        kind = "folder" if directory else "file"
        yield Problem(
            way, f"there is no {kind} {path}", "paths are seen from this file"
        )


def _within(way: Way, value: float, least: float, most: float) -> Iterator[Problem]:
    """Complain of a number that is out of bounds."""
    if not least <= value <= most:
        yield Problem(way, f"{value} is out of bounds", f"write {least} to {most}")


def _theme(settings: Settings) -> Iterator[Problem]:
    """Look at the colours and files of the theme."""
    theme = settings.theme
    for name, colour in (("accent", theme.accent), ("alarm", theme.alarm)):
        if not _COLOUR.fullmatch(colour):
            hint = 'write it as "#0f5c6e"'
            yield Problem(("theme", name), f"{colour!r} is no colour", hint)
    yield from _missing(("theme", "logo"), theme.logo)
    if theme.logo and theme.logo.suffix.lower() not in _PICTURES:
        why = f"{theme.logo.name} is neither SVG, PNG nor JPEG"
        yield Problem(("theme", "logo"), why, "convert the logo")
    yield from _missing(("theme", "templates"), theme.templates, directory=True)


def _schedule(schedule: Schedule) -> Iterator[Problem]:
    """Look at days and hours."""
    at: Way = ("schedule",)
    try:
        ZoneInfo(schedule.time_zone)
    except (ZoneInfoNotFoundError, ValueError):
        why = f"no such time zone: {schedule.time_zone!r}"
        yield Problem((*at, "time_zone"), why, 'write it as "Asia/Tehran"')
    yield from _within((*at, "hour"), schedule.hour, 0, 23)
    yield from _within((*at, "grace_hours"), schedule.grace_hours, 1, 720)
    for kind, days in msgspec.structs.asdict(schedule.after_days).items():
        yield from _within((*at, "after_days", kind), days, 1, 60)
    if len(set(schedule.quiet_days)) == 7:
        why = "every day is quiet, so nothing would ever be issued"
        yield Problem((*at, "quiet_days"), why, "leave out the working days")
    yield from _missing((*at, "holidays"), schedule.holidays)
    if schedule.since is not None:
        try:
            read_jalali(schedule.since)
        except ValueError as problem:
            yield Problem((*at, "since"), str(problem), 'write it as "1404-07-01"')


def _server(at: Way, server: Smtp | Imap) -> Iterator[Problem]:
    """Look at how a server is reached and logged in to."""
    if not _HOST.fullmatch(server.host):
        why = f"{server.host!r} is no name of a host"
        yield Problem(
            (*at, "host"), why, "write the name alone, without http:// and port"
        )
    yield from _within((*at, "port"), server.real_port, 1, 65535)
    yield from _within((*at, "timeout"), server.timeout, 1, 600)
    yield from _missing((*at, "certificates"), server.certificates)
    named = [
        name for name in ("password_env", "password_file") if getattr(server, name)
    ]
    if server.user and len(named) != 1:
        why = "a user needs one password_env or one password_file"
        yield Problem((*at, "user"), why, "name the variable that holds the password")
    if named and not server.user:
        yield Problem((*at, named[0]), "a password without a user", "add `user`")
    yield from _missing((*at, "password_file"), server.password_file)
    if server.user and server.tls == "none" and not _LOOPBACK.fullmatch(server.host):
        why = "the password would travel unencrypted"
        yield Problem((*at, "tls"), why, 'write "starttls" or "tls"')


def _post(post: Post) -> Iterator[Problem]:
    """Look at the addresses and links of letters."""
    at: Way = ("post",)
    for number, domain in enumerate(post.allowed_domains):
        try:
            if domain != "*":
                read_domain(domain.removeprefix("*."))
        except ValueError as problem:
            hint = 'write "example.org", "*.example.org", or "*" for all'
            yield Problem((*at, "allowed_domains", number), str(problem), hint)
            return
    yield from _address((*at, "from"), post.from_)
    yield from _address((*at, "owner"), post.owner, allowed_by=post)
    if post.reply_to:
        yield from _address((*at, "reply_to"), post.reply_to)
    yield from _within((*at, "largest_megabytes"), post.largest_megabytes, 0.01, 100)
    yield from _within((*at, "first_wait_minutes"), post.first_wait_minutes, 1, 240)
    yield from _within((*at, "give_up_hours"), post.give_up_hours, 1, 720)
    if post.link_base and not _WEB.fullmatch(post.link_base):
        why = f"{post.link_base!r} is no web address"
        yield Problem((*at, "link_base"), why, "write it as https://...")
    if post.unsubscribe and not (
        _WEB.fullmatch(post.unsubscribe) and post.unsubscribe.startswith("https:")
    ):
        why = f"{post.unsubscribe!r} is no https address"
        yield Problem((*at, "unsubscribe"), why, "readers' programs accept only https")


def _address(
    way: Way, written: str, *, allowed_by: Post | None = None
) -> Iterator[Problem]:
    """Look at one address, and whether letters may go there."""
    try:
        address = read_address(written)
    except ValueError as problem:
        yield Problem(way, str(problem), "write name@example.org")
        return
    if allowed_by and not allowed_by.allows(address):
        why = f"nothing may be mailed to {address.domain}"
        hint = f'add "{address.domain}" to allowed_domains in [post] if that is right'
        yield Problem(way, why, hint)


def _groups(settings: Settings) -> Iterator[Problem]:
    """Look at the groups of readers."""
    names: set[str] = set()
    for number, group in enumerate(settings.group):
        at: Way = ("group", number)
        if group.name in names:
            why = f"there are two groups {group.name!r}"
            yield Problem((*at, "name"), why, "put their members together")
        names.add(group.name)
        for place, member in enumerate(group.members):
            way: Way = (*at, "members", place)
            yield from _address(way, member, allowed_by=settings.post)


def _plans(settings: Settings) -> Iterator[Problem]:
    """Look at what is written for whom."""
    groups = [group.name for group in settings.group]
    for number, plan in enumerate(settings.briefing):
        at: Way = ("briefing", number)
        if not plan.subjects:
            yield Problem((*at, "subjects"), "no subject is named", _SUBJECT)
        for place, subject in enumerate(plan.subjects):
            if subject not in _subjects():
                why = f"no such subject: {subject!r}"
                near = difflib.get_close_matches(subject, _subjects(), n=1)
                hint = f"did you mean {near[0]!r}?" if near else _SUBJECT
                yield Problem((*at, "subjects", place), why, hint)
        for place, name in enumerate(plan.groups):
            if name not in groups:
                why, hint = (
                    f"there is no group {name!r}",
                    "add a [[group]] of that name",
                )
                if groups:
                    hint = meant(name, groups)
                yield Problem((*at, "groups", place), why, hint)
        for place, reader in enumerate(plan.recipients):
            way: Way = (*at, "recipients", place)
            yield from _address(way, reader, allowed_by=settings.post)
        if (plan.recipients or plan.groups) and not (settings.post and settings.smtp):
            why = "letters need the tables [smtp] and [post]"
            yield Problem(at, why, "add them, or leave the readers out")


_SUBJECT = "write province/ardabil, relation/az, country/ir, province/* or relation/*"


@cache
def _subjects() -> tuple[str, ...]:
    """Return everything that a briefing can be about."""
    relations = (code.lower() for code in countries() if code != "IR")
    return (
        "country/ir",
        "province/*",
        "relation/*",
        *(f"province/{one.slug}" for one in provinces().values()),
        *(f"relation/{code}" for code in relations),
    )
