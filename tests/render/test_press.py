"""The facts of the PDF: fonts, language, tags, pages, order, repeated headers."""

import hashlib
import inspect
import io
import re

import pikepdf
import pytest
from weasyprint.draw import text as drawing

from reports.render import to_pdf
from reports.render.fontfaces import FONT_NAMES
from reports.render.textlayer import KNOWN, keep_letters
from reports.text.digits import fa
from tests.elsewhere import elsewhere
from tests.render.pages import CHARTS, page, printed, texts

NAMES = ["usual", "empty", "several", "long"]
#: Between the fewest and the most pages that we should be surprised at.
PAGES = {"usual": (6, 9), "empty": (3, 4), "several": (5, 10), "long": (18, 32)}
#: The share of Persian words that pdfium reads back.
FLOOR = 0.99

PERSIAN = re.compile(r"[\u0621-\u06cc\u200c]{2,}")


def opened(name: str) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(printed(name).pdf))


@pytest.mark.parametrize("name", NAMES)
def test_the_press_does_not_grumble(name: str) -> None:
    assert printed(name).complaints == ()
    assert printed(name).sticking_out == ()


@pytest.mark.parametrize("name", NAMES)
def test_the_number_of_pages(name: str) -> None:
    with opened(name) as pdf:
        assert len(pdf.pages) == printed(name).pages
        assert PAGES[name][0] <= len(pdf.pages) <= PAGES[name][1]
        for leaf in pdf.pages:
            width, height = (float(leaf.mediabox[n]) for n in (2, 3))
            assert (round(width), round(height)) == (595, 842)


@pytest.mark.parametrize("name", NAMES)
def test_only_our_fonts_are_inside_and_are_told(name: str) -> None:
    with opened(name) as pdf:
        found = {
            str(one["/BaseFont"]).partition("+")[2]
            for one in pdf.objects
            if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/Font"
        }
    assert found == {"Vazirmatn", "Vazirmatn-Bold"}
    assert set(printed(name).fonts) == found


def test_cyrillic_is_set_in_the_companion_and_told() -> None:
    page = '<html lang="fa" dir="rtl"><title>-</title><p>الف <b>Москва</b> Ə'
    told = to_pdf(f"{page} ə")
    assert told.fonts == ("Roboto-Bold", "Vazirmatn")
    assert set(told.fonts) <= FONT_NAMES


@pytest.mark.parametrize("name", NAMES)
def test_language_tags_title_and_direction(name: str) -> None:
    with opened(name) as pdf:
        root = pdf.Root
        assert str(root["/Lang"]) == "fa"
        assert bool(root["/MarkInfo"]["/Marked"])
        assert root["/ViewerPreferences"]["/Direction"] == "/R2L"
        assert bool(root["/ViewerPreferences"]["/DisplayDocTitle"])
        assert str(pdf.docinfo["/Title"]).startswith("روابط")
        with pdf.open_metadata() as told:
            assert told["pdfuaid:part"] == "1"


def test_the_outline_names_every_section() -> None:
    with opened("usual") as pdf, pdf.open_outline() as outline:
        (cover,) = outline.root
        names = [one.title for one in cover.children]
    assert names[0] == "۱. خلاصه"
    assert names[-1] == "۱۳. منابع"
    assert len(names) == 13


def test_the_contents_give_the_page_of_every_section() -> None:
    contents = texts(printed("usual").pdf)[1].splitlines()
    with opened("usual") as pdf, pdf.open_outline() as outline:
        pages = [leaf.objgen for leaf in pdf.pages]
        for item in outline.root[0].children:
            target = pages.index(item.destination[0].objgen) + 1
            name = item.title.partition(". ")[2].split()[0]
            (line,) = [one for one in contents if name in one and " . . " in one]
            assert line.split()[-1] == fa(target)


HEADERS = {"آستارا": "شرکت\u200cکنندگان", "پیشنهاد آزمایشی": "پیشنهاددهنده"}


@pytest.mark.parametrize("cell", HEADERS)
def test_a_long_table_repeats_its_header_on_every_page(cell: str) -> None:
    body = [text for text in texts(printed("long").pdf)[2:] if cell in text]
    assert len(body) > 3, "the table runs over several pages"
    assert all(HEADERS[cell] in text for text in body)


def test_samples_are_marked_on_every_page() -> None:
    pages = texts(printed("long").pdf)
    assert all("نمونه" in text for text in pages), "every page says so"
    assert not any("نمونه\r" in text for text in texts(printed("empty").pdf))


@pytest.mark.parametrize("name", ["usual", "long"])
def test_words_can_be_copied_and_searched(name: str) -> None:
    shown = re.sub(r"<[^>]+>", " ", page(name).partition("<body")[2])
    words = {word.strip("\u200c") for word in PERSIAN.findall(shown)}
    read = " ".join(texts(printed(name).pdf))
    kept = {word for word in words if word in read}
    assert len(kept) / len(words) >= FLOOR, sorted(words - kept)
    joined = {word for word in words if "\u200c" in word}
    assert len(joined) > 20
    assert len(joined & kept) / len(joined) >= FLOOR, sorted(joined - kept)


TURNED = "کالای اسلامی الله آیت\u200cالله عبدالله لله خانهٔ اولاً می\u200cآید مسئولان بلا"


@pytest.mark.parametrize("tag", ["p", "b"])
def test_letters_that_are_drawn_as_one_are_read_in_their_order(tag: str) -> None:
    page = f'<html lang="fa" dir="rtl"><title>-</title><{tag}>{TURNED}</{tag}>'
    read = texts(to_pdf(page).pdf)[0].splitlines()[0]
    assert read.split() == TURNED.split()


def test_the_drawing_loop_is_the_one_that_we_know() -> None:
    assert keep_letters()
    plain = inspect.unwrap(drawing.draw_first_line)
    assert hashlib.sha256(inspect.getsource(plain).encode()).hexdigest() == KNOWN


def test_the_same_page_gives_the_same_bytes_in_any_process() -> None:
    mine = to_pdf(page("empty"), charts=CHARTS).pdf
    assert elsewhere("tests.render.pages", "printed('empty').pdf") == mine
