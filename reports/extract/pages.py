"""What the page says of itself: its date, its headline and its outlet."""

import re
from datetime import date
from typing import Literal

import msgspec

from reports.extract.document import Document
from reports.extract.forms import (
    CLOSING,
    COLON,
    COMMAS,
    DASHES,
    GIVEN,
    OPENING,
    SEMICOLONS,
    STOPS,
)
from reports.extract.words import Sentence
from reports.model import Page
from reports.text import days, fold

HEADER = re.compile(r"\A\s*date ([0-9]{4}-[0-9]{2}-[0-9]{2})")
MARKDOWN = re.compile(r"\A\s*#{1,3} *([^\n]+)")
HASH = "#"
SLASH = "/"
LONGEST_HEADLINE = 25
LONGEST_KICKER = 14
LONGEST_OUTLET = 3
LONGEST_CHAIN = 30
LONGEST_DATELINE = 14
LEAD_SAMENESS = 0.9
#: So many sentences may be said again.
LEADING = 6
#: How many letters and lines from the top may date the page, and how many letters may
#: stand beside the date in its line.
TOP, TOP_LINES, BESIDE = 400, 4, 45
#: Kinds of noise that may date the page: what says that it does comes before a bare
#: date, which may be that of the visit.
STAMPS = ("dated", "stamp", "code")
#: Where a page date was read.
Origin = Literal["source", "header", "stamp"]


class Outlet(msgspec.Struct, frozen=True):
    """An outlet named in the text: printed name, first and last word, or nothing."""

    name: str
    start: int
    end: int


def read_page(doc: Document) -> tuple[Page, Outlet | None]:
    """Return what the page says of itself; mark headlines and attributions in `doc`."""
    article = doc.article
    published, source = _published(doc)
    title = _headline(doc)
    outlets = _attributions(doc)
    _forget_repeats(doc)
    outlet = outlets[0] if outlets else None
    name = article.outlet or (outlet.name if outlet else None)
    sample = name is not None and _is_sample(doc, name)
    page = Page(
        id=article.id,
        title=article.title or title,
        published=published,
        outlet=name,
        url=article.url,
        rendering="body" if title is None else "whole",
        upstream=tuple(dict.fromkeys(o.name for o in outlets[1:] if o.name != name)),
        page_date_source=source,
        noise_spans=tuple(doc.untouched(start, end) for _, start, end in doc.noise),
        sample=sample,
    )
    return page, outlet


def _is_sample(doc: Document, name: str) -> bool:
    """Tell whether an outlet's name says that its articles are samples of ours."""
    spelling = fold(name).text
    marks = doc.lexicon.sample_marks
    return any(
        mark in spelling.split() or mark in spelling.replace(" ", "") for mark in marks
    )


def _published(doc: Document) -> tuple[date | None, Origin | None]:
    """Return the page date and where it was read: the source, the header, a stamp."""
    if doc.article.published is not None:
        return doc.article.published, "source"
    header = HEADER.match(doc.folded)
    if header:
        try:
            return date.fromisoformat(header[1]), "header"
        except ValueError:
            return None, None
    for kind in STAMPS:
        for _, start, end in (one for one in doc.noise if one[0] == kind):
            for day in days(doc.folded[start:end], page=None):
                if day.since is not None and day.since == day.until:
                    return day.since, "stamp"
    top = _dated_line(doc.folded)
    return top, None if top is None else "stamp"


def _dated_line(text: str) -> date | None:
    """Return the full date of a short line near the top: "City - Agency: 5 Azar 1404".

    A line that ends like a sentence tells of something, and does not date the page.
    """
    lines = [line for line in text[:TOP].split("\n") if line.strip()]
    for line in lines[:TOP_LINES]:
        if line.rstrip()[-1] in STOPS:
            continue
        for day in days(line, page=None):
            rest = len(line) - (day.end - day.start)
            if day.since is not None and day.since == day.until and rest <= BESIDE:
                return day.since
    return None


def _headline(doc: Document) -> str | None:
    """Return the headline as printed, and mark its sentences."""
    marked = MARKDOWN.match(doc.folded)
    ends = doc.folded.find("\n", marked.start(1)) if marked else -1
    title: str | None = None
    count = 0
    for sentence in doc.sentences:
        start, end = doc.folded_range(sentence.start, sentence.end)
        own_line = "\n" in doc.folded[end : end + 3] or end >= len(doc.folded) - 1
        if marked and (ends < 0 or start < ends):
            sentence.headline = True
            while sentence.body < sentence.end - 1 and doc.words[sentence.body] == HASH:
                sentence.body += 1
            title = title or doc.quote(sentence.body, sentence.end)
            continue
        words = sentence.end - sentence.start
        later = doc.sentences[-1] is not sentence
        if (
            count < 3
            and own_line
            and later
            and words <= LONGEST_HEADLINE
            and title is None
        ):
            first = doc.hit(sentence.start, "attribution/opener")
            unended = doc.words[sentence.end - 1] not in STOPS
            first_line = not doc.readable[:start].strip() or count > 0
            if first is None and unended and first_line:
                sentence.headline = True
                kicker = doc.words[sentence.end - 1] in {*SEMICOLONS, COLON}
                kicker = kicker or _tells_who(doc, sentence)
                if not kicker and words > 3:
                    title = doc.quote(sentence.start, sentence.end)
                count += 1
                continue
        break
    return title


def _tells_who(doc: Document, sentence: Sentence) -> bool:
    """Tell whether a line only says who speaks: "the head of the chamber announced"."""
    verb = doc.hit(sentence.end - 2, "speech/noun")
    light = doc.hit(sentence.end - 1, "speech/light", "speech/verb")
    if light is None or (verb is None and light.kind != "speech/verb"):
        return False
    office = doc.hit(sentence.start, "office", "deputy")
    return office is not None and sentence.end - sentence.start <= LONGEST_KICKER


def _attributions(doc: Document) -> list[Outlet]:
    """Read each attribution, and let its sentence begin behind it."""
    found: list[Outlet] = []
    for sentence in doc.sentences:
        end = _chain(doc, sentence, found)
        if end is None:
            end = _dateline(doc, sentence, found)
        if end is not None and end < sentence.end:
            sentence.body = end
    return found


def _chain(doc: Document, sentence: Sentence, found: list[Outlet]) -> int | None:
    """Return where a formula such as "according to the agency," ends."""
    opener = doc.hit(sentence.start, "attribution/opener")
    if opener is None:
        return None
    at = opener.end
    limit = min(sentence.end, at + LONGEST_CHAIN)
    named = False
    while at < limit:
        word = doc.words[at]
        if word in SEMICOLONS or word == COLON or (word in DASHES):
            return at + 1
        if word in COMMAS:
            link = doc.hit(at + 1, "attribution/link") if at + 1 < limit else None
            if link is not None and _is_chain(doc, link.end, limit):
                at = link.end
                continue
            return at + 1
        agency = doc.hit(at, "agency", "agency_word")
        stand = doc.place(at)
        if agency is not None and (stand is None or stand.end <= agency.end):
            found.append(Outlet(agency.value, at, agency.end))
            at = agency.end
            named = True
            continue
        outlet = doc.hit(at, "attribution/outlet")
        if outlet is not None and not named:
            last = _own_name(doc, outlet.end, limit)
            if last > outlet.end:
                found.append(Outlet(doc.printed(at, last), at, last))
                at = last
                named = True
                continue
        part = doc.hit(at, "attribution/part", "attribution/link", "attribution/opener")
        place = doc.place(at)
        if part is not None or place is not None:
            best = max((hit for hit in (part, place) if hit), key=lambda hit: hit.end)
            at = best.end
            continue
        if doc.alone[at] & GIVEN:
            # "According to the agency's bureau in X, N N said": the subject.
            return at
        if not named:
            if word.endswith(doc.lexicon.outlet_endings):
                found.append(Outlet(doc.printed(at, at + 1), at, at + 1))
                named = True
                at += 1
                continue
            ends = _chain_mark(doc, at, limit)
            if ends is None:
                return None
            found.append(Outlet(doc.printed(at, ends), at, ends))
            named = True
            at = ends
            continue
        return at
    return None


def _is_chain(doc: Document, at: int, limit: int) -> bool:
    """Tell whether a chain of sources goes on at word `at`."""
    return at < limit and (
        doc.hit(at, "agency", "agency_word", "attribution/part") is not None
        or doc.place(at) is not None
    )


def _own_name(doc: Document, at: int, limit: int) -> int:
    """Return the word after the name of an outlet that no list knows."""
    last = at
    while last < min(limit, at + 3):
        word = doc.words[last]
        if not word[0].isalpha() or doc.hit(last, "attribution/link") is not None:
            break
        if doc.hit(last, "agency", "agency_word") is not None:
            break
        last += 1
    return last


def _chain_mark(doc: Document, at: int, limit: int) -> int | None:
    """Return the mark that ends an unknown source within a few words."""
    for place in range(at, min(limit, at + 6)):
        word = doc.words[place]
        if word in COMMAS or word in SEMICOLONS or word == COLON or word in DASHES:
            return place if place > at else None
        if place > at and doc.hit(place, "attribution/link") is not None:
            return place
        if word in OPENING or word in CLOSING:
            return place if place > at else None
    return None


def _dateline(doc: Document, sentence: Sentence, found: list[Outlet]) -> int | None:
    """Return where a dateline such as "City - Agency -" or "Agency/City:" ends."""
    at = sentence.start
    limit = min(sentence.end, at + LONGEST_DATELINE)
    named: Outlet | None = None
    last = None
    own = _named_by_dash(doc, sentence) or _named_by_colon(doc, sentence)
    if own is not None:
        found.append(Outlet(doc.printed(at, own - 1), at, own - 1))
        return own
    while at < limit:
        agency = doc.hit(at, "agency", "agency_word")
        place = doc.place(at)
        outlet = doc.hit(at, "attribution/outlet", "attribution/service")
        word = doc.words[at]
        if agency is not None and (place is None or place.end <= agency.end):
            named = named or Outlet(agency.value, at, agency.end)
            at = agency.end
        elif place is not None:
            at = place.end
        elif outlet is not None:
            first, at = at, _own_name(doc, outlet.end, limit)
            named = named or Outlet(doc.printed(first, at), first, at)
        elif (ends := _outlet_by_ending(doc, at, limit)) is not None:
            named = named or Outlet(doc.printed(at, ends), at, ends)
            at = ends
        elif named is not None and (
            word[0].isdigit() or doc.is_any(at, "grammar/time")
        ):
            at += 1
        elif word in DASHES or word in {COLON, "/", "|"} or word in SEMICOLONS:
            last = at + 1
            at += 1
        else:
            break
    slashed = last is not None and doc.words[last - 1] == SLASH
    if named is not None and at > named.end and (last is None or slashed):
        last = at
    if last is None or (named is None and last != at):
        return None
    if named is not None:
        found.append(named)
    return last


def _outlet_by_ending(doc: Document, at: int, limit: int) -> int | None:
    """Return where a name ends that its last part shows to be an outlet's."""
    endings = doc.lexicon.outlet_endings
    if doc.words[at].endswith(endings) and doc.words[at] not in endings:
        return at + 1
    if at + 1 < limit and doc.words[at + 1] in endings:
        return at + 2
    return None


def _named_by_dash(doc: Document, sentence: Sentence) -> int | None:
    """Return where an unknown outlet ends that a dash sets off from an office."""
    at = sentence.start
    for dash in range(at + 1, min(at + 4, sentence.end - 1)):
        if doc.words[dash] in DASHES:
            opens = doc.hit(dash + 1, "office", "deputy") is not None
            known = doc.hit(at, "agency", "agency_word") is not None
            lone = dash - at == 1 and doc.place(at) is not None
            return dash + 1 if opens and not known and not lone else None
        if not doc.words[dash][0].isalpha():
            return None
    return None


def _named_by_colon(doc: Document, sentence: Sentence) -> int | None:
    """Return where an unknown outlet ends: "Tomorrow: N at the meeting said: ..."."""
    at = sentence.start
    colons = [p for p in range(at, sentence.end) if doc.words[p] == COLON]
    if len(colons) < 2 or not 0 < colons[0] - at <= LONGEST_OUTLET:
        return None
    for place in range(at, colons[0]):
        person = doc.alone[place] & GIVEN
        if person or doc.hit(place, "office", "deputy", "speech/pronoun", "group"):
            return None
        if not doc.words[place].isalpha() or doc.place(place) is not None:
            return None
    told = doc.first(colons[0], colons[1], "speech/verb", "speech/light")
    return colons[0] + 1 if told is not None else None


def _forget_repeats(doc: Document) -> None:
    """Drop a body sentence that says the lead again, so that it counts once."""
    kept: list[Sentence] = []
    seen: list[set[str]] = []
    for sentence in doc.sentences:
        letters = [w for w in doc.words[sentence.body : sentence.end] if w[0].isalnum()]
        if len(letters) >= 6:
            words = set(letters)
            if any(_same(words, other) for other in seen):
                continue
            if len(seen) < LEADING:
                seen.append(words)
        kept.append(sentence)
    doc.sentences = kept


def _same(one: set[str], other: set[str]) -> bool:
    """Tell whether two sentences hold nearly the same words."""
    most = max(len(one), len(other))
    alike = min(len(one), len(other)) >= LEAD_SAMENESS * most
    return alike and len(one & other) >= LEAD_SAMENESS * most
