"""The commands of the post and of the calendar: `deliver` and `due`."""

import contextlib
import datetime
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from reports.commands.options import OUT, STORE, USUAL, settings_option
from reports.commands.outside import Outside
from reports.commands.printing import look_of
from reports.errors import DeliveryError, ReportsError, SettingsError

if TYPE_CHECKING:
    from reports.parcels import Parcel
    from reports.post import Office, Trouble
    from reports.settings import Format

#: Exit codes: all is well, and some of it is not.
DONE, SOME_NOT = 0, 3

#: Where `--dry-run` puts letters; not below `out`, which may be public.
LETTERS = Path("letters")

SAYS = "Who reads what, when, and how it is sent."
SETTINGS = settings_option(SAYS, default=USUAL)
#: For the doctor, who tells what is wrong with the settings beside all else.
EXAMINED = settings_option(SAYS, default=USUAL, patient=True)


@click.command()
@click.option(
    "--period",
    metavar="P",
    help="Mail what was published for a period, as 1404-09; without it, only what "
    "waits in the outbox.",
)
@click.option("--dry-run", is_flag=True, help="Write .eml files, and send nothing.")
@click.option(
    "--failed", is_flag=True, help="Send once more what failed, and only that."
)
@click.option(
    "--resolve",
    metavar="ID sent|again",
    nargs=2,
    type=(int, click.Choice(["sent", "again"])),
    help="Settle a letter of which nobody knows whether it arrived.",
)
@click.option("--restore", metavar="ADDRESS", help="Mail to a suspended address again.")
@SETTINGS
@OUT
@STORE
@click.pass_obj
def deliver(
    outside: Outside,
    *,
    period: str | None,
    dry_run: bool,
    failed: bool,
    resolve: tuple[int, Literal["sent", "again"]] | None,
    restore: str | None,
    settings_path: Path,
    out: Path,
    store_url: str,
) -> None:
    """Mail briefings to their readers: each revision once to each."""
    with _office(outside, settings_path, out, store_url) as office:
        if resolve:
            settled = office.outbox.resolve(resolve[0], resolve[1], now=office.clock())
            click.echo(f"letter {settled.id}: {settled.state}")
        elif restore:
            _restore(office, restore)
        elif dry_run:
            if period is None:
                raise click.UsageError("--dry-run needs --period")
            _write(office, period)
        else:
            _deliver(outside, office, period, failed=failed)


@click.command()
@click.option(
    "--at",
    metavar="TIME",
    help="The moment to go by, instead of now: 1404-10-02 or 2025-12-23, with or "
    "without T07:30.",
)
@click.option(
    "--list", "list_", is_flag=True, help="Show what is owed and what comes next."
)
@SETTINGS
@OUT
@STORE
@click.pass_obj
def due(
    outside: Outside,
    *,
    at: str | None,
    list_: bool,
    settings_path: Path,
    out: Path,
    store_url: str,
) -> None:
    """Build and mail what the schedule owes; safe to run at any time."""
    with _office(outside, settings_path, out, store_url) as office:
        moment = _moment(office, at)
        if list_:
            _agenda(office, moment)
        elif moment > office.clock():
            raise SettingsError(
                f"--at {at}",
                "this moment has not come yet",
                hint="add --list to see what will be owed then",
            )
        else:
            _issue(outside, office, moment)


@contextlib.contextmanager
def _office(
    outside: Outside, settings_path: Path, out: Path, store_url: str
) -> "Iterator[Office]":
    """Open what the post works with."""
    from reports.post import Office
    from reports.settings import load
    from reports.store import open_ledger, open_outbox, open_store

    settings = load(settings_path)
    open_store(store_url).close()  # brings its tables up to date
    with open_outbox(store_url) as outbox, open_ledger(store_url) as ledger:
        yield Office(
            settings=settings,
            store=store_url,
            out=out,
            outbox=outbox,
            ledger=ledger,
            clock=outside.clock,
            owner=outside.run,
        )


def _restore(office: "Office", address: str) -> None:
    """Mail to an address again."""
    if not office.ledger.restore(address.lower()):
        named = ", ".join(one.address for one in office.ledger.suspended())
        raise DeliveryError(
            address,
            "this address is not suspended",
            hint=f"suspended are: {named}" if named else "none is",
        )
    click.echo(f"{address}: mailed to again")


def _write(office: "Office", period: str) -> None:
    """Write letters as files."""
    from reports.post import write_letters

    paths, troubles = write_letters(office, period, folder=LETTERS)
    for path in paths:
        click.echo(path)
    _complain(troubles)
    click.echo(f"written: {len(paths)} letters; nothing was sent")
    sys.exit(SOME_NOT if troubles else DONE)


def _deliver(
    outside: Outside, office: "Office", period: str | None, *, failed: bool
) -> None:
    """Fill the outbox, work it off, and tell what became of it."""
    from reports.post import fill

    password = outside.password(office.server)
    troubles: Sequence[Trouble] = ()
    among: Sequence[int] | None = None
    if failed:
        among = office.outbox.retry(now=office.clock(), period=period)
    elif period:
        troubles = fill(office, period).troubles
        office.outbox.recover(office.clock())
        waiting = office.outbox.parcels(period=period, states=["queued"])
        among = [one.id for one in waiting]
    _work(office, password=password, among=among, troubles=troubles, period=period)


def _issue(outside: Outside, office: "Office", moment: datetime.datetime) -> None:
    """Read delivery reports, build what is owed, and work off the outbox."""
    from reports.due import issue, newsworthy
    from reports.post import read_reports, trouble
    from reports.publish import publish

    look = look_of(office.settings.theme)
    password = outside.password(office.settings.smtp)
    troubles: list[Trouble] = []
    try:
        where = office.settings.bounces.imap
        returned = read_reports(office, password=outside.password(where))
        troubles += returned.troubles
    except ReportsError as problem:
        troubles.append(trouble(problem))

    def print_(
        period: str, subjects: Sequence[str], formats: "Sequence[Format]"
    ) -> None:
        with outside.progress("printing") as progress:
            publish(
                office.store,
                period=period,
                now=office.clock(),
                subjects=subjects,
                formats=formats,
                out=office.out,
                look=look,
                jobs=outside.cores,
                limits=office.settings.limits,
                progress=progress,
            )

    issued = issue(
        office, at=moment, publish=print_, newsworthy=newsworthy(office.store)
    )
    if issued.busy:
        until = issued.busy.astimezone(office.settings.schedule.zone)
        click.echo(f"another run is at work, until {until:%H:%M} at the latest")
        sys.exit(DONE)
    for one in issued.settled:
        click.echo(f"{one.decision}: {one.subject} {one.period}")
    troubles += issued.troubles
    if office.settings.post and office.settings.smtp:
        _work(office, password=password, troubles=troubles)
    _complain(troubles)
    sys.exit(SOME_NOT if troubles else DONE)


def _work(
    office: "Office",
    *,
    password: str | None,
    among: Sequence[int] | None = None,
    troubles: "Sequence[Trouble]",
    period: str | None = None,
) -> None:
    """Send, print what became of the letters, and end with the code that says so."""
    from reports.post import tally_into_manifest, work

    worked = work(office, password=password, among=among, troubles=troubles)
    periods = {one.period for one in worked.letters}
    for name in sorted(periods | ({period} if period else set())):
        tally_into_manifest(office, name)
    open_ = office.outbox.parcels(
        period=period, states=["queued", "sending", "failed", "unknown"]
    )
    found = {one.id: one for one in (*worked.letters, *open_)}
    rows = {id_: one for id_, one in found.items() if one.kind != "notice"}
    _table(rows.values())
    _complain(troubles)
    for one in worked.unheard:
        click.echo(f"warning: {one.recipient} may not know: {one.said}", err=True)
    counts = Counter(one.state for one in rows.values())
    told = ", ".join(f"{count} {state}" for state, count in sorted(counts.items()))
    click.echo(f"letters: {told or 'none to send'}")
    if worked.stopped:
        raise DeliveryError(
            "the mail server",
            worked.stopped,
            hint="letters wait in the outbox; run this again when the server does",
        )
    sys.exit(SOME_NOT if troubles or set(counts) - {"sent"} else DONE)


def _agenda(office: "Office", at: datetime.datetime) -> None:
    """Print what is owed at a moment, and what comes next."""
    from reports.due import agenda
    from reports.text.calendars import jalali

    for one in agenda(office, at=at):
        there = one.due.astimezone(office.settings.schedule.zone)
        year, month, day = jalali(there.date())
        when = f"{year}-{month:02}-{day:02}  {there:%Y-%m-%d %a %H:%M}"
        mark = "owed" if one.owed else "next"
        click.echo(f"{mark}  {when}  {one.period.name:<8}  {one.subject}")


def _moment(office: "Office", written: str | None) -> datetime.datetime:
    """Return the moment that a person wrote, by the clock of the schedule."""
    from reports.settings.shape import read_jalali

    if written is None:
        return office.clock()
    day, _, hour = written.replace(" ", "T").partition("T")
    zone = office.settings.schedule.zone
    try:
        date = read_jalali(day) if day < "1700" else datetime.date.fromisoformat(day)
        clock = datetime.time.fromisoformat(hour) if hour else datetime.time(23, 59)
    except ValueError as problem:
        raise SettingsError(
            f"--at {written}", str(problem), hint="write 1404-10-02 or 2025-12-23T07:30"
        ) from problem
    there = datetime.datetime.combine(date, clock, tzinfo=clock.tzinfo or zone)
    return there.astimezone(datetime.UTC)


def _complain(troubles: "Iterable[Trouble]") -> None:
    """Say what the owner has to see to."""
    for one in troubles:
        hint = f" ({one.hint})" if one.hint else ""
        click.echo(f"trouble: {one.what}: {one.why}{hint}", err=True)


def _table(parcels: "Iterable[Parcel]") -> None:
    """Print letters as a table."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    found = list(parcels)
    if not found:
        return
    names = ("id", "state", "subject", "period", "revision", "reader", "said")
    table = Table(*names, box=None, pad_edge=False)
    for one in found:
        said = one.said or "-"
        cells = (one.id, one.state, one.subject, one.period, one.revision)
        table.add_row(*(Text(str(cell)) for cell in (*cells, one.recipient, said)))
    Console(width=None if sys.stdout.isatty() else 200).print(table)
