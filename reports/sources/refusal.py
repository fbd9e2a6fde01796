"""What is said of a source that could not be read."""

import msgspec


class Refusal(msgspec.Struct, frozen=True, kw_only=True):
    """An input that was left out: which one, why, and what a person can do."""

    origin: str
    why: str
    hint: str = ""
