"""`samspel figures --team NAME --period PERIOD`: the figures as tables, CSV or JSON."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import override

from samspel.exchange.asked import asked_database, asked_period, asked_team, refuse_untold
from samspel.figures.compute import Figures
from samspel.figures.contract import contract
from samspel.figures.disclosure import PublicFigures
from samspel.figures.engines import ENGINES, team_episodes
from samspel.figures.period import Period
from samspel.figures.reading import Reader
from samspel.figures.soundness import EpisodesRefused, told
from samspel.figures.tables import as_csv, as_text, tables
from samspel.pages.today import today
from samspel.report.edition import reader_of

_ENGINES = {name.removeprefix("py"): name for name in ENGINES}


class Command(BaseCommand):
    help = "Print every figure of a team and a period."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--team", metavar="NAME", required=True)
        parser.add_argument(
            "--period", required=True, help="2024, 2024H1, 2018-07..2019-06 or 180701-190630"
        )
        parser.add_argument("--format", choices=("text", "csv", "json"), default="text")
        parser.add_argument("--edition", choices=("internal", "public"), default="internal")
        parser.add_argument("--language", choices=("sv", "en"), default="sv")
        parser.add_argument(
            "--from",
            dest="source",
            metavar="FILE.parquet",
            help="count episodes kept in a Parquet file instead of the database",
        )
        parser.add_argument("--engine", choices=tuple(_ENGINES), help="what reads the file")

    def handle(self, *args: Any, **options: Any) -> None:
        period = asked_period(options["period"])
        if options["engine"] and not options["source"]:
            raise CommandError(
                _("The engine is for files: say which one with --from, or leave --engine out.")
            )
        if options["source"]:
            reader = _from_file(options, period)
        else:
            asked_database(make=False)
            team = asked_team(options["team"])
            refuse_untold(team, period, options["edition"], today=today())
            reader = reader_of(team, period, options["edition"])
        self.stdout.write(_printed(reader, options["format"], options["language"]), ending="")


def _from_file(options: dict[str, Any], period: Period) -> Reader:
    path, team = Path(options["source"]), options["team"]
    try:
        frame = team_episodes(path, team, _ENGINES[options["engine"] or "polars"])
    except EpisodesRefused as refused:
        rules = told({_(rule): number for rule, number in refused.rules.items()})
        raise CommandError(_(refused.message) % (refused.params | {"rules": rules})) from refused
    figures = Figures(frame, team=team, period=period)
    return figures if options["edition"] == "internal" else PublicFigures(figures)


def _printed(reader: Reader, form: str, language: str) -> str:
    with override(language):
        if form == "json":
            return json.dumps(contract(reader), ensure_ascii=False, indent=2) + "\n"
        found = tables(reader, _)
        return as_text(found, language) if form == "text" else as_csv(found, language, _)
