"""The doctor finds what is wrong, and says what to do about it."""

import sqlite3
from pathlib import Path

import pytest

from reports import checkup
from reports.checkup import FONT_FILES, Check, checks, post_checks
from tests.deliver.servers import serving
from tests.store.examples import article, keep, record


def find(name: str, tmp_path: Path, *, fonts: Path | None = None) -> Check:
    """Return what the doctor says of one thing."""
    url = f"sqlite:///{tmp_path}/data/reports.db"
    fonts = fonts or checkup.FONTS
    told = checks(store_url=url, out=tmp_path / "out", fonts=fonts)
    return next(check for check in told if check.name == name)


def test_missing_font_is_named(tmp_path: Path) -> None:
    first, *others = FONT_FILES
    for name in others:
        (tmp_path / name).write_bytes(b"")
    told = find("fonts", tmp_path, fonts=tmp_path)
    assert not told.well
    assert told.says == f"missing: {first}"
    (tmp_path / first).write_bytes(b"")
    assert find("fonts", tmp_path, fonts=tmp_path).well


def test_missing_library_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checkup, "LIBRARIES", {"Pango": ("libnothing.so.0",)})
    told = find("Pango", tmp_path)
    assert not told.well
    assert told.says == "libnothing.so.0 is missing"
    assert "libpango-1.0-0" in told.hint


def test_output_below_a_file_is_not_well(tmp_path: Path) -> None:
    assert find("output", tmp_path).well
    (tmp_path / "out").write_bytes(b"")
    told = find("output", tmp_path)
    assert not told.well
    assert "--out" in told.hint


def test_new_store_is_made(tmp_path: Path) -> None:
    assert find("store", tmp_path).says == "0 subjects"
    assert (tmp_path / "data" / "reports.db").is_file()


def test_nothing_is_left_in_the_output_folder(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    find("output", tmp_path)
    assert list(out.iterdir()) == []


def test_what_is_kept_is_looked_at(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/data/reports.db"
    keep(url, (article("a"), record("a", provinces=("IR-24",))))
    assert find("what is kept", tmp_path).well
    with sqlite3.connect(tmp_path / "data" / "reports.db") as raw:
        raw.execute("DELETE FROM about")
    raw.close()
    told = find("what is kept", tmp_path)
    assert not told.well
    assert told.says == "article a: it is not in the lists of its subjects"
    assert "gather" in told.hint


def post(path: Path) -> list[str]:
    """Return what the doctor says of the settings and of the post."""
    told = post_checks(path, password=lambda _server: None)
    return [f"{one.name} {one.well}: {one.says}" for one in told]


def test_settings_and_the_server_of_the_post_are_tried(tmp_path: Path) -> None:
    path = tmp_path / "briefings.toml"
    assert post(path) == []
    path.write_text("[smpt]\n", "utf-8")
    (said,) = post(path)
    assert said.startswith(f"settings False: {path}:1: the file has no key")
    path.write_text("", "utf-8")
    assert post(path) == [f"settings True: {path}"]
    with serving() as (_, port):
        server = f'[smtp]\nhost = "127.0.0.1"\nport = {port}\ntls = "none"\n'
        path.write_text(server, "utf-8")
        assert post(path)[1] == f"post True: 127.0.0.1:{port}"
    assert post(path)[1].startswith(f"post False: 127.0.0.1:{port}: ")
