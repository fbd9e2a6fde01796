"""What is built again, what is left, and why."""

import datetime
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from reports.publish import FORMATS, publish
from reports.publish.printouts import Published
from reports.settings import Limits
from reports.theme import Look, Theme
from tests.briefing import examples as ex
from tests.store.examples import keep
from tests.test_publish import refusing, told

NOW = datetime.datetime(2026, 1, 1, 8, tzinfo=datetime.UTC)
AZ, ARDABIL = "relation/az", "province/ardabil"


class Office:
    """A store and a folder, and what happened when something was published."""

    def __init__(self, folder: Path, url: str | None = None) -> None:
        self.url = url or f"sqlite:///{folder}/store.db"
        self.out = folder / "out"
        self.why: dict[str, tuple[str, ...]] = {}
        keep(self.url, *map(told, ex.USUAL))

    def publish(
        self,
        *subjects: str,
        formats: tuple[str, ...] = ("html", "json"),
        look: Look | None = None,
        limits: Limits | None = None,
        jobs: int = 1,
        cluster: str | None = None,
        done: Callable[[str], object] = str,
    ) -> Published:
        self.why = {}
        return publish(
            self.url,
            period="1404-09",
            now=NOW,
            subjects=subjects,
            formats=formats,
            out=self.out,
            look=look,
            limits=limits,
            jobs=jobs,
            cluster=cluster,
            progress=lambda _number, _total, name: done(name),
            explain=lambda subject, why: self.why.update({subject: tuple(why)}),
        )

    def files(self) -> dict[str, tuple[bytes, int]]:
        """Return what lies under `out`, and when each was written."""
        return {
            path.relative_to(self.out).as_posix(): (
                path.read_bytes(),
                path.stat().st_mtime_ns,
            )
            for path in self.out.rglob("*")
            if path.is_file() and path.name != "manifest.json"
        }


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


def test_nothing_is_done_where_nothing_changed(office: Office) -> None:
    first = office.publish()
    assert set(office.why.values()) == {("new",)}
    before = office.files()
    assert office.publish() == first
    assert office.why == dict.fromkeys(["country/ir", ARDABIL, AZ], ())
    assert office.files() == before


def test_an_article_changes_only_what_is_about_it(office: Office) -> None:
    office.publish(AZ, "province/yazd")
    other = ex.record(
        "t1",
        published=ex.day(9, 10),
        provinces=("IR-21",),
        countries=("TM",),
        meetings=(),
    )
    keep(office.url, told(other))
    office.publish(AZ, "province/yazd", "country/ir")
    assert office.why == {
        AZ: (),
        "province/yazd": ("data changed",),
        "country/ir": ("new",),
    }


def test_each_part_of_the_key_has_its_name(office: Office, tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    look = Look(templates=own)
    office.publish(AZ, look=look)
    (own / "words.toml").write_text("", "utf-8")
    office.publish(AZ, look=look)
    assert office.why == {AZ: ("templates changed",)}
    (own / "screen.css").write_text("p { color: black }", "utf-8")
    office.publish(AZ, look=look)
    assert office.why == {AZ: ("styles changed",)}
    look = Look(templates=own, theme=Theme(organisation="A"))
    office.publish(AZ, look=look)
    assert office.why == {AZ: ("theme changed",)}
    office.publish(AZ, look=look, formats=("html", "json", "xlsx"))
    assert office.why == {AZ: ("xlsx added",)}


def test_files_that_are_not_as_written_are_written_again(office: Office) -> None:
    office.publish(AZ)
    folder = office.out / "1404-09" / "relation" / "az"
    (folder / "briefing.html").write_bytes(b"<p>")
    (folder / "briefing.json").unlink()
    office.publish(AZ)
    assert office.why == {AZ: ("briefing.html was altered", "briefing.json is missing")}
    office.publish(AZ)
    assert office.why == {AZ: ()}


def test_a_store_that_does_not_know_the_issue_is_told_of_it(office: Office) -> None:
    office.publish(AZ)
    other = Office(office.out.parent / "other")
    other.out = office.out
    other.publish(AZ)
    assert other.why == {AZ: ("the store knows of no such issue",)}


def test_what_is_refused_stays_refused_until_something_changes(
    office: Office, tmp_path: Path
) -> None:
    own = tmp_path / "own"
    own.mkdir()
    bad = refusing(own, "az")
    first = office.publish(AZ, look=bad)
    assert office.publish(AZ, look=bad) == first
    assert first.refused
    assert office.why == {AZ: ()}
    assert not office.publish(AZ).refused


def test_a_limit_refuses_one_run_and_not_the_next(office: Office) -> None:
    done = office.publish(AZ, formats=("pdf",), limits=Limits(pages=1))
    (one,) = done.refused
    assert one.refused[0].endswith("pages, and 1 are allowed")
    assert not office.publish(AZ, formats=("pdf",)).refused


def test_other_subjects_are_not_forgotten(office: Office) -> None:
    office.publish()
    assert [one.subject for one in office.publish(AZ).briefings] == [AZ]
    office.publish()
    assert set(office.why.values()) == {()}


def test_many_hands_make_the_same_bytes(office: Office, tmp_path: Path) -> None:
    subjects = (AZ, ARDABIL)
    alone = office.publish(*subjects, formats=FORMATS)
    one = {path: content for path, (content, _) in office.files().items()}
    office.out = tmp_path / "other"
    many = office.publish(*subjects, formats=FORMATS, jobs=2)
    assert many == alone
    assert {path: content for path, (content, _) in office.files().items()} == one


def test_what_takes_too_long_is_refused_and_tells_why(office: Office) -> None:
    done = office.publish(AZ, formats=("pdf",), limits=Limits(seconds=0.01))
    assert done.refused[0].refused == ("worker: it took longer than 0.01 seconds",)
    assert msgspec.json.decode((office.out / "1404-09/manifest.json").read_bytes())
    assert not (office.out / "1404-09" / "relation").exists()
