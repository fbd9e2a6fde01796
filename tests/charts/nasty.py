"""Names and numbers that charts have to live with; all are invented."""

NAMES = (
    "تجارت",
    "حمل‌ونقل",
    "ECO: همکاری با سازمان همکاری اقتصادی",
    "3 طرح توسعهٔ بندر (منطقهٔ آزاد)",
    "راه‌اندازی مرکز مبادلات مرزی و لجستیک مشترک در گذرگاه شمالی کشور با همکاری همهٔ "
    "دستگاه‌های اجرایی استان و سرمایه‌گذاران بخش خصوصی دو طرف",
    "ا" * 60,
    "Ministry of Economic Development and Foreign Trade",
    "",
    "مرز",
)
NUMBERS = (0, 1, 2, 9, 40, 99_999)
EMPTY = "در این دوره چیزی گزارش نشده است."
ALT = "شرح نمودار برای کسی که آن را نمی‌بیند"
WIDTHS = (82.0, 120.0, 170.0)


def name(n: int) -> str:
    """Return a name of its own for each number."""
    return f"{NAMES[n % len(NAMES)]} {n}" if n >= len(NAMES) else NAMES[n]


def number(n: int) -> int:
    """Return a number that is often nothing and seldom huge."""
    return NUMBERS[n * 7 % len(NUMBERS)]
