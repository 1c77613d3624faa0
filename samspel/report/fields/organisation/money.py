"""Field 9: what the team was given, what it has used and of whose money, and what people cost."""

from django.utils.translation import gettext as _

from samspel.budget.told import ToldBudget, ToldFunder
from samspel.report.plan import Material
from samspel.report.sentences import is_known, joined, own_words, sentences


def given(material: Material, told: ToldBudget) -> str:
    """What was applied for and allocated, and who pays."""
    applied = is_known(material, "budget_applied")
    allocated = is_known(material, "budget_allocated")
    text = ""
    if applied and allocated:
        text = _(
            "For %(days)s the team applied for {budget_applied} kronor and was allocated "
            "{budget_allocated} kronor."
        )
    elif allocated:
        text = _("For %(days)s the team was allocated {budget_allocated} kronor.")
    elif applied:
        text = _("For %(days)s the team applied for {budget_applied} kronor.")
    return sentences(text and text % {"days": told.name}, _funders(told))


def _funders(told: ToldBudget) -> str:
    if not told.funders:
        return ""
    if len(told.funders) == 1:
        return _("The money comes from one funder: %(funder)s.") % {
            "funder": own_words(told.funders[0].title)
        }
    amounts = joined(
        _("%(funder)s {amount} kronor").replace(
            "{amount}", "{budget_granted.funder." + each.key + "}"
        )
        % {"funder": own_words(each.title)}
        for each in told.funders
    )
    return _("The money comes from several funders: %(amounts)s.") % {"amounts": amounts}


def used(material: Material, told: ToldBudget) -> str:
    """What is used by the period's last day, and what remains."""
    if not is_known(material, "budget_actual"):
        return ""
    if told.end == material.period.end:
        text = _("In all {budget_actual} kronor of the budget were used.")
    else:
        text = _("By the end of the period {budget_actual} kronor of the budget were used.")
    return sentences(text, _remaining(material))


def _remaining(material: Material) -> str:
    left = material.printed.amount("budget_remaining")
    if left is None:
        return ""
    if left > 0:
        return _("What remained of the allocated money was {budget_remaining} kronor.")
    if left < 0:
        return _(
            "That is more than what was allocated: the remaining amount is {budget_remaining} "
            "kronor."
        )
    return _("Nothing remained of the allocated money.")


def whose_money(material: Material, told: ToldBudget) -> str:
    """Of several funders how much of the money of each is used and left; and what is overdrawn."""
    over = material.printed.amount("funds_overdrawn")
    overdrawn = _("The money is overdrawn by {funds_overdrawn} kronor.") if over else ""
    if len(told.funders) < 2:
        return overdrawn
    return sentences(*(_of_funder(material, each) for each in told.funders), overdrawn)


def _of_funder(material: Material, funder: ToldFunder) -> str:
    used_at, left_at = f"funds_used.funder.{funder.key}", f"funds_left.funder.{funder.key}"
    if not is_known(material, used_at, left_at):
        return ""
    if material.printed.amount(left_at) == 0:
        return _("The money from %(funder)s is used up.") % {"funder": own_words(funder.title)}
    if material.printed.amount(used_at) == 0:
        return _("The money from %(funder)s is not touched yet.") % {
            "funder": own_words(funder.title)
        }
    text = _("Of the money from %(funder)s %(used)s kronor are used and %(left)s kronor left.")
    return text % {
        "funder": own_words(funder.title),
        "used": "{" + used_at + "}",
        "left": "{" + left_at + "}",
    }


def expected(material: Material, told: ToldBudget) -> str:
    """What the whole budget is expected to cost; when it has ended that is told already."""
    if told.end == material.period.end or not is_known(material, "budget_forecast"):
        return ""
    against = material.printed.amount("budget_against_allocated")
    if against is None:
        return _("The whole budget is expected to cost {budget_forecast} kronor.")
    if against > 0:
        return _(
            "The whole budget is expected to cost {budget_forecast} kronor, which leaves "
            "{budget_against_allocated} kronor of what was allocated."
        )
    if against < 0:
        return _(
            "The whole budget is expected to cost {budget_forecast} kronor, which is more than "
            "what was allocated: the difference is {budget_against_allocated} kronor."
        )
    return _(
        "The whole budget is expected to cost {budget_forecast} kronor, as much as was allocated."
    )


def ended(material: Material, told: ToldBudget) -> str:
    """The outcome of a budget that ended within the period, before its last day."""
    at = told.at(told.end)
    actual, allocated = f"budget_actual{at}", f"budget_allocated{at}"
    if not is_known(material, actual):
        return ""
    numbers = {"days": told.name, "actual": "{" + actual + "}", "allocated": "{" + allocated + "}"}
    if not is_known(material, allocated):
        text = _("The budget of %(days)s ended during the period; %(actual)s kronor were used.")
    else:
        text = _(
            "The budget of %(days)s ended during the period; of the allocated %(allocated)s "
            "kronor %(actual)s kronor were used."
        )
    return text % numbers


def per_person(material: Material) -> str:
    """The costs of the period for each participant and each closing to result."""
    if not is_known(material, "costs"):
        return ""
    told = _("The costs of the period were {costs} kronor.")
    participant = is_known(material, "cost_per_participant")
    result = is_known(material, "cost_per_result")
    if participant and result:
        shared = _(
            "That is {cost_per_participant} kronor for each participant that the team worked with, "
            "and {cost_per_result} kronor for each closing to result."
        )
    elif participant:
        shared = _(
            "That is {cost_per_participant} kronor for each participant that the team worked with."
        )
    elif result:
        shared = _("That is {cost_per_result} kronor for each closing to result.")
    else:
        shared = ""
    return sentences(told, shared)
