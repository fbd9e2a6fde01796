"""The map: every area where it belongs, words apart, tints that tell the truth."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.charts import Contacts, MapWords, canvas, contacts_map
from reports.charts.iran_map import HOME, PARTNERS
from reports.lexicon.places import countries, provinces
from reports.model import Chart
from tests.charts import nasty
from tests.charts.drawing import assert_words_apart, written

WORDS = MapWords(
    caspian="دریای خزر",
    gulf="خلیج فارس",
    oman="دریای عمان",
    provinces="دیدار در هر استان",
    states="دیدار با هر کشور",
    beyond="بیرون از نقشه",
    others="دیگر کشورها",
    joint=" تا ",
)
HEAD = ("جا", "دیدار")
NAMES = {code: one.name for code, one in provinces().items()} | countries()


def drawn(
    home: dict[str, int],
    abroad: dict[str, int],
    *,
    subject: str | None = None,
    width: float = 170.0,
    names: dict[str, str] = NAMES,
) -> Chart:
    contacts = Contacts(provinces=home, states=abroad, names=names, subject=subject)
    return contacts_map(
        contacts,
        words=WORDS,
        alt=nasty.ALT,
        head=HEAD,
        empty=nasty.EMPTY,
        width_mm=width,
    )


@settings(max_examples=10, deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(sorted(provinces())), st.sampled_from(nasty.NUMBERS)
    ),
    st.dictionaries(
        st.sampled_from(sorted(countries())), st.sampled_from(nasty.NUMBERS)
    ),
    st.sampled_from([None, *sorted(NAMES)]),
    st.sampled_from(nasty.WIDTHS),
)
def test_any_contacts_fit_and_stand_apart(
    home: dict[str, int], abroad: dict[str, int], subject: str | None, width: float
) -> None:
    assert_words_apart(drawn(home, abroad, subject=subject, width=width))


@pytest.mark.parametrize("width", nasty.WIDTHS)
def test_every_area_with_the_longest_names_fits(width: float) -> None:
    home = {code: n for n, code in enumerate(provinces())}
    abroad = dict.fromkeys(countries(), 99_999)
    names = {code: nasty.name(n) for n, code in enumerate([*home, *abroad])}
    assert_words_apart(drawn(home, abroad, width=width, names=names))


def test_areas_are_shaded_by_their_counts() -> None:
    chart = drawn({"IR-24": 9, "IR-03": 1}, {"AZ": 5})
    assert chart.drawing
    fills = {one.name: one.fill for one in chart.drawing.shapes if one.name}
    assert fills["area_IR-24"] == canvas.TINTS[-1]
    assert fills["area_IR-03"] == canvas.TINTS[-2]
    assert fills["area_IR-21"] == HOME
    assert fills["area_AZ"] == PARTNERS[-1]
    assert len([name for name in fills if name.startswith("area_IR-")]) == 31


def test_seas_have_their_names_and_the_far_away_are_listed() -> None:
    words = written(drawn({"IR-24": 2}, {"AZ": 2, "CN": 1, "RU": 3}, subject="IR-24"))
    assert {"دریای خزر", "خلیج فارس", "دریای عمان", "بیرون از نقشه"} <= set(words)
    assert words.index("روسیه") < words.index("چین")
    assert any("اردبیل" in word for word in words)


def test_the_table_tells_all_numbers() -> None:
    table = drawn({"IR-24": 2, "IR-03": 3}, {"AZ": 2, "CN": 0}).table
    assert table
    assert table.rows == (
        ("آذربایجان شرقی", 3),
        ("اردبیل", 2),
        ("جمهوری آذربایجان", 2),
    )


@pytest.mark.parametrize("home", [{}, {"IR-24": 0}])
def test_a_map_of_nothing_says_so(home: dict[str, int]) -> None:
    assert written(drawn(home, {}, subject="IR-24")) == [nasty.EMPTY]
