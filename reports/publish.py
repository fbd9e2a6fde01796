"""The corridor from the store to printed briefings."""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

import msgspec

from reports import charts
from reports.briefing import Briefing, Subject, compose
from reports.briefing import subjects as subjects_of
from reports.briefing.tallies import by_status, by_topic, held_in_time, time_step
from reports.editions import FORMATS, Edition, edition, to_json
from reports.errors import SettingsError
from reports.gate import Objection
from reports.lexicon.places import countries, provinces
from reports.model import ArticleRecord, Chart
from reports.render import days_fa, words
from reports.store import open_store
from reports.text.dates import day_fa
from reports.text.digits import fa
from reports.text.periods import period_fa, read_period
from reports.theme import Look

Progress = Callable[[int, int, str], None]


class File(msgspec.Struct, frozen=True, kw_only=True):
    """One file of a briefing, by its path under the output folder."""

    path: str
    bytes: int
    sha256: str


class Printout(msgspec.Struct, frozen=True, kw_only=True):
    """What was written for one subject; `pages` is `None` without a PDF.

    A briefing with `objections` is refused: no file of it was written. `complaints`
    are what should be known and does not keep it back.
    """

    subject: str
    files: tuple[File, ...]
    pages: int | None
    articles: tuple[str, ...]
    objections: tuple[Objection, ...]
    complaints: tuple[str, ...]


class Published(msgspec.Struct, frozen=True, kw_only=True):
    """What was written for one period, as `manifest.json` tells it."""

    period: str
    briefings: tuple[Printout, ...]

    @property
    def paths(self) -> tuple[str, ...]:
        """Return the path of every file of the briefings."""
        return tuple(file.path for one in self.briefings for file in one.files)

    @property
    def refused(self) -> tuple[Printout, ...]:
        """Return the briefings that were kept back."""
        return tuple(one for one in self.briefings if one.objections)


def publish(
    records: Iterable[ArticleRecord],
    *,
    period: str,
    named: Mapping[str, Subject],
    subjects: Sequence[str] = (),
    formats: Sequence[str] = FORMATS,
    out: Path,
    text_of: Callable[[str], str | None],
    look: Look | None = None,
    progress: Progress = lambda _number, _total, _name: None,
) -> Published:
    """Write the briefings of one period under `out`, and the manifest beside them.

    `subjects` are such as `province/ardabil`. When none is given, every subject that
    the period has news of gets its briefing; one that is asked for without news gets
    a briefing that says so. `named` tells the subject of each code, and `text_of` the
    text of an article: proofs quote whole sentences of it, and are held against it. A
    briefing that the gate objects to leaves what was published before as it is.
    """
    read = tuple(records)
    days = read_period(period)
    chosen = _chosen(subjects, named) if subjects else subjects_of(read, named=named)
    briefings = [
        compose(
            read,
            subject,
            period=days.name,
            since=days.since,
            until=days.until,
            text_of=text_of,
        )
        for subject in chosen
    ]
    wanted = [one for one in briefings if one.sources or subjects]
    done = []
    for number, briefing in enumerate(wanted, 1):
        progress(number, len(wanted), briefing.subject.path)
        needed = {"pdf", "html", "docx"} & set(formats)
        made = edition(
            briefing,
            period_label=period_fa(days),
            charts=drawings(briefing) if needed else {},
            formats=formats,
            text_of=text_of,
            look=look or Look(),
        )
        done.append(_printout(briefing, made, out=out))
    published = Published(period=days.name, briefings=tuple(done))
    _write({Path(days.name) / "manifest.json": to_json(published)}, out=out)
    return published


def publish_store(
    store_url: str,
    *,
    period: str,
    subjects: Sequence[str] = (),
    formats: Sequence[str] = FORMATS,
    out: Path,
    look: Look | None = None,
    progress: Progress = lambda _number, _total, _name: None,
) -> Published:
    """Write the briefings of one period from what a store holds."""
    with open_store(store_url) as store:

        def text_of(article: str) -> str | None:
            found = store.article(article)
            return found.text if found else None

        return publish(
            store.records(),
            period=period,
            named=named_subjects(),
            subjects=subjects,
            formats=formats,
            out=out,
            text_of=text_of,
            look=look,
            progress=progress,
        )


def named_subjects() -> dict[str, Subject]:
    """Return every subject that a briefing can be about, by its ISO code."""
    found = {
        one.code: Subject(kind="province", slug=one.slug, code=one.code, name=one.name)
        for one in provinces().values()
    }
    for code, name in countries().items():
        found[code] = Subject(kind="relation", slug=code.lower(), code=code, name=name)
    return found


def drawings(briefing: Briefing) -> dict[str, Chart]:
    """Return the charts of a briefing by name; their bars add up to its tables."""
    printed = words()
    step = time_step(briefing)
    in_time = [
        charts.Count(
            label=day_fa(one.since).partition(" ")[2]
            if step == "month"
            else days_fa(one.since, one.until).rpartition(" ")[0],
            value=one.count,
        )
        for one in held_in_time(briefing, by=step)
    ]
    statuses = [
        charts.Count(label=printed["proposal_status"][status], value=count)
        for status, count in by_status(briefing)
    ]
    topics = [
        charts.Count(label=printed["topic"].get(code, code), value=count)
        for code, count in by_topic(briefing)
    ]
    empty = printed["chart"]["none"]
    return {
        "meetings_in_time": charts.meetings_in_time(
            in_time,
            alt=_told("meetings_in_time", in_time),
            empty=printed["chart"]["undated_only"],
        ),
        "proposals_by_status": charts.proposals_by_status(
            statuses, alt=_told("proposals_by_status", statuses), empty=empty
        ),
        "proposals_by_topic": charts.proposals_by_topic(
            topics, alt=_told("proposals_by_topic", topics), empty=empty
        ),
    }


def _told(name: str, counts: Sequence[charts.Count]) -> str:
    """Return what a chart shows, in words, for those who cannot see it."""
    printed = words()["chart"]
    items = [f"{one.label}: {fa(one.value)}" for one in counts if one.value]
    return f"{printed[name]}. {printed['between'].join(items) or printed['none']}"


def _chosen(wanted: Sequence[str], named: Mapping[str, Subject]) -> tuple[Subject, ...]:
    """Return the subjects that a person named, each once, in that order."""
    by_path = {subject.path: subject for subject in named.values()}
    for path in wanted:
        if path not in by_path:
            raise SettingsError(
                f"subject {path}",
                "no such province or country",
                hint="write province/ardabil or relation/az",
            )
    return tuple(by_path[path] for path in dict.fromkeys(wanted))


def _printout(briefing: Briefing, made: Edition, *, out: Path) -> Printout:
    """Write the files of one briefing, unless something speaks against it."""
    folder = Path(briefing.period) / briefing.subject.path
    files = {} if made.objections else made.files
    written = {
        folder / f"briefing.{format_}": content for format_, content in files.items()
    }
    _write(written, out=out)
    return Printout(
        subject=briefing.subject.path,
        files=tuple(
            File(
                path=path.as_posix(),
                bytes=len(content),
                sha256=hashlib.sha256(content).hexdigest(),
            )
            for path, content in written.items()
        ),
        pages=made.pages,
        articles=tuple(source.article for source in briefing.sources),
        objections=made.objections,
        complaints=made.complaints,
    )


def _write(files: Mapping[Path, bytes], *, out: Path) -> None:
    """Write files under `out` so that nobody ever reads half of one.

    All are written under other names before the first takes the place of an old one.
    """
    for path, content in files.items():
        new = out / path
        new.parent.mkdir(parents=True, exist_ok=True)
        new.with_name(f".{new.name}.new").write_bytes(content)
    for path in files:
        new = out / path
        new.with_name(f".{new.name}.new").replace(new)
