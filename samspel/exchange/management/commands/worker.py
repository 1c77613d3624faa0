"""`samspel worker`: carries out imports and other long work, beside the server."""

import os
import signal
import threading
import time
from argparse import ArgumentParser
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = "Carry out imports and other long work; stop with Ctrl-C."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--with-parent", action="store_true", help="end when the process that began it ends"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["with_parent"]:
            threading.Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()
        call_command(
            "db_worker", queue_name="*", startup_delay=False, reload=False, verbosity=0, interval=1
        )


def _end_with(parent: int) -> None:
    """A server that was killed cannot end its worker, so the worker looks after it."""
    while os.getppid() == parent:
        time.sleep(1)
    os.kill(os.getpid(), signal.SIGTERM)
