"""Points in templates."""

from decimal import Decimal

from django import template

from samspel.participants.scores.points import printed

register = template.Library()


@register.filter
def points(value: Decimal) -> str:
    """Points with one decimal, in the reader's language."""
    return printed(value)
