"""`samspel demo`: a fictional association in an empty database, served."""

import os
import sys
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connections
from django.utils.translation import gettext as _

from samspel.exchange.demo.fill import NotEmpty, fill, is_filled
from samspel.exchange.demo.staff import MAIL_DOMAIN
from samspel.exchange.numbers import whole_number
from samspel.exchange.serving import address_at, refuse_taken_port
from samspel.pages.today import today


class Command(BaseCommand):
    help = "Fill an empty database with a fictional association of three teams, and serve it."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--no-serve", action="store_true", help="fill only")
        parser.add_argument("--host", default="127.0.0.1", help="the address to listen at")
        parser.add_argument("--port", type=whole_number(1, 65_535), default=8000)

    def handle(self, *args: Any, **options: Any) -> None:
        if not options["no_serve"]:
            refuse_taken_port(options["host"], options["port"])
        call_command("migrate", verbosity=0, interactive=False)
        if not is_filled():
            try:
                fill(today=today())
            except NotEmpty as error:
                raise CommandError(
                    _(
                        "The database is not empty, so the demo was not put into it; give the demo "
                        "a folder of its own with SAMSPEL_HOME."
                    )
                ) from error
        self._tell_whom_to_be()
        if not options["no_serve"]:
            _serve(options["host"], options["port"])

    def _tell_whom_to_be(self) -> None:
        people = (
            ("lena", _("team leader")),
            ("kim", _("coach")),
            ("sten", _("steering group member")),
            ("forbund", _("association officer")),
            ("admin", _("administrator")),
        )
        self.stdout.write(
            _("Sign in with the password %(password)s as:")
            % {"password": settings.SAMSPEL_DEMO_PASSWORD}
        )
        for mailbox, role in people:
            self.stdout.write(f"  {f'{mailbox}@{MAIL_DOMAIN}':22} {role}")
        if not settings.EMAIL_HOST:
            told = _("Mails are not sent; they are written to the folder %(folder)s.")
            self.stdout.write(told % {"folder": settings.EMAIL_FILE_PATH})
        self.stdout.flush()


def _serve(host: str, port: int) -> None:
    """Become `samspel serve`, with the demo's settings where nothing else is said."""
    os.environ.setdefault("SAMSPEL_DEMO", "yes")
    os.environ.setdefault("SAMSPEL_SECOND_FACTOR", "optional")
    # What links in mails begin with, and those that are shown to be passed on.
    os.environ.setdefault("SAMSPEL_ADDRESS", address_at(host, port))
    connections.close_all()
    command = [sys.executable, "-m", "samspel", "serve", "--host", host, "--port", str(port)]
    os.execv(sys.executable, command)  # noqa: S606  # nosec B606 - our own command, without a shell
