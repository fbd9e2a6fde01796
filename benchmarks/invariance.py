"""Read one article in three spellings, and measure how far the records agree.

The half-spaced writing of an article is set beside the glued one, where its half-spaces
are left out, and the spaced one, where spaces stand in their places. What is compared
is meetings, those who take part, and proposals, by their values without any spaces.
"""

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

import msgspec

from reports.extract import extract
from reports.lexicon.places import read
from reports.model import Article, ArticleRecord
from reports.places import ROOT, SAMPLES
from reports.sources import Refusal, articles
from reports.text import ZWNJ, fold

GOLD = ROOT / "tests" / "gold" / "articles"
#: The same articles glued and half-spaced, where a corpus is kept beside the checkout.
BESIDE = ROOT.parent / "shared" / "eval" / "dev"
KINDS = ("meetings", "participants", "proposals")
#: Parts of words that pages write apart: endings, and beginnings of verbs.
AFFIXES = read("affixes")
ENDINGS = "|".join((*AFFIXES["suffix"]["forms"], *AFFIXES["after_heh"]["forms"]))
BEGINNINGS = "|".join(AFFIXES["prefix"]["forms"])
#: How each spelling is made of the half-spaced one.
SPELLINGS: dict[str, Callable[[str], str]] = {
    "half-spaced": lambda text: text,
    "glued": lambda text: text.replace(ZWNJ, ""),
    "affixes apart": lambda text: re.sub(
        rf"(?<![^\W\d_])({BEGINNINGS}){ZWNJ}",
        r"\1 ",
        re.sub(rf"{ZWNJ}(?=(?:{ENDINGS})(?![^\W\d_]))", " ", text),
    ),
    "spaced": lambda text: text.replace(ZWNJ, " "),
}
PAIRS = (
    ("half-spaced", "glued"),
    ("glued", "affixes apart"),
    ("half-spaced", "spaced"),
    ("glued", "spaced"),
)

Item = tuple[str, ...]


class Agreement(msgspec.Struct):
    """How many things two readings share, of all that either of them found."""

    shared: int = 0
    total: int = 0

    @property
    def share(self) -> float:
        """Return the share of things that both found."""
        return self.shared / self.total if self.total else 1.0


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """Something that one spelling of an article proves and another does not."""

    article: str
    kind: str
    only: str
    item: Item


def plain(value: object) -> str:
    """Return a value folded and without spaces."""
    return "" if value is None else fold(str(value)).text.replace(" ", "")


def things(read: ArticleRecord) -> dict[str, Counter[Item]]:
    """Return the meetings, participants and proposals of a record, to be compared."""
    found: dict[str, Counter[Item]] = {kind: Counter() for kind in KINDS}
    for meeting in read.meetings:
        people = sorted(
            plain(person.name or person.title) for person in meeting.participants
        )
        day = str(meeting.date or "")
        found["meetings"][(meeting.kind, meeting.status, day, *people)] += 1
        for person in meeting.participants:
            guest: Item = plain(person.name), plain(person.title), str(person.country)
            found["participants"][guest] += 1
    for one in read.proposals:
        wish: Item = plain(one.text), one.topic, one.status, plain(one.proposer)
        found["proposals"][wish] += 1
    return found


def spelled(article: Article, spelling: str) -> Article:
    """Return a half-spaced article in another spelling."""
    return msgspec.structs.replace(article, text=SPELLINGS[spelling](article.text))


def half_spaced(paths: Iterable[Path]) -> Iterator[Article]:
    """Yield the articles under `paths` that are printed with half-spaces."""
    for one in articles(paths):
        if not isinstance(one, Refusal) and ZWNJ in one.text:
            yield one


def compare(
    one: Mapping[str, Counter[Item]], other: Mapping[str, Counter[Item]]
) -> dict[str, Agreement]:
    """Return how far two readings of one article agree, by kind."""
    return {
        kind: Agreement(
            (one[kind] & other[kind]).total(), (one[kind] | other[kind]).total()
        )
        for kind in KINDS
    }


def measured(
    readings: Iterable[Mapping[str, Mapping[str, Counter[Item]]]],
) -> dict[tuple[str, str], dict[str, Agreement]]:
    """Return how far each two spellings agree, by kind, over all articles."""
    sums = {pair: {kind: Agreement() for kind in KINDS} for pair in PAIRS}
    for reading in readings:
        for one, other in PAIRS:
            if one not in reading or other not in reading:
                continue
            for kind, found in compare(reading[one], reading[other]).items():
                sums[one, other][kind].shared += found.shared
                sums[one, other][kind].total += found.total
    return sums


def readings(paths: Iterable[Path]) -> dict[str, dict[str, dict[str, Counter[Item]]]]:
    """Return what each spelling of each half-spaced article proves."""
    return {
        one.id: {name: things(extract(spelled(one, name))) for name in SPELLINGS}
        for one in half_spaced(paths)
    }


def differences(
    read: Mapping[str, Mapping[str, Mapping[str, Counter[Item]]]],
) -> Iterator[Difference]:
    """Yield what one of two spellings proves and the half-spaced one does not."""
    for id_, reading in read.items():
        for name in reading:
            for kind in KINDS:
                base, other = reading["half-spaced"][kind], reading[name][kind]
                for item in other - base:
                    yield Difference(article=id_, kind=kind, only=name, item=item)
                for item in base - other:
                    only = f"half-spaced, not {name}"
                    yield Difference(article=id_, kind=kind, only=only, item=item)


def beside() -> dict[str, dict[str, dict[str, Counter[Item]]]]:
    """Return what both printings of each article of the corpus beside us prove."""
    folders = {"glued": BESIDE / "articles", "half-spaced": BESIDE / "articles_zwnj"}
    found: dict[str, dict[str, dict[str, Counter[Item]]]] = {}
    if not folders["half-spaced"].is_dir():
        return found
    for name in ("half-spaced", "glued"):
        for one in articles([folders[name]]):
            if isinstance(one, Article) and (name == "half-spaced" or one.id in found):
                found.setdefault(one.id, {})[name] = things(extract(one))
    for one in half_spaced([folders["half-spaced"]]):
        for name in ("affixes apart", "spaced"):
            found[one.id][name] = things(extract(spelled(one, name)))
    return {id_: read for id_, read in found.items() if "glued" in read}


def main(*, explain: bool) -> None:
    """Print how far the spellings agree; with `--explain`, where they do not."""
    corpora = {"gold and samples": readings([GOLD, SAMPLES]), "beside": beside()}
    for name, corpus in corpora.items():
        for pair, found in measured(corpus.values()).items():
            total = Agreement(
                sum(one.shared for one in found.values()),
                sum(one.total for one in found.values()),
            )
            if not total.total:
                continue
            kinds = "  ".join(f"{kind} {one.share:.3f}" for kind, one in found.items())
            print(f"{name:18}{' / '.join(pair):30}{total.share:7.3f}   {kinds}")
        for one in differences(corpus) if explain else ():
            print(f"  {one.article} {one.kind}, {one.only}: {' | '.join(one.item)}")


if __name__ == "__main__":
    main(explain="--explain" in sys.argv)
