"""The commands of what is kept: `show` prints it, `withdraw` takes it out."""

import csv
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from reports.commands.options import SETTLED, STORE

if TYPE_CHECKING:
    from reports.tables import Kind, Row

KINDS = ("articles", "events", "people", "proposals")


@click.command()
@click.argument("kind", type=click.Choice(KINDS))
@click.option(
    "--subject",
    metavar="S",
    help="Only what is told of province/ardabil, relation/az or country/ir.",
)
@click.option(
    "--period",
    metavar="P",
    default="all",
    show_default=True,
    help="Only what belongs to 1404-09, 1404-q3, 1404 or another period.",
)
@click.option("--why", is_flag=True, help="Say what was joined, and by which rules.")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["table", "jsonl", "csv"]),
    default="table",
    show_default=True,
)
@SETTLED
@STORE
def show(
    *,
    kind: "Kind",
    subject: str | None,
    period: str,
    why: bool,
    format_: str,
    store_url: str,
) -> None:
    """Print what the store holds of one KIND, in a stable order."""
    from reports.tables import rows

    printers = {"table": _print_table, "jsonl": _print_jsonl, "csv": _print_csv}
    printers[format_](
        rows(kind, store_url=store_url, subject=subject, period=period, why=why)
    )


@click.command()
@click.argument("ids", nargs=-1, required=True)
@click.option("--undo", is_flag=True, help="Let them in again when next gathered.")
@SETTLED
@STORE
def withdraw(*, ids: tuple[str, ...], undo: bool, store_url: str) -> None:
    """Take the articles IDS out, with all that only they prove, and keep them out."""
    from reports.gather import withdraw as take_out

    take_out(ids, store_url=store_url, undo=undo)
    click.echo(f"{'let in again' if undo else 'withdrawn'}: {len(ids)} articles")


def _print_table(rows: "Iterable[Row]") -> None:
    """Print rows as columns; wide, since a log has no width of its own."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table: Table | None = None
    for row in rows:
        if table is None:
            table = Table(*row, box=None, pad_edge=False)
        table.add_row(*(Text(value or "-") for value in row.values()))
    if table is None:
        hint = "run `build.py gather PATH`, or ask for another subject or period"
        click.echo(f"nothing of that is kept: {hint}", err=True)
        return
    Console(width=None if sys.stdout.isatty() else 200).print(table)


def _print_jsonl(rows: "Iterable[Row]") -> None:
    """Print rows as JSON, one to a line."""
    import msgspec

    for row in rows:
        click.echo(msgspec.json.encode(row))


def _print_csv(rows: "Iterable[Row]") -> None:
    """Print rows as CSV, under a line of names."""
    writer: csv.DictWriter[str] | None = None
    for row in rows:
        if writer is None:
            writer = csv.DictWriter(sys.stdout, row, lineterminator="\n")
            writer.writeheader()
        writer.writerow(row)
