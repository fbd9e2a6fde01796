"""The gate: what must be true of a briefing before anybody gets it.

Each rule looks at what was made, not at how, so that it holds for claims and pages
that are yet to come. An objection keeps the whole briefing back: a governor is better
served by none than by one that cannot be trusted.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Literal

import msgspec

from reports.briefing import Briefing
from reports.briefing.contents import Proof
from reports.render import FONT_NAMES, Printed, named, unprintable
from reports.text.setting import typeset

Rule = Literal["evidence", "reference", "quote", "glyph", "font", "overflow", "press"]

#: What the press grumbles at, by how it begins, where a rule of ours has its name.
GRUMBLES: dict[str, Rule] = {".notdef glyph": "glyph", "No anchor": "reference"}

#: How much of a text is told.
TOLD = 60

IDS = re.compile(r"""\sid=["']([^"']*)["']""")
LINKS = re.compile(r"""\shref=["']#([^"']*)["']""")


class Objection(msgspec.Struct, frozen=True, kw_only=True):
    """Why a briefing is not published: the rule that it breaks, and where."""

    rule: Rule
    says: str


def objections(
    briefing: Briefing,
    *,
    text_of: Callable[[str], str | None],
    pages: Mapping[str, str],
    printed: Printed | None,
) -> tuple[Objection, ...]:
    """Return all that speaks against a briefing, each once.

    `pages` are its HTML by medium, `printed` its PDF where there is one, and `text_of`
    tells the text of an article by its id.
    """
    found = [*_claims(briefing), *_proofs(briefing, text_of), *_links(pages)]
    if printed:
        found += _press(printed)
    return tuple(dict.fromkeys(found))


def remarks(briefing: Briefing) -> tuple[str, ...]:
    """Return what should be known of a briefing and does not keep it back.

    A picture or a letter of a far script in a quotation is left out or marked by the
    pages, so no glyph is missing; JSON, sheets and documents hold it as it was.
    """
    told = (typeset(text) for text in _texts(briefing))
    return tuple(
        f"not printed, for no face of ours has it: {named(char)}"
        for char in unprintable(told)
    )


def _claims(briefing: Briefing) -> Iterator[Objection]:
    """Object to claims without evidence."""
    for one in _structs(briefing):
        if getattr(one, "proofs", None) == ():
            yield Objection(rule="evidence", says=f"nothing proves {_named(one)}")


def _proofs(
    briefing: Briefing, text_of: Callable[[str], str | None]
) -> Iterator[Objection]:
    """Object to proofs whose words are not in the article they name."""
    articles = {source.number: source.article for source in briefing.sources}
    texts: dict[str, str] = {}
    for proof in _structs(briefing):
        if not isinstance(proof, Proof):
            continue
        article = articles.get(proof.source)
        if article is None:
            says = f"no source {proof.source} for {_cut(proof.quote)}"
            yield Objection(rule="reference", says=says)
            continue
        if article not in texts:
            texts[article] = _squeezed(text_of(article) or "")
        words = _squeezed(proof.quote.strip("\u2026"))  # what was cut off
        if not words or words not in texts[article]:
            says = f"not in article {article}: {_cut(proof.quote)}"
            yield Objection(rule="quote", says=says)


def _links(pages: Mapping[str, str]) -> Iterator[Objection]:
    """Object to links that lead nowhere, and to places with one name."""
    for medium, page in pages.items():
        ids = Counter(IDS.findall(page))
        for name in sorted(set(LINKS.findall(page)) - ids.keys()):
            says = f"{medium}: a link leads to #{name}, which is not there"
            yield Objection(rule="reference", says=says)
        for name, count in ids.items():
            if count > 1:
                says = f"{medium}: {count} places are called #{name}"
                yield Objection(rule="reference", says=says)


def _press(printed: Printed) -> Iterator[Objection]:
    """Object to what the press grumbled at, foreign fonts, and what does not fit."""
    for complaint in printed.complaints:
        rules = (
            rule for start, rule in GRUMBLES.items() if complaint.startswith(start)
        )
        yield Objection(rule=next(rules, "press"), says=complaint)
    for font in printed.fonts:
        if font not in FONT_NAMES:
            yield Objection(rule="font", says=f"{font} is in the file")
    for words in printed.sticking_out:
        yield Objection(rule="overflow", says=words)


def _structs(one: Any) -> Iterator[msgspec.Struct]:  # noqa: ANN401 - any field of any record
    """Yield a record and all records inside it."""
    if isinstance(one, msgspec.Struct):
        yield one
        for name in one.__struct_fields__:
            yield from _structs(getattr(one, name))
    elif isinstance(one, tuple):
        for item in one:
            yield from _structs(item)


def _texts(briefing: Briefing) -> Iterator[str]:
    """Yield every text of a briefing."""
    for one in _structs(briefing):
        for name in one.__struct_fields__:
            value = getattr(one, name)
            values = value if isinstance(value, tuple) else (value,)
            yield from (text for text in values if isinstance(text, str))


def _named(claim: msgspec.Struct) -> str:
    """Return what kind of claim it is, and its first words."""
    text = getattr(claim, "text", None) or getattr(claim, "kind", None) or ""
    return f"{type(claim).__name__.lower()} {_cut(text)}".strip()


def _cut(text: str) -> str:
    return f"\u00ab{text[:TOLD]}\u00bb" if text else ""


def _squeezed(text: str) -> str:
    return " ".join(text.split())
