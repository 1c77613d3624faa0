"""Where the browser for the tests is; run as a program it says what to do when there is none."""

import os
import shutil
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
WHAT_TO_DO = (
    "No browser for the browser tests: install Chromium (Debian and Ubuntu: "
    "sudo apt install chromium) or set SAMSPEL_BROWSER to the path of one, then run this again."
)


def browser_path() -> str | None:
    """The browser's program: SAMSPEL_BROWSER, else the first Chromium or Chrome on the path."""
    given = os.environ.get("SAMSPEL_BROWSER")
    if given:
        return given if Path(given).is_file() else None
    return next((found for name in NAMES if (found := shutil.which(name))), None)


if __name__ == "__main__":
    path = browser_path()
    print(path or WHAT_TO_DO, file=sys.stdout if path else sys.stderr)
    sys.exit(0 if path else 2)
