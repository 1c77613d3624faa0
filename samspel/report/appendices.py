"""The appendices after field 9."""

from django.utils.translation import gettext_lazy as _

from samspel.documents.document import Block
from samspel.report.fields.personnel.led import led_groups, single_activities
from samspel.report.group_tables import activity_tables
from samspel.report.plan import Material, TextPlan
from samspel.report.results_tables import age_and_gender_table, since_start_table
from samspel.report.sentences import is_none, sentences


def by_age_and_gender(material: Material) -> tuple[Block, ...]:
    """The results by age band and gender; nothing when nobody was completed."""
    return () if is_none(material, "completed") else tuple(age_and_gender_table(material))


def since_start(material: Material) -> tuple[Block, ...]:
    """The results table of all the time since the team started."""
    return tuple(since_start_table(material))


def activities(material: Material) -> str:
    """How many groups met and how many single activities there were."""
    return sentences(led_groups(material), single_activities(material))


def every_activity(material: Material) -> tuple[Block, ...]:
    """The groups one by one, and the single activities by date."""
    return tuple(activity_tables(material))


TEXTS = (
    TextPlan(
        place="appendix.activities",
        title=_("Activities"),
        invitation=_("Groups, outings, study visits and other activities of the period."),
        draft=activities,
        exhibits=every_activity,
    ),
    TextPlan(
        place="appendix.age-and-gender",
        title=_("Results by age and gender"),
        invitation=_("A word on the table, if one is needed."),
        exhibits=by_age_and_gender,
    ),
    TextPlan(
        place="appendix.since-start",
        title=_("Results since the team started"),
        invitation=_("A word on the table, if one is needed."),
        exhibits=since_start,
    ),
)
