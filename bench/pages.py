"""Answers per second of the heaviest pages, against an empty one on the same server."""

import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from django.urls import reverse

from bench.records import Records
from bench.table import Tell

THREADS = 8
WORKERS = 2
ROUNDS = 3


def measure(records: Records, *, seconds: float, tell: Tell) -> None:
    """Measure list, person and report page of a team of 500 episodes."""
    pages = {
        "list page": reverse("participants"),
        "person page": reverse("participant", args=[records.person.pk]),
        "report page": reverse("report", args=[records.report.pk]),
    }
    found: dict[str, float] = {}
    with server() as port:
        # In turn and the best of each, since other work on the machine comes and goes.
        for name, path in ROUNDS * list({"empty page": "/bench/empty/", **pages}.items()):
            rate = answers_per_second(port, path, records.cookie, seconds)
            found[name] = max(found.get(name, 0.0), rate)
    empty = found.pop("empty page")
    tell("empty page", f"{empty:.0f} answers/s", "")
    for name, rate in found.items():
        measured = f"{rate:.0f} answers/s, 1/{empty / rate:.1f} of the empty page"
        tell(f"{name}, team of 500 episodes", measured, "at least 1/10")


@contextmanager
def server() -> Iterator[int]:
    """The product's own server, on the port that it yields."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [
        *(sys.executable, "-m", "samspel", "serve", "--no-worker"),
        *("--port", str(port), "--workers", str(WORKERS)),
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:  # noqa: S603 - our own command
        try:
            if server.stdout is None or str(port) not in server.stdout.readline():
                raise SystemExit("The server did not begin.")
            yield port
        finally:
            server.terminate()


def answers_per_second(port: int, path: str, cookie: str, seconds: float) -> float:
    """How many answers a second some clients get that ask for the page again and again."""
    command = [
        *(sys.executable, "-m", "bench.client", str(port)),
        *(str(seconds), str(THREADS), path),
    ]
    done = subprocess.run(command, input=cookie, capture_output=True, text=True, check=False)  # noqa: S603 - our own command
    if done.returncode:
        raise SystemExit(done.stderr.strip())
    return float(done.stdout)
