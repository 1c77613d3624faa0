"""The cases taken up at team meetings as plain rows, for figures; nothing about a person."""

from samspel.figures.working_method_rows import CaseTakenUpRow
from samspel.organisation.team import Team
from samspel.participants.case_lists.case_taken_up import CaseTakenUp

CASE = "case_taken_up"
"""The word before the colon of a row's key."""


def cases_taken_up_rows(team: Team) -> list[CaseTakenUpRow]:
    """Every line of every meeting's list, by one query."""
    found = CaseTakenUp.objects.filter(meeting__team=team).values_list(
        "pk", "meeting__on", "meeting__kind", "meeting__cancelled_because"
    )
    return [
        CaseTakenUpRow(f"{CASE}:{pk}", on, str(kind), bool(because))
        for pk, on, kind, because in found.order_by("meeting__on", "position", "pk")
    ]
