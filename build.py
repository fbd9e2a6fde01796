"""The front door: command line, clock and secrets; no logic."""

import contextlib
import datetime
import os
import platform
import sys
import time
import uuid
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reports import places
from reports.commands import kept, post, printing
from reports.commands.options import CLUSTER, OUT, SETTLED, STORE
from reports.commands.outside import Outside
from reports.errors import ReportsError

if TYPE_CHECKING:
    from reports.gather import Gathered
    from reports.model import Article
    from reports.sources import Refusal

#: Exit codes: done, our error with a hint, (2: click's usage), some inputs refused.
DONE, FAILED, REFUSED = 0, 1, 3


#: Seconds between two lines of progress in a log.
PAUSE = 5

PATHS = click.argument(
    "paths", nargs=-1, required=True, type=click.Path(path_type=Path)
)


@click.group(invoke_without_command=True)
@click.pass_context
def cli(context: click.Context) -> None:
    """Read Persian news, find what it proves, and print briefings.

    Without a command: the demonstration, from the samples to every briefing.
    """
    context.obj = Outside(
        clock=lambda: datetime.datetime.now(datetime.UTC),
        environment=os.environ,
        cores=len(os.sched_getaffinity(0)),
        run=f"{platform.node()}-{os.getpid()}-{uuid.uuid4().hex[:8]}",
        progress=_progress,
    )
    if context.invoked_subcommand is None:
        _demonstrate(context.obj)


cli.add_command(post.deliver)
cli.add_command(post.due)
cli.add_command(printing.publish)
cli.add_command(kept.show)
cli.add_command(kept.withdraw)
cli.add_command(printing.preview)


@cli.command()
@PATHS
@click.option(
    "--jobs",
    metavar="N",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    help="How many processes read; what is kept is the same.",
)
@click.option(
    "--corrections",
    metavar="FILE",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="What is one and what is not, where the rules are wrong; without it "
    "corrections.toml beside the store, if it is there.",
)
@CLUSTER
@SETTLED
@STORE
def gather(
    paths: tuple[Path, ...],
    *,
    jobs: int,
    corrections: Path | None,
    cluster: str | None,
    store_url: str,
) -> None:
    """Keep the articles in PATHS: files and folders of .txt, .md and .jsonl."""
    gathered = _gather(
        paths, store_url, jobs=jobs, corrections=corrections, cluster=cluster
    )
    sys.exit(REFUSED if gathered.refused else DONE)


@cli.command()
@PATHS
@click.option("--format", "format_", type=click.Choice(["jsonl"]), expose_value=False)
def extract(paths: tuple[Path, ...]) -> None:
    """Print what each article in PATHS proves, one JSON line each; keep nothing."""
    import msgspec

    from reports.extract import extract as prove

    for article in _articles(paths):
        click.echo(msgspec.json.encode(prove(article)))


@cli.command()
@PATHS
@click.option(
    "--html",
    "page",
    metavar="OUT",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write the one article in PATHS as a page for a browser instead.",
)
def explain(paths: tuple[Path, ...], page: Path | None) -> None:
    """Print the articles in PATHS with what was found in them, and by which rule."""
    from reports.extract import extract as prove
    from reports.marks import coloured, explained, plain

    if page:
        from reports.render import explained_html

        found = list(_articles(paths))
        if len(found) != 1:
            raise click.UsageError(f"--html shows one article, PATHS hold {len(found)}")
        html = explained_html(explained(found[0], prove(found[0])))
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_bytes(html.encode())
        click.echo(page)
        return
    for article in _articles(paths):
        if sys.stdout.isatty():
            from rich.console import Console

            Console().print(coloured(article, prove(article)), end="", soft_wrap=True)
        else:
            click.echo(plain(article, prove(article)), nl=False)


@cli.command()
def respace() -> None:
    """Put half-spaces back, line by line, from standard input to standard output."""
    from reports.text.halfspace import respaced

    for line in sys.stdin.buffer:  # what is not UTF-8 passes through as it is
        text = respaced(line.decode("utf-8", "surrogateescape"))
        click.echo(text.encode("utf-8", "surrogateescape"), nl=False)


@cli.command()
@post.EXAMINED
@OUT
@STORE
@click.pass_obj
def doctor(outside: Outside, settings_path: Path, out: Path, store_url: str) -> None:
    """Check what the program needs of this machine, and say what to do."""
    from reports.checkup import checks, post_checks

    well = True
    told = checks(store_url=store_url, out=out)
    for check in (*told, *post_checks(settings_path, password=outside.password)):
        click.echo(f"{'ok' if check.well else 'mend':8}{check.name}: {check.says}")
        if not check.well:
            click.echo(f"{'':8}{check.hint}")
            well = False
    sys.exit(DONE if well else FAILED)


def _demonstrate(outside: Outside) -> None:
    """Make every briefing from the samples, beside the store of real articles."""
    gathered = _gather([places.SAMPLES], places.SAMPLE_STORE)
    published = printing.print_briefings(
        outside,
        places.SAMPLE_STORE,
        period="all",
        out=Path("out"),
        jobs=outside.cores,
    )
    click.echo(f"look closer: build.py show events --store {places.SAMPLE_STORE}")
    sys.exit(REFUSED if gathered.refused or published.refused else DONE)


def _gather(
    paths: Iterable[Path],
    store_url: str,
    *,
    jobs: int = 1,
    corrections: Path | None = None,
    cluster: str | None = None,
) -> "Gathered":
    """Gather, and tell what was done."""
    from reports.extract import extract as prove
    from reports.gather import gather as keep

    with _progress("gathering") as progress:
        done = keep(
            map(_short, paths),
            store_url=store_url,
            extract=prove,
            now=datetime.datetime.now(datetime.UTC),
            jobs=jobs,
            cluster=cluster,
            corrections=corrections,
            progress=progress,
        )
    _list(done.refused)
    click.echo(
        f"gathered: {done.new} new, {done.changed} changed, {done.same} the same, "
        f"{len(done.refused)} refused, {done.skipped} files passed over"
    )
    return done


def _articles(paths: Iterable[Path]) -> "Iterator[Article]":
    """Yield the articles in `paths`; when there were refusals, end with their code."""
    from reports.sources import Refusal, articles

    refused = []
    for one in articles(map(_short, paths)):
        if isinstance(one, Refusal):
            refused.append(one)
        else:
            yield one
    _list(refused)
    if refused:
        sys.exit(REFUSED)


def _short(path: Path) -> Path:
    """Return a path as seen from here, so that a file has one name however written."""
    here, full = Path.cwd(), path.absolute()
    return full.relative_to(here) if full.is_relative_to(here) else full


def _list(refused: "Iterable[Refusal]") -> None:
    """Name the inputs that were left out, and say why."""
    for one in refused:
        hint = f" ({one.hint})" if one.hint else ""
        click.echo(f"refused: {one.origin}: {one.why}{hint}", err=True)


@contextlib.contextmanager
def _progress(what: str) -> Iterator[Callable[[int, int, str], None]]:
    """Show a bar on a terminal, and a plain line now and then in a log."""
    if not sys.stderr.isatty():
        begun, due = time.monotonic(), 0.0

        def line(number: int, total: int, name: str) -> None:
            nonlocal due
            now = time.monotonic()
            if now >= due:
                pace = _pace(number, total, now - begun)
                click.echo(f"{what} {number} of {total}: {name}{pace}", err=True)
                due = now + PAUSE

        yield line
        return

    from rich.console import Console
    from rich.markup import escape
    from rich.progress import Progress

    begun = time.monotonic()
    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=None)

        def move(number: int, total: int, name: str) -> None:
            pace = _pace(number, total, time.monotonic() - begun)
            label = escape(f"{what} {name[-50:]}{pace}")
            bar.update(task, completed=number - 1, total=total, description=label)

        yield move


def _pace(number: int, total: int, seconds: float) -> str:
    """Return how many are done in a minute, and how long the rest will take."""
    if seconds < PAUSE or number < 2:
        return ""
    rate = number / seconds
    return f", {rate * 60:.0f} a minute, {(total - number) / rate:.0f} s left"


def main() -> None:
    """Run; show our own errors as a sentence and a hint, and let bugs crash."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")  # Persian, whatever the locale
    try:
        cli(prog_name="build.py")
    except ReportsError as error:
        click.echo(f"error: {error}", err=True)
        if error.hint:
            click.echo(f"hint: {error.hint}", err=True)
        sys.exit(FAILED)


if __name__ == "__main__":
    main()
