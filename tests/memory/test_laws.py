"""Laws that hold for any set of articles: order, splits, keys, shapes, reasons."""

from collections import Counter
from collections.abc import Sequence
from itertools import combinations
from random import Random

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reports.chronicle import (
    Known,
    KnownEvent,
    KnownPerson,
    KnownThread,
    Mention,
    mention_id,
)
from reports.memory import NONE, Corrections, mentions, same, settled
from reports.memory.thread_rules import thread_verdict
from reports.model import ArticleRecord, Meeting, Participant
from tests.memory.composed import day, meeting, person, proposal, record

NAMES = (
    None,
    "کامران رستگاری",
    "رستگاری",
    "بهمن رستگاری",
    "ایگور لئونوف",
    "ایگور لئونف",
)
HOME = (
    "استاندار اردبیل",
    "استاندار",
    "معاون اقتصادی استاندار اردبیل",
    "فرماندار آستارا",
    None,
)
AWAY = (
    ("سفیر جمهوری آذربایجان", "AZ"),
    ("سرکنسول جمهوری آذربایجان در تبریز", "AZ"),
    ("شهردار باکو", "AZ"),
    ("هیئت تجاری جمهوری آذربایجان", "AZ"),
    ("استاندار آستراخان روسیه", "RU"),
)
TEXTS = (
    "احداث راه‌آهن رشت به آستارا",
    "ساخت خط ریلی رشت",
    "توسعهٔ بازارچهٔ مرزی میلک",
    "بازگشایی مرز کیله",
    "راه‌آهن",
    "برگزاری نمایشگاه مشترک",
)
TOPICS = ("transport.rail", "border.open", "trade.exhibition")
STATUSES = ("held", "held", "planned", "cancelled", "postponed", "background")
KINDS = (
    "meeting",
    "meeting",
    "session",
    "delegation_visit",
    "phone_call",
    "exhibition",
)
RUNGS = ("raised", "supported", "done")


def _maybe[T](values: st.SearchStrategy[T]) -> st.SearchStrategy[T | None]:
    """Draw nothing now and then."""
    return st.one_of(values, values, st.none())


def _participants() -> st.SearchStrategy[list[Participant]]:
    """Draw who took part."""
    home = st.builds(person, st.sampled_from(HOME), st.sampled_from(NAMES))
    away = st.builds(
        lambda post, name: person(post[0], name, of=post[1]),
        st.sampled_from(AWAY),
        st.sampled_from(NAMES),
    )
    return st.lists(st.one_of(home, away), max_size=3)


def _meetings() -> st.SearchStrategy[Meeting]:
    """Draw a meeting."""
    return st.builds(
        lambda people, kind, status, date, place: meeting(
            *people, kind=kind, status=status, date=date, place=place
        ),
        _participants(),
        st.sampled_from(KINDS),
        st.sampled_from(STATUSES),
        _maybe(st.integers(0, 12).map(day)),
        st.sampled_from((None, "باکو", "اردبیل", "سالن استانداری")),
    )


def _records() -> st.SearchStrategy[ArticleRecord]:
    """Draw what one article proves."""
    proposals = st.builds(
        lambda text, topic, status, blocked: proposal(
            text, topic, status=status, blocked=blocked
        ),
        st.sampled_from(TEXTS),
        st.sampled_from(TOPICS),
        st.sampled_from(RUNGS),
        st.booleans(),
    )
    return st.builds(
        lambda met, asked, provinces, countries, published, outlet, title: record(
            meetings=tuple(met),
            proposals=tuple(asked),
            provinces=provinces,
            countries=countries,
            published=published,
            outlet=outlet,
            title=title,
        ),
        st.lists(_meetings(), max_size=2),
        st.lists(proposals, max_size=2),
        st.sampled_from((("IR-24",), ("IR-01",), ("IR-01", "IR-24"), ())),
        st.sampled_from((("AZ",), ("RU",), ())),
        _maybe(st.integers(0, 12).map(day)),
        st.sampled_from((None, "ایرنا", "مهر", "استانداری اردبیل")),
        st.sampled_from((None, "راه‌آهن و گمرک و کشتیرانی", "بازارچه و گمرک میلک")),
    )


def tellings() -> st.SearchStrategy[list[Mention]]:
    """Draw the mentions of a few articles."""
    return st.lists(_records(), min_size=1, max_size=6).map(_cut)


def _cut(found: Sequence[ArticleRecord]) -> list[Mention]:
    """Return the mentions of articles, which are named in order."""
    return [
        mention
        for number, one in enumerate(found)
        for mention in mentions(one, identity=f"a{number}")
    ]


#: The word lists are read at the first mention, which takes seconds on a busy machine.
patient = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


def _content(known: Sequence[Known]) -> bytes:
    """Return the whole content of a result, whatever order it comes in."""
    return msgspec.json.encode(sorted(known, key=lambda one: one.id))


def _components(told: Sequence[Mention], by: Corrections) -> list[list[Mention]]:
    """Return the components of `same`, found by comparing every pair."""
    owner = list(range(len(told)))
    for a, b in combinations(range(len(told)), 2):
        if same(told[a], told[b], by) is not None and owner[a] != owner[b]:
            old, new = owner[b], owner[a]
            owner = [new if one == old else one for one in owner]
    groups = {
        root: [t for t, o in zip(told, owner, strict=True) if o == root]
        for root in owner
    }
    return list(groups.values())


@patient
@given(tellings(), st.randoms(use_true_random=False))
def test_order_does_not_matter(told: list[Mention], random: Random) -> None:
    shuffled = list(told)
    random.shuffle(shuffled)
    assert _content(settled(shuffled, NONE)) == _content(settled(told, NONE))


@patient
@given(tellings(), st.data())
def test_each_component_by_itself_gives_what_all_give(
    told: list[Mention], data: st.DataObject
) -> None:
    by = data.draw(_decisions(told))
    parts = [one for group in _components(told, by) for one in settled(group, by)]
    assert _content(parts) == _content(settled(told, by))


@patient
@given(tellings())
def test_those_that_belong_together_share_a_key(told: list[Mention]) -> None:
    for a, b in combinations(told, 2):
        join = same(a, b, NONE)
        assert join == same(b, a, NONE)
        if join is not None:
            assert {*a.keys} & {*b.keys}, join


WORDS = st.lists(
    st.sampled_from(
        (
            *(
                "راه‌آهن",
                "بازارچه",
                "روادید",
                "صادرات",
                "رشت",
                "آستارا",
                "کیله",
                "سیمان",
            ),
            *("احداث", "افتتاح", "افزایش", "تسهیل", "لغو", "برگزاری", "شبانه‌روزی"),
        )
    ),
    min_size=1,
    max_size=6,
)


@patient
@given(WORDS, WORDS, st.sampled_from(((), ("AZ",))), st.sampled_from(TOPICS))
def test_proposals_that_are_one_are_looked_up_together(
    one: list[str], two: list[str], countries: tuple[str, ...], topic: str
) -> None:
    a, b = (
        mentions(
            record(
                proposals=(proposal(" ".join(words), topic),),
                countries=states,
                provinces=("IR-01", "IR-24"),
            ),
            identity=name,
        )[0]
        for name, words, states in (("a", one, ("AZ", "RU")), ("b", two, countries))
    )
    if thread_verdict(a, b).rule is not None:
        assert {*a.keys} & {*b.keys}


@patient
@given(tellings())
def test_equal_shapes_compare_alike(told: list[Mention]) -> None:
    for a, b in combinations(told, 2):
        if a.shape != b.shape or a.kind != b.kind:
            continue
        for c in told:
            rules = [
                join.rule if (join := same(one, c, NONE)) else None for one in (a, b)
            ]
            assert rules[0] == rules[1]


@patient
@given(tellings())
def test_every_mention_is_in_one_known_thing_that_says_why(told: list[Mention]) -> None:
    known = settled(told, NONE)
    held = Counter((_kind(one), ref) for one in known for ref in one.refs)
    assert held == Counter((one.kind, one.ref) for one in told)
    for one in known:
        assert one.id == mention_id(_kind(one), one.refs[0])
        reached = {one.refs[0]}
        for _ in one.refs:
            for join in one.joins:
                if not join.rule.startswith("trip/") and {join.a, join.b} & reached:
                    reached |= {join.a, join.b}
        assert reached == {*one.refs}


@patient
@given(tellings())
def test_two_meetings_of_one_article_stay_two(told: list[Mention]) -> None:
    for one in settled(told, NONE):
        if isinstance(one, KnownEvent):
            articles = [ref.article for ref in one.refs]
            assert len(articles) == len({*articles})


@patient
@given(tellings())
def test_a_trip_holds_meetings_and_is_none(told: list[Mention]) -> None:
    found = {one.id: one for one in settled(told, NONE) if isinstance(one, KnownEvent)}
    for one in found.values():
        if one.trip is not None:
            assert one.kind != "delegation_visit"
            assert found[one.trip].kind == "delegation_visit"


@patient
@given(tellings())
def test_nothing_told_is_lost(told: list[Mention]) -> None:
    """Statuses are in the history, and the highest rung is the thread's."""
    for one in settled(told, NONE):
        if isinstance(one, KnownThread):
            rungs = [RUNGS.index(step.status) for step in one.steps]
            assert RUNGS.index(one.status) == max(rungs)
            assert [step.ref for step in one.steps] == [*one.refs]
        if isinstance(one, KnownPerson):
            assert {r for v in one.variants for r in v.refs} == {*one.refs}
            assert {r for post in one.posts for r in post.refs} == {*one.refs}


@patient
@given(tellings(), st.data())
def test_a_person_has_the_last_word(told: list[Mention], data: st.DataObject) -> None:
    by = data.draw(_decisions(told))
    owner = {(_kind(k), r): k.id for k in settled(told, by) for r in k.refs}
    refs = {one.id: (one.kind, one.ref) for one in told}
    for a, b in by.apart:
        assert owner[refs[a]] != owner[refs[b]]
    for a, b in by.same:
        assert owner[refs[a]] == owner[refs[b]]


@patient
@given(tellings())
def test_mentions_and_known_things_survive_json(told: list[Mention]) -> None:
    raw = msgspec.json.encode(told)
    assert msgspec.json.decode(raw, type=list[Mention]) == told
    known = settled(told, NONE)
    raw = msgspec.json.encode(known)
    assert msgspec.json.decode(raw, type=tuple[Known, ...]) == known


def _kind(one: Known) -> str:
    """Return the kind of a known thing."""
    return one.id.partition("-")[0]


@st.composite
def _decisions(draw: st.DrawFn, told: list[Mention]) -> Corrections:
    """Draw a pair to join and a pair to keep apart, as far as they can both be."""
    found: list[tuple[str, str]] = []
    for _ in range(2):
        kind = draw(st.sampled_from(("event", "thread", "person")))
        ids = sorted(one.id for one in told if one.kind == kind)
        if len(ids) > 1:
            a, b = draw(
                st.lists(st.sampled_from(ids), min_size=2, max_size=2, unique=True)
            )
            found.append((a, b) if a < b else (b, a))
    one, two = found[:1], [pair for pair in found[1:] if pair not in found[:1]]
    return Corrections(same=frozenset(one), apart=frozenset(two))
