"""`samspel check-report FILE`: where the numbers of a report contradict each other."""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import override

from samspel.report.checking.apart import examined
from samspel.report.checking.opening.refused import NotReadable

if TYPE_CHECKING:
    from samspel.report.checking.examination import Examination

_FOUND = 1


class Command(BaseCommand):
    help = "Read a report (.txt, .docx or .pdf) and tell where its numbers contradict each other."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", metavar="FILE", type=Path)
        parser.add_argument("--format", choices=("text", "json"), default="text")
        parser.add_argument("--language", choices=("sv", "en"), default="sv")

    def handle(self, *args: Any, **options: Any) -> None:
        with override(options["language"]):
            try:
                examination = examined(options["file"])
            except NotReadable as refused:
                raise CommandError(str(refused)) from refused
            self.stdout.write(_printed(examination, options["format"]), ending="")
        if examination.findings:
            sys.exit(_FOUND)


def _printed(examination: "Examination", form: str) -> str:
    # Loaded by now: `examined` does it beside its reading.
    from samspel.report.checking.contract import contract
    from samspel.report.checking.told import told

    if form == "json":
        return json.dumps(contract(examination), ensure_ascii=False, indent=2) + "\n"
    return told(examination)
