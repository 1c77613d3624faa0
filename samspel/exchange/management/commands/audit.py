"""`samspel audit verify`: whether the access log is whole."""

import re
import sys
from argparse import ArgumentParser
from typing import Any, NoReturn

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samspel.accounts.log import chain_state, first_broken_link, was_in_chain
from samspel.exchange.asked import asked_database

_NOTE = re.compile(r"([0-9]{1,15}):([0-9a-f]{64})")


class Command(BaseCommand):
    help = "Check that no entry of the access log was altered, removed or added by hand."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("action", choices=("verify",))
        parser.add_argument(
            "--since",
            metavar="NOTE",
            help="a note from an earlier run: check that the log still goes on from there",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        noted = _read(options["since"]) if options["since"] else None
        asked_database(make=False)
        now = chain_state()
        broken = first_broken_link(now)
        if broken is not None:
            self._end(_broken_at(broken))
        if noted and not was_in_chain(*noted):
            self._end(
                _("The access log is not the one that was noted: its entry %(number)d is another.")
                % {"number": noted[0]}
            )
        self.stdout.write(
            ngettext(
                "The access log is whole: %(n)d entry.",
                "The access log is whole: %(n)d entries.",
                now.count,
            )
            % {"n": now.count}
        )
        self.stdout.write(
            _("Note this for the next time: %(note)s") % {"note": f"{now.count}:{now.hash}"}
        )

    def _end(self, sentence: str) -> NoReturn:
        """An answer, with status 1, unlike 2, which says that the question was wrong."""
        self.stderr.write(sentence)
        sys.exit(1)


def _broken_at(number: int) -> str:
    if number == 1:
        return _(
            "The access log is broken at entry 1, unless SAMSPEL_SECRET_KEY, or SAMSPEL_HOME with "
            "its secret-key, is another than the service's."
        )
    return _("The access log is broken at entry %(number)d.") % {"number": number}


def _read(note: str) -> tuple[int, str]:
    found = _NOTE.fullmatch(note.strip())
    if found is None:
        raise CommandError(
            _("“%(note)s” is no note of this command; it is like 120:3f…, a number and 64 letters.")
            % {"note": note}
        )
    return int(found[1]), found[2]
