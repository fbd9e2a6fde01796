"""Every reason to keep a briefing back, provoked."""

from collections.abc import Callable

import msgspec
import pytest

from reports.briefing import Briefing
from reports.briefing.contents import Chapter, Proof
from reports.publish.gate import Objection, objections, remarks
from reports.render import Printed
from tests.briefing import examples as ex
from tests.render.pages import briefing, page, printed

GOOD = Printed(
    pdf=b"", pages=1, complaints=(), fonts=("Vazirmatn", "Roboto"), sticking_out=()
)
SOUND = '<p id="a"><a href="#a">'


def looked(
    given: Briefing,
    *,
    text: str | None = ex.TEXT,
    html: str = SOUND,
    made: Printed | None = GOOD,
) -> list[tuple[str, str]]:
    """Return the rules that are broken, and what is said of them."""
    found = objections(
        given, text_of=lambda _: text, pages={"screen": html}, printed=made
    )
    return [(one.rule, one.says) for one in found]


def changed(change: Callable[[Chapter], Chapter]) -> Briefing:
    """Return the usual briefing with another chapter in it."""
    one = briefing("usual")
    return msgspec.structs.replace(one, chapter=change(one.chapter))


def unproved(chapter: Chapter) -> Chapter:
    """Return the chapter with one commitment that nothing proves."""
    first, *others = chapter.pledges
    bare = msgspec.structs.replace(first, proofs=())
    return msgspec.structs.replace(chapter, pledges=(bare, *others))


def proved_by(proof: Proof) -> Callable[[Chapter], Chapter]:
    """Return a change that proves one commitment by `proof`."""

    def change(chapter: Chapter) -> Chapter:
        first, *others = chapter.pledges
        other = msgspec.structs.replace(first, proofs=(proof,))
        return msgspec.structs.replace(chapter, pledges=(other, *others))

    return change


PROOF = Proof(source=1, outlet=None, published=None, quote="تشریفات گمرکی کند است")


@pytest.mark.parametrize("name", ["usual", "empty", "several"])
def test_what_is_sound_goes_through(name: str) -> None:
    pages = {medium: page(name, medium) for medium in ("print", "screen")}  # type: ignore[arg-type]
    found = objections(
        briefing(name), text_of=lambda _: ex.TEXT, pages=pages, printed=printed(name)
    )
    assert found == ()


def test_a_claim_without_evidence() -> None:
    told = "nothing proves pledge «پیگیری طرح بارانداز»"
    assert looked(changed(unproved)) == [("evidence", told)]


def test_a_proof_of_no_source() -> None:
    stray = msgspec.structs.replace(PROOF, source=99)
    ((rule, says),) = looked(changed(proved_by(stray)))
    assert rule == "reference"
    assert "no source 99" in says


QUOTES = {
    "as it stands": (PROOF.quote, True),
    "on one line": ("می‌کنیم. او افزود", True),
    "with its ends cut off": ("…تشریفات گمرکی کند…", True),
    "in other words": ("تشریفات گمرکی تند است", False),
    "without words": ("…", False),
}


@pytest.mark.parametrize(("quote", "found"), QUOTES.values(), ids=QUOTES)
def test_a_quote_that_is_not_in_its_article(quote: str, *, found: bool) -> None:
    proof = msgspec.structs.replace(PROOF, quote=quote)
    rules = [rule for rule, _ in looked(changed(proved_by(proof)))]
    assert rules == ([] if found else ["quote"])


def test_an_article_that_is_not_at_hand() -> None:
    assert {rule for rule, _ in looked(briefing("usual"), text=None)} == {"quote"}


LINKS = {
    "to nowhere, in other quotes": (
        "<a href='#b'>",
        "screen: a link leads to #b, which is not there",
    ),
    "to nowhere": ('<a href="#b">', "screen: a link leads to #b, which is not there"),
    "to two places": ('<p id="a"><p id="a">', "screen: 2 places are called #a"),
}


@pytest.mark.parametrize(("html", "says"), LINKS.values(), ids=LINKS)
def test_a_link(html: str, says: str) -> None:
    assert looked(briefing("usual"), html=html) == [("reference", says)]


MADE = {
    "glyph": {"complaints": ('.notdef glyph rendered for Unicode string "x"',)},
    "reference": {"complaints": ("No anchor #x for internal URI reference",)},
    "press": {"complaints": ("Ignored `colour: red` at 1:1, unknown property.",)},
    "font": {"fonts": ("Vazirmatn", "DejaVu-Sans")},
    "overflow": {"sticking_out": ("page 3: a table is 40 px too wide",)},
}


@pytest.mark.parametrize("rule", MADE)
def test_what_the_press_made(rule: str) -> None:
    made = msgspec.structs.replace(GOOD, **MADE[rule])
    ((broken, says),) = looked(briefing("usual"), made=made)
    assert broken == rule
    assert any(
        says.startswith(part) or part in says for part in sum(MADE[rule].values(), ())
    )


def test_each_reason_is_told_once() -> None:
    made = msgspec.structs.replace(GOOD, complaints=("a", "a"))
    assert looked(briefing("usual"), made=made) == [("press", "a")]
    assert Objection(rule="press", says="a") == Objection(rule="press", says="a")


def test_a_picture_in_a_quotation_is_reported_and_keeps_nothing_back() -> None:
    proof = msgspec.structs.replace(PROOF, quote="🔴 تشریفات گمرکی کند است")
    given = changed(proved_by(proof))
    assert looked(given, text=f"{ex.TEXT}\n{proof.quote}") == []
    (told,) = remarks(given)
    assert "U+1F534 LARGE RED CIRCLE" in told
    assert remarks(briefing("usual")) == ()
