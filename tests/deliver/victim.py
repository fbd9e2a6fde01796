"""A sender that is killed in the middle of its work.

Reads lines of JSON, each a list of jobs; starts a process for each job at once, waits
for them all, and answers with how they ended. Forking from a process that has imported
everything already makes this quick.
"""

import datetime
import json
import os
import signal
import smtplib
import sys
import traceback
from collections.abc import Iterator
from types import CodeType, ModuleType
from typing import Any

from reports.deliver import sending, smtp
from reports.deliver.sending import Habits, send
from reports.deliver.smtp import Carrier
from reports.settings import Smtp
from reports.store import open_outbox
from reports.store import outbox as outbox_module

#: The modules that may be killed between any two of their lines.
WATCHED = (sending, smtp, outbox_module, smtplib)
HABITS = Habits(
    sender="briefings@example.org",
    first_wait=datetime.timedelta(minutes=5),
    give_up=datetime.timedelta(hours=12),
    lease=datetime.timedelta(minutes=20),
)


def work(job: dict[str, Any]) -> None:
    """Send what is due at a moment, until all is done or the last line is reached."""
    if job["lines"] is not None:
        _die_after(job["lines"])
    now = datetime.datetime.fromisoformat(job["now"])
    server = Smtp(host="127.0.0.1", port=job["port"], tls="none", timeout=5)
    with open_outbox(job["url"]) as box, Carrier(server, password=None) as carrier:
        send(box, carrier, HABITS, owner=job["owner"], clock=lambda: now)


def _die_after(lines: int) -> None:
    """Kill this process when it has run so many lines of the watched code."""
    tool, left = sys.monitoring.DEBUGGER_ID, [lines]

    def line(_code: CodeType, _number: int) -> None:
        left[0] -= 1
        if left[0] <= 0:
            os.kill(os.getpid(), signal.SIGKILL)

    lines = sys.monitoring.events.LINE
    sys.monitoring.use_tool_id(tool, "victim")
    sys.monitoring.register_callback(tool, lines, line)
    for module in WATCHED:
        for code in _codes(module):
            sys.monitoring.set_local_events(tool, code, lines)


def _codes(module: ModuleType) -> Iterator[CodeType]:
    """Yield the code of every function of a module."""
    found = [one for one in vars(module).values() if _own(one, module)]
    kinds = [one for one in found if isinstance(one, type)]
    found += [one for kind in kinds for one in vars(kind).values()]
    pending = [code for one in found if (code := _code(one))]
    while pending:
        code = pending.pop()
        yield code
        pending += [one for one in code.co_consts if isinstance(one, CodeType)]


def _own(thing: object, module: ModuleType) -> bool:
    return getattr(thing, "__module__", None) == module.__name__


def _code(thing: object) -> CodeType | None:
    found = getattr(getattr(thing, "__func__", thing), "__code__", None)
    return found if isinstance(found, CodeType) else None


def main() -> None:
    """Serve jobs until there are no more."""
    for asked in sys.stdin:
        started = []
        for job in json.loads(asked):
            child = os.fork()
            if child == 0:
                code = 1
                try:
                    work(job)
                    code = 0
                except BaseException:  # noqa: BLE001 - told, and the parent sees it
                    traceback.print_exc()
                os._exit(code)
            started.append(child)
        ended = [os.waitstatus_to_exitcode(os.waitpid(one, 0)[1]) for one in started]
        print(json.dumps(ended), flush=True)  # noqa: T201 - this is how it answers


if __name__ == "__main__":
    main()
