"""Every topic is known by its words, and the order settles what is both."""

import pytest

from reports.extract.topics import topic
from tests.extract.reading import document
from tests.lexicon.wordlists import words

#: Wordings of proposals by the code of their topic.
WORDINGS = {
    "trade.general": ["توسعهٔ مراودات تجاری", "افزایش صادرات", "رشد مبادلات دو استان"],
    "trade.tariff": ["بررسی تعرفه‌های ترجیحی", "اجرای توافق تجارت آزاد"],
    "trade.suitcase": ["ساماندهی تجارت چمدانی", "رونق پیله‌وری", "تجارت ته‌لنجی"],
    "trade.exhibition": ["برگزاری نمایشگاه مشترک", "برپایی پاویون", "حضور در اکسپو"],
    "trade.centre": ["ایجاد مرکز تجاری", "گشایش خانهٔ تجارت"],
    "trade.barter": ["تهاتر گاز با برنج"],
    "border.open": ["بازگشایی مرز سومار", "رسمی‌شدن گذرگاه"],
    "border.market": ["فعال‌شدن بازارچه", "تجارت در بازارچهٔ مرزی"],
    "border.terminal": ["تجهیز پایانهٔ مرزی", "ایجاد زیرساخت‌های مشترک"],
    "border.passage": ["تسهیل تردد مرزنشینان", "تردد مسافر"],
    "customs.procedure": ["حل مسائل گمرکی", "تسریع در ترخیص", "نصب ایکس‌ری"],
    "customs.standard": ["پذیرش گواهی استاندارد", "قرنطینهٔ نباتی"],
    "transport.rail": ["احداث بارانداز لجستیکی ریلی", "اتصال راه‌آهن در مرز"],
    "transport.road": ["ساخت پل", "بهسازی جاده", "احداث بزرگراه"],
    "transport.sea": ["راه‌اندازی خط کشتیرانی", "لایروبی بندر"],
    "transport.air": ["برقراری پرواز مستقیم"],
    "transport.truck": ["تردد کامیون‌ها", "روان‌سازی کار رانندگان"],
    "transport.corridor": ["تکمیل کریدور شمال - جنوب", "توسعهٔ ترانزیت"],
    "transport.logistics": ["ساخت بارانداز", "ایجاد مرکز لجستیک"],
    "invest.joint": ["سرمایه‌گذاری مشترک", "جذب سرمایه"],
    "invest.industrial_park": ["ایجاد شهرک صنعتی مشترک"],
    "invest.free_zone": ["ایجاد منطقهٔ آزاد مشترک", "منطقهٔ ویژهٔ مشترک"],
    "invest.facilitation": ["معرفی فرصت‌های سرمایه‌گذاری", "مجوز سرمایه‌گذاری"],
    "finance.payment": ["تسهیل مبادلات مالی", "تسویه با پول ملی"],
    "finance.banking": ["گشایش شعبهٔ بانک"],
    "finance.fund": ["ایجاد صندوق مشترک"],
    "finance.insurance": ["بیمهٔ متقابل"],
    "industry.manufacturing": ["تولید مشترک خودرو", "ساخت کارخانه"],
    "industry.mining": ["اکتشاف معادن", "فرآوری مس"],
    "industry.technology": ["همکاری دانش‌بنیان", "انتقال فناوری"],
    "industry.engineering": ["خدمات فنی و مهندسی"],
    "agri.crops": ["خرید زعفران", "مبادلهٔ محصولات کشاورزی"],
    "agri.livestock": ["خرید دام زنده", "پرورش طیور"],
    "agri.fisheries": ["همکاری شیلاتی", "پرورش میگو"],
    "agri.greenhouse": ["ساخت گلخانه"],
    "agri.overseas": ["کشت فراسرزمینی"],
    "agri.inputs": ["خرید گندم", "تأمین نهاده‌های دامی"],
    "energy.power": ["صادرات برق", "ساخت نیروگاه"],
    "energy.oilgas": ["سوآپ گاز", "فروش سوخت"],
    "energy.renewable": ["ساخت نیروگاه خورشیدی"],
    "energy.water": ["پرداخت حقابهٔ هیرمند", "ساخت سد مشترک"],
    "tourism.general": ["توسعهٔ گردشگری", "برپایی تور"],
    "tourism.health": ["توسعهٔ گردشگری سلامت"],
    "tourism.heritage": ["مرمت کاروان‌سرا", "معرفی صنایع دستی"],
    "pilgrimage.arbaeen": ["خدمات اربعین", "برپایی موکب"],
    "pilgrimage.visit": ["سفر زیارتی", "جذب زائر"],
    "pilgrimage.passage": ["تسهیل تردد زائران"],
    "pilgrimage.service": ["اسکان زائران"],
    "health.treatment": ["درمان بیماران", "ساخت بیمارستان"],
    "health.pharma": ["فروش دارو", "ساخت واکسن"],
    "health.equipment": ["خرید تجهیزات پزشکی"],
    "science.exchange": ["تبادل دانشجو"],
    "science.university": ["همکاری دانشگاه‌ها"],
    "science.techpark": ["ایجاد پارک علم و فناوری"],
    "science.vocational": ["آموزش مهارت جوشکاری"],
    "culture.event": ["برگزاری هفتهٔ فرهنگی", "جشنوارهٔ مشترک"],
    "culture.language": ["گسترش زبان فارسی"],
    "culture.sport": ["مسابقات ورزشی"],
    "culture.media": ["همکاری رسانه‌ای"],
    "consular.visa": ["لغو روادید", "صدور ویزا"],
    "consular.office": ["گشایش کنسولگری", "ایجاد دفتر نمایندگی"],
    "consular.nationals": ["ساماندهی اتباع"],
    "consular.prisoners": ["انتقال زندانیان"],
    "diplo.mou": ["پیگیری تفاهم‌نامه"],
    "diplo.committee": ["تشکیل کارگروه", "برپایی کمیته"],
    "diplo.visit": ["تبادل هیئت", "سفر متقابل"],
    "diplo.sister_city": ["خواهرخواندگی دو شهر"],
    "diplo.summit": ["میزبانی اجلاس"],
    "diplo.roadmap": ["تدوین نقشهٔ راه"],
    "diplo.devolution": ["افزایش اختیارات استانداران"],
    "env.sea": ["حفظ محیط زیست دریای خزر"],
    "env.dust": ["مهار ریزگردها"],
    "env.disaster": ["کمک امدادی به سیل‌زدگان", "مقابله با زلزله"],
    "security.border": ["امنیت مرزها"],
    "security.trafficking": ["مبارزه با قاچاق"],
    "security.terror": ["مقابله با تروریسم"],
    "urban.management": ["مدیریت پسماند", "شهر هوشمند"],
    "general.other": ["گفت‌وگو دربارهٔ آن"],
}
CASES = [(code, wording) for code, some in WORDINGS.items() for wording in some]


@pytest.mark.parametrize(("code", "wording"), CASES)
def test_a_wording_has_its_topic(code: str, wording: str) -> None:
    doc = document(f"{wording} است.")
    assert topic(doc, 0, len(doc.words) - 2) == code


def test_every_topic_has_a_wording() -> None:
    assert {entry["code"] for entry in words("topics")["topic"]} == set(WORDINGS)


#: Wordings that fit two topics, and the one that comes first.
BOTH = {
    "گشایش کنسولگری برای سرمایه‌گذاران": "consular.office",
    "گردشگری زیارتی": "pilgrimage.visit",
    "تجارت در بازارچهٔ مرزی": "border.market",
    "خط ریلی تا نقطهٔ مرزی": "transport.rail",
    "رفع مشکلات گمرکی تجارت": "customs.procedure",
}


@pytest.mark.parametrize("wording", BOTH)
def test_what_is_both_goes_to_the_first(wording: str) -> None:
    doc = document(f"{wording} است.")
    assert topic(doc, 0, len(doc.words) - 2) == BOTH[wording]
