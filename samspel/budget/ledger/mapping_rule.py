"""Which of a ledger's rows belong to which line of the budget: a team's rules, in their order."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samspel.budget.ledger.reading.ledger_row import LedgerRow
from samspel.budget.line import Line, LineKind
from samspel.organisation.team import Team

ANY_ENDING = "*"
"""After the beginning of a code: every code that begins so."""


class MappingRule(models.Model):
    """One rule: the rows it takes, and the line they go to, or that they are left out.

    The first rule that fits a row is the one that counts; a rule that asks for nothing takes every
    row. The line is kept by its kind and name, so that the next year's budget has it as well.
    """

    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="mapping_rules")
    turn = models.PositiveSmallIntegerField(default=0)
    account_from = models.CharField(_("accounts from"), max_length=10, blank=True)
    account_to = models.CharField(_("accounts to"), max_length=10, blank=True)
    project = models.CharField(_("project"), max_length=40, blank=True)
    cost_centre = models.CharField(_("cost centre"), max_length=40, blank=True)
    leaves_out = models.BooleanField(_("the rows are left out"), default=False)
    line_kind = models.CharField(max_length=30, choices=LineKind.choices, blank=True)
    line_title = models.CharField(max_length=80, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects: ClassVar[models.Manager["MappingRule"]]

    class Meta:
        ordering = ("turn", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(leaves_out=True, line_title="", line_kind="")
                | (Q(leaves_out=False) & ~Q(line_title="") & ~Q(line_kind="")),
                name="mapping_rule_has_a_line_or_leaves_out",
                violation_error_message=_("Choose a line, or that the rows are left out."),
            ),
            models.CheckConstraint(
                condition=Q(account_from="", account_to="")
                | (Q(account_to__gte=F("account_from")) & ~Q(account_from="")),
                name="mapping_rule_accounts_begin_before_they_end",
                violation_error_message=_("The last account comes before the first."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.account_from}-{self.account_to}"

    @property
    def takes_all(self) -> bool:
        """Whether it asks for nothing: rules after it are never reached."""
        return not (self.account_from or self.project or self.cost_centre)

    def fits(self, row: LedgerRow) -> bool:
        """Whether the rule takes the row.

        5000–5999 takes 5010 and its parts, such as 50101: accounts are compared by as many
        digits as the rule has.
        """
        return (
            self._has_account(row.account)
            and _is_code(self.project, row.project)
            and _is_code(self.cost_centre, row.cost_centre)
        )

    def _has_account(self, account: str) -> bool:
        first, last = self.account_from, self.account_to
        if not first:
            return True
        if len(account) < len(first):
            return False
        return first <= account[: len(first)] and account[: len(last)] <= last

    def line_in(self, lines: Iterable[Line]) -> Line | None:
        """The line of a budget that the rule means: of its name, else the only one of its kind."""
        of_kind = []
        for line in lines:
            if line.title.casefold() == self.line_title.casefold():
                return line
            if line.kind == self.line_kind:
                of_kind.append(line)
        return of_kind[0] if len(of_kind) == 1 else None


def _is_code(wanted: str, code: str) -> bool:
    if wanted.endswith(ANY_ENDING):
        return code.casefold().startswith(wanted.removesuffix(ANY_ENDING).casefold())
    return not wanted or wanted.casefold() == code.casefold()


def first_fitting(rules: Sequence[MappingRule], row: LedgerRow) -> MappingRule | None:
    """The rule that counts for a row; None where no rule fits."""
    return next((rule for rule in rules if rule.fits(row)), None)
