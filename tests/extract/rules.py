"""The ten rules that catch most errors, each as a checker of one record.

A checker takes an article and its record, and yields a complaint for each thing that
breaks its rule. It reads the text by itself, with none of the code that it checks but
the folding of letters and the word lists.
"""

import re
from collections.abc import Callable, Iterable, Iterator

import msgspec

from reports.lexicon import key, load
from reports.marks import LISTS, marks
from reports.model import Article, ArticleRecord, Evidence, Meeting, Participant
from reports.text import days, fold

Checker = Callable[[Article, ArticleRecord], Iterator[str]]

PROVINCES = {f"IR-{number:02}" for number in range(31)}
SETTLED = {"agreed", "signed", "in_execution", "done"}
DEPUTY = r"(معاون|قائم ?مقام|جانشین|دستیار)"
#: What may stand between a deputy's word and the office above him.
FIELD = (
    r"( (سیاسی|امنیتی|اجتماعی|عمرانی|اقتصادی|هماهنگی|امور|توسعه|مدیریت|منابع|و|،|اول"
    r"|ویژه|گردشگری|زیارت|دیپلماسی|کنسولی|فنی|اجرایی))*"
)
UNDER_DEPUTY = re.compile(rf"\b{DEPUTY}{FIELD} ?$")
OURS_ABROAD = re.compile(r"(ایران|کشورمان|جمهوری اسلامی) در|سفیر (ایران|کشورمان)")
#: A verb of the future, a present or subjunctive that stands for it, or a purpose.
FUTURE = re.compile(
    r"خواه|\bقرار است|می ?(شو|کن|رو|آی|گرد)|شود|کند|کنند|آستانه|آینده|برنامه|\bبرای\b"
)
WILL_MEET = re.compile(r"(دیدار|ملاقات|سفر) خواهن?د|\bقرار است\b")
#: What tells that something happened: a past verb, or in a headline the noun for it.
PAST = re.compile(
    r"(رد|شد|فت|شت|اد|ید|ود|مد|اخت|ده|ته)(ند|یم|م|ه|ه است|ه اند)?\b|دیدار|نشست|رایزنی"
)
SIGNED = re.compile(
    r"امضا ?ء?(ی \w+ \w+)? (شد|کرد|رسید|رساند)|منعقد (شد|کرد)|مبادله شد"
)
WILL_SIGN = re.compile(
    r"(امضا ?ء?|منعقد) (خواه|می ?شو|می ?کن|شود|کنند|گردد)|به امضا (خواه|می ?رس|برس)"
)
ORDINAL = re.compile(
    r"^(یکم|دوم|سوم|چهارم|پنجم|ششم|هفتم|هشتم|نهم|\w*دهم|بیستم|سی ?ام|\w+مین)\b"
)
#: Words before a number that is a rank, a code or an hour, and before a year.
NO_AMOUNT = re.compile(r"\b(رتبه|کد خبر|کد|شماره|شناسه|تلفن|ساعت|میل)[ :]*$")
MONTH = re.compile(
    r"\b(اکسپو|سال|فروردین|اردیبهشت|خرداد|تیر|مرداد|شهریور|مهر|آبان|آذر|دی|بهمن|اسفند)"
    r"[ :]*$"
)
YEARS = {*range(1300, 1500), *range(1900, 2100)}
SOFT = {key(unit) for unit in ("کشور", "طرف", "ملت")}
NOT_A_PROVINCE = re.compile(r"\b(جمهوری|خلیج|دریای|اقلیم|ایالت)\s*$")
ARABIC = re.compile("[\u064a\u0643\u0649\u0660-\u0669]")
#: A plural ending glued to a word that does not end in a letter that stands apart.
FUSED = re.compile(r"\w{3,}[بپتثجچحخسشصضطظعغفقکگلمنهی]های\b")
STOP = re.compile(r"(?<!\d)[.](?!\d)|[!؟\n]")


def things(read: ArticleRecord) -> Iterator[tuple[str, msgspec.Struct]]:
    """Yield every thing of a record with what it is called."""
    for name, thing in LISTS.items():
        for one in getattr(read, name):
            yield thing, one
    for person in participants(read):
        yield "participant", person


def participants(read: ArticleRecord) -> Iterator[Participant]:
    """Yield everybody who takes part in some meeting."""
    for meeting in read.meetings:
        yield from meeting.participants


def sentence(text: str, proof: Evidence) -> str:
    """Return the sentences that a proof stands in, folded."""
    stops = [stop.end() for stop in STOP.finditer(text)]
    start = max((end for end in stops if end <= proof.start), default=0)
    end = min((end for end in stops if end >= proof.end), default=len(text))
    return fold(text[start:end]).text


def before(text: str, proof: Evidence) -> str:
    """Return the words right before a proof, folded."""
    return fold(text[max(0, proof.start - 80) : proof.start]).text


def holds(text: str, *kinds: str) -> bool:
    """Tell whether folded `text` holds a known phrase of one of `kinds`."""
    letters = re.findall(r"\w+", text)
    phrases = load().phrases
    return any(
        hit.kind in kinds
        for at in range(len(letters))
        for hit in phrases.hits(letters, at, len(letters))
    )


def strings(one: msgspec.Struct) -> Iterator[str]:
    """Yield the canonical texts of one thing: all but quotes and days as written."""
    for field in one.__struct_fields__:
        value = getattr(one, field)
        if isinstance(value, str) and field != "date_text":
            yield value
        elif isinstance(value, tuple):
            yield from (part for part in value if isinstance(part, str))


def told(article: Article, meeting: Meeting) -> list[str]:
    """Return the sentences that tell of a meeting, folded."""
    return [
        sentence(article.text, proof)
        for proof in meeting.evidence
        if proof.field is None
    ]


def proved(article: Article, read: ArticleRecord) -> Iterator[str]:
    """1: everything has a passage, and its quote is the text at its place."""
    for thing, one in things(read):
        if not one.evidence:  # type: ignore[attr-defined]
            yield f"a {thing} without a passage"
    for mark in marks(read):
        proof = mark.evidence
        if not proof.quote.strip() or not proof.rule:
            yield f"an empty passage for a {mark.thing}"
        if proof.quote != article.text[proof.start : proof.end]:
            yield f"{proof.quote!r} is not what stands at {proof.start}"


def deputies(article: Article, read: ArticleRecord) -> Iterator[str]:
    """2: who has a deputy's word left of an office does not have that office."""
    for person in participants(read):
        if person.title is None or re.match(DEPUTY, fold(person.title).text):
            continue
        for proof in person.evidence:
            if proof.field == "title":
                words = before(article.text, proof)
                if UNDER_DEPUTY.search(words):
                    yield f"{person.title}: {words[-40:]!r} stands before it"


def sides(_: Article, read: ArticleRecord) -> Iterator[str]:
    """3: a foreign side is not Iran's, and is no envoy of ours."""
    if "IR" in read.countries:
        yield "Iran is its own counterpart"
    for person in participants(read):
        if not person.name and not person.title:
            yield "a person without name and title"
        if (person.country == "IR") is not (person.side == "iran"):
            yield f"{person.title}: {person.side} and {person.country}"
        if person.side == "foreign" and OURS_ABROAD.search(person.title or ""):
            yield f"{person.title} is ours"


def tenses(article: Article, read: ArticleRecord) -> Iterator[str]:
    """4: what was held is told in the past, what is planned in the future."""
    for meeting in read.meetings:
        passages = told(article, meeting)
        if meeting.status == "planned" and not any(map(FUTURE.search, passages)):
            yield f"planned, without a future: {passages}"
        if meeting.status == "held":
            if all(WILL_MEET.search(one) for one in passages):
                yield f"held, and only in the future: {passages}"
            if not any(map(PAST.search, passages)):
                yield f"held, without a past: {passages}"


def rungs(article: Article, read: ArticleRecord) -> Iterator[str]:
    """5: a proposal above supported has the cue of its rung in its sentence."""
    for one in read.proposals:
        if one.status not in SETTLED:
            continue
        kinds = [f"proposals/{one.status}"]
        if one.status == "agreed":  # "he agreed to this request", beside a request
            kinds += ["proposals/granted", "proposals/welcome", "proposals/answer"]
            kinds += ["proposals/signed"]  # and by rule 6 not yet signed
        near = [sentence(article.text, proof) for proof in one.evidence]
        if not any(holds(passage, *kinds) for passage in near):
            yield f"{one.status} without a cue: {one.text}"


def signatures(article: Article, read: ArticleRecord) -> Iterator[str]:
    """6: what the lead calls signed and the body still to be signed is agreed."""
    folded = fold(article.text).text
    later = WILL_SIGN.search(folded)
    if later is None or SIGNED.search(folded, later.end()):
        return
    for one in read.proposals:
        if one.status == "signed":
            yield f"{one.text}: yet {later[0]!r} comes after"


def amounts(article: Article, read: ArticleRecord) -> Iterator[str]:
    """7: figures are no ordinals, ranks, years, codes, hours or counts of states."""
    for one in read.figures:
        if not one.unit or one.value < 0:
            yield f"no amount: {one.value} {one.unit!r}"
        if one.value_max is not None and one.value_max <= one.value:
            yield f"no range: {one.value} to {one.value_max}"
        if key(one.unit) in SOFT:
            yield f"a count of sides: {one.value} {one.unit}"
        for proof in one.evidence:
            quote = fold(proof.quote).text
            words = before(article.text, proof)
            if ORDINAL.search(quote):
                yield f"an ordinal: {quote}"
            year = one.value in YEARS and MONTH.search(words)
            if year or NO_AMOUNT.search(words):
                yield f"no amount: {words[-20:]!r} before {quote}"


def dates(_: Article, read: ArticleRecord) -> Iterator[str]:
    """8: a meeting has a day only from a day phrase of its own."""
    published = read.article.published
    for meeting in read.meetings:
        if meeting.date is None:
            continue
        dated = [one.quote for one in meeting.evidence if one.field == "date_text"]
        if not meeting.date_text or dated != [meeting.date_text]:
            yield f"{meeting.date} without a phrase: {dated}"
        elif not days(fold(meeting.date_text).text, page=published):
            yield f"{meeting.date_text!r} is no day"
        if meeting.date_end is not None and meeting.date_end <= meeting.date:
            yield f"{meeting.date_end} ends before {meeting.date}"
        if published is not None:
            distance = (meeting.date - published).days
            if distance > 0 and meeting.status in {"held", "background"}:
                yield f"{meeting.date} happened after its page"
            if distance < 0 and meeting.status == "planned":
                yield f"{meeting.date} is planned before its page"


def provinces(article: Article, read: ArticleRecord) -> Iterator[str]:
    """9: provinces are of the thirty-one, and named as such."""
    words = [
        (found[0], found.start())
        for found in re.finditer(r"\w+", fold(article.text).text)
    ]
    letters = [word for word, _ in words]
    folded = fold(article.text).text
    phrases = load().phrases
    named = set()
    for at, (_, start) in enumerate(words):
        hits = [
            hit
            for hit in phrases.hits(letters, at, len(letters))
            if hit.kind == "place"
        ]
        longest = [hit for hit in hits if hit.end == hits[0].end]
        if not NOT_A_PROVINCE.search(folded[:start]):
            named |= {hit.value.province for hit in longest}
    for code in read.provinces:
        if code not in PROVINCES:
            yield f"{code} is no province"
        elif code not in named:
            yield f"{code} is not named"


def letters(_: Article, read: ArticleRecord) -> Iterator[str]:
    """10: what is printed has Farsi letters, and its plurals are set apart."""
    for _thing, one in things(read):
        for text in strings(one):
            if ARABIC.search(text):
                yield f"an Arabic letter: {text}"
            for fused in FUSED.finditer(text):
                yield f"a fused plural: {fused[0]}"


RULES: dict[str, Checker] = {
    "proved": proved,
    "deputies": deputies,
    "sides": sides,
    "tenses": tenses,
    "rungs": rungs,
    "signatures": signatures,
    "amounts": amounts,
    "dates": dates,
    "provinces": provinces,
    "letters": letters,
}


def complaints(
    article: Article, read: ArticleRecord, rules: Iterable[str] = RULES
) -> list[str]:
    """Return what the rules named find wrong with a record."""
    return [
        f"{name}: {complaint}"
        for name in rules
        for complaint in RULES[name](article, read)
    ]
