"""The lines of a budget: added, renamed, ordered, applied for; and what is allocated to them."""

from collections.abc import Sequence
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.budget.budget import Budget
from samspel.budget.funder import Funder, Grant
from samspel.budget.keeping import FIELD_OF, count_up, insert, locked_budget, tell, update
from samspel.budget.line import Line
from samspel.organisation.team import Team
from samspel.records.constraints import saving
from samspel.records.versions import set_values


class LineValues(NamedTuple):
    """What the sheet says of a line; without ``pk`` it is a new one."""

    pk: int | None
    turn: int
    title: str
    kind: str
    applied_ore: int | None


class GrantValues(NamedTuple):
    """What the sheet says of a funder's money; no amount is no grant."""

    title: str
    amount_ore: int | None
    turn: int


def save_lines(*, budget: Budget, version: int, lines: Sequence[LineValues], by: Actor) -> Budget:
    """Save the sheet of lines: names, kinds, order and what is applied for.

    Raises ValidationError, and ChangedMeanwhileError. Nothing is saved by half.
    """
    with saving(FIELD_OF):
        row = locked_budget(budget, version)
        own = {each.pk: each for each in row.lines.all()}
        _free_names(own, lines)
        ordered = sorted(lines, key=lambda each: each.turn)
        changed: set[str] = set()
        for turn, each in enumerate(ordered, 1):
            line = Line(budget=row) if each.pk is None else own[each.pk]
            values = each._asdict() | {"turn": turn}
            del values["pk"]
            if each.pk is None:
                insert(line, values)
                changed |= {"lines"}
            else:
                changed |= set(update(line, values))
        if changed:
            count_up(row)
            tell("budget_lines_saved", row, row.team, changed, by=by)
    return row


def _free_names(own: dict[int, Line], lines: Sequence[LineValues]) -> None:
    """Let two lines change names with each other: the database takes them one at a time."""
    moved = [each for each in lines if each.pk is not None and own[each.pk].title != each.title]
    for each in moved if len(moved) > 1 else ():
        line = own[each.pk or 0]
        line.title = f"{line.pk} {line.title}"[:80]
        line.save(update_fields=["title"])


def remove_line(*, line: Line, version: int, by: Actor) -> None:
    """Take away a line on which nothing hangs. Raises ValidationError otherwise."""
    with saving():
        budget = locked_budget(line.budget, version)
        if line.entries.exists() or line.forecasts.exists() or line.allocated_ore is not None:
            raise ValidationError(
                _("Something is entered, expected or allocated on the line: it stays.")
            )
        tell("budget_line_removed", line, budget.team, ("title",), by=by)
        line.delete()
        count_up(budget)


def save_allocation(
    *,
    budget: Budget,
    version: int,
    allocated: dict[int, int | None],
    grants: Sequence[GrantValues],
    by: Actor,
) -> Budget:
    """Save what the lines (öre by their ids) and funders of a budget have been given.

    Raises ValidationError, and ChangedMeanwhileError.
    """
    with saving(FIELD_OF):
        row = locked_budget(budget, version)
        changed: set[str] = set()
        for line in row.lines.all():
            if line.pk in allocated:
                changed |= set(update(line, {"allocated_ore": allocated[line.pk]}))
        if _save_grants(row, grants):
            changed |= {"grants"}
        if changed:
            count_up(row)
            tell("budget_allocated", row, row.team, changed, by=by)
    return row


def _save_grants(budget: Budget, grants: Sequence[GrantValues]) -> bool:
    """Whether anything was changed; a grant without an amount is taken away."""
    known = {each.title: each for each in Funder.objects.filter(team=budget.team)}
    had = {each.funder_id: each for each in budget.grants.all()}
    is_changed = False
    for turn, each in enumerate(sorted(grants, key=lambda one: one.turn), 1):
        funder = known.get(each.title)
        grant = had.get(funder.pk) if funder else None
        if each.amount_ore is None:
            if grant is not None:
                grant.delete()
                is_changed = True
            continue
        funder = funder or insert(Funder(team=budget.team, title=each.title))
        known[each.title] = funder
        values = {"amount_ore": each.amount_ore, "turn": turn}
        if grant is None:
            insert(Grant(budget=budget, funder=funder), values)
            is_changed = True
        elif set_values(grant, values):
            grant.save()
            is_changed = True
    return is_changed


def rename_funder(*, funder: Funder, title: str, by: Actor) -> Funder:
    """Call a funder something else, in every budget of the team. Raises ValidationError."""
    with saving(FIELD_OF):
        Team.objects.select_for_update().get(pk=funder.team_id)
        row = Funder.objects.select_related("team").get(pk=funder.pk)
        if changed := update(row, {"title": title}):
            tell("funder_renamed", row, row.team, changed, by=by)
    return row
