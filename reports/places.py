"""Where the files that belong to the program lie."""

from pathlib import Path

#: The folder of the checkout: `build.py` stands in it.
ROOT = Path(__file__).resolve().parent.parent

TEMPLATES = ROOT / "templates"
FONTS = ROOT / "fonts"
SAMPLES = ROOT / "samples"

#: The store that is used when none is named, below the folder one works in.
STORE = "sqlite:///data/reports.db"
#: The store of the demonstration: samples never get among real articles by themselves.
SAMPLE_STORE = "sqlite:///data/samples.db"
