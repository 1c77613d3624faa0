"""`samspel serve`: the product on a port of this machine."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from samspel.exchange.numbers import whole_number
from samspel.exchange.serving import make_ready, refuse_taken_port, serve


class Command(BaseCommand):
    help = "Serve the product; stop with Ctrl-C."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--host", default="127.0.0.1", help="the address to listen at")
        parser.add_argument("--port", type=whole_number(1, 65_535), default=8000)
        parser.add_argument(
            "--workers", type=whole_number(1, 64), default=1, help="processes that answer requests"
        )
        parser.add_argument(
            "--no-worker",
            action="store_true",
            help="leave imports and other long work to a worker of its own (samspel worker)",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        host, port = options["host"], options["port"]
        refuse_taken_port(host, port)
        make_ready()
        serve(
            host=host,
            port=port,
            workers=options["workers"],
            with_worker=not options["no_worker"] and _has_task_table(),
            ready=lambda: self._tell(host, port),
        )

    def _tell(self, host: str, port: int) -> None:
        shown = f"[{host}]" if ":" in host else host
        self.stdout.write(
            _("Samspel is at http://%(host)s:%(port)d/") % {"host": shown, "port": port}
        )
        self.stdout.write(_("Stop it with Ctrl-C."))
        self.stdout.flush()
        if settings.SAMSPEL_DEMO:
            self.stderr.write(
                _("This is a demo: whoever reaches it can sign in. Keep no real people in it.")
            )


def _has_task_table() -> bool:
    return str(settings.TASKS["default"]["BACKEND"]).startswith("django_tasks_db")
