"""Field 3: what became of the outcome scores."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samspel.figures.score_figures import RELIABLE
from samspel.report.plan import Material
from samspel.report.sentences import is_none, joined, plural

_FEWEST = 2
"""Of one score no text is drafted: it would be about one person."""


def scores(material: Material) -> str:
    """How many changed reliably, and which way."""
    if not material.tells_of_scores or plural(material, "scores_compared") < _FEWEST:
        return ""
    if is_none(material, "changed_reliably"):
        return _(
            "None of the {scores_compared} participants with outcome scores (ORS) to compare had "
            "changed reliably."
        )
    text = ngettext(
        "Of the {scores_compared} participants with outcome scores (ORS) to compare, "
        "{changed_reliably:word} ({reliable_change_rate}) had changed reliably: %(ways)s.",
        "Of the {scores_compared} participants with outcome scores (ORS) to compare, "
        "{changed_reliably} ({reliable_change_rate}) had changed reliably: %(ways)s.",
        plural(material, "changed_reliably"),
    )
    return text % {"ways": joined(_ways(material))}


def _ways(material: Material) -> list[str]:
    words = {
        "recovered": _("had recovered"),
        "improved": _("had improved"),
        "deteriorated": _("had deteriorated"),
    }
    found = material.printed.keys("scores_compared", "score_change")
    return [
        "{scores_compared.score_change." + key + "} " + words[key]
        for key in found
        if key in RELIABLE
    ]
