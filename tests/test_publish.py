"""From records to the files of a period and their manifest."""

import json
from pathlib import Path

import pikepdf
import pytest

from reports.editions import FORMATS
from reports.errors import SettingsError
from reports.publish import Published, drawings, named_subjects, publish
from reports.theme import Look
from tests.briefing import examples as ex
from tests.render.pages import briefing


def published(
    out: Path,
    *,
    subjects: tuple[str, ...] = (),
    formats: tuple[str, ...] = FORMATS,
    text: str = ex.TEXT,
    look: Look | None = None,
) -> Published:
    return publish(
        ex.USUAL,
        period="1404-09",
        named=named_subjects(),
        subjects=subjects,
        formats=formats,
        out=out,
        text_of=lambda _: text,
        look=look,
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
    assert len(written) == 10
    assert told["briefings"][0]["articles"] == ["d4", "a1", "b2"]
    assert told["briefings"][1]["articles"] == ["a1", "b2"]
    for one in done.briefings:
        assert one.objections == one.complaints == ()
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
    done = publish(
        ex.USUAL,
        period="1403-01",
        named=named_subjects(),
        out=tmp_path,
        text_of=lambda _: ex.TEXT,
    )
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


def test_a_refused_briefing_leaves_the_old_one_and_tells_why(tmp_path: Path) -> None:
    wanted = {"subjects": ("relation/az",), "formats": ("html", "json")}
    first = published(tmp_path, **wanted)  # type: ignore[arg-type]
    folder = tmp_path / "1404-09" / "relation" / "az"
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert sorted(before) == ["briefing.html", "briefing.json"]
    again = published(tmp_path, text="چیز دیگری چاپ شده است.", **wanted)  # type: ignore[arg-type]
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    assert (len(first.refused), len(again.refused)) == (0, 1)
    assert again.paths == ()
    told = json.loads((tmp_path / "1404-09" / "manifest.json").read_text("utf-8"))
    (one,) = told["briefings"]
    assert one["files"] == []
    assert {reason["rule"] for reason in one["objections"]} == {"quote"}


def test_one_refused_briefing_does_not_hold_back_another(tmp_path: Path) -> None:
    (tmp_path / "briefing.html").write_text(
        '{% if briefing.subject.slug == "az" %}<a href="#b">{% endif %}', "utf-8"
    )
    done = published(tmp_path / "out", formats=("html",), look=Look(templates=tmp_path))
    assert [one.subject for one in done.refused] == ["relation/az"]
    assert done.paths == ("1404-09/province/ardabil/briefing.html",)


# WeasyPrint 70.0 leaves its file of colours to the garbage collector.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_an_archive_holds_the_data_of_the_briefing(tmp_path: Path) -> None:
    look = Look(pdf_variant="pdf/a-3u")
    published(tmp_path, subjects=("relation/az",), formats=("pdf", "json"), look=look)
    folder = tmp_path / "1404-09" / "relation" / "az"
    with pikepdf.open(folder / "briefing.pdf") as pdf:
        attached = pdf.attachments["briefing.json"].get_file().read_bytes()
    assert attached == (folder / "briefing.json").read_bytes()
