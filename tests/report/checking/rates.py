"""How much the checker finds: `python -m tests.report.checking.rates [FILE …]`.

Numbers of the made-up reports, or of the files that are named, are altered one at a time. The two
rates are printed: alterations found, and findings on the unaltered reports.
"""

import os
import random
import sys
from pathlib import Path

import django

from samspel.report.checking.source import Source
from tests.report.checking.altering import Rates, rates_of
from tests.report.checking.made_up import FOLDER, NAMES

EVERY = 10_000
SEED = 6


def main(files: list[str]) -> None:
    """Print the rates of each report, what was missed, and the rates of all."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()
    paths = [Path(name) for name in files] or [FOLDER / f"{name}.txt" for name in NAMES]
    whole = Rates(0, 0, 0)
    for path in paths:
        source = Source.of_text(path.read_text(encoding="utf-8"), path.name)
        rates = rates_of(source, random.Random(SEED), EVERY)
        whole += rates
        print(path.name, rates, *rates.missed, sep="\n  ")
    print(whole)


if __name__ == "__main__":
    main(sys.argv[1:])
