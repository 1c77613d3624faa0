"""`samspel report --team NAME --period PERIOD --to FILE.pdf`: the report as a file."""

from argparse import ArgumentParser
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from samspel.exchange.asked import asked_database, asked_period, asked_team, file_refused


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
        from samspel.report.build import document_of
        from samspel.report.render.formats import FORMATS, render

        path = Path(options["to"])
        ending = path.suffix.removeprefix(".").lower()
        if ending not in FORMATS:
            endings = ", ".join(f".{each}" for each in FORMATS)
            raise CommandError(
                _("The file's name must end in one of %(endings)s.") % {"endings": endings}
            )
        period = asked_period(options["period"])
        asked_database(make=False)
        document = document_of(
            asked_team(options["team"]),
            period,
            language=options["language"],
            edition=options["edition"],
        )
        write_whole(path, render(document, ending))
        self.stdout.write(str(path))


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that nobody ever sees half of it; raises CommandError when it cannot be."""
    waiting: Path | None = None
    try:
        with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as part:
            waiting = Path(part.name)
            part.write(content)
        waiting.chmod(0o640)
        waiting.replace(path)
    except OSError as error:
        if waiting is not None:
            waiting.unlink(missing_ok=True)
        raise file_refused(path, error) from error
