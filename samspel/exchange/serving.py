"""Serving the product: what must be ready first, the server, and the worker beside it."""

import contextlib
import multiprocessing
import socket
import subprocess  # nosec B404 - runs our own command only
import sys
import threading
import time
from collections.abc import Callable, Iterator
from http.client import HTTPConnection, HTTPException

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connections
from django.utils.translation import gettext as _

THREADS = 4
"""Requests that one process answers at a time; more would only wait for each other."""
# Written out: to look it up would load every page, and Polars with them, into the process that
# waits for signals, and Polars takes the signals for itself.
_FIRST_PAGE = "/accounts/login/"
_EVERYWHERE = ("0.0.0.0", "::")  # noqa: S104  # nosec B104 - compared with, not listened at
_SECONDS_TO_END = 20
_SECONDS_TO_LET_GO = 3
_SECONDS_TO_BEGIN = 120


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


def address_at(host: str, port: int) -> str:
    """Where a browser on this machine finds a server that listens at ``host``."""
    shown = "localhost" if host in _EVERYWHERE else host
    return f"http://[{shown}]:{port}" if ":" in shown else f"http://{shown}:{port}"


def make_ready() -> None:
    """Bring the database up to date and gather the static files."""
    call_command("migrate", verbosity=0, interactive=False)
    if not settings.DEBUG:
        call_command("collectstatic", verbosity=0, interactive=False)
    connections.close_all()


def serve(
    *, host: str, port: int, workers: int, with_worker: bool, ready: Callable[[], None]
) -> None:
    """Answer requests until SIGTERM or Ctrl-C; the worker ends with the server.

    ``ready`` is called when the first page has been answered. Raises CommandError when the port
    has been taken since it was last asked for: the server itself would end in a traceback, or
    share the port in silence with another one of its kind.
    """
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    refuse_taken_port(host, port)
    # A forked copy of this process could hang where a library's threads held a lock.
    multiprocessing.set_start_method("spawn", force=True)
    server = Granian(
        "samspel.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=THREADS,
        log_level=LogLevels.error,
        websockets=False,
        respawn_failed_workers=True,
        # A browser that keeps its connection open must not keep the server from ending.
        workers_kill_timeout=_SECONDS_TO_LET_GO,
    )
    threading.Thread(target=_when_answering, args=(host, port, ready), daemon=True).start()
    with background_worker() if with_worker else contextlib.nullcontext():
        server.serve()


def _when_answering(host: str, port: int, ready: Callable[[], None]) -> None:
    """Call ``ready`` as soon as the sign-in page comes."""
    end = time.monotonic() + _SECONDS_TO_BEGIN
    asked = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104  # nosec B104 - asks, not listens
    while time.monotonic() < end:
        connection = HTTPConnection(asked, port, timeout=_SECONDS_TO_BEGIN)
        try:
            connection.request("GET", _FIRST_PAGE, headers={"Host": _own_name()})
            connection.getresponse().read()
        except (OSError, HTTPException):
            time.sleep(0.1)
        else:
            ready()
            return
        finally:
            connection.close()


def _own_name() -> str:
    """A host name that the server answers to."""
    first = next(iter(settings.ALLOWED_HOSTS), "localhost")
    return "localhost" if first == "*" else first.lstrip(".")


@contextlib.contextmanager
def background_worker() -> Iterator[None]:
    """A process of its own for imports and other long work, ended on leaving."""
    command = [sys.executable, "-m", "samspel", "worker", "--with-parent"]
    # A session of its own: Ctrl-C reaches only the server, which then ends the worker in order.
    worker = subprocess.Popen(command, start_new_session=True)  # noqa: S603  # nosec B603 - our own command
    try:
        yield
    finally:
        worker.terminate()
        try:
            worker.wait(_SECONDS_TO_END)
        except subprocess.TimeoutExpired:
            worker.kill()
            worker.wait()
