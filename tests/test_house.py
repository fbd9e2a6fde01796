"""The rules of the house that no linter checks."""

import ast
import re
import tomllib
from pathlib import Path

import click
import pytest

import build
from reports.places import ROOT
from reports.sources import LARGEST

FOLDERS = ("reports", "tests", "benchmarks")
PYTHON = sorted(
    [
        ROOT / "build.py",
        *(path for one in FOLDERS for path in (ROOT / one).rglob("*.py")),
    ]
)
CODE = [path for path in PYTHON if not path.is_relative_to(ROOT / "tests")]
TEMPLATES = (path for path in (ROOT / "templates").rglob("*") if path.is_file())
PERSIAN = sorted([*TEMPLATES, *(ROOT / "reports").rglob("*.toml"), *ROOT.glob("*.md")])
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
LOCKS = ("requirements.txt", "requirements-dev.txt")

#: Names that say nothing of what a file holds.
EMPTY = {"utils", "helpers", "common", "core", "manager", "base"}

#: Where a library may be imported: in one file, or in the files of one room.
HOMES = {
    "sqlalchemy": "reports/store/",
    "sqlite3": "reports/store/",
    "alembic": "reports/store/",
    "imaplib": "reports/deliver/imap.py",
    "distributed": "reports/crews/cluster.py",
    "jinja2": "reports/render",
    "smtplib": "reports/deliver/smtp.py",
    "weasyprint": "reports/render",
    "matplotlib": "reports/charts",
}


def name(path: Path) -> str:
    """Return a path as it is written in this repository."""
    return path.relative_to(ROOT).as_posix()


def imported(path: Path) -> set[str]:
    """Return the libraries that a file imports."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.partition(".")[0])
    return found


def packages(requirements: list[str]) -> set[str]:
    """Return the names in a list of requirements, as a lock writes them."""
    names = (re.match(r"[\w.-]+", line) for line in requirements)
    return {found[0].lower().replace("_", "-") for found in names if found}


def commands(readme: str) -> dict[str, str]:
    """Return what the list of commands in README.md says of each."""
    listed = readme.partition("<!-- commands -->")[2].partition("<!-- end -->")[0]
    pieces = re.split(r"^    build\.py ?(\w*)", listed, flags=re.MULTILINE)[1:]
    return dict(zip(pieces[::2], pieces[1::2], strict=True))


@pytest.mark.parametrize("path", PYTHON, ids=name)
def test_file_is_short_and_well_named(path: Path) -> None:
    lines = path.read_text("utf-8").splitlines()
    assert len(lines) <= 400, "split it along its data"
    assert path.stem not in EMPTY, "a room is missing"


@pytest.mark.parametrize("path", CODE, ids=name)
def test_code_is_ascii_and_explained(path: Path) -> None:
    source = path.read_text("utf-8")
    assert source.isascii(), "Persian to match: lexicon; Persian to print: templates"
    assert ast.get_docstring(ast.parse(source)), "say in one line what it is for"


@pytest.mark.parametrize("path", PERSIAN, ids=name)
def test_persian_is_written_with_persian_letters(path: Path) -> None:
    text = path.read_text("utf-8")
    wrong = re.findall("\\S*[\u064a\u0643\u0649\u0660-\u0669]\\S*", text)
    assert wrong == [], "write Farsi ye (U+06CC), keheh (U+06A9) and Persian digits"


@pytest.mark.parametrize("library", HOMES)
def test_library_has_one_home(library: str) -> None:
    homes = [name(path) for path in CODE if library in imported(path)]
    assert [home for home in homes if not home.startswith(HOMES[library])] == []


def test_every_module_is_on_the_map() -> None:
    plan = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    inside = {path.stem for path in (ROOT / "reports").iterdir()}
    rooms = {room for room in inside if not room.startswith("_")}
    assert sorted(room for room in rooms if f"`{room}`" not in plan) == []


def test_every_dependency_has_its_reason() -> None:
    plan = (ROOT / "ARCHITECTURE.md").read_text("utf-8").lower()
    wanted = PROJECT["project"]["dependencies"] + PROJECT["dependency-groups"]["dev"]
    assert sorted(one for one in packages(wanted) if one not in plan) == []


def test_readme_lists_the_commands_as_they_are() -> None:
    listed = commands((ROOT / "README.md").read_text("utf-8"))
    assert set(listed) == {"", *build.cli.commands}
    for command, line in listed.items():
        if not command:
            continue
        options = {
            option
            for parameter in build.cli.commands[command].params
            if isinstance(parameter, click.Option)
            for option in parameter.opts
        }
        assert set(re.findall(r"--[\w-]+", line)) == options, command


def test_persian_readme_lists_the_commands_too() -> None:
    readme = (ROOT / "README.fa.md").read_text("utf-8")
    listed = re.findall(r"^\| `build\.py ?(\w*)` \|", readme, flags=re.MULTILINE)
    assert sorted(listed) == sorted(["", *build.cli.commands])


def test_readmes_state_the_size_that_holds() -> None:
    assert f"{LARGEST:,} bytes" in (ROOT / "README.md").read_text("utf-8")
    digits = {ord(str(n)): chr(0x06F0 + n) for n in range(10)} | {ord(","): "\u066c"}
    stated = f"{LARGEST:,}".translate(digits)
    assert stated in (ROOT / "README.fa.md").read_text("utf-8")


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_is_pinned_and_hashed_and_names_no_host(lock: str) -> None:
    text = (ROOT / lock).read_text("utf-8")
    assert "://" not in text
    entries = text.replace("\\\n", " ").splitlines()
    assert [line for line in entries if "==" not in line] == []
    assert [line for line in entries if "--hash=sha256:" not in line] == []


def test_locks_hold_what_the_project_asks_for() -> None:
    running, developing = (
        packages((ROOT / lock).read_text("utf-8").splitlines()) for lock in LOCKS
    )
    assert packages(PROJECT["project"]["dependencies"]) <= running
    assert running | packages(PROJECT["dependency-groups"]["dev"]) <= developing


def test_ci_runs_make_check_and_nothing_after_it() -> None:
    script = (ROOT / ".ci" / "run").read_text("utf-8").splitlines()
    assert "set -euo pipefail" in script
    assert script[-1].split()[0] == "make"
    assert script[-1].split()[-1] == "check"
