"""The summary before field 1: one text for each row of the report."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from samspel.report.fields.participants.conditions import at_end
from samspel.report.fields.participants.results import throughput
from samspel.report.plan import ROW_TITLES, Material, Row, TextPlan
from samspel.report.sentences import (
    is_known,
    is_none,
    paragraphs,
    plural,
    sentences,
)
from samspel.report.summary_organisation import organisation
from samspel.report.summary_personnel import personnel


def draft(material: Material) -> str:
    """The participants of the period in a few sentences."""
    if is_none(material, "worked_with"):
        return _("Nobody was enrolled in the team on any day of the period.")
    return paragraphs(
        sentences(_worked_with(material), at_end(material)),
        sentences(_results(material), throughput(material)),
        _queue(material),
    )


def _worked_with(material: Material) -> str:
    worked_with = ngettext(
        "The team worked with {worked_with:word} person during the period.",
        "The team worked with {worked_with} people during the period%(genders)s.",
        plural(material, "worked_with"),
    )
    return sentences(worked_with % {"genders": ""}, _came_and_left(material))


def _came_and_left(material: Material) -> str:
    if min(plural(material, cohort) for cohort in ("newly_enrolled", "closed")) > 1:
        return _("Of them {newly_enrolled} were newly enrolled, and {closed} left the team.")
    return sentences(_came(material), _left(material))


def _came(material: Material) -> str:
    if is_none(material, "newly_enrolled"):
        return _("Nobody was newly enrolled.")
    return ngettext(
        "{newly_enrolled:Word} person was newly enrolled.",
        "{newly_enrolled} people were newly enrolled.",
        plural(material, "newly_enrolled"),
    )


def _left(material: Material) -> str:
    if is_none(material, "closed"):
        return _("Nobody left the team.")
    return ngettext(
        "{closed:Word} person left the team.",
        "{closed} people left the team.",
        plural(material, "closed"),
    )


def _results(material: Material) -> str:
    if is_none(material, "completed") or material.printed.is_silent("closed_to_result"):
        return ""
    if is_none(material, "closed_to_result"):
        return _("None of those who completed went on to work, studies or other rehabilitation.")
    text = ngettext(
        "Of those who completed, {closed_to_result:word}%(rate)s went on to work, studies or other "
        "work-oriented rehabilitation.",
        "Of those who completed, {closed_to_result}%(rate)s went on to work, studies or other "
        "work-oriented rehabilitation.",
        # Few that may not be told are written as a word, as one is.
        plural(material, "closed_to_result") if is_known(material, "closed_to_result") else 1,
    )
    rate = " ({result_rate})" if is_known(material, "result_rate") else ""
    return text % {"rate": rate}


def _queue(material: Material) -> str:
    if is_none(material, "in_queue_at_end"):
        return ""
    return ngettext(
        "At the end of the period {in_queue_at_end:word} person was waiting to be enrolled.",
        "At the end of the period {in_queue_at_end} people were waiting to be enrolled.",
        plural(material, "in_queue_at_end"),
    )


TEXTS = (
    TextPlan(
        place="summary.participants",
        title=ROW_TITLES[Row.PARTICIPANTS],
        invitation=gettext_lazy("The participants of the period in a few sentences."),
        draft=draft,
    ),
    TextPlan(
        place="summary.personnel",
        title=ROW_TITLES[Row.PERSONNEL],
        invitation=gettext_lazy("The team and its way of working in a few sentences."),
        draft=personnel,
    ),
    TextPlan(
        place="summary.organisation",
        title=ROW_TITLES[Row.ORGANISATION],
        invitation=gettext_lazy("Steering group, agencies and means in a few sentences."),
        draft=organisation,
    ),
)
