"""The front door: command line, clock and secrets; no logic."""

import gc
import sys

import click

from reports.errors import ReportsError


@click.group(invoke_without_command=True)
def cli() -> None:
    """Read Persian news, find what it proves, and print briefings."""


@cli.command()
def respace() -> None:
    """Put missing half-spaces into standard input, line by line."""
    from reports.text.halfspace import respaced

    gc.disable()  # a filter makes no cycles, and its tables are many small objects
    for line in sys.stdin.buffer:
        text = respaced(line.decode("utf-8", "surrogateescape"))
        sys.stdout.buffer.write(text.encode("utf-8", "surrogateescape"))


def main() -> None:
    """Run; show our own errors as a sentence and a hint, and let bugs crash."""
    try:
        cli()
    except ReportsError as error:
        click.echo(f"error: {error}", err=True)
        if error.hint:
            click.echo(f"hint: {error.hint}", err=True)
        sys.exit(1)


if __name__ == "__main__":
    main()
