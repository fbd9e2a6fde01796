"""The files that pages are made from: a folder of the user's goes before our own."""

from pathlib import Path

from reports.places import TEMPLATES


def found(name: str, templates: Path | None) -> Path:
    """Return the file `name` of the user's folder, or else our own."""
    if templates is not None and (templates / name).is_file():
        return templates / name
    return TEMPLATES / name
