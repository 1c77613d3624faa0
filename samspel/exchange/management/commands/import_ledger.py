"""`samspel import-ledger FILE --team NAME [--budget NAME] [--dry-run]`."""

from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path
from typing import Any, BinaryIO

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samspel.accounts.actor import SYSTEM
from samspel.budget.budget import Budget
from samspel.budget.ledger.beside_words import words_of
from samspel.budget.ledger.looking import Asked, Look, look
from samspel.budget.ledger.money import kronor
from samspel.budget.ledger.reading.columns import suggested_columns
from samspel.budget.ledger.reading.faults import FileRefused
from samspel.budget.ledger.reading.table import read_table
from samspel.budget.ledger.saved_columns import SavedColumns, digest_of, parts_of
from samspel.budget.ledger.source import LARGEST, Form, form_of, open_ledger, too_large
from samspel.budget.ledger.told import Told
from samspel.budget.ledger.writing import save_plan
from samspel.exchange.asked import asked_database, asked_team, file_refused
from samspel.organisation.team import Team
from samspel.pages.today import now


class Command(BaseCommand):
    help = "Import a ledger's file (SIE 4, CSV, XLSX) into a team's budget: all rows, or none."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", metavar="FILE", help="SIE 4 (.se), CSV or XLSX")
        parser.add_argument("--team", metavar="NAME", required=True, help="the team's name")
        parser.add_argument("--budget", metavar="NAME", help="such as 2024 or 2023-07–2024-06")
        parser.add_argument("--dry-run", action="store_true", help="check only, save nothing")
        parser.add_argument(
            "--keep-texts", action="store_true", help="keep the texts of personnel costs as well"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        path = Path(options["file"])
        asked_database()
        team = asked_team(options["team"])
        try:
            with path.open("rb") as binary:
                size = path.stat().st_size
                asked = _asked(binary, path, team, keeps_texts=options["keep_texts"])
                budget = _budget(binary, asked, team, options["budget"])
                found = look(binary, budget=budget, asked=asked, size=size, progress=_quietly)
        except OSError as error:
            raise file_refused(path, error) from error
        except FileRefused as refused:
            raise CommandError(str(refused)) from refused
        self._refuse_faults(found.told)
        if not options["dry_run"]:
            _save(budget, found)
        self._tell(found.told, budget, saved=not options["dry_run"])

    def _refuse_faults(self, told: Told) -> None:
        if not told.fault_count:
            return
        for fault in told.faults:
            self.stderr.write(_("line %(line)d") % {"line": fault.line} + f": {fault.sentence}")
        raise CommandError(
            ngettext(
                "%(n)d fault was found; nothing was saved.",
                "%(n)d faults were found; nothing was saved.",
                told.fault_count,
            )
            % {"n": told.fault_count}
        )

    def _tell(self, told: Told, budget: Budget, *, saved: bool) -> None:
        numbers = {"new": told.new, "same": told.same, "changed": told.changed}
        lines = [
            _("Budget %(name)s") % {"name": budget.name},
            ngettext("%(n)d row read.", "%(n)d rows read.", told.rows) % {"n": told.rows},
            _("New: %(new)d. Changed: %(changed)d. Unchanged: %(unchanged)d.")
            % {**numbers, "unchanged": told.same},
            _("Taken back: %(gone)d. Left out: %(out)d. Outside the budget's days: %(outside)d.")
            % {"gone": told.vanished, "out": told.left_out, "outside": told.outside},
        ]
        lines += [f"  {each.title}: {kronor(each.ore)}" for each in told.lines]
        lines += [
            _("Account %(account)s has no rule, so it was not entered: %(sum)s kr.")
            % {"account": f"{each.key} {each.title}".strip(), "sum": kronor(each.ore)}
            for each in told.unmapped
        ]
        lines += [
            _("The budget has no line “%(line)s”, so this was not entered: %(sum)s kr.")
            % {"line": each.key, "sum": kronor(each.ore)}
            for each in told.lineless
        ]
        lines += filter(None, [words_of(told.beside)])
        if not saved:
            lines.append(_("This was a check: nothing was saved."))
        self.stdout.write("\n".join(lines))


def _asked(binary: BinaryIO, path: Path, team: Team, *, keeps_texts: bool) -> Asked:
    """How to read it: a table by the columns that are saved, else by those its headings tell."""
    if path.stat().st_size > LARGEST:
        raise FileRefused(too_large())
    form = form_of(binary, path.name)
    if form == Form.SIE:
        return Asked(form, {}, leaves_out_texts=not keeps_texts)
    headings = read_table(binary).headings
    binary.seek(0)
    saved = SavedColumns.objects.filter(team=team, headings=digest_of(headings)).first()
    if saved is None:
        return Asked(form, suggested_columns(headings), leaves_out_texts=not keeps_texts)
    places = parts_of(saved.places)
    return Asked(form, places, saved.costs_are_negative, leaves_out_texts=not keeps_texts)


def _budget(binary: BinaryIO, asked: Asked, team: Team, name: str | None) -> Budget:
    """The team's budget of that name; without one the only budget that the file has days of."""
    budgets = list(Budget.objects.filter(team=team).select_related("team"))
    if name is not None:
        found = [each for each in budgets if each.name == name.strip().replace("--", "–")]
        told = _("The team has no budget “%(name)s”; it has: %(names)s.") % {
            "name": name,
            "names": _names(budgets),
        }
    else:
        days = [row.on for row in open_ledger(binary, asked.form, asked.columns).rows()]
        binary.seek(0)
        first, last = min(days, default=None), max(days, default=None)
        found = [each for each in budgets if any(map(each.has, days))]
        told = _(
            "Say with --budget which budget it is: the file has %(first)s–%(last)s, and the team "
            "has: %(names)s."
        ) % {"first": first or "?", "last": last or "?", "names": _names(budgets)}
    if len(found) != 1:
        raise CommandError(told)
    return found[0]


def _names(budgets: Sequence[Budget]) -> str:
    return ", ".join(each.name for each in budgets) or _("none")


def _save(budget: Budget, found: Look) -> None:
    if found.plan is None:
        return
    if found.told.of_other_form:
        raise CommandError(
            _(
                "For the same days there are entries from another kind of file; import this one "
                "on the page, where you can say that they are other costs."
            )
        )
    try:
        save_plan(
            budget=budget,
            plan=found.plan,
            standing=found.standing,
            job=None,
            by=SYSTEM,
            now=now(),
        )
    except FileRefused as refused:
        raise CommandError(str(refused)) from refused
    except ValidationError as refused:
        raise CommandError(refused.messages[0]) from refused


def _quietly(_share: float) -> None:
    """A command's caller waits; there is no page to tell."""
