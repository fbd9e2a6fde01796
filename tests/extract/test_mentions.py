"""People where they stand, and which mentions are one person's."""

from collections.abc import Iterable

import pytest

from reports.extract.document import Document
from reports.extract.mentions import (
    AGENT,
    COMPANION,
    OF_EVENT,
    SUBJECT,
    WITH,
    Mention,
    mentions,
)
from tests.extract.reading import cases, paged, peopled, remarked

#: Sentences, and how those in them hang in the clause, in reading order.
ROLES: dict[str, tuple[str, list[str]]] = {
    "met with": ("استاندار گیلان با سفیر ژاپن دیدار کرد.", [SUBJECT, WITH]),
    "in the meeting with": (
        "استاندار گیلان در دیدار با سفیر ژاپن گفت: بندر آماده است.",
        [SUBJECT, WITH],
    ),
    "with two": (
        "استاندار گیلان با سفیر ژاپن و سفیر عمان دیدار کرد.",
        [SUBJECT, WITH, WITH],
    ),
    "meeting of": ("دیدار استاندار گیلان با سفیر ژاپن برگزار شد.", [OF_EVENT, WITH]),
    "according to": ("به گفته استاندار گیلان، بندر آماده است.", [AGENT]),
    "companion": (
        "سفیر ژاپن به همراه شهردار رشت از بندر بازدید کرد.",
        [SUBJECT, COMPANION],
    ),
    "after a lead-in": (
        "در پایان این دیدار، سفیر ژاپن از میزبانان قدردانی کرد.",
        [SUBJECT],
    ),
}

#: Whole mentions, title and name together.
WHOLE = {
    "title and name": "[استاندار گیلان بهرام کیان‌فر] با [سفیر ژاپن] دیدار کرد.",
    "name and title": "[بهرام کیان‌فر استاندار گیلان] با [سفیر ژاپن] دیدار کرد.",
    "pronoun": "[وی] گفت: بندر آماده است.",
    "both sides": "[دو طرف] بر گسترش همکاری تأکید کردند.",
    "a name alone": "[بهرام کیان‌فر] گفت: بندر آماده است.",
}


def ranges(doc: Document) -> Iterable[tuple[int, int]]:
    """Return the words of each mention."""
    return [(one.start, one.end) for one in mentions(doc)]


def of_role(found: Iterable[Mention]) -> list[str]:
    """Return the roles of those who have a title or a name."""
    return [one.role for one in found if one.pronoun is None]


@cases(ROLES)
def test_mention_hangs_where_grammar_puts_it(name: str) -> None:
    text, roles = ROLES[name]
    doc, _, _ = paged(text)
    assert of_role(mentions(doc)) == roles


@cases(WHOLE)
def test_mention_is_marked_whole(name: str) -> None:
    assert WHOLE[name] == remarked(WHOLE[name], ranges)


def test_what_stands_behind_a_colon_is_quoted() -> None:
    doc, _, _ = paged("استاندار گیلان گفت: وزیر راه به رشت سفر می‌کند.")
    assert [one.quoted for one in mentions(doc)] == [False, True]


#: Texts in which every mention is of one of so many persons.
PERSONS = {
    "title again": (
        "استاندار گیلان بهرام کیان‌فر گفت: بندر آماده است. "
        "استاندار گیلان افزود: راه باز است.",
        1,
    ),
    "surname again": (
        "بهرام کیان‌فر استاندار گیلان گفت: بندر آماده است. کیان‌فر افزود: راه باز است.",
        1,
    ),
    "name far from its title": (
        "استاندار گیلان بر گسترش همکاری تأکید کرد.\n\n"
        "بهرام کیان‌فر در دیدار با سفیر ژاپن گفت: بندر آماده است.",
        2,
    ),
    "two governors": (
        "استاندار گیلان با استاندار بصره دیدار کرد. استاندار بصره گفت: راه باز است.",
        2,
    ),
    "the deputy is another man": (
        "استاندار گیلان گفت: راه باز است. معاون استاندار گیلان افزود: بندر آماده است.",
        2,
    ),
    "namesakes in two offices": (
        "استاندار گیلان بهرام کیان‌فر با شهردار رشت مهدی کیان‌فر دیدار کرد.",
        2,
    ),
}


@cases(PERSONS)
def test_mentions_gather_into_persons(name: str) -> None:
    text, count = PERSONS[name]
    _, _, of = peopled(text)
    assert len(set(of.values())) == count


def test_name_and_title_apart_are_joined_by_their_part_in_the_telling() -> None:
    text, _ = PERSONS["name far from its title"]
    _, _, of = peopled(text)
    (governor,) = [one for one in set(of.values()) if one.province == "IR-01"]
    assert governor.name is not None
    assert governor.country == "IR"


@pytest.mark.parametrize("spelling", ["کیانفر", "کیان‌فر", "كيان‌فر"])
def test_spelling_of_a_name_makes_no_second_person(spelling: str) -> None:
    _, _, of = peopled(
        "بهرام کیان‌فر استاندار گیلان گفت: بندر آماده است. "
        f"بهرام {spelling} افزود: راه باز است."
    )
    assert len(set(of.values())) == 1
