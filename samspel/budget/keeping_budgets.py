"""Budgets: made, changed, and taken away while nothing hangs on them."""

from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.budget.budget import Budget
from samspel.budget.entry import Entry
from samspel.budget.forecast import Forecast
from samspel.budget.keeping import FIELD_OF, insert, locked_budget, tell, update
from samspel.budget.line import Line, LineKind
from samspel.organisation.team import Team
from samspel.records.constraints import saving

FIRST_LINES = (
    LineKind.OWN_PERSONNEL,
    LineKind.EXTERNAL_SERVICES,
    LineKind.PREMISES,
    LineKind.SUPERVISION_TRAINING,
    LineKind.PARTICIPANTS_COSTS,
    LineKind.OTHER,
)
"""What a first budget begins with; the team takes away and renames."""


def make_budget(
    *, team: Team, start: date, end: date, layout: str, by: Actor, copies: bool = True
) -> Budget:
    """A new budget; with ``copies`` its lines are those of the budget before, without amounts.

    The first one begins with a line of each kind. Raises ValidationError when the days meet those
    of another budget.
    """
    with saving(FIELD_OF):
        # Two budgets of the same days could otherwise be made at once.
        Team.objects.select_for_update().get(pk=team.pk)
        _refuse_meeting(team, start, end)
        row = insert(Budget(team=team, start=start, end=end, layout=layout))
        before = Budget.objects.filter(team=team, end__lt=start).order_by("-end").first()
        Line.objects.bulk_create(_lines(row, before if copies else None))
        tell("budget_made", row, team, ("start", "end", "layout"), by=by)
    return row


def _lines(row: Budget, before: Budget | None) -> list[Line]:
    if before is None:
        titles = [(kind.value, str(kind.label).capitalize()) for kind in FIRST_LINES]
    else:
        titles = list(before.lines.values_list("kind", "title"))
    return [
        Line(budget=row, kind=kind, title=title, turn=turn)
        for turn, (kind, title) in enumerate(titles, 1)
    ]


def _refuse_meeting(team: Team, start: date, end: date, but: int | None = None) -> None:
    others = Budget.objects.filter(team=team).meeting(start, end)
    other = next((each for each in others if each.pk != but), None)
    if other is not None:
        sentence = _("The team already has a budget for %(days)s: choose days outside it.")
        raise ValidationError({"start": [sentence % {"days": days_of(other)}]})


def days_of(budget: Budget) -> str:
    """The budget's first and last day, as a sentence names them."""
    return f"{budget.start.isoformat()} – {budget.end.isoformat()}"


def change_budget(
    *, budget: Budget, version: int, start: date, end: date, layout: str, by: Actor
) -> Budget:
    """Change days and layout. Raises ValidationError, and ChangedMeanwhileError.

    The days must hold all that is entered and expected.
    """
    with saving(FIELD_OF):
        Team.objects.select_for_update().get(pk=budget.team_id)
        row = locked_budget(budget, version)
        _refuse_meeting(row.team, start, end, but=row.pk)
        entries = Entry.objects.filter(line__budget=row).exclude(on__gte=start, on__lte=end)
        if entries.exists():
            raise ValidationError(
                {"start": [_("There are entries outside these days: move them first.")]}
            )
        changed = update(row, {"start": start, "end": end, "layout": layout})
        if changed:
            tell("budget_changed", row, row.team, changed, by=by)
    return row


def remove_budget(*, budget: Budget, version: int, by: Actor) -> None:
    """Take away a budget that was made by mistake.

    Raises ValidationError when anything is entered, expected, granted or allocated.
    """
    with saving():
        row = locked_budget(budget, version)
        lines = row.lines.all()
        is_used = (
            row.grants.exists()
            or lines.exclude(allocated_ore=None).exists()
            or Entry.objects.filter(line__budget=row).exists()
            or Forecast.objects.filter(line__budget=row).exists()
        )
        if is_used:
            raise ValidationError(
                _("Something is entered, expected or allocated here: the budget stays.")
            )
        tell("budget_removed", row, row.team, (), by=by)
        lines.delete()
        row.delete()


def next_days(last: Budget | None, today: date) -> dict[str, str]:
    """What the form of a new budget begins with: the days after the last, as long as that."""
    if last is None:
        return {"start": date(today.year, 1, 1).isoformat(), "months": "12"}
    start = last.end + timedelta(days=1)
    months = "12" if last.has_two_halves else "6"
    return {"start": start.isoformat(), "months": months, "layout": last.layout}
