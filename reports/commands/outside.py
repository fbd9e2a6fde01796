"""What commands are told of the world outside."""

import datetime
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reports.errors import SettingsError

if TYPE_CHECKING:
    from reports.settings import Imap, Smtp

#: Is told how far long work has come.
Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outside:
    """The clock, the environment, this run's name, the machine's cores, progress."""

    clock: Callable[[], datetime.datetime]
    environment: Mapping[str, str]
    run: str
    cores: int
    progress: Callable[[str], AbstractContextManager[Progress]]

    def password(self, server: "Smtp | Imap | None") -> str | None:
        """Return the password for a server, from where the settings say that it is."""
        secret = server.secret if server else None
        if secret is None:
            return None
        if secret.variable:
            if found := self.environment.get(secret.variable):
                return found
            raise SettingsError(
                secret.variable,
                "this variable holds no password",
                hint="set it where the program is started, as in docs/post.md",
            )
        try:
            lines = secret.file.read_text("utf-8").splitlines() if secret.file else []
        except (OSError, UnicodeDecodeError) as problem:
            raise SettingsError(
                str(secret.file),
                f"the password cannot be read: {problem}",
                hint="check who may read the file",
            ) from problem
        if not lines or not lines[0]:
            raise SettingsError(
                str(secret.file),
                "there is no password on its first line",
                hint="write it there",
            )
        return lines[0]
