"""Charts drawn: SVG for pages and print, PNG where nothing else is understood.

Drawn without a browser and kept: the same chart is drawn once per process and form.
"""

import re
from functools import cache, lru_cache
from html import escape
from typing import Literal

import vl_convert

from samspel.documents.document import Chart
from samspel.documents.render.characters import printable
from samspel.documents.render.chart_channels import WIDTH
from samspel.documents.render.chart_colours import CLASSES
from samspel.documents.render.chart_labels import Language
from samspel.documents.render.chart_spec import specification
from samspel.documents.render.fonts import FONT_FOLDER

Theme = Literal["page", "print"]

KEPT = 512
_LOCALES: dict[Language, Literal["sv-SE", "en-GB"]] = {"sv": "sv-SE", "en": "en-GB"}
_NOTHING_DRAWN = re.compile(r'<path class="(?:background|foreground)"[^>]*/>')
_VEGAS_OWN = re.compile(r' (?:class|role|aria-[a-z]+|pointer-events)="[^"]*"')
_TAG = re.compile(r"<[a-z][^>]*>")
_NO_NAME = re.compile(r"[^\w-]")
_COLOUR = re.compile(r'(fill|stroke)="(#[0-9a-f]{6})"')
_FIRST_TAG = re.compile(r"<svg[^>]*>")
_SIZE = re.compile(r'viewBox="([^"]*)"')


@lru_cache(maxsize=KEPT)
def chart_svg(chart: Chart, *, theme: Theme, language: Language = "sv") -> str:
    """The chart as an SVG element that names itself by title and description.

    For ``page`` every coloured element has a class (``chart-ink-1``, ``chart-line-1``,
    ``chart-text`` …) that ``charts.css`` gives its light or dark colour; there are no inline
    styles. For ``print`` the colours are fixed.
    """
    drawn: str = vl_convert.vegalite_to_svg(
        specification(chart, language), format_locale=_with_our_font(language)
    )
    size = _SIZE.search(drawn)
    inner = _NOTHING_DRAWN.sub("", _FIRST_TAG.sub("", drawn, count=1))
    inner = _TAG.sub(lambda tag: _cleaned(tag[0], theme), inner)
    return _opening(chart, size[1] if size else f"0 0 {WIDTH} 200") + inner


@lru_cache(maxsize=64)
def chart_png(chart: Chart, scale: float = 2, *, language: Language = "sv") -> bytes:
    """The chart as a PNG on white, ``scale`` times 360 pixels wide, in the colours of print."""
    spec = specification(chart, language) | {"background": "#ffffff"}
    drawn: bytes = vl_convert.vegalite_to_png(
        spec, scale=scale, format_locale=_with_our_font(language)
    )
    return drawn


@cache
def _with_our_font(language: Language) -> Literal["sv-SE", "en-GB"]:
    vl_convert.register_font_directory(str(FONT_FOLDER))
    return _LOCALES[language]


def _opening(chart: Chart, view_box: str) -> str:
    """The first tag with title and description; the two are all that a screen reader gets."""
    name = "chart-" + _NO_NAME.sub("-", chart.key)
    width, height = view_box.split()[2:]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="samspel-chart" role="img"'
        f' viewBox="{view_box}" width="{width}" height="{height}"'
        f' aria-labelledby="{name}-title" aria-describedby="{name}-desc">'
        f'<title id="{name}-title">{escape(printable(chart.title))}</title>'
        f'<desc id="{name}-desc">{escape(printable(chart.alternative))}</desc>'
    )


def _cleaned(tag: str, theme: Theme) -> str:
    """A tag without Vega's own English names and, for pages, with a class for its colour."""
    tag = _VEGAS_OWN.sub("", tag)
    names = [_class_of(kind, colour) for kind, colour in _COLOUR.findall(tag)]
    if theme == "print" or not names:
        return tag
    end = "/>" if tag.endswith("/>") else ">"
    return f'{tag.removesuffix(end)} class="{" ".join(names)}"{end}'


def _class_of(kind: str, colour: str) -> str:
    name = CLASSES[colour]
    if kind == "stroke" and name.startswith("ink"):
        name = name.replace("ink", "line")
    return f"chart-{name}"
