"""The grammar of Persian that the readers of text need, kept as TOML beside this file.

A form is written there as an editor would set it. A half-space or a space in it
matches a space, or none, since pages lose either.
"""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

from reports.text.fold import ZWNJ, fold

#: No letter before, no letter after. Digits may touch a word: pages print `2` and the
#: next word without a space.
START = r"(?<![^\W\d_])"
END = r"(?![^\W\d_])"


@cache
def grammar(name: str) -> dict[str, Any]:
    """Return the word list `name`, as written."""
    source = files(__package__).joinpath(f"{name}.toml").read_text("utf-8")
    return tomllib.loads(source)


def plain(form: str) -> str:
    """Return the key that every spacing of `form` shares: folded, without spaces."""
    return fold(form).text.replace(" ", "")


def spaced(form: str) -> str:
    """Return `form` folded, its half-spaces widened to spaces."""
    return fold(form.replace(ZWNJ, " ")).text


def choices(forms: Iterable[str]) -> str:
    """Return a pattern, without groups, that matches any of `forms`, longest first."""
    widened = sorted({spaced(form) for form in forms}, key=lambda f: (-len(f), f))
    return "|".join(re.escape(form).replace(r"\ ", "[ ]?") for form in widened)
