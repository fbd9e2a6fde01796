"""Letters in words: the page, the plain text, the subject and the name of the file."""

import datetime
import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from reports.places import TEMPLATES
from reports.render.page import filled
from reports.render.persian import days_fa
from reports.render.words import words
from reports.text.dates import day_fa
from reports.text.digits import fa
from reports.text.periods import Period, period_fa

#: What no system takes in the name of a file.
_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


class Written(msgspec.Struct, frozen=True, kw_only=True):
    """A letter in words."""

    subject: str
    file_name: str
    text: str
    html: str


class Tongue(msgspec.Struct, frozen=True, kw_only=True):
    """A language: its words, and how it writes numbers, days and periods."""

    code: str
    words: Mapping[str, Any]
    names: Mapping[str, Mapping[str, str]]
    number: Callable[[float], str]
    day: Callable[[datetime.date], str]
    days: Callable[[datetime.date, datetime.date], str]
    period: Callable[[Period], str]

    def say(self, key: str, **values: object) -> str:
        """Return a sentence with its blanks filled."""
        return str(self.words[key]).format(**values)

    def named(self, group: str, code: str) -> str:
        """Return what a code is called."""
        return self.names[group].get(code, code)

    def size(self, bytes_: int) -> str:
        """Return the size of a file as readers know it."""
        if bytes_ < 1_000_000:
            return self.say("kilobytes", value=self.number(max(1, bytes_ // 1000)))
        return self.say("megabytes", value=self.number(round(bytes_ / 1_000_000, 1)))


def to_letter(
    sheet: Any,  # noqa: ANN401 - a `deliver.Sheet`; rooms do not know each other
    *,
    period: Period,
    templates: Path | None = None,
) -> Written:
    """Return what `sheet` says, in its language; `templates` go before our own."""
    tongue = tongues()[sheet.language]
    subject = sheet.contents.subject
    name = tongue.names.get(subject.kind, {}).get(subject.slug, subject.name)
    label = tongue.period(period)
    title = tongue.say(subject.kind, name=name)
    kind = "subject" if sheet.changes is None else "subject_correction"
    line = tongue.say(kind, title=title, period=label)
    if sheet.contents.sample:
        line = tongue.say("subject_sample", subject=line)
    values = {"s": sheet, "t": tongue, "line": line, "title": title, "period": label}
    return Written(
        subject=line,
        file_name=_FORBIDDEN.sub(" ", tongue.say("file", title=title, period=label)),
        text=_airy(filled("letter.txt", templates, **values)),
        html=filled("letter.html", templates, **values),
    )


def to_notice(letters: Sequence[Any], troubles: Sequence[Any]) -> tuple[str, str]:
    """Return the subject line and the text of a notice to the owner.

    `letters` are parcels that failed or may have; of `troubles` it says what and why.
    """
    tongue = tongues()["fa"]
    count = tongue.number(len(letters) + len(troubles))
    text = filled("notice.txt", letters=letters, troubles=troubles, t=tongue)
    return tongue.say("notice_subject", count=count), _airy(text)


@cache
def tongues() -> dict[str, Tongue]:
    """Return the languages that letters are written in."""
    english = _words("en")
    return {
        "fa": Tongue(
            code="fa",
            words=_words("fa"),
            names=words(),
            number=fa,
            day=day_fa,
            days=days_fa,
            period=period_fa,
        ),
        "en": Tongue(
            code="en",
            words=english,
            names={**english, **english["names"]},
            number=lambda value: f"{value:,}",
            day=day_en,
            days=days_en,
            period=period_en,
        ),
    }


def day_en(day: datetime.date) -> str:
    """Return a day of the Gregorian calendar in English."""
    return f"{day.day} {_words('en')['gregorian'][day.month - 1]} {day.year}"


def days_en(since: datetime.date, until: datetime.date) -> str:
    """Return a range of days in English."""
    if since == until:
        return day_en(since)
    return f"{day_en(since)} \N{EN DASH} {day_en(until)}"


def period_en(period: Period) -> str:
    """Return what a period of the Jalali calendar is called in English."""
    said = _words("en")
    number = period.number or 1
    blanks = {
        "year": period.year,
        "number": number,
        "month": said["jalali"][number - 1] if period.kind == "month" else "",
        "order": said["orders"][number - 1] if number <= 4 else "",
        "since": day_en(period.since) if period.since else "",
        "until": day_en(period.until) if period.until else "",
    }
    return str(said["period"][period.kind].format(**blanks))


@cache
def _words(language: str) -> dict[str, Any]:
    """Return what letters say in one language."""
    return tomllib.loads((TEMPLATES / f"letter.{language}.toml").read_text("utf-8"))


def _airy(text: str) -> str:
    """Return a text with single empty lines between its paragraphs."""
    lines = (line.rstrip() for line in text.strip().splitlines())
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)) + "\n"
