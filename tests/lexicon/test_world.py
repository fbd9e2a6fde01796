"""The world of the word lists: states, their parts, and who lies beside whom."""

import tomllib
from pathlib import Path

import pytest

from tests.lexicon.wordlists import entries, flagged, key, readings, words

#: What the Unicode CLDR calls each state in Persian.
CLDR = tomllib.loads(Path(__file__).with_name("cldr.toml").read_text("utf-8"))

#: Territories without a seat of government that the news would call by name.
SEATLESS = (
    "AI AQ BL BQ BV CC CX FK GG GP GS HM IM IO JE KY MF MS NF NU PM PN SJ SX TC TF TK "
    "UM VG VI WF"
)

#: How many parts of the first rank a state has.
PARTS = {
    ("AF", "province"): 34,
    ("AM", "province"): 10,
    ("CN", "province"): 22,
    ("IN", "province"): 28,
    ("IQ", "province"): 19,
    ("KZ", "province"): 17,
    ("TM", "province"): 5,
    ("RU", "republic"): 21,
}


@pytest.mark.parametrize("code", CLDR)
def test_a_state_is_read_by_the_name_that_cldr_gives_it(code: str) -> None:
    assert ("countries", code) in readings(CLDR[code], ("countries",))


def test_cldr_names_every_state() -> None:
    assert set(CLDR) == set(words("countries"))


def test_every_state_with_a_seat_has_its_capital() -> None:
    seatless = {c for c, entry in words("countries").items() if "capitals" not in entry}
    assert seatless == set(SEATLESS.split())


def test_a_capital_is_the_seat_of_one_state() -> None:
    for code, entry in words("countries").items():
        for capital in entry.get("capitals", ()):
            owners = {
                other
                for other, state in words("countries").items()
                if key(capital) in map(key, state.get("capitals", ()))
            }
            assert owners == {code}, capital


@pytest.mark.parametrize(
    ("capital", "state"),
    [
        ("باکو", "AZ"),
        ("ایروان", "AM"),
        ("آنکارا", "TR"),
        ("بغداد", "IQ"),
        ("عشق‌آباد", "TM"),
        ("کابل", "AF"),
        ("اسلام‌آباد", "PK"),
        ("مسقط", "OM"),
        ("دوحه", "QA"),
        ("ابوظبی", "AE"),
        ("منامه", "BH"),
        ("ریاض", "SA"),
        ("مسکو", "RU"),
        ("آستانه", "KZ"),
        ("تفلیس", "GE"),
        ("تاشکند", "UZ"),
        ("دوشنبه", "TJ"),
        ("بیشکک", "KG"),
        ("دمشق", "SY"),
        ("بیروت", "LB"),
        ("دهلی نو", "IN"),
        ("پکن", "CN"),
        ("مینسک", "BY"),
        ("بلگراد", "RS"),
        ("هاوانا", "CU"),
        ("کاراکاس", "VE"),
        ("جاکارتا", "ID"),
        ("نایروبی", "KE"),
    ],
)
def test_a_capital_belongs_to_its_state(capital: str, state: str) -> None:
    states = words("countries")
    assert key(capital) in map(key, states[state]["capitals"])


@pytest.mark.parametrize(("state", "kind"), PARTS)
def test_a_state_has_all_its_parts(state: str, kind: str) -> None:
    parts = [
        name
        for name, entry in words("regions").items()
        if (entry["country"], entry["type"]) == (state, kind)
    ]
    assert len(parts) == PARTS[state, kind]


def test_turkey_has_eighty_one_provinces() -> None:
    parts = {
        name
        for name, entry in words("regions").items()
        if entry["country"] == "TR" and entry["type"] == "province"
    }
    assert len(parts | {"ankara", "istanbul", "izmir"}) == 81
    assert {"istanbul", "izmir"} <= set(words("regions"))


#: Partners of Iranian provinces abroad, by state.
PARTNERS = {
    "AZ": "لنکران نفتچاله نخجوان گنجه زنگیلان آغ‌بند ایمیشلی",
    "RU": "داغستان آستراخان ولگاگراد ساراتوف اولیانوفسک تاتارستان باشقیرستان "
    "کالمیکیا تومسک چلیابینسک سن‌پترزبورگ ماخاچ‌قلعه لاگان ریازان",
    "TM": "بالکان آخال ماری لباب داش‌اغوز ترکمن‌باشی",
    "KZ": "منگستائو آتیرائو آکتائو کوریک ژتیسو",
    "UZ": "سمرقند بخارا خوارزم سرخان‌دریا سیردریا",
    "TJ": "ختلان سغد کولاب",
    "AF": "هرات فراه نیمروز بلخ قندهار زرنج اسلام‌قلعه شبرغان",
    "PK": "بلوچستان سند پنجاب خیبرپختونخوا کویته گوادر کراچی گبد",
    "IQ": "بصره میسان واسط دیالی سلیمانیه حلبچه اربیل دهوک گرمیان کرکوک کربلا نجف "
    "خانقین مندلی زرباطیه ام‌القصر",
    "TR": "وان حکاری آغری ایغدیر ارزروم قارص ترابزون یوزگات نیغده",
    "OM": "مسندم ظفار خصب صحار الظاهره",
    "AM": "سیونیک قاپان وایوتس‌دزور مغری کاجاران",
    "CN": "جیانگشی گانسو سین‌کیانگ ایوو دالیان",
    "QA": "الرویس",
    "GE": "باتومی پوتی آجارا سامگرلو",
}


@pytest.mark.parametrize("state", PARTNERS)
def test_partners_abroad_count_as_their_state(state: str) -> None:
    for form in PARTNERS[state].split():
        found = {
            words("regions")[name]["country"]
            for _, name in readings(form, ("regions",))
        }
        assert found == {state}, form


def test_the_two_sides_of_a_crossing_lie_in_the_two_states() -> None:
    faced = {
        name: entry for name, entry in words("cities").items() if "facing" in entry
    }
    assert len(faced) > 25
    for name, entry in faced.items():
        there = words("regions")[entry["facing"]]
        assert there["country"] == entry["opposite"], name
        province = words("provinces")[entry["province"]]
        assert there["country"] in province["neighbours"], name
    assert len({entry["facing"] for entry in faced.values()}) == len(faced)


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("نوردوز", "آگاراک"),
        ("مرز بازرگان", "گوربولاغ"),
        ("مرز سرو", "اسن‌دره"),
        ("مرز رازی", "کاپی‌کوی"),
        ("تمرچین", "حاج‌عمران"),
        ("مرز خسروی", "منذریه"),
        ("مرز سومار", "مندلی"),
        ("مرز مهران", "زرباطیه"),
        ("چذابه", "شیب"),
        ("دوغارون", "اسلام‌قلعه"),
        ("ایستگاه شمتیغ", "روزنک"),
        ("ریمدان", "گبد"),
        ("مرز میرجاوه", "تفتان پاکستان"),
        ("مرز پلدشت", "شاه‌تختی"),
        ("لطف‌آباد", "آرتیق"),
    ],
)
def test_a_crossing_faces_the_one_across(here: str, there: str) -> None:
    ((_, name),) = readings(here, ("cities",))
    ((_, across),) = readings(there, ("regions",))
    assert words("cities")[name]["facing"] == across


#: Ports and zones by province.
GATES = {
    "gilan": "بندر انزلی|بندر کاسپین|بندر آستارا|منطقه آزاد انزلی",
    "mazandaran": "بندر نوشهر|بندر امیرآباد|بندر فریدونکنار|"
    "منطقه ویژه اقتصادی امیرآباد",
    "golestan": "بندر ترکمن|منطقه آزاد اینچه‌برون",
    "hormozgan": "بندر شهید رجایی|بندر شهید باهنر|بندر لنگه|بندر جاسک|قشم|"
    "منطقه آزاد کیش|منطقه آزاد قشم",
    "sistan-baluchestan": "بندر چابهار|بندر شهید بهشتی|بندر شهید کلانتری|"
    "منطقه آزاد چابهار|منطقه آزاد سیستان",
    "bushehr": "بندر بوشهر|بندر دیر|بندر گناوه|بوالخیر|منطقه آزاد بوشهر",
    "khuzestan": "بندر امام خمینی|بندر خرمشهر|بندر آبادان|منطقه آزاد اروند",
    "east-azerbaijan": "منطقه آزاد ارس",
    "west-azerbaijan": "منطقه آزاد ماکو",
    "ardabil": "منطقه آزاد اردبیل",
    "ilam": "منطقه آزاد مهران",
    "kermanshah": "منطقه آزاد قصرشیرین",
    "kurdistan": "منطقه آزاد بانه و مریوان",
    "khorasan-razavi": "منطقه ویژه اقتصادی سرخس|منطقه ویژه اقتصادی دوغارون",
    "fars": "منطقه ویژه اقتصادی لامرد",
    "semnan": "منطقه ویژه اقتصادی گرمسار",
    "qazvin": "منطقه ویژه اقتصادی تاکستان",
}


@pytest.mark.parametrize("province", GATES)
def test_a_gate_lies_in_its_province(province: str) -> None:
    for form in GATES[province].split("|"):
        found = {
            words("cities")[name]["province"] for _, name in readings(form, ("cities",))
        }
        assert found == {province}, form


def test_a_place_that_is_a_body_or_an_outlet_too_is_doubted() -> None:
    for file in ("agencies", "bodies"):
        for name, entry in entries(file).items():
            found = readings(entry["name"])
            if not found:
                continue
            assert flagged(entry, entry["name"]), (file, name, found)
