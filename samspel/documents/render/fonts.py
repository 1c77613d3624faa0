"""The typeface that the product carries with it, for drawings and PDF.

The files are put in place when the product is set up and are not part of the source.
"""

from pathlib import Path

FONT_FOLDER = Path(__file__).resolve().parents[2] / "web" / "fonts"
FAMILY = "Source Sans 3"
CSS_FAMILY = "'Source Sans 3', sans-serif"
"""In quotes: a name with a part that begins with a digit is no family name without them."""
REGULAR = FONT_FOLDER / "SourceSans3-Regular.ttf"
