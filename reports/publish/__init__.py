"""The corridor from the store to printed briefings.

Only what is another than last time is built, by as many processes as are at hand. They
make files of what is told them; this one alone asks the store and writes under `out`.
"""

import datetime
import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from functools import cache
from pathlib import Path

import msgspec

from reports.briefing import Briefing, Dossier, Subject, compose, corrected, printed
from reports.chronicle import Issue
from reports.crews import Allowance, crew, finished
from reports.errors import CrewError, SettingsError, StoreError
from reports.lexicon.places import countries, provinces
from reports.publish.dossiers import dossier, earlier_issue
from reports.publish.keys import Key, changes, data_digest, forget, key_of
from reports.publish.making import Job, Made, made, maker, packed, warm
from reports.publish.printouts import (
    Printout,
    Published,
    files_of,
    harmed,
    note,
    noted,
    swept,
    to_json,
    write,
)
from reports.settings import Limits
from reports.store import Store, open_store
from reports.text.periods import Period, read_period
from reports.theme import Look

__all__ = [
    "FORMATS",
    "Published",
    "composed",
    "listed",
    "named_subjects",
    "publish",
    "texts",
]

FORMATS = ("pdf", "html", "xlsx", "docx", "json")

Progress = Callable[[int, int, str], object]

#: Is told of each subject why it is built; where there is no reason, it is left.
Explain = Callable[[str, Sequence[str]], object]


class _Task(msgspec.Struct, frozen=True, kw_only=True):
    """A briefing that is being built, and what is to be noted of it."""

    briefing: Briefing
    digest: str
    key: Key
    job: Job


def publish(
    store_url: str,
    *,
    period: str,
    now: datetime.datetime,
    subjects: Sequence[str] = (),
    formats: Sequence[str] = FORMATS,
    out: Path,
    look: Look | None = None,
    jobs: int = 1,
    cluster: str | None = None,
    limits: Limits | None = None,
    progress: Progress = lambda _number, _total, _name: None,
    explain: Explain = lambda _subject, _why: None,
) -> Published:
    """Write the briefings of one period under `out`, and the manifest beside them.

    `subjects` are such as `province/ardabil`. When none is given, every subject that
    the period has news of gets its briefing; one that is asked for without news gets
    a briefing that says so. Each is remembered in the store as issued `now`. One that
    the gate objects to is not, and leaves in its place what was published before. One
    whose data, templates, theme, formats and program are those of last time is left.

    `jobs` processes make the files, or those of the `cluster` at that address; what is
    made is the same. Limits of time and memory are for processes of this machine.
    """
    forget()
    allowance = Allowance()
    if limits:
        allowance = Allowance(seconds=limits.seconds, megabytes=limits.megabytes)
    with open_store(store_url, new=False) as store:
        _check_settled(store)
        desk = _Desk(
            store,
            read_period(period),
            now=now,
            formats=tuple(formats),
            out=out,
            look=look or Look(),
            explain=explain,
            progress=progress,
        )
        with crew(jobs, address=cluster, allowance=allowance, warm=warm) as hands:
            tasks = desk.tasks(
                listed(store, subjects),
                quiet=bool(subjects),
                most_pages=limits.pages if limits else None,
                afar=cluster is not None,
            )
            for task, done in finished(hands, _made, tasks):
                desk.take(task, done)
    return desk.published()


def _made(task: _Task) -> Made:
    """Make the files of a task."""
    return made(task.job)


class _Desk:
    """What one run has built, left, and has yet to do."""

    def __init__(
        self,
        store: Store,
        period: Period,
        *,
        now: datetime.datetime,
        formats: tuple[str, ...],
        out: Path,
        look: Look,
        explain: Explain,
        progress: Progress,
    ) -> None:
        """Begin with nothing done."""
        self._store = store
        self._period = period
        self._now = now
        self._formats = formats
        self._out = out
        self._look = look
        self._explain = explain
        self._progress = progress
        self._done: dict[str, Printout] = {}
        self._chosen: tuple[str, ...] = ()
        self._passed = 0

    def tasks(
        self,
        chosen: Sequence[Subject],
        *,
        quiet: bool,
        most_pages: int | None,
        afar: bool,
    ) -> Iterator[_Task]:
        """Yield what is to be built, one when it is asked for, and leave the rest.

        `quiet` asks for those without news, too; `afar` sends the templates along.
        """
        own = self._look.templates
        templates = packed(own) if own and afar else None
        self._chosen = tuple(subject.path for subject in chosen)
        for subject in chosen:
            known = dossier(self._store, subject, self._period)
            told = _texts(self._store, known)
            data = data_digest(known, told.values())
            old = noted(self._out, self._period.name, subject.path)
            why = self._reasons(old, subject, data)
            if old and not why:
                if old.articles or quiet:
                    self._done[subject.path] = old
                    self._explain(subject.path, ())
                self._pass(subject.path)
                continue
            briefing, digest, issue = _composed(
                self._store, known, subject, self._period, text_of=told.get
            )
            if not briefing.sources and not quiet:
                self._pass(subject.path)
                continue
            self._explain(subject.path, why)
            yield _Task(
                briefing=briefing,
                digest=digest,
                key=self._key(data, issue),
                job=Job(
                    briefing=briefing,
                    formats=self._formats,
                    texts={one.article: told[one.article] for one in briefing.sources},
                    look=self._look,
                    most_pages=most_pages,
                    templates=templates,
                    made_by=maker(),
                ),
            )

    def take(self, task: _Task, done: "Future[Made]") -> None:
        """Write and note what was made of a task."""
        briefing, period = task.briefing, self._period.name
        subject = briefing.subject.path
        try:
            found = done.result()
        except CrewError as problem:
            reason = f"worker: {problem.why}"
            found = Made(
                files={}, pages=None, refused=(reason,), complaints=(), lasting=False
            )
        issue = Issue(
            subject=subject,
            period=period,
            since=briefing.since,
            until=briefing.until,
            issued=self._now,
            digest=task.digest,
            printed=printed(briefing),
        )
        if not found.refused:
            issue = self._store.issue(issue)
        files = {
            Path(period) / subject / f"briefing.{format_}": content
            for format_, content in found.files.items()
        }
        swept(self._out, period, subject)
        write(files, out=self._out)
        printout = Printout(
            subject=subject,
            files=files_of(files),
            pages=found.pages,
            articles=tuple(source.article for source in briefing.sources),
            refused=found.refused,
            complaints=found.complaints,
            digest=issue.digest,
            revision=issue.revision,
            key=task.key,
        )
        if found.lasting:
            note(self._out, period, printout)
        self._done[subject] = printout
        self._pass(subject)

    def published(self) -> Published:
        """Write the manifest, and return what it tells."""
        told = Published(
            period=self._period.name,
            briefings=tuple(
                self._done[path] for path in self._chosen if path in self._done
            ),
        )
        write({Path(told.period) / "manifest.json": to_json(told)}, out=self._out)
        return told

    def _reasons(
        self, old: Printout | None, subject: Subject, data: str
    ) -> tuple[str, ...]:
        """Return why a briefing is to be built, if it is."""
        if old is None:
            return ("new",)
        issues = self._store.issues(subject.path)
        issue = earlier_issue(issues, self._period, digest=old.digest)
        why = changes(old.key, self._key(data, issue))
        mine = (self._period.name, old.digest)
        if not old.refused and mine not in {(one.period, one.digest) for one in issues}:
            why = (*why, "the store knows of no such issue")
        return (*why, *harmed(self._out, old))

    def _key(self, data: str, issue: Issue | None) -> Key:
        """Return the key of a briefing with this data."""
        return key_of(data=data, issue=issue, formats=self._formats, look=self._look)

    def _pass(self, name: str) -> None:
        """Tell that one more subject is done with."""
        self._passed += 1
        self._progress(self._passed, len(self._chosen), name)


def _check_settled(store: Store) -> None:
    """Raise while a gathering has not settled what it told: half of it is not true."""
    if store.waiting():
        raise StoreError(
            store.name,
            "a gathering was cut short, or goes on, and what it told is not settled",
            hint="let it end, or start it again: `build.py gather PATH`",
        )


def texts(store: Store) -> Callable[[str], str | None]:
    """Return what tells the text of an article by its id."""

    def text_of(article: str) -> str | None:
        found = store.article(article)
        return found.text if found else None

    return text_of


def _texts(store: Store, known: Dossier) -> dict[str, str]:
    """Return the texts that a briefing may quote, by the ids of their articles."""
    ids = [one.article.id for one in known.records]
    return {one.id: one.text for one in store.articles(ids)}


def composed(store: Store, subject: Subject, period: Period) -> tuple[Briefing, str]:
    """Return the briefing on a subject, and the digest of what it says of the period.

    What an earlier issue said otherwise stands in the briefing, not in the digest.
    """
    known = dossier(store, subject, period)
    told = _texts(store, known)
    briefing, digest, _ = _composed(store, known, subject, period, text_of=told.get)
    return briefing, digest


def _composed(
    store: Store,
    known: Dossier,
    subject: Subject,
    period: Period,
    *,
    text_of: Callable[[str], str | None],
) -> tuple[Briefing, str, Issue | None]:
    """Return the briefing, its digest, and the issue that it is held against."""
    briefing = compose(known, subject, period=period, text_of=text_of)
    digest = hashlib.sha256(to_json(briefing)).hexdigest()
    issue = earlier_issue(store.issues(subject.path), period, digest=digest)
    if issue:
        briefing = corrected(briefing, dossier=known, issue=issue)
    return briefing, digest, issue


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


def listed(store: Store, subjects: Sequence[str] = ()) -> tuple[Subject, ...]:
    """Return the subjects that are named, or else all that the store tells of."""
    return _chosen(subjects) if subjects else _all(store)


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
