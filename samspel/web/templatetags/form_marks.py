"""What the form templates need to know of a field and cannot see themselves."""

from django import template
from django.forms import BoundField, CheckboxInput

register = template.Library()


@register.filter
def is_marked(field: BoundField) -> bool:
    """Whether to say that the field is required: not where every field of the form is."""
    if not field.field.required:
        return False
    return any(not other.field.required for other in field.form.visible_fields())


@register.filter
def is_tick(field: BoundField) -> bool:
    """Whether the field is a single box to tick, whose label stands after it."""
    return type(field.field.widget) is CheckboxInput
