"""How agencies' pages run, in sentences of ours: what is read, and what is not."""

from datetime import date

import pytest

from reports.extract import extract
from reports.model import Article, ArticleRecord, Participant


def read(text: str) -> ArticleRecord:
    """Return the record of a page."""
    return extract(Article(id="n1", text=text, origin="n1.txt"))


def present(record: ArticleRecord) -> list[Participant]:
    """Return everybody of every encounter of a record."""
    return [one for meeting in record.meetings for one in meeting.participants]


def wanted(text: str) -> list[str]:
    """Return the proposals of a page, as printed."""
    return [one.text for one in read(text).proposals]


def met(text: str) -> list[tuple[str, list[tuple[str | None, str | None]]]]:
    """Return the state of each encounter of a page, and its people."""
    return [
        (one.status, [(p.name, p.title) for p in one.participants])
        for one in read(text).meetings
    ]


def test_the_reporter_who_signs_is_nobody_of_the_meeting() -> None:
    found = met(
        "استاندار گیلان در دیدار با سفیر هلند خواستار ایجاد گلخانه مشترک شد.\n"
        "سفیر هلند گفت: برای همکاری آماده‌ایم.\n"
        "سیده نرگس ماسالی گزارش می دهد"
    )
    assert found == [("held", [(None, "استاندار گیلان"), (None, "سفیر هلند")])]


def test_what_is_announced_in_a_programme_did_not_take_place() -> None:
    text = (
        "سمیرا دیلمی معاون استاندار گیلان، دیدار با استاندار، بازدید از بندر انزلی و "
        "برگزاری نشست دوجانبه را از جمله برنامه های سفر هیئت قطری اعلام کرد."
    )
    assert [status for status, _ in met(text)] == ["planned"]
    assert "سمیرا دیلمی" not in str(met(text))
    assert wanted(text) == []


@pytest.mark.parametrize(
    ("name", "rest"),
    [
        ("منصور میبد", "بر بازگشایی بازارچه مرزی کوهک تاکید کرد."),
        ("رضا دامغان", "در این نشست بر بازگشایی بازارچه مرزی کوهک تاکید کرد."),
    ],
)
def test_a_town_is_a_surname_where_the_sentence_opens(name: str, rest: str) -> None:
    text = (
        "استاندار سیستان و بلوچستان با سفیر پاکستان دیدار کرد.\n"
        f"به گزارش ایرنا، {name} {rest}"
    )
    people = present(read(text))
    assert [p.name for p in people if p.side == "iran"] == [name]


def test_one_verb_makes_two_titles_one_persons() -> None:
    text = (
        "نشست مشترک مرزی با حضور فرماندار میرجاوه برگزار شد.\n"
        "عبدالسلام مینگل دبیر هیئت وزارت داخله و رئیس هیئت پاکستانی در این نشست گفت: "
        "بازارچه میرجاوه بازگشایی شود."
    )
    record = read(text)
    assert {one.speaker for one in record.statements} == {"عبدالسلام مینگل"}
    people = present(record)
    assert {p.side for p in people if p.name} == {"foreign"}


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        # "And" between a name and a title parts two people.
        (
            "استاندار کردستان در دیدار با ” هیمن محمد صالح ” مدیر این پایانه و سرکنسول "
            "ایران در سلیمانیه گفت: مرز باز است.",
            "هیمن محمد صالح",
            "سرکنسول ایران در سلیمانیه",
        ),
        # A subject with "too" is not the one who spoke before.
        (
            "محمد کریمی در بازدید از مرز سرو با سفیر ترکیه گفت‌وگو کرد.\n"
            "در این بازدید، نماینده مردم ارومیه در مجلس نیز حضور داشت.",
            "محمد کریمی",
            "نماینده مردم ارومیه",
        ),
    ],
)
def test_a_name_is_not_given_anothers_title(text: str, name: str, title: str) -> None:
    assert (name, title) not in [(p.name, p.title) for p in present(read(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Two verbs in one noun end no clause.
        (
            "استاندار گلستان خواستار تسهیل رفت و آمد رانندگان در مرز اینچه برون شد.",
            ["تسهیل رفت و آمد رانندگان در مرز اینچه برون"],
        ),
        # The last stress is the verb; a name of two places is not cut.
        (
            "دو طرف با تاکید بر پیوندهای کهن، بر ضرورت افزایش صادرات میوه میان گیلان و "
            "آستاراخان تاکید کردند.",
            ["افزایش صادرات میوه میان گیلان و آستاراخان"],
        ),
        # Made ready: no readiness.
        ("استاندار گفت: درخواست آماده سازی زمین نمایشگاه به تهران فرستاده شد.", []),
        # What stands in a circumstance is not what must be done.
        (
            "استاندار گفت: با توجه به کمبودها و دوری راه باید در آغاز پایانه مرزی میلک "
            "بازسازی شود.",
            ["در آغاز پایانه مرزی میلک بازسازی شود"],
        ),
        # Recalled, and not signed now.
        (
            "سفیر عمان با اشاره به امضای چند تفاهم‌نامه در سال‌های گذشته با استان، گفت: "
            "هوا خوب است.",
            [],
        ),
        # That somebody comes is news.
        ("استاندار از حضور وزیر نیرو در روز دوم اجلاس خبر داد.", []),
        # An outcome is nothing to be done.
        ("استاندار گفت: صادرات انار موجب رونق بازارچه مرزی می‌شود.", []),
        # Nor is the part that a border plays.
        ("استاندار بر نقش مرز سرو در توسعه مراودات تاکید کرد.", []),
    ],
)
def test_what_is_wanted(text: str, expected: list[str]) -> None:
    assert wanted(text) == expected


def test_a_journey_to_attend_a_summit_is_no_summit() -> None:
    text = (
        "استاندار منگیستائو قزاقستان به منظور شرکت در نخستین اجلاس استانداران خزر وارد "
        "رشت شد و با استاندار گیلان دیدار کرد."
    )
    kinds = {one.kind for one in read(text).meetings}
    assert "summit" not in kinds
    assert "meeting" in kinds


def test_a_summit_is_announced_at_the_end_of_a_long_sentence() -> None:
    record = read(
        "date 2025-11-17 نخستین اجلاس استانداران استان‌های ساحلی کشورهای حاشیه دریای "
        "خزر، فردا و پس‌فردا با شعار همسایگان نزدیک در تالار بزرگ شهر رشت برگزار "
        "می‌شود."
    )
    assert [(m.kind, m.status, m.date) for m in record.meetings] == [
        ("summit", "planned", date(2025, 11, 18))
    ]


def test_a_delegation_may_be_from_somewhere() -> None:
    record = read(
        "رئیس اتاق بازرگانی زنجان گفت: هیئت تجاری ۱۰ نفره از استان بابل عراق فردا به "
        "زنجان سفر خواهد کرد."
    )
    assert record.countries == ("IQ",)
    assert [m.kind for m in record.meetings] == ["delegation_visit"]
    assert [f.unit for f in record.figures] == ["نفره"]


def test_a_line_that_says_who_speaks_is_no_headline() -> None:
    record = read(
        "رئیس اتاق بازرگانی زنجان خبر داد\n\nسفر بازرگانان عراقی به زنجان\n\n"
        "رئیس اتاق بازرگانی زنجان از سفر هیئت تجاری عراق خبر داد."
    )
    assert record.article.title == "سفر بازرگانان عراقی به زنجان"


@pytest.mark.parametrize(
    ("head", "day"),
    [
        (
            "دوشنبه ۰۱ اردیبهشت ۱۴۰۴ , ۰۴:۰۹:۴۲\nنوشته شده در ۱۴۰۱/۶/۳ ساعت ۱۹:۳۶",
            date(2022, 8, 25),
        ),
        (
            "کد خبر: ۱۲۳۴۵ - سرویس استانی\nتاریخ انتشار: ۲۴ مرداد ۱۳۹۴",
            date(2015, 8, 15),
        ),
    ],
)
def test_the_day_that_a_page_says_it_was_written(head: str, day: date) -> None:
    record = read(f"{head}\n\nاستاندار فارس با سفیر هند دیدار کرد.")
    assert record.article.published == day
    assert record.article.title is None


@pytest.mark.parametrize(
    ("source", "name"),
    [
        (
            "به گزارش خبرنگار گروه استان های باشگاه خبرنگاران جوان از ساری ،",
            "باشگاه خبرنگاران جوان",
        ),
        ("به گزارش خبرگزاری صداوسیمای مرکز اردبیل", None),
        ("ایسنا/خراسان رضوی", "ایسنا"),
    ],
)
def test_an_outlet_is_no_person_and_no_bureau(source: str, name: str | None) -> None:
    record = read(
        f"{source} حمید کاملی در دیدار با سفیر عمان گفت: راه را می‌سازیم.\n"
        "استاندار اردبیل گفت: مرز باز است."
    )
    assert record.article.outlet == name
    assert record.statements[0].speaker == "حمید کاملی"


def test_a_deputy_of_the_house_is_one_of_its_head() -> None:
    record = read(
        "معاون گردشگری استانداری فارس، پیمان فرخ‌زاده در دیدار با سفیر عراق گفت: پرواز "
        "برقرار شود.\nمعاون استاندار فارس افزود: راه باز است."
    )
    assert {s.speaker for s in record.statements} == {"پیمان فرخ‌زاده"}


def test_a_name_keeps_its_letters_together() -> None:
    record = read(
        "استاندار فارس در دیدار با مهدی شوشتری سرکنسول ایران در بصره و ایگور بابوشکین "
        "استاندار آستاراخان روسیه گفت: راه باز است."
    )
    names = {p.name for p in present(record)}
    assert {"مهدی شوشتری", "ایگور بابوشکین"} <= names


def test_who_tells_of_the_holding_of_talks_was_not_in_them() -> None:
    text = (
        "سخنگوی دولت از برگزاری نشست استاندار کرمانشاه با استاندار حلبچه عراق خبر داد."
    )
    titles = {p.title for p in present(read(text))}
    assert titles == {"استاندار کرمانشاه", "استاندار حلبچه عراق"}


def test_a_line_goes_on_with_its_comma_and_pictures_are_no_words() -> None:
    record = read(
        "🔹پیشنهاد ایجاد بازارچه مشترک داده شد.\n"
        "به گزارش خبرگزاری صدا و سیما\n، مرکز ایلام\n؛ استاندار ایلام، کاوه مهرانی در "
        "دیدار با استاندار واسط عراق گفت: 🔹 راه باز است."
    )
    first = record.meetings[0].evidence[0].quote
    assert first.startswith("استاندار ایلام")
    assert "🔹" not in "".join(one.text for one in record.statements)


def test_a_body_of_several_states_is_not_of_one() -> None:
    record = read(
        "سفیر مصر، رئیس دفتر حفاظت منافع مصر، رئیس دفتر نمایندگی اکو و دفتر یونیسف "
        "آمدند."
    )
    assert "اکو مصر" not in {one.name for one in record.organisations}


def test_presiding_is_no_name() -> None:
    record = read(
        "در این نشست که به ریاست وحید پارسایی، معاون استاندار فارس برگزار شد، سفیر هند "
        "گفت: راه باز است."
    )
    names = {p.name for p in present(record)}
    assert names <= {"وحید پارسایی", None}


def test_the_words_before_a_first_colon_may_be_the_outlets() -> None:
    record = read(
        "راه امروز: تسوکادا تاناکا در دیدار با استاندار یزد اظهار کرد: راه باز است.\n"
        "سفیر ژاپن گفت: کار خوبی است."
    )
    assert record.article.outlet == "راه امروز"
    people = {p.name or p.title for p in present(record)}
    assert people == {"تسوکادا تاناکا", "استاندار یزد"}


@pytest.mark.parametrize(
    "words",
    [
        "شایسته است از این فرصت برای گسترش گردشگری استفاده کرد.",
        "باید تلاش شود آیین گشایش راه‌آهن باشکوه باشد.",
        "برای بررسی خشکسالی به سه استان سفر می‌کنیم.",
    ],
)
def test_what_asks_for_nothing(words: str) -> None:
    assert wanted(f"سفیر ژاپن در دیدار با استاندار یزد گفت: {words}") == []


def test_two_digits_behind_a_day_are_a_year() -> None:
    record = read("استاندار گفت: راه‌آهن روز ۲۰ آذرماه ۹۹ راه افتاد.")
    assert record.figures == ()


def test_a_ceremony_of_two_states_is_one_with_those_who_came() -> None:
    record = read(
        "مراسم سالگرد استقلال ترکیه با حضور معاون سیاسی استاندار آذربایجان غربی و "
        "سرکنسول ترکیه در ارومیه برگزار شد."
    )
    assert [(m.kind, m.status) for m in record.meetings] == [("ceremony", "held")]
    assert {p.side for p in record.meetings[0].participants} == {"iran", "foreign"}


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("مشکلات این مرز حل خواهد شد.", "مشکلات این مرز"),
        ("مشکلات موجود در مرز با کمک طرفین قابل حل است.", "مشکلات موجود در مرز"),
    ],
)
def test_an_obstacle_ends_before_what_becomes_of_it(words: str, text: str) -> None:
    record = read(f"استاندار اردبیل گفت: {words}")
    assert [one.text for one in record.obstacles] == [text]


def test_no_difficulty_is_no_obstacle() -> None:
    assert read("استاندار اردبیل گفت: بدون مشکل برقرار بوده است.").obstacles == ()


def test_what_is_added_to_a_list_of_wishes_is_news() -> None:
    found = wanted(
        "استاندار آسفالت جاده ماهیرود و کاشت کمربند سبز را دو پیشنهاد استان عنوان "
        "کرد و افزود: صادرات استان از این مرز امسال به ۴۳۰ میلیون دلار رسید."
    )
    assert found == ["آسفالت جاده ماهیرود و کاشت کمربند سبز"]


def test_instead_is_kept_where_a_thing_begins_with_it() -> None:
    (found,) = wanted("استاندار گفت: به جای رقابت باید نشان مشترکی برای زعفران بسازیم.")
    assert found.startswith("به جای رقابت")


def test_building_is_sought_and_no_half_of_a_verb() -> None:
    assert wanted("استاندار گیلان خواستار ساخت دیوار ساحلی شد.") == ["ساخت دیوار ساحلی"]
