"""`samspel import-episodes FILE.csv [--team NAME] [--dry-run]`."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samspel.accounts.actor import SYSTEM
from samspel.exchange.asked import asked_database, file_refused
from samspel.exchange.importing.episodes import check_episodes, import_episodes
from samspel.exchange.importing.faults import FileRefused
from samspel.exchange.importing.source import Outcome, Progress

_TEAM_NAME_LENGTH = 120


class Command(BaseCommand):
    help = "Import episodes from a CSV file: all rows, or none when any has a fault."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", metavar="FILE.csv", help="the file, UTF-8")
        parser.add_argument("--team", metavar="NAME", help="put all rows in this team")
        parser.add_argument("--dry-run", action="store_true", help="check only, save nothing")
        parser.add_argument(
            "--progress", action="store_true", help="show progress also where there is no terminal"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        path = Path(options["file"])
        asked_database()
        team = _team_name(options["team"])
        progress = self._progress(shown=options["progress"] or sys.stderr.isatty())
        try:
            with path.open("rb") as binary:
                size = path.stat().st_size
                if options["dry_run"]:
                    outcome = check_episodes(binary, team=team, size=size, progress=progress)
                else:
                    outcome = import_episodes(
                        binary, by=SYSTEM, team=team, size=size, progress=progress
                    )
        except OSError as error:
            raise file_refused(path, error) from error
        except FileRefused as refused:
            raise CommandError(str(refused)) from refused
        progress(1.0)
        self._tell(outcome)

    def _progress(self, *, shown: bool) -> Progress:
        last = -1

        def progress(share: float) -> None:
            nonlocal last
            percent = int(100 * share)
            if shown and percent != last:
                self.stderr.write(f"\r{percent:3d} %", ending="\n" if percent == 100 else "")
                self.stderr.flush()
                last = percent

        return progress

    def _tell(self, outcome: Outcome) -> None:
        if outcome.faults:
            self._tell_faults(outcome)
        lines = [
            ngettext("%(n)d row read.", "%(n)d rows read.", outcome.rows) % {"n": outcome.rows},
            _("New: %(new)d. Changed: %(changed)d. Unchanged: %(unchanged)d.")
            % {"new": outcome.new, "changed": outcome.changed, "unchanged": outcome.unchanged},
        ]
        if outcome.new_teams:
            lines.append(_("New teams: %(names)s.") % {"names": ", ".join(outcome.new_teams)})
        lines += outcome.oddities.sentences()
        if not outcome.saved:
            lines.append(_("This was a check: nothing was saved."))
        self.stdout.write("\n".join(lines))

    def _tell_faults(self, outcome: Outcome) -> None:
        for fault in outcome.faults:
            where = _("line %(line)d") % {"line": fault.line}
            column = f", {fault.column}" if fault.column else ""
            self.stderr.write(f"{where}{column}: {fault.sentence}")
        raise CommandError(
            ngettext(
                "%(n)d fault was found; nothing was saved.",
                "%(n)d faults were found; nothing was saved.",
                outcome.faults.count,
            )
            % {"n": outcome.faults.count}
        )


def _team_name(given: str | None) -> str | None:
    if given is None:
        return None
    name = " ".join(given.split())
    if not name or len(name) > _TEAM_NAME_LENGTH or not name.isprintable():
        raise CommandError(
            _("A team's name has between 1 and %(most)d letters.") % {"most": _TEAM_NAME_LENGTH}
        )
    return name
