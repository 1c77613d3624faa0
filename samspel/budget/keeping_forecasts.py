"""Forecasts of lines, made anew as often as one likes; and the index of prices."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.budget.budget import Budget
from samspel.budget.forecast import Forecast
from samspel.budget.keeping import FIELD_OF, insert, locked_budget, tell
from samspel.budget.keeping_budgets import days_of
from samspel.budget.line import Line
from samspel.budget.price_index import PriceIndex
from samspel.organisation.team import Team
from samspel.records.constraints import saving


def first_day(line: Line, *, today: date) -> date:
    """The day that a forecast made ``today`` covers from, unless somebody chooses another.

    The day after the budget's last booked actual; its first day where nothing is booked. Never
    after the budget's last day.
    """
    budget: Budget = line.budget
    entered = budget.team.budget_entries.filter(line__budget=budget, on__lte=today)
    last = entered.order_by("-on").values_list("on", flat=True).first()
    return budget.start if last is None else min(last + timedelta(days=1), budget.end)


def refuse_first_day(budget: Budget, from_on: date) -> None:
    """Raise ValidationError, in one sentence that names the budget's days, for any other day."""
    if not budget.has(from_on):
        sentence = _("%(day)s is not a day of this budget, which runs %(days)s.")
        told = {"day": from_on.isoformat(), "days": days_of(budget)}
        raise ValidationError({"from_on": [sentence % told]})


def make_forecast(
    *,
    line: Line,
    from_on: date,
    amount_ore: int,
    suggested_ore: int | None,
    reason: str,
    by: Actor,
    now: datetime,
) -> Forecast:
    """What the line is expected to cost from a day to the budget's end; earlier ones are kept.

    Raises ValidationError when the day is outside the budget, or when the amount is another than
    the suggested one and no reason is given.
    """
    with saving(FIELD_OF):
        budget = locked_budget(line.budget)
        refuse_first_day(budget, from_on)
        row = insert(
            Forecast(
                line=line,
                from_on=from_on,
                amount_ore=amount_ore,
                suggested_ore=suggested_ore,
                reason=reason,
                made_by=by.user,
                made_at=now,
            )
        )
        tell("budget_forecast_made", row, budget.team, ("from_on", "amount_ore"), by=by)
    return row


def save_indices(*, team: Team, seen: str, values: Mapping[int, Decimal | None], by: Actor) -> None:
    """Save the index of prices by year; None takes a year away.

    ``seen`` is what `indices_seen` said when the writer opened the page. Raises ValidationError
    when somebody saved meanwhile.
    """
    with saving():
        Team.objects.select_for_update().get(pk=team.pk)
        if seen != indices_seen(team):
            raise ValidationError(
                _(
                    "Somebody else saved the index meanwhile, so nothing of yours is saved. Open "
                    "it anew."
                )
            )
        had = {each.year: each for each in PriceIndex.objects.filter(team=team)}
        changed = False
        for year, value in values.items():
            row = had.get(year)
            if value is None and row is not None:
                row.delete()
                changed = True
            elif value is not None and (row is None or row.value != value):
                changed = True
                row = row or PriceIndex(team=team, year=year)
                row.value = value
                row.save()
        if changed:
            tell("price_index_saved", team, team, ("year", "value"), by=by)


def indices_seen(team: Team) -> str:
    """What now stands, as a text to compare with later."""
    found = PriceIndex.objects.filter(team=team).order_by("year").values_list("year", "value")
    return ";".join(f"{year}:{value}" for year, value in found)
