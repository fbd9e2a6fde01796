"""The word lists about the world say what is true and mean one thing each."""

import re
from collections import defaultdict

import pytest

from tests.lexicon.wordlists import (
    EVERY,
    FILES,
    LEXICON,
    PLACES,
    ZWNJ,
    entries,
    flagged,
    forms,
    key,
    lists,
    persian,
    readings,
    words,
)

ISO = (
    "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ "
    "BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR "
    "CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR "
    "GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU "
    "ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ "
    "LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ "
    "MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF "
    "PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI "
    "SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR "
    "TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW "
)

#: Which Iranian provinces touch which state by land.
BORDERS = {
    "AZ": {"ardabil", "east-azerbaijan", "west-azerbaijan", "gilan"},
    "AM": {"east-azerbaijan"},
    "TR": {"west-azerbaijan"},
    "IQ": {"west-azerbaijan", "kurdistan", "kermanshah", "ilam", "khuzestan"},
    "TM": {"golestan", "north-khorasan", "khorasan-razavi"},
    "AF": {"khorasan-razavi", "south-khorasan", "sistan-baluchestan"},
    "PK": {"sistan-baluchestan"},
}


@pytest.mark.parametrize("file", FILES)
def test_a_file_says_what_its_keys_mean(file: str) -> None:
    head = (LEXICON / f"{file}.toml").read_text("utf-8").split("\n\n")[0]
    assert all(line.startswith("#") for line in head.splitlines())
    for used in {k for e in entries(file).values() if isinstance(e, dict) for k in e}:
        assert re.search(rf"^# {used} ", head, re.MULTILINE), used


@pytest.mark.parametrize("file", EVERY)
def test_letters_are_persian(file: str) -> None:
    for text in persian(file):
        assert not re.search("[\u0643\u064a\u0649\u0629\u0640]", text), text
        assert not re.search("[A-Za-z]", re.sub(r"{\w+}", "", text)), text
        assert text == text.strip(), text
        assert "  " not in text, text


@pytest.mark.parametrize("file", EVERY)
def test_half_spaces_stand_between_joining_letters(file: str) -> None:
    for text in persian(file):
        assert not re.search(
            f"[\u0627\u0622\u062f\u0630\u0631\u0632\u0698\u0648]{ZWNJ}", text
        )
        assert not re.search(rf"^{ZWNJ}|{ZWNJ}$|{ZWNJ}[\s{ZWNJ}]|\s{ZWNJ}", text), text


@pytest.mark.parametrize("file", EVERY)
def test_a_list_holds_a_form_once(file: str) -> None:
    for listed in lists(words(file)):
        told = [str(one) for one in listed]
        assert sorted(set(told)) == sorted(told)


@pytest.mark.parametrize("file", [f for f in FILES if f != "given_names"])
def test_ids_are_slugs_and_no_form_is_listed_twice(file: str) -> None:
    for name, entry in entries(file).items():
        if file != "countries":
            assert re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", name), name
        own = [key(form) for form in (entry["name"], *entry.get("aliases", ()))]
        assert len(own) == len(set(own)), name


@pytest.mark.parametrize("file", ["regions", "cities"])
def test_entries_are_sorted_within_their_group(file: str) -> None:
    group = "country" if file == "regions" else "province"
    order = [(entry[group], name) for name, entry in words(file).items()]
    assert order == sorted(order)


@pytest.mark.parametrize("file", FILES)
def test_a_warning_says_what_else_the_word_means(file: str) -> None:
    for name, entry in entries(file).items():
        if not isinstance(entry, dict):
            continue
        warned = entry.get("ambiguous", False)
        if isinstance(warned, dict):
            known = {key(form) for form in forms(entry)}
            assert warned
            assert all(note and key(form) in known for form, note in warned.items())
        else:
            assert bool(warned) == bool(entry.get("note")), name


def test_no_form_stands_for_two_places_without_a_warning() -> None:
    owners: dict[str, list[tuple[str, str, bool]]] = defaultdict(list)
    for file in PLACES:
        for name, entry in entries(file).items():
            for form in {key(f): f for f in forms(entry)}.values():
                owners[key(form)].append((file, name, flagged(entry, form)))
    for form, found in owners.items():
        if len(found) == 1:
            continue
        provinces = {name for file, name, _ in found if file == "provinces"}
        seats = {
            words("cities")[name]["province"]
            for file, name, _ in found
            if file == "cities"
        }
        namesakes = {file for file, *_ in found} == {"provinces", "cities"}
        if namesakes and len(found) == 2 and seats == provinces:
            continue
        assert all(warned for *_, warned in found), (form, found)


def test_all_thirty_one_provinces_have_their_code() -> None:
    codes = [entry["code"] for entry in words("provinces").values()]
    assert sorted(codes) == [f"IR-{n:02}" for n in range(31)]


@pytest.mark.parametrize(
    ("slug", "code", "name"),
    [
        ("markazi", "IR-00", "مرکزی"),
        ("east-azerbaijan", "IR-03", "آذربایجان شرقی"),
        ("west-azerbaijan", "IR-04", "آذربایجان غربی"),
        ("khorasan-razavi", "IR-09", "خراسان رضوی"),
        ("sistan-baluchestan", "IR-11", "سیستان و بلوچستان"),
        ("kohgiluyeh-boyerahmad", "IR-17", "کهگیلویه و بویراحمد"),
        ("ardabil", "IR-24", "اردبیل"),
        ("north-khorasan", "IR-28", "خراسان شمالی"),
        ("south-khorasan", "IR-29", "خراسان جنوبی"),
        ("alborz", "IR-30", "البرز"),
    ],
)
def test_a_province_has_its_code_and_name(slug: str, code: str, name: str) -> None:
    entry = words("provinces")[slug]
    assert (entry["code"], entry["name"]) == (code, name)


def test_the_seat_of_every_province_is_a_town_in_it() -> None:
    for slug, entry in words("provinces").items():
        towns = {
            words("cities")[name]["province"]
            for file, name in readings(entry["capital"], ("cities",))
        }
        assert slug in towns, slug


def test_neighbours_are_the_land_borders() -> None:
    told = defaultdict(set)
    for slug, entry in words("provinces").items():
        for state in entry["neighbours"]:
            told[state].add(slug)
    assert told == BORDERS


def test_every_land_border_has_a_crossing_and_no_crossing_lies_elsewhere() -> None:
    crossed = {
        (entry["province"], entry["opposite"])
        for entry in words("cities").values()
        if "opposite" in entry
    }
    borders = {(slug, state) for state, slugs in BORDERS.items() for slug in slugs}
    assert crossed == borders


def test_crossings_and_only_they_tell_the_other_side() -> None:
    for name, entry in words("cities").items():
        at_border = entry["type"] in {"crossing", "market"}
        assert at_border == ("opposite" in entry), name


def test_every_state_of_iso_3166_is_named() -> None:
    assert list(words("countries")) == ISO.split()


def test_every_region_belongs_to_a_foreign_state() -> None:
    types = {
        "province",
        "city",
        "republic",
        "region",
        "district",
        "crossing",
        "port",
        "emirate",
    }
    for name, entry in words("regions").items():
        assert entry["country"] in words("countries"), name
        assert entry["country"] != "IR", name
        assert entry["type"] in types, name


def test_every_town_belongs_to_a_province() -> None:
    types = {
        "city",
        "crossing",
        "market",
        "port",
        "airport",
        "island",
        "free_zone",
        "special_zone",
        "place",
    }
    for name, entry in words("cities").items():
        assert entry["province"] in words("provinces"), name
        assert entry["type"] in types, name


@pytest.mark.parametrize(
    ("form", "province", "kind"),
    [
        ("مهران", "ilam", "city"),
        ("مرز مهران", "ilam", "crossing"),
        ("باشماق", "kurdistan", "crossing"),
        ("تمرچین", "west-azerbaijan", "crossing"),
        ("پرویزخان", "kermanshah", "crossing"),
        ("چذابه", "khuzestan", "crossing"),
        ("چزابه", "khuzestan", "crossing"),
        ("نوردوز", "east-azerbaijan", "crossing"),
        ("بیله‌سوار", "ardabil", "city"),
        ("دوغارون", "khorasan-razavi", "crossing"),
        ("ماهیرود", "south-khorasan", "crossing"),
        ("ریمدان", "sistan-baluchestan", "crossing"),
        ("اینچه‌برون", "golestan", "crossing"),
        ("بندر انزلی", "gilan", "city"),
        ("بندر امیرآباد", "mazandaran", "port"),
        ("بندر شهید رجایی", "hormozgan", "port"),
        ("کیش", "hormozgan", "island"),
        ("منطقه آزاد ارس", "east-azerbaijan", "free_zone"),
        ("منطقه آزاد ماکو", "west-azerbaijan", "free_zone"),
        ("پارس‌آباد", "ardabil", "city"),
        ("طبس", "south-khorasan", "city"),
        ("عسلویه", "bushehr", "city"),
    ],
)
def test_a_place_lies_in_its_province(form: str, province: str, kind: str) -> None:
    found = [words("cities")[name] for _, name in readings(form, ("cities",))]
    assert [(e["province"], e["type"]) for e in found] == [(province, kind)]


@pytest.mark.parametrize(
    ("form", "state"),
    [
        ("نخجوان", "AZ"),
        ("لنکران", "AZ"),
        ("تاتارستان", "RU"),
        ("داغستان", "RU"),
        ("آستاراخان", "RU"),
        ("اقلیم کردستان", "IQ"),
        ("دیاله", "IQ"),
        ("هولیر", "IQ"),
        ("وان", "TR"),
        ("ایغدیر", "TR"),
        ("سیونیک", "AM"),
        ("بالکان", "TM"),
        ("آخال", "TM"),
        ("منگستائو", "KZ"),
        ("ختلان", "TJ"),
        ("سمرقند", "UZ"),
        ("هرات", "AF"),
        ("نیمروز", "AF"),
        ("خیبرپختونخوا", "PK"),
        ("سند", "PK"),
        ("مسندم", "OM"),
        ("دبی", "AE"),
        ("گوانگجو", "KR"),
        ("گوانگژو", "CN"),
        ("سین‌کیانگ", "CN"),
        ("آجارا", "GE"),
    ],
)
def test_a_region_counts_as_its_state(form: str, state: str) -> None:
    found = {
        words("regions")[name]["country"] for _, name in readings(form, ("regions",))
    }
    assert found == {state}


@pytest.mark.parametrize(
    ("form", "state"),
    [
        ("جمهوری آذربایجان", "AZ"),
        ("نیوزلند", "NZ"),
        ("نیوزیلند", "NZ"),
        ("هندوستان", "IN"),
        ("فدراسیون روسیه", "RU"),
        ("بریتانیا", "GB"),
        ("امریکا", "US"),
        ("افریقای جنوبی", "ZA"),
        ("عراقی", "IQ"),
        ("ترکیه‌ای", "TR"),
        ("روس", "RU"),
        ("پکن", "CN"),
        ("باکو", "AZ"),
        ("آنکارا", "TR"),
        ("مسقط", "OM"),
        ("جمهوری کره", "KR"),
    ],
)
def test_a_form_names_its_state(form: str, state: str) -> None:
    assert readings(form, ("countries",)) == {("countries", state)}


@pytest.mark.parametrize(
    ("file", "name", "form"),
    [
        ("provinces", "markazi", "مرکزی"),
        ("provinces", "fars", "فارس"),
        ("provinces", "kurdistan", "کردستان"),
        ("provinces", "golestan", "گلستان"),
        ("provinces", "tehran", "تهران"),
        ("countries", "AZ", "آذربایجان"),
        ("countries", "AZ", "آذری"),
        ("countries", "OM", "عمان"),
        ("countries", "QA", "قطر"),
        ("countries", "CN", "چین"),
        ("countries", "IN", "هند"),
        ("countries", "KR", "کره"),
        ("countries", "ML", "مالی"),
        ("countries", "TD", "چاد"),
        ("countries", "PE", "پرو"),
        ("countries", "GN", "گینه"),
        ("countries", "NE", "نیجر"),
        ("countries", "YE", "یمن"),
        ("countries", "KZ", "آستانه"),
        ("countries", "TJ", "دوشنبه"),
        ("countries", "TR", "ترک"),
        ("countries", "TM", "ترکمن"),
        ("regions", "sindh", "سند"),
        ("regions", "balochistan", "بلوچستان"),
        ("regions", "balkan", "بالکان"),
        ("regions", "van", "وان"),
        ("regions", "mary", "ماری"),
        ("regions", "wasit", "واسط"),
        ("regions", "herat", "هرات"),
        ("cities", "mehran", "مهران"),
        ("cities", "sero", "سرو"),
        ("cities", "dayyer", "دیر"),
        ("cities", "razi", "رازی"),
        ("cities", "yazdan", "یزدان"),
        ("agencies", "mehr", "مهر"),
        ("agencies", "fars", "فارس"),
        ("agencies", "dana", "دانا"),
        ("agencies", "ana", "آنا"),
        ("agencies", "moj", "موج"),
        ("agencies", "iran-newspaper", "ایران"),
    ],
)
def test_known_homographs_are_flagged(file: str, name: str, form: str) -> None:
    assert flagged(entries(file)[name], form)
