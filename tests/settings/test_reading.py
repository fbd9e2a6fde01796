"""What the settings refuse, on which line, and with which hint."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.inspect import Type, VarTupleType, type_info

from reports.errors import SettingsError
from reports.places import ROOT
from reports.settings import Address, Settings, Smtp, load, read_settings

EXAMPLE = ROOT / "docs" / "briefings.example.toml"

POST = """
[smtp]
host = "mail.example.org"
[post]
from = "a@example.org"
owner = "o@example.org"
allowed_domains = ["example.org"]
"""

#: What is written, the line that is blamed, and words of the sentence and the hint.
REFUSED = {
    "no TOML": ("[theme]\naccent = red\n", 2, "invalid value", "quotes"),
    "unfinished": ('store = "a\n', 1, "illegal character", "quotes"),
    "unknown table": ("[shedule]\n", 1, "no key 'shedule'", "'schedule'?"),
    "unknown key": ("[theme]\n\nacent = 1\n", 3, "[theme] has no", "'accent'?"),
    "unknown in a list": (
        '[[group]]\nname = "a"\nmembers = []\n[[group]]\nnme = "b"\n',
        5,
        "[group] has no key 'nme'",
        "'name'?",
    ),
    "a secret": (
        '[smtp]\nhost = "h"\npassword = "x"\n',
        3,
        "no key 'password'",
        "password_env",
    ),
    "missing key": ("\n[smtp]\nport = 25\n", 2, "host is missing", "host = ..."),
    "wrong type": (
        '[smtp]\nhost = "h"\nport = "25"\n',
        3,
        "expected a whole number or nothing, got text in quotes",
        "",
    ),
    "no path": ("out = 3\n", 1, "3 does not fit here", ""),
    "wrong choice": (
        '[schedule]\nmisfire = "catchup"\n',
        2,
        "no such choice: 'catchup'",
        "'catch-up'?",
    ),
    "wrong choice in a list": (
        '[[briefing]]\nsubjects = ["country/ir"]\nperiods = [\n"month",\n"dekad",\n]',
        5,
        "no such choice: 'dekad'",
        "half, month, quarter, week, year",
    ),
    "colour": ('[theme]\naccent = "red"\n', 2, "no colour", "#0f5c6e"),
    "no such file": ('[theme]\nlogo = "no.svg"\n', 2, "there is no file", "paths"),
    "no such folder": ('[theme]\ntemplates = "no"\n', 2, "there is no folder", ""),
    "logo": ('[theme]\nlogo = "seen.txt"\n', 2, "neither SVG, PNG nor JPEG", "convert"),
    "zone": ('[schedule]\ntime_zone = "Tehran"\n', 2, "no such time zone", "Asia/"),
    "hour": ("[schedule]\nhour = 24\n", 2, "24 is out of bounds", "0 to 23"),
    "days": (
        "[schedule.after_days]\nmonth = 0\n",
        2,
        "0 is out of bounds",
        "1 to 60",
    ),
    "only quiet days": (
        '[schedule]\nquiet_days = ["saturday", "sunday", "monday", "tuesday", '
        '"wednesday", "thursday", "friday"]\n',
        2,
        "every day is quiet",
        "leave out",
    ),
    "since": ('[schedule]\nsince = "1404-12-30"\n', 2, "no day of the Jalali", "1404-"),
    "host": ('[smtp]\nhost = "http://x/"\n', 2, "no name of a host", "without http"),
    "user alone": ('[smtp]\nhost = "h"\nuser = "u"\n', 3, "needs one password", "name"),
    "password alone": (
        '[smtp]\nhost = "h"\npassword_env = "P"\n',
        3,
        "without a user",
        "add `user`",
    ),
    "password in clear": (
        '[smtp]\nhost = "h"\ntls = "none"\nuser = "u"\npassword_env = "P"\n',
        3,
        "unencrypted",
        "starttls",
    ),
    "imap": (
        '[bounces.imap]\nhost = "h"\nport = 99999\n',
        3,
        "99999 is out of bounds",
        "1 to 65535",
    ),
    "sender": (
        '[post]\nfrom = "a@b@c"\nowner = "o@x.org"\nallowed_domains = ["x.org"]\n',
        2,
        "no mail address",
        "name@",
    ),
    "header in a name": (
        '[post]\nfrom = "A\\nBcc: x@y.org <a@x.org>"\nowner = "o@x.org"\n',
        2,
        "no mail address",
        "name@",
    ),
    "owner outside": (
        '[post]\nfrom = "a@x.org"\nowner = "o@y.org"\nallowed_domains = ["x.org"]\n',
        3,
        "nothing may be mailed to y.org",
        'add "y.org"',
    ),
    "domain": (
        '[post]\nfrom = "a@x.org"\nowner = "o@x.org"\nallowed_domains = ["x..org"]\n',
        4,
        "no domain",
        "*.example.org",
    ),
    "link": (POST + 'link_base = "ftp://x"\n', 8, "no web address", "https"),
    "unsubscribe": (POST + 'unsubscribe = "http://x"\n', 8, "no https", "https"),
    "reader outside": (
        POST + '[[briefing]]\nsubjects = ["relation/az"]\nrecipients = [\n'
        '  "a@example.org",\n  "b@elsewhere.org",\n]\n',
        12,
        "nothing may be mailed to elsewhere.org",
        'add "elsewhere.org"',
    ),
    "member outside": (
        POST + '[[group]]\nname = "g"\nmembers = ["b@below.example.org"]\n',
        10,
        "nothing may be mailed to below.example.org",
        "add",
    ),
    "two groups": (
        '[[group]]\nname = "g"\nmembers = []\n[[group]]\nname = "g"\nmembers = []\n',
        5,
        "two groups 'g'",
        "together",
    ),
    "no group": (
        POST + '[[group]]\nname = "ardabil"\nmembers = []\n[[briefing]]\n'
        'subjects = ["relation/az"]\ngroups = ["ardebil"]\n',
        13,
        "no group 'ardebil'",
        "'ardabil'?",
    ),
    "subject": (
        '[[briefing]]\nsubjects = ["province/ardebil"]\n',
        2,
        "no such subject",
        "'province/ardabil'?",
    ),
    "no subject": ("[[briefing]]\nsubjects = []\n", 2, "no subject", "province/"),
    "readers without post": (
        '\n[[briefing]]\nsubjects = ["relation/az"]\nrecipients = ["a@x.org"]\n',
        2,
        "need the tables [smtp] and [post]",
        "add",
    ),
}


def read(text: str) -> Settings:
    return read_settings(text, origin="briefings.toml", folder=Path(__file__).parent)


@pytest.mark.parametrize(("text", "line", "why", "hint"), REFUSED.values(), ids=REFUSED)
def test_what_is_wrong_is_refused_with_its_line(
    text: str, line: int, why: str, hint: str, tmp_path: Path
) -> None:
    (tmp_path / "seen.txt").touch()
    with pytest.raises(SettingsError) as refused:
        read_settings(text, origin="briefings.toml", folder=tmp_path)
    assert refused.value.what == f"briefings.toml:{line}"
    assert why in refused.value.why
    assert hint in refused.value.hint


def test_the_reference_is_a_file_that_loads() -> None:
    settings = load(EXAMPLE)
    assert [reader for reader, _ in settings.readers("province/ardabil")] == [
        Address("embassy@example.org"),
        Address("office@ardabil.example.org", "دفتر استاندار"),
        Address("archive@example.org"),
    ]


def test_the_reference_tells_every_key() -> None:
    text = EXAMPLE.read_text("utf-8")

    def keys(kind: Type) -> Iterator[str]:
        for inner in getattr(kind, "types", ()):
            yield from keys(inner)
        if isinstance(kind, VarTupleType):
            yield from keys(kind.item_type)
        for field in getattr(kind, "fields", ()):
            yield field.encode_name
            yield from keys(field.type)

    told = set(re.findall(r"^(?:# )?(?:\[+[\w.]*?)?(\w+)(?: =|\])", text, re.MULTILINE))
    assert sorted(set(keys(type_info(Settings))) - told) == []


def test_defaults_in_the_reference_are_the_defaults() -> None:
    settings, plain = load(EXAMPLE), Settings()
    assert settings.schedule == plain.schedule
    assert settings.theme == plain.theme
    assert settings.store == plain.store
    assert settings.smtp == Smtp(host="mail.example.org")


def test_paths_are_seen_from_the_file(tmp_path: Path) -> None:
    (tmp_path / "briefings.toml").write_text('out = "there"\n', "utf-8")
    assert load(tmp_path / "briefings.toml").out == tmp_path / "there"


def test_a_file_that_is_not_there_or_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "briefings.toml"
    with pytest.raises(SettingsError, match="there is no such file"):
        load(path)
    path.write_bytes(b"# a\n# \xff\n")
    with pytest.raises(SettingsError, match=r"briefings\.toml:2: this is not UTF-8"):
        load(path)


def test_a_reader_named_twice_is_one_reader() -> None:
    settings = read(
        POST + '[[group]]\nname = "g"\nmembers = ["B@example.org", "c@example.org"]\n'
        '[[briefing]]\nsubjects = ["province/*"]\nrecipients = ["N <b@Example.org>"]\n'
        '[[briefing]]\nsubjects = ["province/qom"]\ngroups = ["g"]\nlanguage = "en"\n'
    )
    assert list(settings.readers("province/qom")) == [
        (Address("b@example.org", "N"), "fa"),
        (Address("c@example.org"), "en"),
    ]
    assert [one.address for one, _ in settings.readers("province/yazd")] == [
        "b@example.org"
    ]
    assert list(settings.readers("relation/az")) == []


def test_ports_are_the_usual_ones() -> None:
    assert [
        Smtp(host="h", tls=tls).real_port for tls in ("none", "starttls", "tls")
    ] == [
        25,
        587,
        465,
    ]
