"""`python -m bench [PART …]`: measure, and print a table for the README."""

import argparse
import os
import tempfile
from pathlib import Path

PARTS = ("lists", "pages", "figures", "report", "import")


def main() -> None:
    """Measure the parts that are asked for, all of them unless said otherwise."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--episodes", type=int, default=10_000_000, help="in the Parquet file")
    parser.add_argument("--rows", type=int, default=100_000, help="to import")
    parser.add_argument("--seconds", type=float, default=5.0, help="for each page")
    options = parser.parse_args()
    if unknown := set(options.parts) - set(PARTS):
        parser.error(f"there is no part {', '.join(sorted(unknown))}")
    with tempfile.TemporaryDirectory(prefix="samspel-bench-") as folder:
        _measure(options, Path(folder))


def _measure(options: argparse.Namespace, folder: Path) -> None:
    os.environ["SAMSPEL_HOME"] = str(folder)
    os.environ["SAMSPEL_DATABASE"] = os.environ.get("SAMSPEL_BENCH_DATABASE", "")
    os.environ["SAMSPEL_SECOND_FACTOR"] = "optional"
    os.environ["DJANGO_SETTINGS_MODULE"] = "bench.settings"
    import django

    django.setup()
    from bench import figures, imports, lists, machine, pages, report
    from bench.records import make_records
    from bench.table import print_row, print_title

    parts = options.parts or PARTS
    print_title(machine.described())
    if "lists" in parts:  # before there is anything else in the database
        lists.measure(seconds=options.seconds, tell=print_row)
    if set(parts) & {"pages", "report"}:
        records = make_records()
        if "pages" in parts:
            pages.measure(records, seconds=options.seconds, tell=print_row)
        if "report" in parts:
            report.measure(records, tell=print_row)
    if "import" in parts:
        imports.measure(options.rows, folder=folder, tell=print_row)
    if "figures" in parts:
        figures.measure(options.episodes, folder=folder, tell=print_row)


if __name__ == "__main__":
    main()
