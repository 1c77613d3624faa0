"""`samspel worker`: carries out imports and other long work and sends mail, beside the server."""

import os
import signal
import sys
import threading
import time
from argparse import ArgumentParser
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import connections

from samspel.mail.background import MailThread


class Command(BaseCommand):
    help = "Carry out imports and other long work, and send mail; stop with Ctrl-C."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--with-parent", action="store_true", help="end when the process that began it ends"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["with_parent"]:
            threading.Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()
        # Until the task worker takes the signals for itself: no mail is to be cut off.
        signal.signal(signal.SIGTERM, _end)
        mail = MailThread()
        mail.start()
        try:
            # At SIGTERM or Ctrl-C it ends the task it is at, then returns or raises SystemExit.
            call_command(
                "db_worker",
                queue_name="*",
                startup_delay=False,
                reload=False,
                verbosity=0,
                interval=1,
            )
        finally:
            # Where the signal came while a task was looked for, the database would stay locked,
            # and the mail that is being sent could not be marked as sent.
            connections.close_all()
            mail.end()


def _end(_signal: int, _frame: object) -> None:
    sys.exit(0)


def _end_with(parent: int) -> None:
    """A server that was killed cannot end its worker, so the worker looks after it."""
    while os.getppid() == parent:
        time.sleep(1)
    os.kill(os.getpid(), signal.SIGTERM)
