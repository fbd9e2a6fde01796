"""Whether two names, or two titles, of one article can be one person's."""

from reports.extract.document import Document
from reports.extract.names import WHOLE, Name
from reports.extract.titles import Title

#: Makes the house of the office, whose deputy is the deputy of the holder. Short words
#: keep it.
OF, SHORT = "\u06cc", 5


def same_name(doc: Document, one: Name, other: Name) -> bool:
    """Tell whether two names may be one person's: one may be the end of the other."""
    a = "".join(doc.words[one.start : one.end])
    b = "".join(doc.words[other.start : other.end])
    short, long = sorted((a, b), key=len)
    return (
        short == long
        or (len(short) >= 3 and long.endswith(short))
        or (
            len(short) >= 5 and long.startswith(short) and one.certain and other.certain
        )
    )


def same_whole_name(doc: Document, one: Name, other: Name) -> bool:
    """Tell whether two names are the same, word by word, given name and surname."""
    words = doc.words[one.start : one.end]
    return len(one) >= WHOLE and words == doc.words[other.start : other.end]


def same_title(doc: Document, one: Title, other: Title) -> bool:
    """Tell whether two titles can be the same post."""
    if one.group or other.group:
        alike = one.group == other.group and one.crowd == other.crowd
        return alike and called(doc, one) == called(doc, other)
    if one.deputy != other.deputy:
        return False
    if one.deputy:
        a, b = _words(doc, one), _words(doc, other)
        return a <= b or b <= a
    if one.office is None or other.office is None:
        return False
    if one.office.level != other.office.level:
        return False
    if one.office.scope == "body":
        a, b = _words(doc, one), _words(doc, other)
        return a <= b or b <= a
    if one.office.level not in {"governor"} and one.office.id != other.office.id:
        return False
    if one.country and other.country and one.country != other.country:
        return False
    if not one.places or not other.places:
        return (
            one.office.scope != "domain"
            or _field(doc, one) & _field(doc, other) != set()
        )
    if one.office.scope == "place":
        return one.places[0].name == other.places[0].name or (
            one.province is not None and one.province == other.province
        )
    if one.office.scope == "domain":
        return bool(_field(doc, one) & _field(doc, other))
    return True


def _words(doc: Document, title: Title) -> frozenset[str]:
    """Return the words of a title that tell it from others."""
    if title.member is not None:
        return frozenset(doc.words[title.member[0] : title.member[1]])
    key = (title.start, title.end)
    known = doc.titles.get(key)
    if known is None:
        known = doc.titles[key] = frozenset(
            word.removesuffix(OF) if len(word) > SHORT else word
            for word in doc.words[title.start : title.end]
            if word[0].isalpha() and len(word) > 1
        )
    return known


def called(doc: Document, group: Title) -> set[str]:
    """Return what tells a group from others, whatever word stands for "group"."""
    return {
        doc.words[at]
        for at in range(group.head + 1, group.end)
        if doc.hit(at, "titles/unit", "titles/and") is None
    }


def _field(doc: Document, title: Title) -> set[str]:
    """Return the words of a minister's field."""
    words = doc.words[title.head + 1 : title.end]
    return {w for w in words if len(w) > 1 and w[0].isalpha()} or {""}
