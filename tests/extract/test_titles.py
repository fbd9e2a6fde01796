"""Titles: the longest wins, a deputy is a deputy, and the place decides the side."""

from reports.extract.titles import Title, titles_between
from tests.extract.reading import cases, document, remarked, unmarked

#: The title in the sentence, its side, whether it is a deputy's, and its province.
READ: dict[str, tuple[str, str | None, bool, str | None]] = {
    "governor": ("[استاندار اردبیل] با او دیدار کرد.", "iran", False, "IR-24"),
    "governor, longest province": (
        "[استاندار آذربایجان شرقی] به محل رفت.",
        "iran",
        False,
        "IR-03",
    ),
    "governor abroad": ("[استاندار بصره] به محل رفت.", "foreign", False, None),
    "wali abroad": ("[والی هرات] به محل رفت.", "foreign", False, None),
    "governor of a province abroad by its state": (
        "[استاندار وان ترکیه] به محل رفت.",
        "foreign",
        False,
        None,
    ),
    "deputy governor": (
        "[معاون اقتصادی استاندار گیلان] به محل رفت.",
        "iran",
        True,
        "IR-01",
    ),
    "deputy of a prime minister": (
        "[معاون نخست‌وزیر جمهوری آذربایجان] به محل رفت.",
        "foreign",
        True,
        None,
    ),
    "deputy of a prime minister, glued": (
        "[معاون نخستوزیر ارمنستان] به محل رفت.",
        "foreign",
        True,
        None,
    ),
    "deputy minister": (
        "[معاون وزیر راه ترکمنستان] به محل رفت.",
        "foreign",
        True,
        None,
    ),
    "minister of two fields, abroad": (
        "[وزیر انرژی و منابع آب تاجیکستان] به محل رفت.",
        "foreign",
        False,
        None,
    ),
    "minister of a field unknown to us": (
        "[وزیر ادارهٔ سرزمینی و زیرساخت ارمنستان] به محل رفت.",
        "foreign",
        False,
        None,
    ),
    "acting deputy": (
        "[قائم‌مقام وزیر کشور عراق] به محل رفت.",
        "foreign",
        True,
        None,
    ),
    "ambassador to us": ("[سفیر ژاپن در ایران] به محل رفت.", "foreign", False, None),
    "ambassador to us, by our whole name": (
        "[سفیر ژاپن در جمهوری اسلامی ایران] به محل رفت.",
        "foreign",
        False,
        None,
    ),
    "ambassador in Tehran": (
        "[سفیر ارمنستان در تهران] به محل رفت.",
        "foreign",
        False,
        None,
    ),
    "our ambassador": ("[سفیر کشورمان در باکو] به محل رفت.", "iran", False, None),
    "ambassador of Iran abroad": (
        "[سفیر ایران در مسقط] به محل رفت.",
        "iran",
        False,
        None,
    ),
    "consul": ("[سرکنسول عراق در کرمانشاه] به محل رفت.", "foreign", False, None),
    "minister abroad": ("[وزیر انرژی قزاقستان] به محل رفت.", "foreign", False, None),
    "mayor": ("[شهردار تبریز] به محل رفت.", "iran", False, "IR-03"),
    "mayor abroad": ("[شهردار باکو] به محل رفت.", "foreign", False, None),
    "chief secretary": (
        "[سرمنشی ایالت بلوچستان پاکستان] به محل رفت.",
        "foreign",
        False,
        None,
    ),
    "head of a staff, before what was held": (
        "نشست با [رئیس ستاد دیپلماسی استانی] برگزار شد.",
        "iran",
        False,
        None,
    ),
    "led by": ("با ریاست [معاون عمرانی استاندار گیلان] رفت.", "iran", True, "IR-01"),
    "bare governor": ("[استاندار] به محل رفت.", "iran", False, None),
}

#: Sentences whose words look like an office, and name none.
NOT_READ = {
    "the office's building": "جلسه در استانداری برگزار شد.",
    "the province": "مردم استان اردبیل آمدند.",
    "a country": "ایران و عراق همسایه‌اند.",
    "a helper in general": "این کار معاونت لازم دارد.",
    "the embassy": "سفارت ژاپن تعطیل است.",
    "the consulate": "کنسولگری عراق در کرمانشاه باز شد.",
}


def found(text: str) -> list[Title]:
    """Return the titles in `text`."""
    doc = document(text)
    return titles_between(doc, 0, len(doc.words))


@cases(READ)
def test_title_is_read_whole(name: str) -> None:
    line = READ[name][0]
    assert line == remarked(
        line,
        lambda doc: [(t.start, t.end) for t in titles_between(doc, 0, len(doc.words))],
    )


@cases(READ)
def test_title_proves_side_rank_and_province(name: str) -> None:
    line, side, deputy, province = READ[name]
    (title,) = found(unmarked(line))
    assert (title.side, title.deputy, title.province) == (side, deputy, province)


@cases(
    NOT_READ,
    a_helper_in_general="an everyday word that is also a deputy's opens a title",
)
def test_near_miss_is_no_title(name: str) -> None:
    assert found(NOT_READ[name]) == []


def test_shared_head_gives_one_title_to_each_member() -> None:
    titles = found("سفرای عمان، قطر و پاکستان به محل رفتند.")
    assert [title.country for title in titles] == ["OM", "QA", "PK"]
    assert {title.office.level for title in titles if title.office} == {"ambassador"}


def test_a_deputy_is_never_the_governor() -> None:
    (title,) = found("معاون عمرانی استاندار یزد به محل رفت.")
    assert not title.governor
    (title,) = found("استاندار یزد به محل رفت.")
    assert title.governor


def test_a_delegation_stands_for_its_state() -> None:
    (title,) = found("هیئت اقتصادی ترکمنستان به محل رفت.")
    assert title.group
    assert title.country == "TM"


def test_bare_azerbaijan_is_the_state_and_its_provinces_are_iran() -> None:
    (state,) = found("معاون نخست‌وزیر آذربایجان به محل رفت.")
    (province,) = found("استاندار آذربایجان غربی به محل رفت.")
    assert (state.country, state.province) == ("AZ", None)
    assert (province.country, province.province) == ("IR", "IR-04")
