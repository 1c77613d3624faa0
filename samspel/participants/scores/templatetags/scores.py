"""Points in templates."""

from decimal import Decimal

from django import template

from samspel.participants.scores.points import printed, printed_limit

register = template.Library()


@register.filter
def points(value: Decimal) -> str:
    """Points with one decimal, in the reader's language."""
    return printed(value)


@register.filter
def limit(value: Decimal) -> str:
    """A limit, without its decimal where that says nothing."""
    return printed_limit(value)
