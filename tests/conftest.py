"""Fixtures that many tests share, and the `--update` flag of golden files."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.store import postgres

GOLDEN = Path(__file__).parent / "golden"

# How long an example takes says nothing of whether it is right.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update",
        action="store_true",
        help="write what was made into tests/golden; read the diff before you commit",
    )


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with the golden file of that name, or write it anew."""

    def compare(name: str, made: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--update"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(made, "utf-8")
        assert made == path.read_text("utf-8"), f"{name} differs; see pytest --update"

    return compare


@pytest.fixture(scope="session")
def server() -> Iterator[postgres.Server]:
    """Run one PostgreSQL for all tests, where there is one."""
    why = postgres.missing()
    if why:
        pytest.skip(why)
    with postgres.server() as running:
        yield running


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Return the URL of a new, empty store, once on either database."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/store.db"
    running: postgres.Server = request.getfixturevalue("server")
    return running.new()


@pytest.fixture
def other_url(tmp_path: Path) -> str:
    """Return the URL of another new store."""
    return f"sqlite:///{tmp_path}/other.db"
