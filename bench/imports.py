"""Rows per second of an import, from the file to the committed records, and how long it keeps
others from saving."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.core.management import call_command
from django.db import connection, transaction

from bench.episode_file import write_file
from bench.table import Tell
from samspel.accounts.actor import SYSTEM
from samspel.exchange.importing.episodes import import_episodes
from samspel.exchange.importing.turn import patiently
from samspel.organisation.models import Team

_TIMES = 3
_SECONDS_BETWEEN = 0.05


def measure(rows: int, *, folder: Path, tell: Tell) -> None:
    """The import of new rows, and the same file once more."""
    call_command("migrate", verbosity=0)
    paths = [folder / f"import-{number}.csv" for number in range(_TIMES)]
    for path in paths:
        write_file(path, rows, f"Importteamet {path.stem}")
    aim = "at least 10 000 rows/s on SQLite" if connection.vendor == "sqlite" else ""
    shown = f"{rows:,}".replace(",", " ")
    tell(f"import of {shown} rows", _best(paths, rows), aim)
    tell("the same files again", _best(paths, rows), "")
    path = folder / "import-beside.csv"
    write_file(path, rows, "Importteamet bredvid")
    with _waits_of_another() as waits:
        _rows_a_second(path, rows)
    longest = f"{max(waits):.1f} s"
    tell(f"longest wait of who saves beside an import of {shown} rows", longest, "under 20 s")


@contextmanager
def _waits_of_another() -> Iterator[list[float]]:
    """How long somebody else waits, again and again, to save something of another team."""
    waits: list[float] = []
    ended = threading.Event()

    def save() -> None:
        with patiently():
            while not ended.wait(_SECONDS_BETWEEN):
                begun = time.perf_counter()
                with transaction.atomic():
                    Team.objects.order_by("pk")[0].touch()
                waits.append(time.perf_counter() - begun)
        connection.close()

    other = threading.Thread(target=save)
    other.start()
    try:
        yield waits
    finally:
        ended.set()
        other.join()


def _best(paths: list[Path], rows: int) -> str:
    found = max(_rows_a_second(path, rows) for path in paths)
    return f"{round(found, -2):,.0f} rows/s".replace(",", " ")


def _rows_a_second(path: Path, rows: int) -> float:
    begun = time.perf_counter()
    with path.open("rb") as file:
        outcome = import_episodes(file, by=SYSTEM)
    taken = time.perf_counter() - begun
    if not outcome.saved or outcome.rows != rows:
        raise SystemExit("The import did not take every row.")
    return rows / taken
