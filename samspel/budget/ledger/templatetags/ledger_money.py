"""Amounts in öre as kronor, for templates."""

from django import template

from samspel.budget.ledger.money import kronor

register = template.Library()
register.filter("kronor", kronor)
