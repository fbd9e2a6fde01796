"""Mail addresses as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.settings.addresses import Address, read_address

READ = {
    "plain": ("a.b@example.org", Address("a.b@example.org")),
    "capitals": (" A@Example.ORG ", Address("a@example.org")),
    "name": ("Desk <a@x.org>", Address("a@x.org", "Desk")),
    "quoted name": ('"Desk, north" <a@x.org>', Address("a@x.org", "Desk, north")),
    "Persian name": ("گزارش‌ها <a@x.org>", Address("a@x.org", "گزارش‌ها")),
    "no name": ("<a@x.org>", Address("a@x.org")),
    "international domain": ("a@ایران.ir", Address("a@xn--mgba3a4f16a.ir")),
}
REFUSED = [
    "",
    "a",
    "@x.org",
    "a@",
    "a@x..org",
    "a b@x.org",
    "a@x.org, b@x.org",
    "a@x.org\nBcc: b@x.org",
    "a\r@x.org",
    "n <a@x.org> <b@x.org>",
    "علی@x.org",
    "a@-x.org",
    f"{'a' * 65}@x.org",
]


@pytest.mark.parametrize(("written", "read"), READ.values(), ids=READ)
def test_read(written: str, read: Address) -> None:
    assert read_address(written) == read


@pytest.mark.parametrize("written", REFUSED)
def test_refused(written: str) -> None:
    with pytest.raises(ValueError, match="is no"):
        read_address(written)


@given(st.text(st.sampled_from("a@<>\n\r\0\x85\u2028 ,;:\"'\u200c.x")) | st.text())
def test_whatever_is_read_is_safe_in_a_header(written: str) -> None:
    try:
        read = read_address(written)
    except ValueError:
        return
    assert read.address.isascii()
    assert read.address.isprintable()
    assert read.address.count("@") == 1
    assert len((read.address + read.name).splitlines()) == 1
