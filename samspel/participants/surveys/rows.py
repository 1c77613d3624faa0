"""The invitations of surveys as plain rows, for the figures."""

from datetime import date

from samspel.figures.surveys import Asked
from samspel.organisation.team import Team
from samspel.participants.surveys.invitation import Invitation


def asked_rows(team: Team, until: date) -> list[Asked]:
    """Who was asked in the team's surveys up to and with a day, by one query."""
    found = Invitation.objects.filter(survey__team=team, invited_on__lte=until)
    rows = found.order_by("invited_on", "pk").values_list(
        "survey_id", "episode__participant__gender", "invited_on", "answered", "settled_on"
    )
    return [
        Asked(str(survey), gender, invited_on, answered, settled_on)
        for survey, gender, invited_on, answered, settled_on in rows
    ]
