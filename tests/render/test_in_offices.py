"""Documents and sheets as an office opens them: LibreOffice, once for all of them."""

import re
import shutil
import subprocess
from pathlib import Path

import pypdfium2
import pytest

from tests.render.pages import briefing, texts
from tests.render.test_sheets import made as sheets
from tests.render.test_word import made as document

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
PERSIAN = re.compile("[\u0621-\u06cc\u200c]{3,}")


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with what LibreOffice prints of each file."""
    if OFFICE is None:
        pytest.skip("no LibreOffice on this machine: office files are not opened")
    folder = tmp_path_factory.mktemp("office")
    for name in ("usual", "moved", "country"):
        (folder / f"{name}-words.docx").write_bytes(document(name))
        (folder / f"{name}-sheets.xlsx").write_bytes(sheets(name))
    files = sorted(folder.iterdir())
    home = f"-env:UserInstallation={(folder / 'home').as_uri()}"
    told = subprocess.run(
        [OFFICE, home, "--headless", "--convert-to", "pdf", "--outdir", folder, *files],
        capture_output=True,
        text=True,
        check=True,
        timeout=240,
    )
    assert told.stdout.count("-> ") == len(files), told
    return folder


def fonts(pdf: bytes) -> set[str]:
    found = re.findall(rb"/BaseFont\s*/(?:[A-Z]{6}\+)?([A-Za-z-]+)", pdf)
    return {name.decode() for name in found}


@pytest.mark.parametrize("name", ["usual", "moved", "country"])
def test_a_document_keeps_its_words_its_typeface_and_its_direction(
    printed: Path, name: str
) -> None:
    pdf = (printed / f"{name}-words.pdf").read_bytes()
    assert fonts(pdf) == {"Vazirmatn-Regular", "Vazirmatn-Bold"}
    pages = texts(pdf)
    told = " ".join(pages)
    assert "محرمانه" in pages[-1], "above every page"
    wanted = set(PERSIAN.findall(briefing(name).subject.name))
    assert all(word in told for word in wanted)
    assert starts_at_the_right(pdf, "فهرست")


@pytest.mark.parametrize("name", ["usual", "moved", "country"])
def test_sheets_run_from_the_right(printed: Path, name: str) -> None:
    pdf = (printed / f"{name}-sheets.pdf").read_bytes()
    assert starts_at_the_right(pdf, "بخش")
    assert "روابط خارجی" in texts(pdf)[0]


def starts_at_the_right(pdf: bytes, word: str) -> bool:
    """Say whether the last place of a word on the first pages is at the right edge."""
    opened = pypdfium2.PdfDocument(pdf)
    right = 0.0
    for leaf in [opened[number] for number in range(min(2, len(opened)))]:
        words = leaf.get_textpage()
        found = words.search(word)
        while place := found.get_next():
            for index in range(place[0], sum(place)):
                right = max(right, words.get_charbox(index)[2] / leaf.get_width())
        found.close()
        words.close()
        leaf.close()
    opened.close()
    return right > 0.85
