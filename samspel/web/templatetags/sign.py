"""The sign: nine dots, the report's nine fields. As logo, as loading mark, as map of a report."""

from collections.abc import Sequence
from typing import Literal

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext

register = template.Library()

State = Literal["filled", "begun", "empty"]
_PLACES = tuple((column * 8 + 4, row * 8 + 4) for row in range(3) for column in range(3))


@register.simple_tag
def sign() -> SafeString:
    """The logo; decorative, since the product's name stands beside it."""
    dots = format_html_join(
        "",
        '<circle class="sign-dot{}" cx="{}" cy="{}" r="3"/>',
        ((" is-third" if place == 8 else "", x, y) for place, (x, y) in enumerate(_PLACES)),
    )
    return format_html(
        '<svg class="sign" viewBox="0 0 24 24" aria-hidden="true" focusable="false">{}</svg>', dots
    )


@register.simple_tag
def field_map(states: Sequence[State]) -> SafeString:
    """A report's nine fields in reading order, each ``filled``, ``begun`` or ``empty``.

    Says the same in words to those who do not see it. Raises ValueError unless there are nine.
    """
    if len(states) != len(_PLACES):
        raise ValueError(f"a report has nine fields, not {len(states)}")
    dots = format_html_join(
        "",
        '<circle class="field-dot is-{}" cx="{}" cy="{}" r="{}"/>',
        (
            (state, x, y, "3" if state == "filled" else "2.4")
            for state, (x, y) in zip(states, _PLACES, strict=True)
        ),
    )
    return format_html(
        '<svg class="field-map" viewBox="0 0 24 24" role="img" aria-label="{}">{}</svg>',
        _in_words(states),
        dots,
    )


def _in_words(states: Sequence[State]) -> str:
    filled, begun = states.count("filled"), states.count("begun")
    words = ngettext(
        "%(filled)s of nine fields written", "%(filled)s of nine fields written", filled
    ) % {"filled": filled}
    if begun:
        words += ", " + gettext("%(begun)s begun") % {"begun": begun}
    return words
