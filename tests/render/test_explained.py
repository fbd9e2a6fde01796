"""The page of an article with its proofs is valid, whole, linked and alone."""

import re
from functools import cache
from xml.etree.ElementTree import Element

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.marks import explained
from reports.marks.proofs import LISTS
from reports.model import Statement
from reports.render import explained_html, words
from tests.extract.reading import every_article, read_once
from tests.marks.examples import article, found, offered, proof, said

#: Articles of all kinds: a signed document, a trip, a list, long ones, one of opinion.
ARTICLES = sorted(every_article())[::12]
each_article = pytest.mark.parametrize("id_", ARTICLES)


@cache
def page(id_: str) -> str:
    """Return the page of a gold or demonstration article."""
    return explained_html(explained(every_article()[id_], read_once(id_)))


def tree(html: str) -> Element:
    """Read a page as a browser does, refusing what is not valid."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    return parser.parse(html)


def of_class(root: Element, name: str) -> list[Element]:
    """Return the elements of one class, in order."""
    return [one for one in root.iter() if name in (one.get("class") or "").split()]


def text(one: Element) -> str:
    """Return all the text in an element."""
    return "".join(one.itertext())


@each_article
def test_the_page_is_valid_and_reads_from_the_right(id_: str) -> None:
    root = tree(page(id_))
    assert (root.get("lang"), root.get("dir")) == ("fa", "rtl")
    ids = [one.get("id") for one in root.iter() if one.get("id")]
    assert len(ids) == len(set(ids))


@each_article
def test_the_whole_article_stands_there_untouched(id_: str) -> None:
    raw = every_article()[id_].text
    lines = [line for line in raw.split("\n") if line.strip()]
    shown = [text(one) for one in of_class(tree(page(id_)), "text")]
    assert shown == lines


@each_article
def test_every_paragraph_can_be_pointed_at(id_: str) -> None:
    raw = every_article()[id_].text
    root = tree(page(id_))
    cites = [text(one).strip() for one in of_class(root, "cite")]
    for cite, shown in zip(cites, of_class(root, "text"), strict=True):
        name, _, start, end = re.fullmatch(r"(.+) p(\d+) (\d+)-(\d+)", cite).groups()  # type: ignore[union-attr]
        assert name == id_
        assert raw[int(start) : int(end)] == text(shown)


@each_article
def test_every_mark_leads_to_its_entry_and_back(id_: str) -> None:
    root = tree(page(id_))
    ids = {one.get("id") for one in root.iter() if one.get("id")}
    links = {one.get("href") for one in root.iter("a")}
    assert all(link and link[0] == "#" and link[1:] in ids for link in links)
    entries = {one.get("id") for one in of_class(root, "entry")}
    assert entries == {one.get("href", "")[1:] for one in of_class(root, "chip")}, (
        "each thing is marked, and each mark is told"
    )
    starts = {f"#{one.get('id')}" for one in of_class(root, "start")}
    assert starts <= links


@each_article
def test_every_rule_that_proved_something_is_named(id_: str) -> None:
    read = read_once(id_)
    told = {text(one) for one in tree(page(id_)).iter("code")}
    tips = " ".join(one.get("data-tip", "") for one in tree(page(id_)).iter())
    for name in LISTS:
        for one in getattr(read, name):
            for proved in one.evidence:
                assert proved.rule in told
                assert proved.rule in tips


@each_article
def test_the_legend_counts_what_was_found(id_: str) -> None:
    read = read_once(id_)
    root = tree(page(id_))
    keys = {
        (one.get("class") or "").split()[1]: text(one) for one in of_class(root, "key")
    }
    assert list(keys) == list(words()["thing"])
    digits = str.maketrans("۰۱۲۳۴۵۶۷۸۹", "0123456789")
    for name, thing in LISTS.items():
        shown = keys[thing].translate(digits)
        assert shown.endswith(f"{words()['thing'][thing]} {len(getattr(read, name))}")


@each_article
def test_the_page_needs_nothing_but_itself(id_: str) -> None:
    html = page(id_)
    assert "@font-face" in html
    assert not re.search(r"url\((?!data:)|@import|<script|<link|<img", html)


def test_every_field_of_every_thing_has_a_persian_name() -> None:
    fields = set()
    for read in map(read_once, every_article()):
        for name in LISTS:
            for one in getattr(read, name):
                fields |= set(one.__struct_fields__)
    assert fields - {"evidence", "participants"} <= set(words()["field"])
    assert set(words()["letter"]) == set(words()["thing"])
    letters = list(words()["letter"].values())
    assert len(letters) == len(set(letters))


def test_codes_are_told_in_persian() -> None:
    both = offered(topic="border.market", proposer="both", blocked=True)
    html = explained_html(explained(article(), found(proposals=(both,))))
    told = {
        text(one[0]): text(one[1])
        for one in tree(html).iter("div")
        if one[0].tag == "dt"
    }
    assert told["موضوع"] == "بازارچهٔ مرزی"
    assert told["پیشنهاددهنده"] == "هر دو طرف"
    assert told["مانع دارد"] == "بله"


def test_an_article_without_findings_says_so() -> None:
    html = explained_html(explained(article(), found()))
    assert "در این خبر چیزی یافت نشد." in html
    tree(html)


def test_what_an_article_says_cannot_become_markup() -> None:
    text_ = '<script>alert(1)</script> "quoted" & \x00\x1b\u202e\ufdd0\ufffe \U0001ffff'
    hostile = {"speaker": "<b>", "verb": "'\"", "text": "&amp;<i>"}
    read = found(statements=(Statement(**hostile, evidence=(proof(0, 9),)),))
    html = explained_html(explained(article(text_), read))
    tree(html)
    assert "<script" not in html
    assert "&lt;script&gt;" in html


@settings(deadline=None, max_examples=40)
@given(st.text(max_size=40))
def test_any_text_makes_a_valid_page(raw: str) -> None:
    tree(explained_html(explained(article(raw), found())))


def test_the_same_article_gives_the_same_page() -> None:
    read = found(statements=(said(proof(0, 9)),))
    assert len({explained_html(explained(article(), read)) for _ in range(2)}) == 1
