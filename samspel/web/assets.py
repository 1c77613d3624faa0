"""Put the look's raw material in place: `python -m samspel.web.assets`, after `npm ci`.

Styles, icons and the typeface come from the packages of `package-lock.json`; the copies are
not part of the source. What is already in place is left alone, so a second run takes no time.
"""

import hashlib
import json
import re
import sys
from pathlib import Path

WEB = Path(__file__).resolve().parent
ROOT = WEB.parents[1]
PACKAGES = ROOT / "node_modules"
VENDOR = WEB / "static" / "vendor"
FONTS = WEB / "fonts"
ICONS = WEB / "icons.json"
STAMP = VENDOR / "made-from.txt"

_WOFF2 = "@fontsource-variable/source-sans-3/files/source-sans-3"
_TTF = "@expo-google-fonts/source-sans-3"
FILES: dict[Path, str] = {
    VENDOR / "bootstrap.min.css": "bootstrap/dist/css/bootstrap.min.css",
    VENDOR / "source-sans-3-latin.woff2": f"{_WOFF2}-latin-wght-normal.woff2",
    VENDOR / "source-sans-3-latin-italic.woff2": f"{_WOFF2}-latin-wght-italic.woff2",
    VENDOR / "source-sans-3-latin-ext.woff2": f"{_WOFF2}-latin-ext-wght-normal.woff2",
    VENDOR / "source-sans-3-latin-ext-italic.woff2": f"{_WOFF2}-latin-ext-wght-italic.woff2",
    VENDOR / "SOURCE-SANS-LICENSE.txt": "@fontsource-variable/source-sans-3/LICENSE",
    VENDOR / "BOOTSTRAP-LICENSE.txt": "bootstrap/LICENSE",
    FONTS / "SourceSans3-Regular.ttf": f"{_TTF}/400Regular/SourceSans3_400Regular.ttf",
    FONTS / "SourceSans3-SemiBold.ttf": f"{_TTF}/600SemiBold/SourceSans3_600SemiBold.ttf",
    FONTS / "SourceSans3-Bold.ttf": f"{_TTF}/700Bold/SourceSans3_700Bold.ttf",
    FONTS / "SourceSans3-Italic.ttf": f"{_TTF}/400Regular_Italic/SourceSans3_400Regular_Italic.ttf",
    FONTS / "LICENSE.txt": f"{_TTF}/LICENSE_FONT",
}
"""Each file put in place, and where in the packages it comes from."""

_SOURCE_MAP = re.compile(rb"/\*# sourceMappingURL=[^*]*\*/\s*")
_DRAWING = re.compile(r"<svg[^>]*>(.*)</svg>", re.DOTALL)


class PackagesMissing(Exception):
    """The packages have not been fetched; the message says what to run."""


def put_in_place(*, packages: Path = PACKAGES) -> bool:
    """Copy what the packages hold to where the product serves it; True when anything was done.

    Raises PackagesMissing when something is needed that the packages do not hold.
    """
    wanted = _fingerprint()
    if _is_in_place(wanted):
        return False
    try:
        for target, source in FILES.items():
            target.parent.mkdir(parents=True, exist_ok=True)
            # The map is not served, and static file storage refuses a reference to nothing.
            target.write_bytes(_SOURCE_MAP.sub(b"", (packages / source).read_bytes()))
        ICONS.write_text(json.dumps(_icons(packages)), encoding="utf-8")
    except FileNotFoundError as error:
        raise PackagesMissing(
            f"{error.filename} is missing; run: npm ci --ignore-scripts"
        ) from error
    STAMP.write_text(wanted, encoding="utf-8")
    return True


def _fingerprint() -> str:
    """What the copies follow from: the locked packages and this file."""
    lock = (ROOT / "package-lock.json").read_bytes()
    return hashlib.sha256(lock + Path(__file__).read_bytes()).hexdigest()


def _is_in_place(wanted: str) -> bool:
    if not STAMP.exists() or STAMP.read_text(encoding="utf-8") != wanted:
        return False
    return ICONS.exists() and all(target.exists() for target in FILES)


def _icons(packages: Path) -> dict[str, str]:
    """What is inside each icon's drawing, by its name."""
    drawings = {}
    for path in sorted((packages / "bootstrap-icons" / "icons").glob("*.svg")):
        if inside := _DRAWING.search(path.read_text(encoding="utf-8")):
            drawings[path.stem] = " ".join(inside[1].split())
    if not drawings:
        raise PackagesMissing("The icons are missing; run: npm ci --ignore-scripts")
    return drawings


if __name__ == "__main__":
    try:
        put_in_place()
    except PackagesMissing as missing:
        print(missing, file=sys.stderr)  # noqa: T201 - this is the command line
        sys.exit(2)
