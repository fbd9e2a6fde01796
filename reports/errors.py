"""Everything that can go wrong for reasons outside the code, in one tree.

* ReportsError
  - LexiconError    a word list contradicts itself
  - SourceError     an article could not be read
  - StoreError      the store could not be opened, read or written
  - SettingsError   a setting or a name given by a person is not one we know
  - RenderError     a briefing could not be turned into a document
  - DeliveryError   a mail could not be handed over
  - CrewError       a process that works for us ended, or took too much
"""


class ReportsError(Exception):
    """Base of every error we raise on purpose; anything else is a bug.

    `what` says which thing failed, `why` what is wrong with it, and `hint` what a
    person can do about it. `build.py` prints all three.
    """

    def __init__(self, what: str, why: str, *, hint: str = "") -> None:
        """Say what failed, why, and what a person can do about it."""
        super().__init__(f"{what}: {why}")
        self.what = what
        self.why = why
        self.hint = hint

    def __reduce__(self) -> tuple[object, ...]:
        """Let the error travel from one process to another."""
        return _again, (type(self), self.what, self.why, self.hint)


class LexiconError(ReportsError):
    """A word list contradicts itself."""


class SourceError(ReportsError):
    """An article could not be read."""


class StoreError(ReportsError):
    """The store could not be opened, read or written."""


class SettingsError(ReportsError):
    """A setting or a name given by a person is not one we know."""


class RenderError(ReportsError):
    """A briefing could not be turned into a document."""


class DeliveryError(ReportsError):
    """A mail could not be handed over."""


class CrewError(ReportsError):
    """A process that works for us ended, or took too much."""


def _again(kind: type[ReportsError], what: str, why: str, hint: str) -> ReportsError:
    """Return the error that another process has raised."""
    return kind(what, why, hint=hint)
