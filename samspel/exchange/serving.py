"""Serving the product: what must be ready first, the server, and the worker beside it."""

import contextlib
import multiprocessing
import socket
import subprocess
import sys
from collections.abc import Iterator

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connections
from django.utils.translation import gettext as _

THREADS = 4
"""Requests that one process answers at a time; more would only wait for each other."""
_SECONDS_TO_END = 20


def refuse_taken_port(host: str, port: int) -> None:
    """Raise CommandError when nothing can listen there, before anything else is begun."""
    try:
        family, _kind, _protocol, _name, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM
        )[0]
        with socket.socket(family, socket.SOCK_STREAM) as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            trial.bind(address)
    except socket.gaierror as error:
        raise CommandError(
            _("“%(host)s” is not an address of this machine.") % {"host": host}
        ) from error
    except OSError as error:
        raise CommandError(
            _("Port %(port)d at %(host)s cannot be used, perhaps since something is there already.")
            % {"port": port, "host": host}
        ) from error


def make_ready() -> None:
    """Bring the database up to date and gather the static files."""
    call_command("migrate", verbosity=0, interactive=False)
    if not settings.DEBUG:
        call_command("collectstatic", verbosity=0, interactive=False)
    connections.close_all()


def serve(*, host: str, port: int, workers: int, with_worker: bool) -> None:
    """Answer requests until SIGTERM or Ctrl-C; the worker ends with the server."""
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    # A forked copy of this process could hang where a library's threads held a lock.
    multiprocessing.set_start_method("spawn", force=True)
    server = Granian(
        "samspel.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=THREADS,
        log_level=LogLevels.warning,
        websockets=False,
        respawn_failed_workers=True,
    )
    with background_worker() if with_worker else contextlib.nullcontext():
        server.serve()


@contextlib.contextmanager
def background_worker() -> Iterator[None]:
    """A process of its own for imports and other long work, ended on leaving."""
    command = [
        *(sys.executable, "-m", "samspel", "db_worker"),
        *("--queue-name", "*", "--no-startup-delay", "--no-reload", "--verbosity", "0"),
    ]
    # A session of its own: Ctrl-C reaches only the server, which then ends the worker in order.
    worker = subprocess.Popen(command, start_new_session=True)  # noqa: S603 - our own command
    try:
        yield
    finally:
        worker.terminate()
        try:
            worker.wait(_SECONDS_TO_END)
        except subprocess.TimeoutExpired:
            worker.kill()
            worker.wait()
