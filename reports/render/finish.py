"""Last touches to a PDF before it is written, which the press leaves out."""

from typing import Any

import pydyf

#: The flag of an annotation that paper shows as the screen does.
PRINTED = 4


def finish(_document: object, pdf: pydyf.PDF) -> None:
    """Tell how pages turn, what each table header heads, and that links are printed."""
    preferences = pdf.catalog.setdefault("ViewerPreferences", pydyf.Dictionary())
    preferences["Direction"] = "/R2L"
    by_reference: dict[Any, Any] = {one.reference: one for one in pdf.objects}
    for element in pdf.objects:
        if not isinstance(element, pydyf.Dictionary):
            continue
        if element.get("Subtype") == "/Link":
            element["F"] = PRINTED
        if element.get("S") != "/TH":
            continue
        row = by_reference[element["P"]]
        group = by_reference[row["P"]]
        in_head = group.get("S") == "/THead"
        element["A"]["Scope"] = "/Column" if in_head else "/Row"
