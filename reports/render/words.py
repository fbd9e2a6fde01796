"""The words that are printed for codes, read once from `templates/words.toml`."""

import tomllib
from functools import cache
from typing import Any

from reports.places import TEMPLATES


@cache
def words() -> dict[str, dict[str, Any]]:
    """Return the printed words by group and code."""
    return tomllib.loads((TEMPLATES / "words.toml").read_text("utf-8"))
