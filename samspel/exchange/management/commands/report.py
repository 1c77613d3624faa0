"""`samspel report --team NAME --period PERIOD --to FILE.pdf`: the report as a file."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from samspel.exchange.asked import asked_database, asked_period, asked_team, refuse_untold
from samspel.exchange.whole_file import refuse_place, whole_file
from samspel.pages.today import today


class Command(BaseCommand):
    help = "Write the report of a team and a period to a file."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--team", metavar="NAME", required=True)
        parser.add_argument("--period", required=True, help="as in `samspel figures`")
        parser.add_argument(
            "--to", metavar="FILE", required=True, help="a file ending in .pdf, .docx, .xlsx, …"
        )
        parser.add_argument("--edition", choices=("internal", "public"), default="internal")
        parser.add_argument("--language", choices=("sv", "en"), default="sv")

    def handle(self, *args: Any, **options: Any) -> None:
        from samspel.documents.render.formats import FORMATS, render
        from samspel.report.build import document_of

        path = Path(options["to"])
        ending = path.suffix.removeprefix(".").lower()
        if ending not in FORMATS:
            endings = ", ".join(f".{each}" for each in FORMATS)
            raise CommandError(
                _("The file's name must end in one of %(endings)s.") % {"endings": endings}
            )
        period = asked_period(options["period"])
        asked_database(make=False)
        refuse_place(path)
        team = asked_team(options["team"])
        refuse_untold(team, period, options["edition"], today=today())
        document = document_of(
            team,
            period,
            language=options["language"],
            edition=options["edition"],
        )
        with whole_file(path) as file:
            file.write(render(document, ending))
        self.stdout.write(str(path))
