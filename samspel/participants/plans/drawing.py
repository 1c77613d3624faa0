"""A line over time as a page shows it."""

from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from samspel.documents.render.chart_labels import Language
from samspel.documents.render.charts import Theme, chart_svg
from samspel.participants.plans.curves import Curve


@dataclass(frozen=True, slots=True)
class Drawn:
    """A curve and its drawing; empty where there is but one answer."""

    curve: Curve
    svg: SafeString


def language_of_page() -> Language:
    """The language that the reader has chosen, of those that a document can have."""
    return "en" if (get_language() or "").startswith("en") else "sv"


def drawn(curve: Curve, theme: Theme = "page") -> Drawn:
    """The curve with its drawing in the reader's language."""
    chart = curve.chart()
    svg = chart_svg(chart, theme=theme, language=language_of_page()) if chart else ""
    # chart_svg escapes every text that it puts between its own tags.
    return Drawn(curve, mark_safe(svg))  # noqa: S308  # nosec B308 B703 - the drawing escapes all text
