"""Field 2: how the work with the participants is done."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from samspel.documents.document import Block
from samspel.printed import in_words
from samspel.report.event_tables import events_table
from samspel.report.fields.participants.groups import first_activity, groups, kinds, weekly
from samspel.report.fields.participants.meetings import attendance, follow_ups
from samspel.report.fields.participants.placements import (
    employers,
    placements,
    wait_for_placement,
)
from samspel.report.fields.participants.steps import on_trial, stages, way_in
from samspel.report.group_tables import kinds_table
from samspel.report.placement_tables import placement_tables
from samspel.report.plan import Column, Material, Row, field_plan
from samspel.report.sentences import (
    genders,
    in_days,
    is_known,
    is_none,
    paragraphs,
    plural,
    sentences,
)
from samspel.report.way_tables import steps_table


def draft(material: Material) -> str:
    """How many the team worked with, the way, what the team has agreed on, and what was held."""
    return paragraphs(
        sentences(_worked_with(material), _waited(material)),
        sentences(way_in(material), on_trial(material)),
        stages(material),
        sentences(_trial(material), _follow_ups(material)),
        sentences(follow_ups(material), attendance(material)),
        sentences(weekly(material), first_activity(material)),
        sentences(groups(material), kinds(material)),
        sentences(placements(material), employers(material), wait_for_placement(material)),
    )


def _worked_with(material: Material) -> str:
    if is_none(material, "worked_with"):
        return _("Nobody was enrolled in the team on any day of the period.")
    text = ngettext(
        "The team worked with {worked_with:word} person during the period.",
        "The team worked with {worked_with} people during the period%(genders)s.",
        plural(material, "worked_with"),
    )
    return text % {"genders": genders(material, "worked_with")}


def _waited(material: Material) -> str:
    if not is_known(material, "queue_days.median"):
        return ""
    text = _(
        "The median wait from referral to enrolment was %(days)s, "
        "known for {queue_days.n} of the {newly_enrolled} newly enrolled."
    )
    if material.printed.amount("queue_days.n") == material.printed.amount("newly_enrolled"):
        text = _("The median wait from referral to enrolment was %(days)s for the newly enrolled.")
    return text % {"days": in_days(material, "queue_days.median")}


def _trial(material: Material) -> str:
    if not material.trial_months:
        return ""
    text = ngettext(
        "Every enrolment begins with a trial period of one month.",
        "Every enrolment begins with a trial period of %(months)s months.",
        material.trial_months,
    )
    return text % {"months": in_words(material.trial_months, material.printed.language)}


def _follow_ups(material: Material) -> str:
    text = ngettext(
        "Participant, referrer and team follow up the plan together every month.",
        "Participant, referrer and team follow up the plan together every %(months)s months.",
        material.follow_up_months,
    )
    return text % {"months": in_words(material.follow_up_months, material.printed.language)}


def exhibits(material: Material) -> tuple[Block, ...]:
    """The steps of the way, follow-ups, groups and placements, where there is anything of them."""
    steps = (steps_table(material),) if material.tells_of_the_way else ()
    groups_and_placements = (*kinds_table(material), *placement_tables(material))
    return (*steps, *events_table(material), *groups_and_placements)


PLAN = field_plan(
    number=2,
    row=Row.PARTICIPANTS,
    column=Column.PROCESS,
    description=gettext_lazy(
        "The way from study visit to closing: groups, placements, follow-ups."
    ),
    analysis=gettext_lazy("Which steps help participants forward, and where do they get stuck?"),
    reflection=gettext_lazy("What will the team keep, change or try?"),
    draft=draft,
    exhibits=exhibits,
)
