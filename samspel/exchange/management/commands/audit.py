"""`samspel audit verify`: whether the access log is whole."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samspel.accounts.log import LogEntry, first_broken_link
from samspel.exchange.asked import asked_database


class Command(BaseCommand):
    help = "Check that no entry of the access log was altered, removed or added by hand."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("action", choices=("verify",))

    def handle(self, *args: Any, **options: Any) -> None:
        asked_database()
        broken = first_broken_link()
        if broken is not None:
            self.stderr.write(
                _("The access log is broken at entry %(number)d.") % {"number": broken}
            )
            sys.exit(1)  # an answer, unlike status 2, which says that the question was wrong
        whole = LogEntry.objects.count()
        self.stdout.write(
            ngettext(
                "The access log is whole: %(n)d entry.",
                "The access log is whole: %(n)d entries.",
                whole,
            )
            % {"n": whole}
        )
