"""What `briefings.toml` may say. Each comment is the reference of its key."""

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo

import msgspec

from reports.places import STORE
from reports.settings.addresses import Address, read_address, read_domain
from reports.text.calendars import day_of

Format = Literal["pdf", "html", "xlsx", "docx", "json"]
PeriodKind = Literal["week", "month", "quarter", "half", "year"]
Language = Literal["fa", "en"]
PdfVariant = Literal["pdf/ua-1", "pdf/a-3u"]
Tls = Literal["none", "starttls", "tls"]
Misfire = Literal["run-once", "skip", "catch-up"]
Weekday = Literal[
    "saturday", "sunday", "monday", "tuesday", "wednesday", "thursday", "friday"
]


class _Table(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    forbid_unknown_fields=True,
    rename={"from_": "from"},
):
    """A table of the file; keys that it does not know are refused."""


class Theme(_Table, frozen=True, kw_only=True):
    """How the pages look; read by the press and by the letters."""

    #: Who publishes: on covers, in page footers, above and below letters.
    organisation: str | None = None
    #: An SVG, PNG or JPEG file for the cover.
    logo: Path | None = None
    #: The one colour of headings, charts and lines, as `#rrggbb`.
    accent: str = "#0f5c6e"
    #: The colour of warnings and of what was called off.
    alarm: str = "#8a2d12"
    #: A mark on every page and in every letter, such as "internal".
    classification: str | None = None
    #: A line at the foot of every page.
    footer: str | None = None
    #: A folder whose templates come before ours.
    templates: Path | None = None
    #: What PDF is aimed at: "pdf/ua-1" for all readers, "pdf/a-3u" for archives.
    pdf_variant: PdfVariant = "pdf/ua-1"


class Limits(_Table, frozen=True, kw_only=True):
    """What one briefing may take, lest it keep the others waiting."""

    #: Seconds.
    seconds: float = 600
    #: Pages of its PDF.
    pages: int = 600
    #: Megabytes of memory, beside what the program itself takes.
    megabytes: int = 2000


class AfterDays(_Table, frozen=True, kw_only=True):
    """How many days after its end each kind of period is issued."""

    week: int = 1
    month: int = 2
    quarter: int = 3
    half: int = 5
    year: int = 7


class Schedule(_Table, frozen=True, kw_only=True):
    """When `build.py due` issues what."""

    #: Where the clock on the wall hangs.
    time_zone: str = "Asia/Tehran"
    #: Days after the end of a period.
    after_days: AfterDays = AfterDays()
    #: The hour of that day, 0 to 23.
    hour: int = 7
    #: Days of the week on which nothing is issued; the next working day takes over.
    quiet_days: tuple[Weekday, ...] = ("friday",)
    #: A file of official holidays, one Jalali day to a line, `*-01-13` for every year.
    holidays: Path | None = None
    #: What is done with periods whose hour passed while nothing ran: only the newest
    #: of each kind is issued, none, or all of them.
    misfire: Misfire = "run-once"
    #: How many hours late is still on time, for the policy "skip".
    grace_hours: int = 24
    #: Whether a briefing without a single article is kept back.
    skip_when_nothing_new: bool = True
    #: The Jalali day from which on the schedule counts, as "1404-07-01": what fell due
    #: earlier is not owed. Without it, it begins when `build.py due` first runs.
    since: str | None = None

    @property
    def zone(self) -> ZoneInfo:
        """Return the time zone."""
        return ZoneInfo(self.time_zone)

    @property
    def since_day(self) -> datetime.date | None:
        """Return the day from which on periods are owed."""
        return None if self.since is None else read_jalali(self.since)


class Secret(msgspec.Struct, frozen=True):
    """Where a password is found: the name of a variable, or a file."""

    variable: str | None
    file: Path | None


class _Login(_Table, frozen=True, kw_only=True):
    """How one logs in somewhere."""

    #: The name to log in with; without it nobody logs in.
    user: str | None = None
    #: The variable of the environment that holds the password.
    password_env: str | None = None
    #: Or the file that holds it, on its first line.
    password_file: Path | None = None
    #: A file of certificates to trust instead of the system's, such as a ministry's.
    certificates: Path | None = None
    #: Seconds to wait for each answer.
    timeout: int = 60

    @property
    def secret(self) -> Secret | None:
        """Return where the password is, or `None` where nobody logs in."""
        if self.user is None:
            return None
        return Secret(self.password_env, self.password_file)


class Smtp(_Login, frozen=True, kw_only=True):
    """The server that takes our letters."""

    host: str
    #: 587 for STARTTLS, 465 for TLS, 25 for neither, unless another is named.
    port: int | None = None
    #: "starttls" and "tls" refuse a server without it; "none" is for a trusted wire.
    tls: Tls = "starttls"
    #: What we call ourselves to the server; the name of the machine when left out.
    hello: str | None = None

    @property
    def real_port(self) -> int:
        """Return the port that is named or usual."""
        return self.port or {"none": 25, "starttls": 587, "tls": 465}[self.tls]


class Post(_Table, frozen=True, kw_only=True):
    """Who writes to whom, and how."""

    #: Whom letters come from; delivery reports go there.
    from_: str
    #: Who is told of failures; readers never are.
    owner: str
    #: Domains that may be written to. `*.example.org` allows what is below it, `*`
    #: everything. Nothing goes anywhere else.
    allowed_domains: tuple[str, ...] = ()
    #: Where answers go, if not to `from`.
    reply_to: str | None = None
    #: A PDF above this size is not attached; the letter links to it instead.
    largest_megabytes: float = 10.0
    #: The https address under which `out` can be read; needed for links only.
    link_base: str | None = None
    #: An https address at which a reader leaves the list with one click; `{address}`
    #: in it stands for the reader. Without it the owner is asked by mail.
    unsubscribe: str | None = None
    #: Minutes before the second try; each later wait is twice as long, to four hours.
    first_wait_minutes: int = 5
    #: When a letter that the server keeps putting off has failed.
    give_up_hours: int = 72
    #: Whether briefings made from the invented samples may be mailed.
    mail_samples: bool = False

    def allows(self, reader: Address) -> bool:
        """Tell whether `reader` may be written to."""
        return any(_matches(reader.domain, one) for one in self.allowed_domains)


class Imap(_Login, frozen=True, kw_only=True):
    """A mailbox that delivery reports arrive in."""

    host: str
    #: 993 for TLS, 143 otherwise, unless another is named.
    port: int | None = None
    tls: Tls = "tls"
    #: The folder of the mailbox.
    folder: str = "INBOX"

    @property
    def real_port(self) -> int:
        """Return the port that is named or usual."""
        return self.port or (993 if self.tls == "tls" else 143)


class Bounces(_Table, frozen=True, kw_only=True):
    """Where delivery reports are read."""

    #: A Maildir, or a folder of `.eml` files.
    folder: Path | None = None
    imap: Imap | None = None


class Group(_Table, frozen=True, kw_only=True):
    """Readers under one name."""

    name: str
    members: tuple[str, ...]


class BriefingPlan(_Table, frozen=True, kw_only=True):
    """What is written about which subjects, how often, and for whom."""

    #: `province/ardabil`, `relation/az`, `country/ir`; `province/*` and `relation/*`
    #: stand for all that there is news of.
    subjects: tuple[str, ...]
    #: Any of "week", "month", "quarter", "half", "year".
    periods: tuple[PeriodKind, ...] = ()
    #: What is written; letters need PDF and JSON, which are always written, too.
    formats: tuple[Format, ...] = ("pdf",)
    recipients: tuple[str, ...] = ()
    #: Names of `[[group]]`.
    groups: tuple[str, ...] = ()
    #: The language of the letter; the briefing itself is Persian.
    language: Language = "fa"

    def covers(self, subject: str) -> bool:
        """Tell whether this entry is about `subject`."""
        return any(
            subject == one or (one.endswith("/*") and subject.startswith(one[:-1]))
            for one in self.subjects
        )


class Settings(_Table, frozen=True, kw_only=True):
    """The whole file."""

    #: The URL of the store; `--store` and REPORTS_STORE come before it.
    store: str = STORE
    #: Where briefings are written; `--out` comes before it.
    out: Path = Path("out")
    theme: Theme = Theme()
    limits: Limits = Limits()
    schedule: Schedule = Schedule()
    smtp: Smtp | None = None
    post: Post | None = None
    bounces: Bounces = Bounces()
    group: tuple[Group, ...] = ()
    briefing: tuple[BriefingPlan, ...] = ()

    def readers(self, subject: str) -> Iterator[tuple[Address, Language]]:
        """Yield who reads about `subject`, each once, as first named in the file."""
        members = {group.name: group.members for group in self.group}
        seen = set()
        for plan in self.briefing:
            if not plan.covers(subject):
                continue
            named = [one for name in plan.groups for one in members[name]]
            for reader in map(read_address, (*plan.recipients, *named)):
                if reader.address not in seen:
                    seen.add(reader.address)
                    yield reader, plan.language


def read_jalali(written: str) -> datetime.date:
    """Return the day of a Jalali date such as `1404-07-01`, or raise `ValueError`."""
    parts = written.split("-")
    if len(parts) == 3 and all(part.isascii() and part.isdigit() for part in parts):
        day = day_of("jalali", int(parts[0]), int(parts[1]), int(parts[2]))
        if day is not None:
            return day
    raise ValueError(f"{written!r} is no day of the Jalali calendar")


def _matches(domain: str, rule: str) -> bool:
    """Tell whether a rule of `allowed_domains` allows `domain`."""
    if rule == "*":
        return True
    if rule.startswith("*."):
        return domain.endswith(f".{read_domain(rule[2:])}")
    return domain == read_domain(rule)
