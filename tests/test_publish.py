"""From a store to the files of a period and their manifest."""

import datetime
import json
import sqlite3
from pathlib import Path

import msgspec
import pikepdf
import pytest

from reports.errors import SettingsError, StoreError
from reports.model import Article
from reports.publish import FORMATS, Published, publish
from reports.publish.drawings import drawings
from reports.store import open_store
from reports.theme import Look
from tests.briefing import examples as ex
from tests.render.pages import briefing
from tests.store.examples import article, keep

NOW = datetime.datetime(2026, 1, 1, 8, tzinfo=datetime.UTC)

#: Two months in which one month's proposal comes further.
RAISED = ex.record(
    "r1", published=ex.day(10, 10), proposals=(ex.proposal(status="raised"),)
)


def told(record: ex.ArticleRecord) -> tuple[Article, ex.ArticleRecord]:
    """Return a record and the article that it was read in, unlike any other."""
    page = record.article
    own = " ".join(f"{page.id}-{number}" for number in range(80))
    text = f"{ex.TEXT}\n\n{own}"
    return (
        article(page.id, text, published=page.published, outlet=page.outlet),
        record,
    )


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the URL of a store that holds the usual articles."""
    store = f"sqlite:///{tmp_path_factory.mktemp('store')}/store.db"
    keep(store, *map(told, (*ex.USUAL, RAISED)))
    return store


def published(
    url: str,
    out: Path,
    *,
    subjects: tuple[str, ...] = (),
    period: str = "1404-09",
    formats: tuple[str, ...] = ("html", "json"),
    look: Look | None = None,
) -> Published:
    return publish(
        url,
        period=period,
        now=NOW,
        subjects=subjects,
        formats=formats,
        out=out,
        look=look,
    )


def test_every_subject_gets_its_files_and_the_manifest_names_them(
    url: str, tmp_path: Path
) -> None:
    done = published(url, tmp_path, formats=FORMATS)
    assert [one.subject for one in done.briefings] == [
        "country/ir",
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
    assert len(written) == 15
    assert told["briefings"][1]["articles"] == ["d4", "a1", "b2"]
    assert told["briefings"][2]["articles"] == ["a1", "b2"]
    for one in done.briefings:
        assert one.refused == one.complaints == ()
        assert one.pages


def test_the_same_records_give_the_same_files(url: str, tmp_path: Path) -> None:
    subjects = ("relation/az",)
    first = published(url, tmp_path / "a", subjects=subjects, formats=FORMATS)
    assert len(first.paths) == len(FORMATS)
    again = published(url, tmp_path / "b", subjects=subjects, formats=FORMATS)
    assert first == again


def test_the_json_holds_what_was_printed(url: str, tmp_path: Path) -> None:
    published(url, tmp_path, subjects=("province/ardabil",))
    path = tmp_path / "1404-09" / "province" / "ardabil" / "briefing.json"
    told = json.loads(path.read_text("utf-8"))
    assert told["subject"]["code"] == "IR-24"
    assert told["chapter"]["meetings"][0]["date"] == "2025-12-12"
    assert [one["date"] for one in told["chapter"]["undated"]] == [None, None]
    assert told["chapter"]["meetings"][0]["proofs"][0]["source"] == 2


def test_a_subject_without_news_gets_a_briefing_that_says_so(
    url: str, tmp_path: Path
) -> None:
    done = published(url, tmp_path, subjects=("province/yazd",))
    assert done.briefings[0].articles == ()
    page = (tmp_path / "1404-09/province/yazd/briefing.html").read_text("utf-8")
    assert "هیچ‌یک در این دوره دربارهٔ این موضوع نبود" in page


def test_a_period_without_news_has_no_briefings(url: str, tmp_path: Path) -> None:
    done = published(url, tmp_path, period="1403-01")
    assert done.briefings == ()
    assert (tmp_path / "1403-01" / "manifest.json").is_file()


def test_printing_again_gives_the_same_bytes_and_no_new_issue(
    url: str, tmp_path: Path
) -> None:
    subjects = ("province/ardabil",)
    first = published(url, tmp_path / "a", subjects=subjects, period="1404-08")
    later = published(url, tmp_path / "b", subjects=subjects, period="1404-09")
    again = published(url, tmp_path / "c", subjects=subjects, period="1404-08")
    assert again == first
    assert {one.revision for one in (*first.briefings, *later.briefings)} == {1}


def test_what_came_out_wrong_is_corrected_in_the_next_issue(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/store.db"
    keep(url, *map(told, ex.USUAL))
    subjects = ("province/ardabil",)
    published(url, tmp_path / "a", subjects=subjects)
    moved = msgspec.structs.replace(ex.DATED.meetings[0], date=ex.day(12, 11))
    keep(url, told(msgspec.structs.replace(ex.DATED, meetings=(moved,))))
    done = published(url, tmp_path / "b", subjects=subjects)
    assert [one.revision for one in done.briefings] == [2]
    path = tmp_path / "b" / "1404-09" / "province" / "ardabil" / "briefing.json"
    changed = json.loads(path.read_text("utf-8"))["changed"]
    assert changed["revision"] == 1
    fields = {(one["field"], one["was"], one["now"]) for one in changed["changes"]}
    assert ("date", "2025-12-12", "2025-12-11") in fields
    with open_store(url) as store:
        assert [one.revision for one in store.issues("province/ardabil")] == [2, 1]


def test_a_subject_that_is_none_is_refused(url: str, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="no such province or country"):
        published(url, tmp_path, subjects=("province/atlantis",))


def test_the_bars_of_the_charts_are_told_in_words() -> None:
    told = drawings(briefing("usual"))
    assert {"map", "who_met_whom", "threads_in_time"} < set(told)
    assert all(one.table and one.drawing and one.svg for one in told.values())
    assert told["proposals_by_status"].alt.startswith("پیشنهادها به تفکیک وضعیت. ")
    assert "حمایت‌شده، ۲" in told["proposals_by_status"].alt
    assert "آذر ۱۴۰۴، ۱" in told["meetings_in_time"].alt


def test_nothing_is_printed_of_what_is_half_settled(tmp_path: Path) -> None:
    store = f"sqlite:///{tmp_path}/store.db"
    keep(store, *map(told, ex.USUAL))
    with sqlite3.connect(tmp_path / "store.db") as raw:
        raw.executescript(
            "UPDATE mention SET component = NULL;"
            "DELETE FROM known_about; DELETE FROM known;"
        )
    raw.close()
    with pytest.raises(StoreError, match="is not settled") as caught:
        published(store, tmp_path)
    assert "gather" in caught.value.hint
    keep(store)
    assert published(store, tmp_path).briefings


def refusing(folder: Path, slug: str) -> Look:
    """Return a look whose page of one subject has a link that leads nowhere."""
    (folder / "briefing.html").write_text(
        f'{{% if briefing.subject.slug == "{slug}" %}}<a href="#b">{{% endif %}}',
        "utf-8",
    )
    return Look(templates=folder)


def test_a_refused_briefing_leaves_the_old_one_and_tells_why(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/store.db"
    keep(url, *map(told, ex.USUAL))
    out, subjects = tmp_path / "out", ("relation/az",)
    first = published(url, out, subjects=subjects)
    folder = out / "1404-09" / "relation" / "az"
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert sorted(before) == ["briefing.html", "briefing.json"]
    bad = refusing(tmp_path, "az")
    again = published(url, out, subjects=subjects, look=bad)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    assert (len(first.refused), len(again.refused)) == (0, 1)
    assert again.paths == ()
    manifest = json.loads((out / "1404-09" / "manifest.json").read_text("utf-8"))
    (one,) = manifest["briefings"]
    assert one["files"] == []
    assert one["revision"] == 0
    (reason,) = one["refused"]
    assert reason.startswith("reference: screen: ")
    with open_store(url) as store:
        assert len(store.issues("relation/az")) == 1, "what is refused is no issue"


def test_one_refused_briefing_does_not_hold_back_another(
    url: str, tmp_path: Path
) -> None:
    done = published(
        url, tmp_path / "out", formats=("html",), look=refusing(tmp_path, "az")
    )
    assert [one.subject for one in done.refused] == ["relation/az"]
    assert done.paths == (
        "1404-09/country/ir/briefing.html",
        "1404-09/province/ardabil/briefing.html",
    )


# WeasyPrint 70.0 leaves its file of colours to the garbage collector.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_an_archive_holds_the_data_of_the_briefing(url: str, tmp_path: Path) -> None:
    look = Look(pdf_variant="pdf/a-3u")
    wanted = ("pdf", "json")
    published(url, tmp_path, subjects=("relation/az",), formats=wanted, look=look)
    folder = tmp_path / "1404-09" / "relation" / "az"
    with pikepdf.open(folder / "briefing.pdf") as pdf:
        attached = pdf.attachments["briefing.json"].get_file().read_bytes()
    assert attached == (folder / "briefing.json").read_bytes()
