"""Amounts in öre as kronor, for templates."""

from django import template
from django.utils.translation import gettext as _

from samspel.budget.ledger.money import kronor

register = template.Library()
register.filter("kronor", kronor)


@register.filter
def with_unit(ore: int) -> str:
    """Kronor with their unit, to stand in a sentence."""
    return _("%(sum)s kr") % {"sum": kronor(ore)}
