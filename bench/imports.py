"""Rows per second of an import, from the file to the committed records."""

import time
from pathlib import Path

from django.core.management import call_command
from django.db import connection

from bench.episode_file import write_file
from bench.table import Tell
from samspel.accounts.actor import SYSTEM
from samspel.exchange.importing.episodes import import_episodes


def measure(rows: int, *, folder: Path, tell: Tell) -> None:
    """The import of new rows, and the same file once more."""
    call_command("migrate", verbosity=0)
    path = folder / "import.csv"
    write_file(path, rows, "Importteamet")
    aim = "at least 10 000 rows/s on SQLite" if connection.vendor == "sqlite" else ""
    tell(f"import of {rows:,} rows".replace(",", " "), _rows_a_second(path, rows), aim)
    tell("the same file again", _rows_a_second(path, rows), "")


def _rows_a_second(path: Path, rows: int) -> str:
    begun = time.perf_counter()
    with path.open("rb") as file:
        outcome = import_episodes(file, by=SYSTEM)
    taken = time.perf_counter() - begun
    if not outcome.saved or outcome.rows != rows:
        raise SystemExit("The import did not take every row.")
    return f"{round(rows / taken, -2):,.0f} rows/s".replace(",", " ")
