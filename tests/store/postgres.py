"""A PostgreSQL of our own, from Debian's package, for as long as the tests run."""

import contextlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

#: It refuses to run as root; Debian's package brings a user along.
USER = "postgres"
PROGRAMS = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))


def missing() -> str:
    """Return why no server can be started here, or nothing."""
    if not PROGRAMS:
        return "PostgreSQL is not installed: apt-get install postgresql"
    if os.getuid() == 0 and not shutil.which("runuser"):
        return "PostgreSQL refuses to run as root, and there is no runuser"
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
        _run("createdb", "-h", self._home, "-U", USER, "-T", "template0", name)
        return f"postgresql+psycopg://{USER}@/{name}?host={self._home}"


@contextlib.contextmanager
def server() -> Iterator[Server]:
    """Run a server on a socket in a folder of its own."""
    with tempfile.TemporaryDirectory(prefix="pg") as folder:
        home = Path(folder)
        if os.getuid() == 0:
            shutil.chown(home, USER, USER)
        data = home / "data"
        _run("initdb", "-D", data, "-U", USER, "-A", "trust", "-E", "UTF8", "-N")
        settings = f"-k {home} -c listen_addresses='' -c fsync=off"
        log = home / "log"
        _run("pg_ctl", "-D", data, "-l", log, "-w", "-o", settings, "start")
        try:
            yield Server(home)
        finally:
            _run("pg_ctl", "-D", data, "-m", "immediate", "stop")


def _run(program: str, *arguments: str | Path) -> None:
    """Run a program of PostgreSQL as a user that it accepts."""
    path = PROGRAMS[-1].with_name(program)
    asked = [str(path), *map(str, arguments)]
    if os.getuid() == 0:
        asked = ["runuser", "-u", USER, "--", *asked]
    subprocess.run(asked, check=True, stdout=subprocess.DEVNULL, cwd="/")
