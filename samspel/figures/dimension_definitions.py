"""What figures can be broken down by: the title and the definition of each breakdown."""

from collections.abc import Mapping

from samspel.figures.definition import Definition
from samspel.figures.words import noop

DIMENSION_DEFINITIONS: Mapping[str, Definition] = {
    definition.key: definition
    for definition in (
        Definition(key="gender", title=noop("Gender"), text=noop("Gender as registered.")),
        Definition(
            key="age_band",
            title=noop("Age"),
            text=noop("Completed years on the day of enrolment, in the team's own age bands."),
        ),
        Definition(key="referred_by", title=noop("Referrer"), text=noop("Who sent the referral.")),
        Definition(
            key="income_source",
            title=noop("Income source"),
            text=noop("Who pays the person's living at enrolment, which need not be the referrer."),
        ),
        Definition(key="coach", title=noop("Coach"), text=noop("The coach of the episode.")),
        Definition(
            key="outcome",
            title=noop("Outcome"),
            text=noop(
                "How the episode ended, as known on the last day of the period; "
                "what closed later was not closed then."
            ),
        ),
        Definition(
            key="withdrawal_reason",
            title=noop("Why somebody left"),
            text=noop(
                "Why somebody left before enrolment, as known on the last day of the period."
            ),
        ),
        Definition(
            key="occupation_before",
            title=noop("Occupation before"),
            text=noop("What the person did before enrolment, which need not be an income."),
        ),
        Definition(
            key="occupation_after",
            title=noop("Occupation after"),
            text=noop("What the person does after the closing; what closed later was not closed."),
        ),
        Definition(
            key="income_after",
            title=noop("Income source after"),
            text=noop(
                "Who pays the person's living after the closing; what closed later was not closed."
            ),
        ),
        Definition(
            key="group_kind",
            title=noop("Kind of group"),
            text=noop("The kind of group of a session, in the team's own words."),
        ),
        Definition(
            key="group",
            title=noop("Group"),
            text=noop("The group of a session; single activities belong to none."),
        ),
        Definition(
            key="session",
            title=noop("Session"),
            text=noop("The session of a group, or the single activity."),
        ),
        Definition(
            key="employer_kind",
            title=noop("Kind of employer"),
            text=noop("Whose the workplace of a placement is."),
        ),
        Definition(
            key="purpose",
            title=noop("Purpose"),
            text=noop("What a placement is for."),
        ),
        Definition(
            key="led_to",
            title=noop("What it led to"),
            text=noop("What a placement that has ended led to."),
        ),
        Definition(
            key="meeting_kind",
            title=noop("Kind of meeting"),
            text=noop("The kind of team meeting, in the team's own words."),
        ),
        Definition(
            key="seat_kind",
            title=noop("Kind of seat"),
            text=noop("What somebody on the seat is in the steering group."),
        ),
        Definition(
            key="staff_session_kind",
            title=noop("Supervision or training"),
            text=noop("Whether the staff came together for supervision or for training."),
        ),
        Definition(
            key="score_change",
            title=noop("Change of the score"),
            text=noop(
                "What became of the outcome score: recovered is up by the reliable change or more "
                "and past the cut-off, improved is up by as much without that, deteriorated is "
                "down by as much, and unchanged is anything between."
            ),
        ),
        Definition(
            key="agency",
            title=noop("Agency"),
            text=noop(
                "The agency that somebody is lent by or represents, or else the host, another "
                "team or a hired service."
            ),
        ),
        Definition(
            key="staff_role",
            title=noop("Role"),
            text=noop("What somebody works as, in the team's own words."),
        ),
        Definition(
            key="position",
            title=noop("Position"),
            text=noop("A single position in the team."),
        ),
        Definition(
            key="partner_kind",
            title=noop("Kind of partner"),
            text=noop("What kind of organisation a partner is."),
        ),
        Definition(
            key="budget_line",
            title=noop("Line of the budget"),
            text=noop(
                "What the money is for, in the team's own words; not stated is what is said of "
                "the whole budget and of none of its lines."
            ),
        ),
        Definition(key="funder", title=noop("Funder"), text=noop("Whose money it is.")),
    )
}

PUBLIC_DIMENSIONS = ("gender", "age_band", "referred_by", "income_source", "coach", "outcome")
"""Worked out for everybody; of these the public edition may tell, as far as it tells at all."""
