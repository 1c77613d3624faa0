"""Field 1: who was referred and enrolled, who they are, and who waits."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from samspel.documents.document import Block
from samspel.figures.codes import OUTSIDE, UNKNOWN
from samspel.report.exhibits import age_band_chart, breakdown_chart
from samspel.report.fields.participants.afterwards import incomes_in_words
from samspel.report.fields.participants.way_in import left, paused, places, visited, waited_so_far
from samspel.report.plan import Column, Material, Row, field_plan
from samspel.report.sentences import (
    biggest_first,
    direction,
    genders,
    is_known,
    is_none,
    joined,
    paragraphs,
    plural,
    sentences,
    told_keys,
)
from samspel.report.way_tables import reasons_chart


def draft(material: Material) -> str:
    """Who came, from where and on what income; who waits and who is enrolled at the end."""
    return paragraphs(
        sentences(_enrolled(material), _compared(material), visited(material), _referred(material)),
        left(material),
        sentences(_ages(material), _referrers(material), _incomes(material)),
        sentences(
            at_end(material),
            places(material),
            _age_at_end(material),
            _queue(material),
            waited_so_far(material),
            paused(material),
        ),
    )


def _enrolled(material: Material) -> str:
    if is_none(material, "newly_enrolled"):
        return _("Nobody was enrolled during the period.")
    text = ngettext(
        "{newly_enrolled:Word} person was enrolled during the period.",
        "{newly_enrolled} people were enrolled during the period%(genders)s.",
        plural(material, "newly_enrolled"),
    )
    return text % {"genders": genders(material, "newly_enrolled")}


def _compared(material: Material) -> str:
    way = direction(material, "newly_enrolled")
    if way is None:
        return ""
    if is_none(material, "newly_enrolled@previous"):
        return _("Nobody was enrolled in the previous period either.") if way == 0 else ""
    if way == 0:
        return _("That is as many as in the previous period.")
    if way > 0:
        return ngettext(
            "That is more than in the previous period, "
            "when {newly_enrolled@previous:word} was enrolled.",
            "That is more than in the previous period, "
            "when {newly_enrolled@previous} were enrolled.",
            plural(material, "newly_enrolled@previous"),
        )
    return ngettext(
        "That is fewer than in the previous period, "
        "when {newly_enrolled@previous:word} was enrolled.",
        "That is fewer than in the previous period, when {newly_enrolled@previous} were enrolled.",
        plural(material, "newly_enrolled@previous"),
    )


def _referred(material: Material) -> str:
    """Silent on zero: a team that does not record the day of referral has no data, not none."""
    if is_none(material, "referred"):
        return ""
    return ngettext(
        "The team received {referred:word} referral.",
        "The team received {referred} referrals.",
        plural(material, "referred"),
    )


def _ages(material: Material) -> str:
    keys = told_keys(material, "newly_enrolled", "age_band")
    known = [key for key in keys if key != UNKNOWN]
    if plural(material, "newly_enrolled") < 2 or not set(known) - {OUTSIDE}:
        return ""
    told = _("At enrolment there were %(ages)s.") % {"ages": joined(map(_aged, known))}
    return sentences(told, _age_not_told(material, keys))


def _aged(band: str) -> str:
    count = "{newly_enrolled.age_band." + band + "}"
    if band == OUTSIDE:
        return _("%(count)s of another age") % {"count": count}
    low, _dash, high = band.partition("-")
    if not high:
        return _("%(count)s aged %(low)s or over") % {"count": count, "low": low}
    return _("%(count)s aged %(low)s–%(high)s") % {"count": count, "low": low, "high": high}


def _age_not_told(material: Material, keys: list[str]) -> str:
    if UNKNOWN not in keys:
        return ""
    return ngettext(
        "The age of {newly_enrolled.age_band.unknown:word} is not stated.",
        "The age of {newly_enrolled.age_band.unknown} is not stated.",
        plural(material, "newly_enrolled.age_band.unknown"),
    )


def _referrers(material: Material) -> str:
    keys = biggest_first(material, "newly_enrolled", "referred_by")
    if plural(material, "newly_enrolled") < 2 or not keys or keys == [UNKNOWN]:
        return ""
    told = _("Of those enrolled, %(referrers)s.")
    return told % {"referrers": joined(_came_from(material, keys))}


def _came_from(material: Material, keys: list[str]) -> list[str]:
    """“7 came from the region”, and for the rest only “3 from social services”."""
    phrases = {
        "employment_service": _("from the employment service"),
        "social_insurance": _("from the social insurance agency"),
        "social_services": _("from social services"),
        "region": _("from the region"),
        "youth_activity": _("from the municipal youth activity"),
        "school": _("from school"),
        "self": _("by self-referral"),
        "other": _("from another referrer"),
        UNKNOWN: _("without a stated referrer"),
    }
    told: list[str] = []
    for key in keys:
        title = material.printed.key_title("referred_by", key)
        phrase = phrases.get(key) or _("from %(referrer)s") % {"referrer": title}
        text = _("%(count)s %(phrase)s") if told else _("%(count)s came %(phrase)s")
        told.append(text % {"count": "{newly_enrolled.referred_by." + key + "}", "phrase": phrase})
    return told


def _incomes(material: Material) -> str:
    keys = biggest_first(material, "newly_enrolled", "income_source")
    if plural(material, "newly_enrolled") < 2 or not keys or keys == [UNKNOWN]:
        return ""
    told = incomes_in_words(material, "newly_enrolled", "income_source")
    return _("When they were enrolled, %(incomes)s.") % {"incomes": told}


def at_end(material: Material) -> str:
    """How many were enrolled on the last day, and of which gender."""
    if is_none(material, "enrolled_at_end"):
        return _("At the end of the period nobody was enrolled.")
    text = ngettext(
        "At the end of the period {enrolled_at_end:word} person was enrolled.",
        "At the end of the period {enrolled_at_end} people were enrolled%(genders)s.",
        plural(material, "enrolled_at_end"),
    )
    return text % {"genders": genders(material, "enrolled_at_end")}


def _age_at_end(material: Material) -> str:
    if plural(material, "enrolled_at_end") < 2 or not is_known(material, "age_at_end"):
        return ""
    mean = _("The mean age was {age_at_end} years.")
    if is_known(material, "age_at_end.youngest", "age_at_end.oldest"):
        mean = _(
            "The mean age was {age_at_end} years; the youngest was {age_at_end.youngest} "
            "and the oldest {age_at_end.oldest}."
        )
    return sentences(mean, _under_30(material))


def _under_30(material: Material) -> str:
    if is_none(material, "enrolled_at_end_under_30"):
        return _("None of them was under 30.")
    if not is_known(material, "enrolled_at_end_under_30.share"):
        return ""
    return ngettext(
        "{enrolled_at_end_under_30:Word} of them ({enrolled_at_end_under_30.share}) was under 30.",
        "{enrolled_at_end_under_30} of them ({enrolled_at_end_under_30.share}) were under 30.",
        plural(material, "enrolled_at_end_under_30"),
    )


def _queue(material: Material) -> str:
    if is_none(material, "in_queue_at_end"):
        told = not is_none(material, "referred")
        return _("Nobody was waiting to be enrolled.") if told else ""
    return ngettext(
        "{in_queue_at_end:Word} person was waiting to be enrolled.",
        "{in_queue_at_end} people were waiting to be enrolled.",
        plural(material, "in_queue_at_end"),
    )


def exhibits(material: Material) -> tuple[Block, ...]:
    """Ages, referrers and income sources of the newly enrolled; why others left before that."""
    if is_none(material, "newly_enrolled"):
        return tuple(reasons_chart(material))
    return (
        age_band_chart(
            material,
            key="enrolled-by-age",
            cohort="newly_enrolled",
            title=_("Newly enrolled by age and gender"),
        ),
        breakdown_chart(
            material,
            key="enrolled-by-referrer",
            cohort="newly_enrolled",
            dimension="referred_by",
            title=_("Newly enrolled by referrer"),
        ),
        breakdown_chart(
            material,
            key="enrolled-by-income",
            cohort="newly_enrolled",
            dimension="income_source",
            title=_("Newly enrolled by income source"),
        ),
        *reasons_chart(material),
    )


PLAN = field_plan(
    number=1,
    row=Row.PARTICIPANTS,
    column=Column.CONDITIONS,
    description=gettext_lazy("Who was referred and enrolled, from where, and who is waiting."),
    analysis=gettext_lazy("What has changed in who comes to the team, and what may lie behind it?"),
    reflection=gettext_lazy("Do the right people reach the team? Whom does it not reach?"),
    draft=draft,
    exhibits=exhibits,
)
