"""What stands in the way, what was undertaken, what a side can do or has done."""

from collections.abc import Sequence

from reports.extract.clauses import clauses
from reports.extract.document import Document
from reports.extract.forms import COMMAS
from reports.extract.speech import Said
from reports.extract.wording import person_text
from reports.model import Commitment, Obstacle, Remark

#: The longest wording of a remark, in words.
LONGEST = 16
STRENGTHS = ("ordered", "firm", "soft", "readiness")


def obstacles(doc: Document) -> tuple[Obstacle, ...]:
    """Return what `doc` says stands in the way, each once."""
    found: dict[str, Obstacle] = {}
    for sentence in doc.sentences:
        if sentence.headline:
            continue
        taken = -1
        for hit in doc.find(sentence.body, sentence.end, "facts/obstacle"):
            if hit.start < taken:
                continue
            end = _extent(doc, hit.end, sentence.end)
            taken = end
            text = doc.printed(hit.start, end)
            category = hit.value
            if category == "other":
                removed = doc.ends(hit.start, "facts/removal") is not None
                if end - hit.start < 2 or removed:
                    continue
                inner = next(
                    (
                        other.value
                        for other in doc.find(hit.start + 1, end, "facts/obstacle")
                        if other.value != "other"
                    ),
                    None,
                )
                category = inner or category
            if text in found:
                continue
            solved = any(
                True for _ in doc.find(end, min(sentence.end, end + 8), "facts/solved")
            )
            found[text] = Obstacle(
                text=text,
                category=category,
                evidence=(doc.evidence(hit.start, end, rule=f"obstacle/{category}"),),
                resolved=solved,
            )
    return tuple(found.values())


def _extent(doc: Document, at: int, end: int) -> int:
    """Return the word after the noun phrase that goes on at word `at`."""
    last = at
    while last < min(end, at + 8):
        if not doc.words[last][0].isalnum() or doc.is_any(
            last,
            "grammar/verb",
            "grammar/conjunction",
            "speech/verb",
            "proposals/object",
            "proposals/by",
        ):
            break
        last += 1
    while last > at and doc.is_any(last - 1, "grammar/preposition", "facts/undone"):
        last -= 1
    return last


def commitments(doc: Document, said: Sequence[Said]) -> tuple[Commitment, ...]:
    """Return what speakers undertook, the strongest wording of each clause."""
    found: list[Commitment] = []
    for one in said:
        by = "both" if one.both else None
        if one.speaker is not None:
            by = person_text(doc, one.speaker)
        for clause in clauses(doc, one.sentence.body, one.sentence.end):
            hits = list(doc.find(clause.start, clause.end, "facts/commitment"))
            if not hits:
                continue
            strength = min((hit.value for hit in hits), key=STRENGTHS.index)
            start = clause.start
            while start < clause.end and (
                doc.words[start] in COMMAS or not doc.words[start][0].isalnum()
            ):
                start += 1
            end = clause.end
            if (
                strength == "readiness"
                and doc.hit(end, "grammar/subordinate") is not None
            ):
                end = one.sentence.end
            while end > start and not doc.words[end - 1][0].isalnum():
                end -= 1
            if end - start < 2:
                continue
            found.append(
                Commitment(
                    by=by,
                    text=doc.printed(start, end),
                    strength=strength,
                    evidence=(doc.evidence(start, end, rule=f"commitment/{strength}"),),
                )
            )
    return tuple(found)


def remarks(doc: Document, said: Sequence[Said], kind: str) -> tuple[Remark, ...]:
    """Return the clauses of speech that hold a cue of `kind`."""
    found: list[Remark] = []
    for one in said:
        by = person_text(doc, one.speaker) if one.speaker is not None else None
        for clause in clauses(doc, one.start, one.end):
            cue = doc.first(clause.start, clause.end, kind)
            if cue is None or clause.end - clause.start < 4:
                continue
            found.append(
                Remark(
                    text=doc.printed(clause.start, clause.end),
                    by=by,
                    evidence=(doc.evidence(clause.start, clause.end, rule=kind),),
                )
            )
    return tuple(found)
