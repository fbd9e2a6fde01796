"""The words that are printed for codes, read once from `templates/words.toml`."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from reports.errors import RenderError
from reports.places import TEMPLATES
from reports.render.folder import found

Words = dict[str, dict[str, Any]]


@cache
def words(templates: Path | None = None) -> Words:
    """Return the printed words by group and code, those of `templates` before ours."""
    ours = _read(TEMPLATES / "words.toml")
    theirs = _read(found("words.toml", templates))
    return {group: ours[group] | theirs.get(group, {}) for group in ours}


def _read(path: Path) -> Words:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise RenderError(
            str(path), str(problem), hint="mend the file; ours shows how it is written"
        ) from problem
