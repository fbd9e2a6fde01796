"""What is read as an article, and what is refused, by name and with a reason."""

import datetime
import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.model import Article
from reports.sources import LARGEST, Refusal, articles, listing

TEXT = "استاندار با سفیر دیدار کرد.\r\n\n  دو نقطه: همکاری‌های مرزی \n"


def write(path: Path, content: bytes | str) -> Path:
    """Write a file, with the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def read(*paths: Path) -> list[Article]:
    """Return the articles that are read; refuse refusals."""
    found = list(articles(paths))
    assert [item for item in found if isinstance(item, Refusal)] == []
    return [item for item in found if isinstance(item, Article)]


def refused(*paths: Path) -> list[Refusal]:
    """Return what is refused."""
    return [item for item in articles(paths) if isinstance(item, Refusal)]


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.TXT"])
def test_text_is_exactly_what_was_decoded(tmp_path: Path, name: str) -> None:
    path = write(tmp_path / name, "\ufeff" + TEXT)
    (article,) = read(path)
    assert article == Article(id="a", text="\ufeff" + TEXT, origin=str(path))


def test_folder_is_read_in_sorted_order_without_what_is_no_article(
    tmp_path: Path,
) -> None:
    for name in ["b/2.txt", "b/1.md", "a/3.jsonl", "c.txt"]:
        write(tmp_path / name, json.dumps({"text": TEXT}) if "jsonl" in name else TEXT)
    for name in ["README.md", "a/readme.txt", "a/x.pdf", ".git/y.txt", "b/._1.md"]:
        write(tmp_path / name, TEXT)
    found = listing([tmp_path])
    assert [article.id[:2] for article in read(tmp_path)] == ["c", "3-", "1", "2"]
    assert found.skipped == 4  # what lies in a hidden folder is not even counted


def test_file_named_twice_is_read_once(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", TEXT)
    assert len(read(path, tmp_path, path)) == 1


def test_readme_is_read_when_it_is_named(tmp_path: Path) -> None:
    assert len(read(write(tmp_path / "README.md", TEXT))) == 1


CONTENTS = {
    "empty": (b"", "is empty"),
    "only blanks": ("\ufeff \n\u200c\r\n".encode(), "is empty"),
    "Windows-1256": ("استان".encode("cp1256"), "not UTF-8: byte 0 is 0xc7"),
    "cut in a character": ("استان".encode()[:-1], "not UTF-8"),
    "UTF-16": ("استان".encode("utf-16"), "UTF-16"),
    "binary": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "binary"),
    "text with a NUL": ("استان\0".encode(), "binary"),
    "too large": (b"a" * (LARGEST + 1), f"larger than {LARGEST} bytes"),
}


@pytest.mark.parametrize(("content", "why"), CONTENTS.values(), ids=CONTENTS)
def test_bad_file_is_refused_and_the_rest_is_read(
    tmp_path: Path, content: bytes, why: str
) -> None:
    bad = write(tmp_path / "a.txt", content)
    good = write(tmp_path / "b.txt", TEXT)
    refusal, article = articles([tmp_path])
    assert isinstance(refusal, Refusal)
    assert refusal.origin == str(bad)
    assert why in refusal.why
    assert article == Article(id="b", text=TEXT, origin=str(good))


def test_largest_file_is_read(tmp_path: Path) -> None:
    assert len(read(write(tmp_path / "a.txt", b"a" * LARGEST))) == 1


def test_named_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    pdf, bare = write(tmp_path / "a.pdf", TEXT), write(tmp_path / "b", TEXT)
    first, second = refused(pdf, bare)
    assert ".pdf is not a kind we read" in first.why
    assert "without an ending" in second.why
    assert ".txt" in first.hint


def test_missing_file_is_refused(tmp_path: Path) -> None:
    (refusal,) = refused(tmp_path / "a.txt")
    assert refusal.why == "no such file or directory"


def test_folder_without_articles_is_refused(tmp_path: Path) -> None:
    write(tmp_path / "a.pdf", TEXT)
    (refusal,) = refused(tmp_path)
    assert refusal.origin == str(tmp_path)
    assert refusal.why == "the folder holds no article"


def test_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    (refusal,) = refused(tmp_path)
    assert refusal.why == "it is neither a file nor a folder"


def test_broken_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")
    (refusal,) = refused(tmp_path)
    assert refusal.why == "no such file or directory"


def test_name_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path / os.fsdecode(b"\xd3.txt"), TEXT)
    (refusal,) = refused(path)
    assert refusal.why == "its name is not written in UTF-8"
    assert refusal.origin.isascii()  # it can be printed


def test_later_file_of_one_id_is_refused(tmp_path: Path) -> None:
    first = write(tmp_path / "a" / "1.txt", TEXT)
    second = write(tmp_path / "b" / "1.md", TEXT)
    article, refusal = articles([tmp_path])
    assert isinstance(article, Article)
    assert isinstance(refusal, Refusal)
    assert refusal.origin == str(second)
    assert str(first) in refusal.why


def test_line_tells_all_that_an_article_has(tmp_path: Path) -> None:
    said = {
        "id": 7,
        "text": TEXT,
        "title": "عنوان",
        "published": "2025-12-13T23:30:00+03:30",
        "outlet": "خبرگزاری",
        "url": "news/7",
        "of no matter": [1],
    }
    path = write(tmp_path / "feed.jsonl", "\ufeff" + json.dumps(said))
    (article,) = read(path)
    assert article == Article(
        id="7",
        text=TEXT,
        origin=f"{path}:1",
        title="عنوان",
        published=datetime.date(2025, 12, 13),
        outlet="خبرگزاری",
        url="news/7",
    )


def test_line_without_id_is_named_after_its_file_and_what_it_holds(
    tmp_path: Path,
) -> None:
    first, second = json.dumps({"text": TEXT}), json.dumps({"text": TEXT * 2})
    found = read(write(tmp_path / "feed.jsonl", f"{first}\n\n{second}\n"))
    path = write(tmp_path / "b" / "feed.jsonl", f"{second}\n{first}\n")
    assert [one.id for one in read(path)] == [one.id for one in reversed(found)]
    assert all(one.id.startswith("feed-") for one in found)


def test_line_without_id_keeps_its_name_when_the_page_is_corrected(
    tmp_path: Path,
) -> None:
    lines = [json.dumps({"text": TEXT * n, "url": "x.example/1"}) for n in (1, 2)]
    first, second = (
        read(write(tmp_path / str(n) / "feed.jsonl", line))[0]
        for n, line in enumerate(lines)
    )
    assert first.id == second.id


LINES = {
    "no JSON": (b"{", "no article"),
    "no object": (b"[1]", "no article"),
    "no text": (b'{"id": "a"}', "`text`"),
    "text of another type": (b'{"text": 1}', "`$.text`"),
    "not UTF-8": (b'{"text": "\xc7"}', "no article"),
    "half a character": (b'{"text": "a\\ud800b"}', "no article"),
    "a NUL": (b'{"text": "a\\u0000"}', "NUL"),
    "empty text": (b'{"text": " "}', "is empty"),
    "Jalali day": (b'{"text": "a", "published": "1404-09-22"}', "no Gregorian day"),
    "no day": (b'{"text": "a", "published": "yesterday"}', "no Gregorian day"),
    "large text": (b'{"text": "%s"}' % (b"a" * (LARGEST + 1)), "larger than"),
    "long line": (b'{"text": "%s"}' % (b"a" * (4 * LARGEST)), "longer than"),
}


@pytest.mark.parametrize(("line", "why"), LINES.values(), ids=LINES)
def test_bad_line_is_refused_and_the_rest_is_read(
    tmp_path: Path, line: bytes, why: str
) -> None:
    good = json.dumps({"text": TEXT, "id": "good"}).encode()
    path = write(tmp_path / "feed.jsonl", line + b"\n" + good)
    refusal, article = articles([path])
    assert isinstance(refusal, Refusal)
    assert refusal.origin == f"{path}:1"
    assert why in refusal.why
    assert isinstance(article, Article)
    assert article.id == "good"
    assert article.origin == f"{path}:2"


def test_empty_file_of_lines_is_refused(tmp_path: Path) -> None:
    (refusal,) = refused(write(tmp_path / "feed.jsonl", "\n \n"))
    assert "is empty" in refusal.why


def test_later_line_of_one_id_is_refused(tmp_path: Path) -> None:
    line = json.dumps({"text": TEXT, "id": "a"})
    path = write(tmp_path / "feed.jsonl", f"{line}\n{line}\n")
    article, refusal = articles([path])
    assert isinstance(article, Article)
    assert isinstance(refusal, Refusal)
    assert refusal.origin == f"{path}:2"


@given(content=st.binary() | st.text(st.sampled_from("ا \u200c\ufeff\0\r")))
def test_bytes_are_an_article_word_for_word_or_refused(
    tmp_path_factory: pytest.TempPathFactory, content: bytes | str
) -> None:
    path = write(tmp_path_factory.getbasetemp() / "any.txt", content)
    (one,) = articles([path])
    if isinstance(one, Article):
        assert one.text.encode() == path.read_bytes()
    else:
        assert one.why
