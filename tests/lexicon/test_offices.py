"""Titles in sentences: each is read whole, at its rank, and for its state."""

import pytest

from reports.extract.titles import titles_between
from tests.extract.reading import document
from tests.lexicon.wordlists import words

#: A title, the level of its office, and its state; a bar parts the three.
TITLES = """
رئیس‌جمهور ترکمنستان | head_of_state | TM
معاون علمی رئیس‌جمهور | deputy head_of_state |
معاون اول رئیس‌جمهور | deputy head_of_state |
نخست‌وزیر ارمنستان | head_of_gov | AM
صدراعظم آلمان | head_of_gov | DE
معاون اول نخست‌وزیر بلاروس | deputy head_of_gov | BY
رئیس مجلس شورای اسلامی | other |
رئیس مجلس عمان | other | OM
وزیر راه و شهرسازی | minister |
وزیر صنعت، معدن و تجارت | minister |
وزیر امور خارجه ترکیه | minister | TR
قائم‌مقام وزیر کشور | deputy minister |
معاون کنسولی، مجلس و ایرانیان وزیر امور خارجه | deputy minister |
دستیار ویژه وزیر امور خارجه | deputy minister |
مشاور وزیر نیرو | deputy minister |
سفیر جدید ژاپن در ایران | ambassador | JP
سفیر فوق‌العاده و تام‌الاختیار ایران در عمان | ambassador | IR
کاردار افغانستان در تهران | ambassador | AF
سرکنسول هند در زاهدان | consul_general | IN
کنسول ترکیه در ارومیه | consul | TR
کنسول‌یار عراق در کرمانشاه | consul | IQ
دبیر اول سفارت چین | consul | CN
وابسته بازرگانی سفارت پاکستان | consul | PK
رایزن فرهنگی ایران در کابل | consul | IR
وزیر مختار سفارت ژاپن | consul | JP
استاندار گلستان | governor | IR
سرپرست استانداری همدان | governor | IR
معاون سیاسی، امنیتی و اجتماعی استاندار کرمانشاه | deputy governor | IR
معاون گردشگری و زیارت استاندار خراسان رضوی | deputy governor | IR
مشاور استاندار گیلان | deputy governor | IR
استاندار بصره | governor | IQ
والی هرات | governor | AF
حاکم ولایت بالکان | governor | TM
آکیم منگستائو | governor | KZ
سروزیر بلوچستان پاکستان | governor | PK
رهبر تاتارستان | other | RU
نخست‌وزیر اقلیم کردستان | head_of_gov | IQ
رئیس اداره مستقل گرمیان | other | IQ
فرماندار ویژه جلفا | county_governor | IR
بخشدار مرکزی مهران | county_governor | IR
شهردار باکو | mayor | AZ
رئیس اتاق بازرگانی تبریز | other | IR
مدیرعامل منطقه آزاد ارس | business | IR
کلانتر مرز بازرگان | military | IR
فرمانده هنگ مرزی بانه | military | IR
فرمانده گارد ساحلی عمان | military | OM
امام جمعه گرگان | cleric | IR
نماینده مجلس شورای اسلامی | mp |
"""

ROWS = [
    tuple(part.strip() for part in line.split("|"))
    for line in TITLES.strip().splitlines()
]


@pytest.mark.parametrize(("title", "level", "state"), ROWS)
def test_a_title_is_read_whole_at_its_rank(title: str, level: str, state: str) -> None:
    doc = document(f"{title} به محل رفت.")
    (read,) = titles_between(doc, 0, len(doc.words))
    assert doc.quote(read.start, read.end) == title
    assert read.office is not None
    assert ("deputy " if read.deputy else "") + read.office.level == level
    assert (read.country or "IR") == (state or "IR")


def test_levels_are_those_of_the_register() -> None:
    register = {
        "head_of_state",
        "head_of_gov",
        "minister",
        "ambassador",
        "consul_general",
        "consul",
        "governor",
        "county_governor",
        "mayor",
        "mp",
        "cleric",
        "military",
        "business",
        "other",
    }
    levels = {office["level"] for office in words("titles")["office"].values()}
    assert levels == register


def test_no_form_is_two_offices() -> None:
    owner: dict[str, str] = {}
    for name, office in words("titles")["office"].items():
        for form in (*office["forms"], *office.get("plural", ())):
            assert owner.setdefault(form, name) == name, form


def test_the_chief_of_the_central_district_is_not_over_markazi() -> None:
    doc = document("بخشدار مرکزی مهران به محل رفت.")
    (read,) = titles_between(doc, 0, len(doc.words))
    assert read.province == "IR-16"
