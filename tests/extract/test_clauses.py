"""Clauses end with their verb; lists fall into their members."""

from reports.extract.clauses import clauses, items
from tests.extract.reading import cases, document, remarked

#: Each clause in brackets.
CLAUSES = {
    "one": "[بندر آماده است].",
    "two joined by and": "[بندر باز شد] و [کالا رسید].",
    "three": "[بندر باز شد]، [کالا رسید] و [راه آماده است].",
    "subordinate": "[وی گفت] [که راه باز است].",
    "verbs known by form": "[کالا را می‌فرستیم] و [آن را داده‌اند] و [راه بسازند].",
    "a noun that looks like a past": "[کاشت و برداشت گندم آسان است].",
    "semicolon": "[رشد صادرات]؛ [بندر آماده است].",
}

#: Each member of the list in brackets.
MEMBERS = {
    "commas and a last and": "[ایجاد پایانه]، [احداث جاده] و [توسعه بندر]",
    "and before an act": "[ایجاد پایانه مرزی] و [احداث جاده]",
    "and inside one thing": "[توسعه صادرات و واردات]",
    "and between adjectives": "[رفع مشکلات گمرکی و بانکی]",
    "a ministry keeps its commas": "[همکاری با وزارت صنعت، معدن و تجارت]",
    "one": "[احداث پایانه لجستیکی]",
}


@cases(CLAUSES)
def test_clause_ends_with_its_verb(name: str) -> None:
    line = CLAUSES[name]
    assert line == remarked(
        line,
        lambda doc: [(one.start, one.end) for one in clauses(doc, 0, len(doc.words))],
    )


@cases(MEMBERS, and_inside_one_thing="imports are taken for an act of their own")
def test_list_falls_into_its_members(name: str) -> None:
    line = MEMBERS[name]
    assert line == remarked(
        line,
        lambda doc: [(one.start, one.end) for one in items(doc, 0, len(doc.words))],
    )


def test_every_word_but_marks_and_joints_is_in_some_clause() -> None:
    doc = document("بندر باز شد و کالا رسید، زیرا راه آماده است.")
    covered = {
        at
        for one in clauses(doc, 0, len(doc.words))
        for at in range(one.start, one.end)
    }
    left = [word for at, word in enumerate(doc.words) if at not in covered]
    assert set(left) <= {"و", "،", "."}
