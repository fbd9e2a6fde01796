"""Mail addresses as settings write them: `name@domain`, or `A Name <name@domain>`."""

import re

import msgspec

from reports.text.fold import ZWNJ

_WRITTEN = re.compile(r"(?:(?P<name>[^<>]*?)\s*<(?P<inside>[^<>]*)>|(?P<bare>[^<>]*))")
_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_LOCAL = re.compile(rf"{_ATOM}(?:\.{_ATOM})*")
_LABEL = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")


class Address(msgspec.Struct, frozen=True, order=True):
    """One mailbox: the address in small letters and ASCII, and the name beside it.

    Two spellings of one address are equal. Systems that tell `Ali` from `ali` before
    the @ are unknown in practice, while lists that hold both are common.
    """

    address: str
    name: str = ""

    @property
    def domain(self) -> str:
        """Return what stands after the @."""
        return self.address.rpartition("@")[2]


def read_address(written: str) -> Address:
    """Return the address that a person wrote, or raise `ValueError`."""
    match = _WRITTEN.fullmatch(written.strip())
    if match is None or not written.replace(ZWNJ, "").isprintable():
        raise ValueError(f"{written!r} is no mail address")
    name = (match["name"] or "").strip().strip('"').strip()
    local, at, domain = (match["inside"] or match["bare"] or "").rpartition("@")
    if not at or not _LOCAL.fullmatch(local) or len(local) > 64:
        raise ValueError(f"{written!r} is no mail address")
    return Address(f"{local.lower()}@{read_domain(domain)}", name)


def read_domain(written: str) -> str:
    """Return a domain in small ASCII letters, or raise `ValueError`."""
    try:
        domain = written.strip().rstrip(".").encode("idna").decode("ascii").lower()
    except UnicodeError as problem:
        raise ValueError(f"{written!r} is no domain") from problem
    labels = domain.split(".")
    if len(domain) > 253 or not all(_LABEL.fullmatch(label) for label in labels):
        raise ValueError(f"{written!r} is no domain")
    return domain
