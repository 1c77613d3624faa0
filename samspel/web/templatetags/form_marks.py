"""What the form templates need to know of a field and cannot see or say quickly themselves."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.forms import BoundField, CheckboxInput
from django.forms.utils import flatatt
from django.utils.safestring import SafeString

register = template.Library()

_LOOKS = {
    "checkbox": "form-check-input",
    "radio": "form-check-input",
    "select": "form-select",
    "hidden": "",
}
"""Bootstrap's class by the kind of widget; the others are controls."""


@register.filter
def is_marked(field: BoundField) -> bool:
    """Whether to say that the field is required: not where every field of the form is.

    A form that is saved unfinished names in ``needed_later`` what must be there in the end.
    """
    if not field.field.required:
        return field.name in getattr(field.form, "needed_later", ())
    return any(not other.field.required for other in field.form.visible_fields())


@register.filter
def is_tick(field: BoundField) -> bool:
    """Whether the field is a single box to tick, whose label stands after it."""
    return type(field.field.widget) is CheckboxInput


@register.simple_tag
def attributes(widget: Mapping[str, Any], kind: str) -> SafeString:
    """The attributes of a widget's tag, with Bootstrap's class for its ``kind`` before its own.

    A placeholder is left out, since it is gone when one writes: help text stays.
    """
    own = widget["attrs"]
    names = f"{_LOOKS.get(kind, 'form-control')} {own.get('class', '')}".strip()
    kept = {name: own[name] for name in own if name not in ("class", "placeholder")}
    return flatatt({"class": names, **kept} if names else kept)
