"""A PostgreSQL of our own, from Debian's package, for as long as the tests run."""

import contextlib
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

#: It refuses to run as root; Debian's package brings a user along.
USER = "postgres"
PROGRAMS = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))

#: The server is told to stop when the tests end, however they end.
RUN = ["setpriv", "--pdeathsig", "INT"]
if os.getuid() == 0:
    RUN += ["--reuid", USER, "--regid", USER, "--clear-groups"]


def missing() -> str:
    """Return why no server can be started here, or nothing."""
    if not PROGRAMS:
        return "PostgreSQL is not installed: apt-get install postgresql"
    if not shutil.which("setpriv"):
        return (
            "there is no setpriv to start PostgreSQL with: apt-get install util-linux"
        )
    return ""


class Server:
    """A server that runs, and makes databases."""

    def __init__(self, home: Path) -> None:
        self._home = home
        self._made = 0

    def new(self) -> str:
        """Make a database, and return its URL."""
        self._made += 1
        name = f"store{self._made}"
        at = ["-h", str(self._home), "-U", USER]
        asked = [_program("createdb"), *at, "-T", "template0", name]
        subprocess.run(asked, check=True)
        return f"postgresql+psycopg://{USER}@/{name}?host={self._home}"


@contextlib.contextmanager
def server() -> Iterator[Server]:
    """Run a server on a socket in a folder of its own."""
    with tempfile.TemporaryDirectory(prefix="pg") as folder:
        home = Path(folder)
        if os.getuid() == 0:
            shutil.chown(home, USER, USER)
        data = ["-D", str(home / "data")]
        made = [
            _program("initdb"),
            *data,
            "-U",
            USER,
            "-A",
            "trust",
            "-E",
            "UTF8",
            "-N",
        ]
        subprocess.run([*RUN, *made], check=True, stdout=subprocess.DEVNULL, cwd="/")
        settings = ["-k", str(home), "-c", "listen_addresses=", "-c", "fsync=off"]
        asked = [*RUN, _program("postgres"), *data, *settings]
        with (
            (home / "log").open("wb") as log,
            subprocess.Popen(asked, stdout=log, stderr=log, cwd="/") as running,
        ):
            try:
                _wait(running, home)
                yield Server(home)
            finally:
                running.terminate()
                running.wait()


def _wait(running: subprocess.Popen[bytes], home: Path) -> None:
    """Wait until a server answers."""
    asked = [_program("pg_isready"), "-q", "-h", str(home)]
    while subprocess.run(asked, check=False).returncode:
        assert running.poll() is None, (home / "log").read_text("utf-8")
        time.sleep(0.05)


def _program(name: str) -> str:
    """Return the path of a program of PostgreSQL, of the newest version."""
    return str(PROGRAMS[-1].with_name(name))
