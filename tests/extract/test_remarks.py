"""Obstacles, commitments, and what a side claims it can do or has done."""

from tests.extract.reading import cases, record

SAID = "سفیر ژاپن گفت: "
#: The sentence and the category of the obstacle in it.
OBSTACLES = {
    "sanctions": (f"{SAID}تحریم‌ها صادرات را دشوار کرده است.", "sanction"),
    "visa": (f"{SAID}مشکل روادید رانندگان را آزار می‌دهد.", "visa"),
    "customs": (f"{SAID}مسائل گمرکی کار را کند کرده است.", "customs"),
    "closed border": (
        f"{SAID}بسته بودن مرز زیان زده است.",
        "border_closed",
    ),
}
NO_OBSTACLE = {
    "a capacity": f"{SAID}ظرفیت بندر خوب است.",
    "a customs house": f"{SAID}گمرک آستارا فعال است.",
    "a meeting": "استاندار گیلان با سفیر ژاپن دیدار کرد.",
}

#: The sentence and how strongly something was undertaken.
UNDERTAKEN = {
    "they vowed": ("سفیر ژاپن متعهد شد راه را بسازد.", "firm"),
    "he told them to": ("سفیر ژاپن دستور داد راه را بسازند.", "ordered"),
    "ready": (f"{SAID}آماده‌ایم در بندر همکاری کنیم.", "readiness"),
    "ready for": (f"{SAID}آماده همکاری در حوزه بندر هستیم.", "readiness"),
    "we shall": (f"{SAID}این موضوع را پیگیری خواهیم کرد.", "soft"),
}
NOT_UNDERTAKEN = {
    "a fact": f"{SAID}بندر بزرگ است.",
    "a thing that is ready": f"{SAID}بندر آماده است.",
    "a wish of others": "استاندار گیلان با سفیر ژاپن دیدار کرد.",
}


@cases(OBSTACLES)
def test_obstacle_has_its_category(name: str) -> None:
    text, category = OBSTACLES[name]
    assert [one.category for one in record(text).obstacles] == [category]


@cases(NO_OBSTACLE)
def test_near_miss_is_no_obstacle(name: str) -> None:
    assert record(NO_OBSTACLE[name]).obstacles == ()


def test_obstacle_out_of_the_way_is_marked_resolved() -> None:
    (one,) = record(f"{SAID}مشکل روادید برطرف شد.").obstacles
    assert one.resolved


def test_obstacle_in_the_way_is_not_resolved() -> None:
    (one,) = record(f"{SAID}مشکل روادید باقی مانده است.").obstacles
    assert not one.resolved


@cases(UNDERTAKEN, ready_for="readiness with its verb at the end is not read")
def test_commitment_has_its_strength_and_giver(name: str) -> None:
    text, strength = UNDERTAKEN[name]
    (one,) = record(text).commitments
    assert one.strength == strength
    assert one.by == "سفیر ژاپن"


@cases(NOT_UNDERTAKEN, a_thing_that_is_ready="a thing that is ready is read as a vow")
def test_near_miss_is_no_commitment(name: str) -> None:
    assert record(NOT_UNDERTAKEN[name]).commitments == ()


def test_capacity_is_what_a_side_claims_of_itself() -> None:
    (one,) = record(f"{SAID}استان ظرفیت بالایی در کشاورزی دارد.").capacities
    assert one.by == "سفیر ژاپن"


def test_capacity_that_nobody_claims_is_none() -> None:
    assert record("استان ظرفیت بالایی در کشاورزی دارد.").capacities == ()
