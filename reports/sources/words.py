"""Tell a text from what is none, before anything else looks at it."""

import codecs
import unicodedata

from reports.sources.refusal import Refusal

#: The most bytes that one article may have. News pages have 2 to 30 thousand; what is
#: a hundred times longer is a book or a dump, and would hold up the rest.
LARGEST = 1_000_000


def read_text(content: bytes, *, origin: str) -> str | Refusal:
    """Return `content` as it is written, decoded and nothing else, or why not."""
    if len(content) > LARGEST:
        return _refusal(
            origin,
            f"it is larger than {LARGEST} bytes, the most an article may have",
            "split it into articles, or write them as lines of a .jsonl file",
        )
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _refusal(origin, "it is in UTF-16, not UTF-8", "save it as UTF-8")
    if b"\0" in content:
        return _refusal(origin, "it is a binary file, not a text", "")
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as problem:
        return _refusal(
            origin,
            f"it is not UTF-8: byte {problem.start} is 0x{content[problem.start]:02x}",
            "save it as UTF-8; old Persian files are often in Windows-1256",
        )
    why = flaw(text)
    return _refusal(origin, why, "") if why else text


def flaw(text: str) -> str:
    """Return why a decoded text cannot be an article, or nothing when it can."""
    if any("\ud800" <= char <= "\udfff" for char in text):
        return "it holds half of a character (a lone surrogate)"
    if "\0" in text:
        return "it holds a NUL character"
    if not any(unicodedata.category(char)[0] in "LN" for char in text):
        return "it is empty: there is not one letter in it"
    return ""


def _refusal(origin: str, why: str, hint: str) -> Refusal:
    """Return the refusal of one text."""
    return Refusal(origin=origin, why=why, hint=hint)
