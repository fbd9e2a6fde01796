"""The corridor from the store to printed briefings."""

import datetime
import hashlib
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path

import msgspec

from reports.briefing import Briefing, Subject, compose, corrected, printed
from reports.chronicle import Issue
from reports.errors import SettingsError, StoreError
from reports.lexicon.places import countries, provinces
from reports.publish.dossiers import dossier, earlier_issue
from reports.publish.drawings import drawings
from reports.render import Printed, to_html, to_pdf
from reports.store import Store, open_store
from reports.text.periods import Period, period_fa, read_period

FORMATS = ("pdf", "html", "json")

Progress = Callable[[int, int, str], None]


class File(msgspec.Struct, frozen=True, kw_only=True):
    """One file of a briefing, by its path under the output folder."""

    path: str
    bytes: int
    sha256: str


class Printout(msgspec.Struct, frozen=True, kw_only=True):
    """What was written for one subject; `pages` is `None` without a PDF.

    `revision` counts the issues of this subject and period, and `digest` is that of
    the contents.
    """

    subject: str
    files: tuple[File, ...]
    pages: int | None
    articles: tuple[str, ...]
    complaints: tuple[str, ...]
    digest: str
    revision: int


class Published(msgspec.Struct, frozen=True, kw_only=True):
    """What was written for one period, as `manifest.json` tells it."""

    period: str
    briefings: tuple[Printout, ...]

    @property
    def paths(self) -> tuple[str, ...]:
        """Return the path of every file of the briefings."""
        return tuple(file.path for one in self.briefings for file in one.files)


def publish(
    store_url: str,
    *,
    period: str,
    now: datetime.datetime,
    subjects: Sequence[str] = (),
    formats: Sequence[str] = FORMATS,
    out: Path,
    progress: Progress = lambda _number, _total, _name: None,
) -> Published:
    """Write the briefings of one period under `out`, and the manifest beside them.

    `subjects` are such as `province/ardabil`. When none is given, every subject that
    the period has news of gets its briefing; one that is asked for without news gets
    a briefing that says so. Each is remembered in the store as issued `now`.
    """
    days = read_period(period)
    done = []
    with open_store(store_url) as store:
        _check_settled(store)
        chosen = _chosen(subjects) if subjects else _all(store)
        for number, subject in enumerate(chosen, 1):
            progress(number, len(chosen), subject.path)
            briefing, digest = composed(store, subject, days)
            if not briefing.sources and not subjects:
                continue
            issue = store.issue(_issue(briefing, digest=digest, now=now))
            done.append(_printout(briefing, issue, formats=formats, out=out))
    published = Published(period=days.name, briefings=tuple(done))
    folder = out / days.name
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "manifest.json").write_bytes(_json(published))
    return published


def _check_settled(store: Store) -> None:
    """Raise while a gathering has not settled what it told: half of it is not true."""
    if store.waiting():
        raise StoreError(
            store.name,
            "a gathering was cut short, or goes on, and what it told is not settled",
            hint="let it end, or start it again: `build.py gather PATH`",
        )


def composed(store: Store, subject: Subject, period: Period) -> tuple[Briefing, str]:
    """Return the briefing on a subject, and the digest of what it says of the period.

    What an earlier issue said otherwise stands in the briefing, not in the digest.
    """

    def text_of(article: str) -> str | None:
        found = store.article(article)
        return found.text if found else None

    known = dossier(store, subject, period)
    briefing = compose(known, subject, period=period, text_of=text_of)
    digest = hashlib.sha256(_json(briefing)).hexdigest()
    issue = earlier_issue(store.issues(subject.path), period, digest=digest)
    if issue:
        briefing = corrected(briefing, dossier=known, issue=issue)
    return briefing, digest


@cache
def named_subjects() -> Mapping[str, Subject]:
    """Return every subject that a briefing can be about, by its path."""
    found = [
        Subject(kind="province", slug=one.slug, code=one.code, name=one.name)
        for one in provinces().values()
    ]
    names = countries()
    found += [
        Subject(kind="relation", slug=code.lower(), code=code, name=name)
        for code, name in names.items()
        if code != "IR"
    ]
    found.append(Subject(kind="country", slug="ir", code="IR", name=names["IR"]))
    return {one.path: one for one in found}


def _all(store: Store) -> tuple[Subject, ...]:
    """Return every subject that the store has articles about, sorted by path."""
    known = {(one.kind, one.code) for one in store.subjects()}
    found = (one for one in named_subjects().values() if (one.kind, one.code) in known)
    return tuple(sorted(found, key=lambda one: one.path))


def _chosen(wanted: Sequence[str]) -> tuple[Subject, ...]:
    """Return the subjects that a person named, each once, in that order."""
    named = named_subjects()
    for path in wanted:
        if path not in named:
            raise SettingsError(
                f"subject {path}",
                "no such province or country",
                hint="write province/ardabil, relation/az or country/ir",
            )
    return tuple(named[path] for path in dict.fromkeys(wanted))


def _issue(briefing: Briefing, *, digest: str, now: datetime.datetime) -> Issue:
    """Return what the store is to remember of a briefing."""
    return Issue(
        subject=briefing.subject.path,
        period=briefing.period,
        since=briefing.since,
        until=briefing.until,
        issued=now,
        digest=digest,
        printed=printed(briefing),
    )


def _printout(
    briefing: Briefing, issue: Issue, *, formats: Sequence[str], out: Path
) -> Printout:
    """Write one briefing in every format."""
    label = period_fa(read_period(briefing.period))
    drawn = drawings(briefing) if {"pdf", "html"} & set(formats) else {}
    pdf: Printed | None = None
    made: dict[str, bytes] = {}
    if "pdf" in formats:
        page = to_html(briefing, period_label=label, charts=drawn, medium="print")
        pdf = to_pdf(page, charts=drawn)
        made["pdf"] = pdf.pdf
    if "html" in formats:
        page = to_html(briefing, period_label=label, charts=drawn, medium="screen")
        made["html"] = page.encode()
    if "json" in formats:
        made["json"] = _json(briefing)
    folder = Path(briefing.period) / briefing.subject.path
    (out / folder).mkdir(parents=True, exist_ok=True)
    files = []
    for format_, content in made.items():
        path = folder / f"briefing.{format_}"
        (out / path).write_bytes(content)
        digest = hashlib.sha256(content).hexdigest()
        files.append(File(path=path.as_posix(), bytes=len(content), sha256=digest))
    return Printout(
        subject=briefing.subject.path,
        files=tuple(files),
        pages=pdf.pages if pdf else None,
        articles=tuple(source.article for source in briefing.sources),
        complaints=pdf.complaints if pdf else (),
        digest=issue.digest,
        revision=issue.revision,
    )


def _json(record: msgspec.Struct) -> bytes:
    """Return a record as JSON that a person can read."""
    return msgspec.json.format(msgspec.json.encode(record), indent=2) + b"\n"
