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
from reports.publish.editions import FORMATS, Edition, edition, to_json
from reports.store import Store, open_store
from reports.text.periods import Period, read_period
from reports.theme import Look

__all__ = [
    "FORMATS",
    "Edition",
    "Published",
    "composed",
    "drawings",
    "edition",
    "listed",
    "named_subjects",
    "publish",
    "texts",
]

Progress = Callable[[int, int, str], None]


class File(msgspec.Struct, frozen=True, kw_only=True):
    """One file of a briefing, by its path under the output folder."""

    path: str
    bytes: int
    sha256: str


class Printout(msgspec.Struct, frozen=True, kw_only=True):
    """What was written for one subject; `pages` is `None` without a PDF.

    `revision` counts the issues of this subject and period, and `digest` is that of
    the contents. Of one that is `refused` nothing was written, for these reasons, and
    it is no issue. `complaints` should be known and do not keep a briefing back.
    """

    subject: str
    files: tuple[File, ...]
    pages: int | None
    articles: tuple[str, ...]
    refused: tuple[str, ...]
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

    @property
    def refused(self) -> tuple[Printout, ...]:
        """Return the briefings that were kept back."""
        return tuple(one for one in self.briefings if one.refused)


def publish(
    store_url: str,
    *,
    period: str,
    now: datetime.datetime,
    subjects: Sequence[str] = (),
    formats: Sequence[str] = FORMATS,
    out: Path,
    look: Look | None = None,
    progress: Progress = lambda _number, _total, _name: None,
) -> Published:
    """Write the briefings of one period under `out`, and the manifest beside them.

    `subjects` are such as `province/ardabil`. When none is given, every subject that
    the period has news of gets its briefing; one that is asked for without news gets
    a briefing that says so. Each is remembered in the store as issued `now`. One that
    the gate objects to is not, and leaves in its place what was published before.
    """
    days = read_period(period)
    done = []
    with open_store(store_url) as store:
        _check_settled(store)
        chosen = listed(store, subjects)
        for number, subject in enumerate(chosen, 1):
            progress(number, len(chosen), subject.path)
            briefing, digest = composed(store, subject, days)
            if not briefing.sources and not subjects:
                continue
            made = edition(
                briefing, formats=formats, text_of=texts(store), look=look or Look()
            )
            issue = _issue(briefing, digest=digest, now=now)
            if not made.objections:
                issue = store.issue(issue)
            done.append(_printout(briefing, made, issue, out=out))
    published = Published(period=days.name, briefings=tuple(done))
    _write({Path(days.name) / "manifest.json": to_json(published)}, out=out)
    return published


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


def composed(store: Store, subject: Subject, period: Period) -> tuple[Briefing, str]:
    """Return the briefing on a subject, and the digest of what it says of the period.

    What an earlier issue said otherwise stands in the briefing, not in the digest.
    """
    known = dossier(store, subject, period)
    briefing = compose(known, subject, period=period, text_of=texts(store))
    digest = hashlib.sha256(to_json(briefing)).hexdigest()
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
    briefing: Briefing, made: Edition, issue: Issue, *, out: Path
) -> Printout:
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
        refused=tuple(f"{one.rule}: {one.says}" for one in made.objections),
        complaints=made.complaints,
        digest=issue.digest,
        revision=issue.revision,
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
