"""A small briefing as `briefing.json` holds it, and what became of it a week later."""

import copy
from typing import Any

import msgspec


def proof(
    quote: str, outlet: str | None = "نمونه", day: str | None = "2025-12-13"
) -> dict[str, Any]:
    return {"source": 1, "outlet": outlet, "published": day, "quote": quote}


def person(name: str | None, title: str | None) -> dict[str, Any]:
    return {"name": name, "title": title, "affiliation": None, "country": "IR"}


SIGNING: dict[str, Any] = {
    "type": "event",
    "id": "e1",
    "kind": "mou_signing",
    "status": "held",
    "date": "2025-12-12",
    "date_end": None,
    "place": "اردبیل",
    "people": [
        person("کامران نیک‌پیما", "استاندار اردبیل"),
        person("رشاد قلی‌یف", "معاون وزیر اقتصاد جمهوری آذربایجان"),
    ],
    "proofs": [
        proof(
            "این تفاهم‌نامه عصر جمعه در پایان نخستین نشست کمیتهٔ کارشناسی، میان "
            "کامران نیک‌پیما استاندار اردبیل و رشاد قلی‌یف معاون وزیر اقتصاد "
            "جمهوری آذربایجان در اردبیل امضا شد."
        )
    ],
}
CALL: dict[str, Any] = {
    "type": "event",
    "id": "e2",
    "kind": "phone_call",
    "status": "planned",
    "date": None,
    "date_end": None,
    "place": None,
    "people": [person(None, "سرکنسول جمهوری آذربایجان در تبریز")],
    "proofs": [proof("قرار است هفتهٔ آینده تماس تلفنی برقرار شود.", None, None)],
}
TERMINAL: dict[str, Any] = {
    "type": "idea",
    "id": "t1",
    "text": "احداث پایانهٔ لجستیکی مشترک در بیله‌سوار",
    "status": "signed",
    "blocked": False,
    "proofs": [proof("دو طرف بر احداث پایانهٔ لجستیکی ASAN در بیله‌سوار توافق کردند.")],
}
TARIFF: dict[str, Any] = {
    "type": "idea",
    "id": "t2",
    "text": "بررسی تعرفه‌های ترجیحی",
    "status": "supported",
    "blocked": True,
    "proofs": [proof("وی از بررسی تعرفه‌های ترجیحی استقبال کرد.")],
}
CUSTOMS: dict[str, Any] = {
    "type": "hurdle",
    "text": "بازرسی‌های تکراری در دو سوی مرز",
    "category": "customs",
    "resolved": False,
    "proofs": [
        proof("بازرسی‌های تکراری در دو سوی مرز رفت‌وآمد کامیون‌ها را کند کرده است.")
    ],
}
NOTHING: dict[str, Any] = {"meetings": [], "undated": [], "topics": []}
FIGURES = {
    "articles": 9,
    "outlets": 4,
    "held": 3,
    "planned": 1,
    "ideas": 12,
    "settled": 4,
    "hurdles": 1,
    "pledges": 0,
}

BRIEFING: dict[str, Any] = {
    "subject": {
        "kind": "province",
        "slug": "ardabil",
        "code": "IR-24",
        "name": "اردبیل",
    },
    "period": "1404-09",
    "since": "2025-11-22",
    "until": "2025-12-21",
    "first": "2025-11-25",
    "last": "2025-12-18",
    "sample": False,
    "figures": FIGURES,
    "before": {"period": "1404-08", "figures": {**FIGURES, "held": 5, "ideas": 7}},
    "matters": [SIGNING, TERMINAL, CUSTOMS],
    "chapter": {
        "meetings": [SIGNING],
        "undated": [CALL],
        "topics": [{"code": "border", "ideas": [TERMINAL, TARIFF]}],
        "hurdles": [CUSTOMS],
    },
    "domestic": NOTHING,
    "coverage": {"read": 400},
}


def changed() -> dict[str, Any]:
    """Return the briefing as it is told later."""
    later: dict[str, Any] = copy.deepcopy(BRIEFING)
    chapter = later["chapter"]
    chapter["meetings"][0]["date"] = "2025-12-13"
    chapter["undated"] = []
    (topic,) = chapter["topics"]
    topic["ideas"][1] |= {"status": "agreed", "blocked": False}
    topic["ideas"].append(
        {**TARIFF, "id": "t3", "text": "گشایش خط منظم کشتی‌رانی", "status": "raised"}
    )
    later["matters"] = [chapter["meetings"][0], *topic["ideas"][:2]]
    return later


def json(document: dict[str, Any]) -> bytes:
    """Return a briefing as a file holds it."""
    return msgspec.json.encode(document)


CONTENTS, LATER = json(BRIEFING), json(changed())
