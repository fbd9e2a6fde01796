"""An article with its proofs as lines: in brackets, or in colours for a terminal."""

from collections import Counter
from collections.abc import Iterable, Iterator

from rich.text import Text

from reports.marks.proofs import Mark, cuts, marks
from reports.model import Article, ArticleRecord

#: How things look on a terminal: what is told by whole sentences is underlined.
STYLES = {
    "meeting": "underline cyan",
    "participant": "bold blue",
    "proposal": "underline magenta",
    "statement": "underline",
    "figure": "bold yellow",
    "obstacle": "underline red",
    "commitment": "underline green",
    "organisation": "bold cyan",
    "capacity": "underline yellow",
    "achievement": "underline bright_magenta",
}


def plain(article: Article, record: ArticleRecord) -> str:
    """Return the article in brackets, then a line for each proof and each warning."""
    marked = marks(record)
    table = "".join("".join(cells) for cells in _rows(record, marked))
    return f"{bracketed(article, marked)}\n{table}"


def coloured(article: Article, record: ArticleRecord) -> Text:
    """Return what `plain` does, with colours for brackets."""
    marked = marks(record)
    spans = sorted(
        {(one.evidence.start, one.evidence.end, one.thing) for one in marked},
        key=lambda span: (span[0] - span[1], span),
    )
    edges = {0, len(article.text), *(edge for span in spans for edge in span[:2])}
    text = Text()
    for start, end, over in cuts(sorted(edges), [span[:2] for span in spans]):
        style = " ".join(STYLES[spans[one][2]] for one in over)
        text.append(article.text[start:end], style)
    text.append("\n")
    for place, what, rule in _rows(record, marked):
        text.append(place)
        text.append(what, STYLES.get(what.partition(" ")[0], ""))
        text.append(rule)
    return text


def bracketed(article: Article, marked: Iterable[Mark]) -> str:
    """Return the text with square brackets round every passage that proves something.

    A passage that proves several things has one pair. This is how the tests are
    written, too: correct the brackets of a line, and it is a test.
    """
    spans = {(one.evidence.start, one.evidence.end) for one in marked}
    opened = Counter(start for start, _ in spans)
    closed = Counter(end for _, end in spans)
    pieces = (
        "]" * closed[place] + "[" * opened[place] + article.text[place : place + 1]
        for place in range(len(article.text) + 1)
    )
    return "".join(pieces)


def _rows(
    record: ArticleRecord, marked: Iterable[Mark]
) -> Iterator[tuple[str, str, str]]:
    """Yield place, thing and rule of each proof as they are printed, then warnings."""
    for one in marked:
        about = f" ({one.evidence.field})" if one.evidence.field else ""
        place = f"{one.evidence.start}-{one.evidence.end}\t"
        yield place, f"{one.thing}{about}", f"\t{one.evidence.rule}\n"
    for warning in record.warnings:
        yield "warning: ", warning, "\n"
