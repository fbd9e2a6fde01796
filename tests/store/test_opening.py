"""A store that cannot be opened says why, and what to do."""

from pathlib import Path

import pytest

from reports.errors import StoreError
from reports.store import open_store

BAD = {
    "no URL": ("reports.db", "not the URL", "sqlite:///data/reports.db"),
    "no such database": ("oracle://x/y", "oracle: this is not the URL", "postgresql"),
    "no file": ("sqlite://", "names no file", "sqlite:///data"),
    "a folder": ("sqlite:///{here}", "unable to open", "can be written to"),
    "below a file": ("sqlite:///{here}/file/x.db", "cannot be made", "--store"),
    "not a database": ("sqlite:///{here}/file", "not a database", "--store"),
    "no such driver": (
        "postgresql+nosuch://me:secret@host/x",
        "the driver of this store",
        "psycopg",
    ),
    "no server": (
        "postgresql+psycopg://me:secret@/x?host={here}",
        "connect",
        "check that the database runs",
    ),
}


@pytest.mark.parametrize(("address", "why", "hint"), BAD.values(), ids=BAD)
def test_bad_url_is_explained(
    tmp_path: Path, address: str, why: str, hint: str
) -> None:
    (tmp_path / "file").write_text("not a database, but long enough to look at")
    with pytest.raises(StoreError, match=why) as caught:
        open_store(address.format(here=tmp_path))
    assert hint in caught.value.hint
    assert "secret" not in str(caught.value)
