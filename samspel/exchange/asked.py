"""What a command was asked for, found or refused with one sentence."""

from datetime import date
from difflib import get_close_matches
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.utils.translation import gettext as _

from samspel.figures.period import FORMS, Period, parse_period
from samspel.organisation.team import Team
from samspel.report.edition import Edition, may_be_read

_NEAR = 3
"""Names that are told when a name is not known."""


def asked_database(*, make: bool = True) -> None:
    """Make the tables of an empty database; refuse one that is older than the program.

    A command that only reads says ``make=False``: it refuses where there is no database, and
    leaves no empty one behind that would say that all is well.
    """
    name = connection.settings_dict["NAME"]
    if not make and connection.vendor == "sqlite" and not Path(name).exists():
        raise _no_database()
    try:
        executor = MigrationExecutor(connection)
        waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError as error:
        raise CommandError(
            _("The database cannot be used: %(why)s.") % {"why": _first_line(error)}
        ) from error
    if waiting and not executor.loader.applied_migrations:
        if not make:
            raise _no_database()
        call_command("migrate", verbosity=0, interactive=False)
    elif waiting:
        raise CommandError(
            _("The database is older than the program: run “samspel migrate” first.")
        )


def _no_database() -> CommandError:
    return CommandError(
        _(
            "There is no database here: SAMSPEL_HOME is “%(home)s”; say with it or with "
            "SAMSPEL_DATABASE where the database is."
        )
        % {"home": settings.SAMSPEL_HOME}
    )


def asked_team(name: str) -> Team:
    """The team of this name, capitals or not; names that are near are told when there is none."""
    wanted = " ".join(name.split()).casefold()
    teams = {each.name.casefold(): each for each in Team.objects.select_related("association")}
    if wanted in teams:
        return teams[wanted]
    parts = [each for each in teams if wanted and wanted in each]
    near = dict.fromkeys([*parts, *get_close_matches(wanted, teams, n=_NEAR, cutoff=0.5)])
    if near:
        names = [_("“%(name)s”") % {"name": teams[each].name} for each in list(near)[:_NEAR]]
        told = {"name": name, "near": _(" or ").join(names)}
        raise CommandError(_("There is no team “%(name)s”; did you mean %(near)s?") % told)
    raise CommandError(_("There is no team “%(name)s”.") % {"name": name})


def asked_period(text: str) -> Period:
    """The period that ``text`` writes."""
    try:
        return parse_period(text)
    except ValueError as error:
        told = {"text": text, "forms": FORMS.replace(" or ", _(" or "))}
        if _ends_before_it_starts(text):
            raise CommandError(_("The period “%(text)s” ends before it starts.") % told) from error
        raise CommandError(
            _("“%(text)s” is not a period; write it as %(forms)s.") % told
        ) from error


def refuse_untold(team: Team, period: Period, edition: Edition, *, today: date) -> None:
    """Refuse a period that the edition does not answer for (`report/edition.py`)."""
    if not may_be_read(team, period, edition, today=today):
        raise CommandError(
            _("The public edition has only the team's own report periods that have ended.")
        )


def file_refused(path: Path, error: OSError) -> CommandError:
    """Why a file cannot be read or written, as one sentence."""
    sentences = {
        FileNotFoundError: _("There is no file “%(file)s”."),
        IsADirectoryError: _("“%(file)s” is a folder, not a file."),
        PermissionError: _("You may not open the file “%(file)s”."),
    }
    why = (error.strerror or str(error)).lower()
    sentence = sentences.get(type(error), _("“%(file)s” cannot be opened: %(why)s."))
    return CommandError(sentence % {"file": path, "why": why})


def _ends_before_it_starts(text: str) -> bool:
    first, between, last = text.partition("..")
    if not between:
        first, between, last = text.partition("-")
    try:
        return parse_period(f"{last}..{first}").days > 0
    except ValueError:
        return False


def _first_line(error: Exception) -> str:
    return str(error).strip().partition("\n")[0].rstrip(".")
