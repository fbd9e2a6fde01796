"""How people are printed: names without honorifics, whole titles, and their bodies."""

from reports.extract.document import Document
from reports.extract.person import Person
from reports.extract.titles import Title
from reports.text import typeset


def name_text(doc: Document, person: Person) -> str | None:
    """Return the fullest name of `person` as an editor would print it."""
    name = person.name
    if name is None:
        return None
    if name.end - name.start > 2:
        first = "".join(doc.words[name.start : name.start + 2])
        if first in doc.lexicon.given_names:
            # A compound given name that the page wrote as two words.
            given = typeset("".join(doc.printed(name.start, name.start + 2).split()))
            return f"{given} {doc.printed(name.start + 2, name.end)}"
    return doc.printed(name.start, name.end)


def title_text(doc: Document, person: Person) -> str | None:
    """Return the whole title of `person`, deputies included."""
    title = person.title
    return _title(doc, title) if title is not None else None


def _title(doc: Document, title: Title) -> str:
    """Return the words of a title; under a shared head, the singular and one member."""
    if title.member is not None and title.office is not None:
        words = [title.office.name, doc.printed(*title.member)]
        if title.field is not None and title.field[1] > title.field[0]:
            words.insert(1, doc.printed(*title.field))
        return " ".join(words)
    return doc.printed(title.start, title.end)


def person_text(doc: Document, person: Person) -> str | None:
    """Return how `person` is named in a record: the name, else the title."""
    return name_text(doc, person) or title_text(doc, person)


def affiliation(doc: Document, person: Person) -> str | None:
    """Return the body that `person` stands for, where the office names one."""
    title = person.title
    if title is None or title.office is None or title.office.body is None:
        return None
    if title.member is not None:
        return f"{title.office.body} {doc.printed(*title.member)}"
    first = title.head + 1
    if title.deputy or first >= title.end:
        return None
    return f"{title.office.body} {doc.printed(first, title.end)}"
