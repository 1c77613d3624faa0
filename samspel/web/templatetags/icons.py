"""Icons as inline drawings: `{% load icons %}{% icon "search" %}`."""

import json
from functools import cache

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from samspel.web.assets import ICONS

register = template.Library()


@register.simple_tag
@cache
def icon(name: str) -> SafeString:
    """The Bootstrap icon of that name; decorative, so the words beside it say what it means.

    Raises TemplateSyntaxError when there is no such icon.
    """
    try:
        drawing = _drawings()[name]
    except KeyError as error:
        raise template.TemplateSyntaxError(f"There is no icon named “{name}”.") from error
    return format_html(
        '<svg class="icon" viewBox="0 0 16 16" fill="currentColor" aria-hidden="true"'
        ' focusable="false">{}</svg>',
        mark_safe(drawing),  # noqa: S308  # nosec B308 B703 - the drawings come from the locked package
    )


@cache
def _drawings() -> dict[str, str]:
    drawings: dict[str, str] = json.loads(ICONS.read_text(encoding="utf-8"))
    return drawings
