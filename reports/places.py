"""Where the files that belong to the program lie."""

from pathlib import Path

#: The folder of the checkout: `build.py` stands in it.
ROOT = Path(__file__).resolve().parent.parent

TEMPLATES = ROOT / "templates"
FONTS = ROOT / "fonts"
SAMPLES = ROOT / "samples"
