"""The corridor from sources to the store: read, keep, and settle what it tells."""

import datetime
import logging
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import partial
from pathlib import Path

import msgspec

from reports import memory as our_memory
from reports.crews import crew
from reports.errors import SettingsError
from reports.gather.desk import Desk, Saved, withdrawing_keys
from reports.gather.reading import Extract, Memory, Reading, proven, reading
from reports.gather.rules import take_rules
from reports.gather.settling import settle
from reports.gather.workers import readings
from reports.memory import Corrections, read_corrections
from reports.model import Article
from reports.sources import Refusal, file_of, keys, listing, place, read
from reports.store import Batch, Refusing, Store, Writer, open_store, text_id

__all__ = ["Gathered", "gather", "take", "withdraw"]

log = logging.getLogger(__name__)

#: Told of every article before it is read: its place in the run, how many there are
#: at least (a file of lines holds more than one), and where it comes from.
Progress = Callable[[int, int, str], object]

#: How many articles are kept at a time. What a killed run had not kept is read again.
PORTION = 500


class Gathered(msgspec.Struct, frozen=True, kw_only=True):
    """What one run did: counts of articles, and the inputs that were left out.

    `skipped` counts the files in folders that are no articles by their name.
    """

    new: int = 0
    changed: int = 0
    same: int = 0
    skipped: int = 0
    refused: tuple[Refusal, ...] = ()


def gather(
    paths: Iterable[Path],
    *,
    store_url: str,
    extract: Extract,
    now: datetime.datetime | None = None,
    jobs: int = 1,
    cluster: str | None = None,
    corrections: Path | None = None,
    progress: Progress = lambda *_: None,
) -> Gathered:
    """Read the articles that `paths` hold, and keep what `extract` proves of them."""
    listed = listing(paths)
    done = take(
        read(listed),
        store_url=store_url,
        extract=extract,
        now=now,
        jobs=jobs,
        cluster=cluster,
        corrections=corrections,
        progress=lambda at, end, name: progress(
            at, max(at, end, len(listed.found)), name
        ),
    )
    return msgspec.structs.replace(done, skipped=listed.skipped)


def take(
    items: Iterable[Article | Refusal],
    *,
    store_url: str,
    extract: Extract,
    now: datetime.datetime | None = None,
    jobs: int = 1,
    cluster: str | None = None,
    corrections: Path | None = None,
    memory: Memory = our_memory,
    progress: Progress = lambda *_: None,
) -> Gathered:
    """Keep what a source hands over, and settle what it tells.

    Articles are kept in portions, each wholly or not at all, and then what they tell
    together is settled. A run that was cut short can be started again: what is kept
    already changes nothing, and what is unsettled is settled then. `now` is noted
    beside what is new, `jobs` processes or those of a `cluster` read, and
    `corrections` is a file that overrules what is joined; without it one beside the
    store does, if it is there.
    """
    read_one = partial(reading, extract=extract, mentions=memory.mentions)
    with open_store(store_url) as store, store.writer("gather") as writer:
        decided = _decided(store, corrections)
        keeper = _Keeper(writer, memory, now)
        take_rules(writer)
        keeper.take_over(progress)
        told = _told(items, progress)
        with crew(jobs, address=cluster) as hands:
            for one in readings(told, read=read_one, hands=hands):
                keeper.take(one)
        keeper.keep()
        _settle(store, writer, memory, decided, progress)
    log.info("gathered: %s, refused: %d", dict(keeper.saved), len(keeper.refused))
    return Gathered(
        new=keeper.saved["new"],
        changed=keeper.saved["changed"],
        same=keeper.saved["same"],
        refused=tuple(keeper.refused),
    )


def withdraw(
    ids: Collection[str],
    *,
    store_url: str,
    undo: bool = False,
    memory: Memory = our_memory,
) -> None:
    """Take articles out with all that only they prove; or let them in again.

    What is withdrawn stays out, also when it is gathered again; `undo` ends that.
    """
    with (
        open_store(store_url, new=False) as store,
        store.writer("withdraw") as writer,
    ):
        if undo:
            writer.readmit(ids)
            return
        writer.withdraw(ids)
        _settle(store, writer, memory, None, lambda *_: None)


class _Keeper:
    """What has been read and is not yet kept, and what came of the rest."""

    def __init__(
        self, writer: Writer, memory: Memory, now: datetime.datetime | None
    ) -> None:
        """Begin with nothing."""
        self.saved: Counter[Saved] = Counter()
        self.refused: list[Refusal] = []
        self._writer = writer
        self._memory = memory
        self._now = now
        self._waiting: list[Reading | Refusal] = []
        self._files: set[str] = set()

    def take(self, one: Reading | Refusal) -> None:
        """Take what was read of one input, and keep a portion when it is full."""
        self._waiting.append(one)
        if len(self._waiting) >= PORTION:
            self.keep()

    def keep(self) -> None:
        """Keep what is waiting."""
        refused: list[Refusal] = []
        read = [one for one in self._waiting if isinstance(one, Reading)]
        desk = _desk(self._writer, read)
        for one in self._waiting:
            outcome = one if isinstance(one, Refusal) else desk.take(one)
            if isinstance(outcome, Refusal):
                refused.append(outcome)
            else:
                self.saved[outcome] += 1
        met = {_file(one) for one in self._waiting}
        batch = msgspec.structs.replace(
            self._batch(desk),
            refused=tuple(Refusing(file=_file(o), **_asdict(o)) for o in refused),
            files=tuple(sorted(met - self._files)),
        )
        self._writer.keep(batch, now=self._now)
        self.refused += refused
        self._files |= met
        self._waiting.clear()

    def take_over(self, progress: Progress) -> None:
        """Compare what an older program has kept, as if it were handed over now."""
        done, after = 0, ""
        while True:
            after, kept = self._writer.taken_over(PORTION, after=after)
            if not after:
                return
            done += len(kept)
            progress(done, done, "what is kept already")
            own = self._memory.mentions
            read = [proven(one, record, mentions=own) for one, record in kept]
            desk = _desk(self._writer, read, withdrawn=False)
            for one in read:
                desk.take(one)
            self._writer.keep(self._batch(desk))

    def _batch(self, desk: Desk) -> Batch:
        """Return what the desk has come to."""
        return desk.batch(
            read_records=self._writer.read_records, mentions=self._memory.mentions
        )


def _desk(writer: Writer, read: Collection[Reading], *, withdrawn: bool = True) -> Desk:
    """Return a desk with all that may be one with what was read, or `withdrawn`."""
    looked_up = {key for one in read for key in keys(one.look)}
    texts, spots = writer.kin(keys=looked_up, ids={one.article.id for one in read})
    out = {key for one in read for key in withdrawing_keys(one, place(one.article))}
    return Desk(
        texts,
        spots,
        proofs=writer.proofs(text_id(one.article) for one in read),
        withdrawn=writer.withdrawn(out) if withdrawn else {},
    )


def _settle(
    store: Store,
    writer: Writer,
    memory: Memory,
    corrections: Corrections | None,
    progress: Progress,
) -> None:
    """Settle what is unsettled, and tell how far that is."""
    total = store.waiting()
    settle(
        writer,
        memory=memory,
        corrections=corrections,
        progress=lambda done: progress(done, max(done, total), "what it tells"),
    )


def _decided(store: Store, path: Path | None) -> Corrections | None:
    """Return what a person has decided: in the named file, or in one beside the store.

    Where there is neither, what was decided before stands.
    """
    beside = store.folder and store.folder / "corrections.toml"
    path = path or (beside if beside and beside.exists() else None)
    if path is None:
        return None
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as problem:
        raise SettingsError(
            str(path), f"it cannot be read: {problem}", hint="write it in UTF-8"
        ) from problem
    return read_corrections(text, name=str(path))


def _told(
    items: Iterable[Article | Refusal], progress: Progress
) -> Iterator[Article | Refusal]:
    """Yield what a source hands over, and tell of each before it is read."""
    for number, item in enumerate(items, start=1):
        progress(number, number, item.origin)
        yield item


def _file(one: Reading | Refusal) -> str:
    """Return the file that an input stands in."""
    if isinstance(one, Reading):
        return place(one.article).file
    return file_of(one.origin)


def _asdict(one: Refusal) -> dict[str, str]:
    """Return a refusal by its fields."""
    return {"origin": one.origin, "why": one.why, "hint": one.hint}
