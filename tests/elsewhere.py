"""What another process makes, to compare with what this one does."""

import os
import subprocess
import sys

from reports.places import ROOT


def elsewhere(module: str, expression: str) -> bytes:
    """Return the bytes that `expression` is there, with a name of `module` in it.

    Its sets and dicts hash otherwise than here: what depends on that shows.
    """
    name = expression.partition("(")[0]
    code = (
        f"import sys; from {module} import {name}; "
        f"sys.stdout.buffer.write({expression})"
    )
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": "7"},
        capture_output=True,
        check=True,
    ).stdout
