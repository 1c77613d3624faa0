"""Field 3: what came of the work with the participants."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from samspel.documents.document import Block
from samspel.figures.codes import NOT_RESULT, OUTCOMES, RESULT, UNKNOWN, dropout_codes, result_codes
from samspel.report.exhibits import breakdown_chart
from samspel.report.fields.participants.afterwards import incomes, occupations
from samspel.report.fields.participants.placements import hours, led_to
from samspel.report.fields.participants.scores import scores
from samspel.report.placement_tables import placement_results
from samspel.report.plan import Column, Material, Row, field_plan
from samspel.report.results_tables import measures_table, rate_table, results_table
from samspel.report.score_tables import scores_table
from samspel.report.sentences import (
    genders,
    is_known,
    is_none,
    joined,
    means_of_women_and_men,
    paragraphs,
    plural,
    sentences,
    told_keys,
    women_and_men,
)
from samspel.report.throughput_series import series_chart
from samspel.report.way_tables import before_and_after_tables


def draft(material: Material) -> str:
    """How many came and went, to what, how long it took, what lay before and what came after."""
    return paragraphs(
        sentences(_flow(material), _dropouts(material)),
        sentences(_results(material), _others(material), _rate_before(material)),
        sentences(
            throughput(material),
            sensitivity(material),
            _support(material),
            _age(material),
        ),
        sentences(incomes(material), occupations(material)),
        sentences(led_to(material), hours(material)),
        scores(material),
    )


def _flow(material: Material) -> str:
    opening = ngettext(
        "At the start of the period {enrolled_at_start:word} person was enrolled.",
        "At the start of the period {enrolled_at_start} people were enrolled.",
        plural(material, "enrolled_at_start"),
    )
    if is_none(material, "enrolled_at_start"):
        opening = _("At the start of the period nobody was enrolled.")
    if is_none(material, "closed"):
        return sentences(opening, _("Nobody left the team during the period."))
    closed = ngettext(
        "{closed:Word} person left the team during the period.",
        "{closed} people left the team during the period%(genders)s.",
        plural(material, "closed"),
    )
    return sentences(opening, closed % {"genders": genders(material, "closed")})


def _dropouts(material: Material) -> str:
    if is_none(material, "closed") or material.printed.is_silent("dropouts"):
        return ""
    if is_none(material, "dropouts"):
        return _("None of them was an early dropout.")
    if not is_known(material, "dropouts"):
        return _("{dropouts:Word} of them were early dropouts.")
    return ngettext(
        "{dropouts:Word} of them was an early dropout.",
        "{dropouts} of them were early dropouts.",
        plural(material, "dropouts"),
    )


def _results(material: Material) -> str:
    if is_none(material, "completed") or material.printed.is_silent("closed_to_result"):
        return ""
    if is_none(material, "closed_to_result"):
        return _("None of those who completed went on to work, studies or other rehabilitation.")
    if plural(material, "completed") == 1:
        return _("{completed:Word} person completed and went on to a result.")
    rate = " ({result_rate})" if is_known(material, "result_rate") else ""
    return sentences(
        _went_on(material) % {"rate": rate, "to": _to_results(material)},
        _results_by_gender(material),
    )


def _went_on(material: Material) -> str:
    """With the completed where they may be told; few that may not are written as a word."""
    if not is_known(material, "closed_to_result"):
        return _(
            "Of those who completed, {closed_to_result:word}%(rate)s went on to a result%(to)s."
        )
    if not is_known(material, "completed"):
        return _("Of those who completed, {closed_to_result}%(rate)s went on to a result%(to)s.")
    return ngettext(
        "Of the {completed} who completed, {closed_to_result:word}%(rate)s went on "
        "to a result%(to)s.",
        "Of the {completed} who completed, {closed_to_result}%(rate)s went on to a result%(to)s.",
        plural(material, "closed_to_result"),
    )


def _to_results(material: Material) -> str:
    keys = material.printed.keys("closed_to_result", "outcome")
    known = [key for key in told_keys(material, "closed_to_result", "outcome") if key in _to()]
    if not known or known != keys:
        return ""
    told = ("{closed_to_result.outcome." + key + "} " + _to()[key] for key in known)
    return ": " + joined(told)


def _to() -> dict[str, str]:
    return {
        "work": _("to work"),
        "studies": _("to studies"),
        "other_rehabilitation": _("to other work-oriented rehabilitation"),
    }


def _results_by_gender(material: Material) -> str:
    women, men = "closed_to_result.gender.woman", "closed_to_result.gender.man"
    if not is_known(material, f"{women}.share", f"{men}.share"):
        return ""
    if is_none(material, women) or is_none(material, men):
        return ""
    told_women = ngettext(
        "%(count)s (%(share)s) was a woman",
        "%(count)s (%(share)s) were women",
        plural(material, women),
    ) % {"count": "{" + women + "}", "share": "{" + women + ".share}"}
    told_men = ngettext(
        "%(count)s (%(share)s) was a man", "%(count)s (%(share)s) were men", plural(material, men)
    ) % {"count": "{" + men + "}", "share": "{" + men + ".share}"}
    return _("Of these, %(women)s and %(men)s.") % {"women": told_women, "men": told_men}


def _rate_before(material: Material) -> str:
    if not material.has_previous or not is_known(material, "result_rate", "result_rate@previous"):
        return ""
    return _("In the previous period the result rate was {result_rate@previous}.")


def _others(material: Material) -> str:
    """How the others ended: neither to a result nor as dropouts."""
    counted = {*result_codes(OUTCOMES), *dropout_codes(OUTCOMES), RESULT, NOT_RESULT}
    every = [key for key in material.printed.keys("closed", "outcome") if key not in counted]
    keys = [key for key in told_keys(material, "closed", "outcome") if key in every]
    if not keys or material.printed.is_silent("closed_to_result"):
        return ""
    phrases = {
        "medical_rehabilitation": _("went back to medical rehabilitation"),
        "sickness_compensation": _("got sickness compensation"),
        "parental_leave": _("went on parental leave"),
        "moved": _("moved"),
        "other": _("ended for another reason"),
        UNKNOWN: _("ended without a stated outcome"),
    }
    told = joined(
        "{closed.outcome." + key + "} " + phrases.get(key, phrases["other"]) for key in keys
    )
    text = _("The others: %(outcomes)s.") if keys == every else _("Of the others %(outcomes)s.")
    return text % {"outcomes": told}


def throughput(material: Material) -> str:
    """The mean stay of those closed to a result, with median and genders where they may be told."""
    if not is_known(material, "throughput_months"):
        return ""
    if plural(material, "throughput_months.n") == 1:
        return _("The stay of the one closed to a result was {throughput_months} months.")
    text = _(
        "The throughput time of those closed to a result was {throughput_months} months on "
        "average%(by_gender)s, with a median of {throughput_months.median} months."
    )
    return text % {"by_gender": women_and_men(material, "throughput_months")}


def sensitivity(material: Material) -> str:
    """Said when one long stay moves the mean by more than the figures' own limit."""
    if not material.printed.is_moved_by_longest("throughput_months"):
        return ""
    return _(
        "One long stay moves the mean: without it the mean is "
        "{throughput_months.without_longest} months."
    )


def _support(material: Material) -> str:
    if not is_known(material, "public_support_months.years"):
        return ""
    text = _(
        "The time on public support before enrolment was {public_support_months.years} years "
        "on average%(by_gender)s."
    )
    by_gender = means_of_women_and_men(
        material,
        "public_support_months.gender.woman.years",
        "public_support_months.gender.man.years",
    )
    return sentences(text % {"by_gender": by_gender}, _support_known_for(material))


def _support_known_for(material: Material) -> str:
    known = material.printed.amount("public_support_months.n")
    every = material.printed.amount("closed_to_result")
    if known is None or every is None or known == every:
        return ""
    return _("That is known for {public_support_months.n} of the {closed_to_result}.")


def _age(material: Material) -> str:
    if not is_known(material, "age_at_closing"):
        return ""
    text = _("The mean age at closing was {age_at_closing} years%(by_gender)s.")
    return text % {"by_gender": women_and_men(material, "age_at_closing")}


def exhibits(material: Material) -> tuple[Block, ...]:
    """The results table, outcomes, result rate by gender, times and ages, placements, scores."""
    blocks: list[Block] = [results_table(material)]
    if not is_none(material, "closed"):
        blocks.append(
            breakdown_chart(
                material,
                key="outcomes",
                cohort="closed",
                dimension="outcome",
                title=_("Closed by outcome"),
            )
        )
    if not is_none(material, "completed"):
        blocks += [rate_table(material), measures_table(material)]
        blocks += before_and_after_tables(material)
    blocks += series_chart(material)
    blocks += [*placement_results(material), *scores_table(material)]
    return tuple(blocks)


PLAN = field_plan(
    number=3,
    row=Row.PARTICIPANTS,
    column=Column.RESULTS,
    description=gettext_lazy("How many came and went, and what they went on to."),
    analysis=gettext_lazy("What lies behind the results, and behind changes in times and ages?"),
    reflection=gettext_lazy("What do the results say about the way the team works?"),
    draft=draft,
    exhibits=exhibits,
)
