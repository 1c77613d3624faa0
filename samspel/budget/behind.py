"""The records behind a sum of the budget: its lines, entries, grants, or the budget itself."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from samspel.accounts.user import User
from samspel.budget.amounts import in_kronor
from samspel.budget.budget import Budget
from samspel.budget.entry import Entry
from samspel.budget.funder import Grant
from samspel.budget.line import Line
from samspel.organisation.team import Team
from samspel.pages.behind import Behind


def entries_behind(team: Team, keys: Sequence[str], user: User) -> list[Behind]:
    """Entries with their days, lines and amounts, in the order of the keys."""
    del user
    found = Entry.objects.filter(team=team, pk__in=keys).select_related("line__budget")
    by_key = {str(each.pk): each for each in found}
    return [_entry(team, by_key[key]) for key in keys if key in by_key]


def _entry(team: Team, entry: Entry) -> Behind:
    title = f"{entry.on.isoformat()} {entry.text or entry.line.title}".strip()
    url = reverse("budget_entry", args=[team.slug, entry.pk])
    return Behind(
        title,
        url,
        _("%(line)s: %(amount)s kronor")
        % {
            "line": entry.line.title,
            "amount": in_kronor(entry.amount_ore, get_language() or "sv"),
        },
    )


def lines_behind(team: Team, keys: Sequence[str], user: User) -> list[Behind]:
    """Lines, with the budget that each is of."""
    del user
    found = Line.objects.filter(budget__team=team, pk__in=keys).select_related("budget")
    by_key = {str(each.pk): each for each in found}
    return [
        Behind(
            by_key[key].title,
            reverse("budget_line", args=[team.slug, key]),
            by_key[key].budget.name,
        )
        for key in keys
        if key in by_key
    ]


def grants_behind(team: Team, keys: Sequence[str], user: User) -> list[Behind]:
    """Grants: whose money, to which budget, and how much."""
    del user
    found = Grant.objects.filter(budget__team=team, pk__in=keys).select_related("budget", "funder")
    by_key = {str(each.pk): each for each in found}
    return [_grant(team, by_key[key]) for key in keys if key in by_key]


def _grant(team: Team, grant: Grant) -> Behind:
    amount = in_kronor(grant.amount_ore, get_language() or "sv")
    note = _("%(budget)s: %(amount)s kronor") % {"budget": grant.budget.name, "amount": amount}
    return Behind(grant.funder.title, reverse("budget", args=[team.slug, grant.budget_id]), note)


def budgets_behind(team: Team, keys: Sequence[str], user: User) -> list[Behind]:
    """Whole budgets."""
    del user
    found = {str(each.pk): each for each in Budget.objects.filter(team=team, pk__in=keys)}
    return [
        Behind(
            _("The budget of %(days)s") % {"days": found[key].name},
            reverse("budget", args=[team.slug, key]),
        )
        for key in keys
        if key in found
    ]
