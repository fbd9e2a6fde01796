"""From records to the files of a period and their manifest."""

import json
from pathlib import Path

import pytest

from reports.errors import SettingsError
from reports.publish import Published, drawings, named_subjects, publish
from tests.briefing import examples as ex
from tests.render.pages import briefing


def published(out: Path, *, subjects: tuple[str, ...] = ()) -> Published:
    return publish(
        ex.USUAL,
        period="1404-09",
        named=named_subjects(),
        subjects=subjects,
        out=out,
        text_of=lambda _: ex.TEXT,
    )


def test_every_subject_gets_its_files_and_the_manifest_names_them(
    tmp_path: Path,
) -> None:
    done = published(tmp_path)
    assert [one.subject for one in done.briefings] == [
        "province/ardabil",
        "relation/az",
    ]
    told = json.loads((tmp_path / "1404-09" / "manifest.json").read_text("utf-8"))
    assert told["period"] == "1404-09"
    written = {
        path.relative_to(tmp_path).as_posix(): path.stat().st_size
        for path in tmp_path.rglob("briefing.*")
    }
    assert written == {
        file["path"]: file["bytes"]
        for one in told["briefings"]
        for file in one["files"]
    }
    assert set(done.paths) == set(written)
    assert len(written) == 6
    assert told["briefings"][0]["articles"] == ["d4", "a1", "b2"]
    assert told["briefings"][1]["articles"] == ["a1", "b2"]
    for one in done.briefings:
        assert one.complaints == ()
        assert one.pages


def test_the_same_records_give_the_same_files(tmp_path: Path) -> None:
    first = published(tmp_path / "a", subjects=("relation/az",))
    assert first == published(tmp_path / "b", subjects=("relation/az",))


def test_the_json_holds_what_was_printed(tmp_path: Path) -> None:
    published(tmp_path, subjects=("province/ardabil",))
    path = tmp_path / "1404-09" / "province" / "ardabil" / "briefing.json"
    told = json.loads(path.read_text("utf-8"))
    assert told["subject"]["code"] == "IR-24"
    assert told["chapter"]["meetings"][0]["date"] == "2025-12-12"
    assert [one["date"] for one in told["chapter"]["undated"]] == [None, None]
    assert told["chapter"]["meetings"][0]["proofs"][0]["source"] == 2


def test_a_subject_without_news_gets_a_briefing_that_says_so(tmp_path: Path) -> None:
    done = published(tmp_path, subjects=("province/yazd",))
    assert done.briefings[0].articles == ()
    page = (tmp_path / "1404-09/province/yazd/briefing.html").read_text("utf-8")
    assert "هیچ‌یک در این دوره دربارهٔ این موضوع نبود" in page


def test_a_period_without_news_has_no_briefings(tmp_path: Path) -> None:
    done = publish(ex.USUAL, period="1403-01", named=named_subjects(), out=tmp_path)
    assert done.briefings == ()
    assert (tmp_path / "1403-01" / "manifest.json").is_file()


def test_a_subject_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="no such province or country"):
        published(tmp_path, subjects=("province/atlantis",))


def test_the_bars_of_the_charts_are_told_in_words() -> None:
    told = drawings(briefing("usual"))
    assert len(told) == 3
    assert told["proposals_by_status"].alt.startswith("پیشنهادها به تفکیک وضعیت. ")
    assert "حمایت‌شده: ۲" in told["proposals_by_status"].alt
    assert "آذر ۱۴۰۴: ۱" in told["meetings_in_time"].alt
