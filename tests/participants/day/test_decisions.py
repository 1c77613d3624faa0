"""What the steering group decided stands among the leader's dues, and nobody else's."""

from collections.abc import Callable
from datetime import timedelta

from django.test import Client

from samspel.accounts.models import User
from samspel.organisation.models import Team
from samspel.organisation.steering.models import Decision
from samspel.pages.today import today
from tests.organisation.steering.made import make_meeting

Clients = Callable[[User | None], Client]


def test_a_decision_that_is_due_soon_or_late_is_the_leaders(
    team: Team, leader: User, coach: User, client_of: Clients
) -> None:
    day = today()
    meeting = make_meeting(team)
    for text, days in (("Sen plan", -3), ("Nära plan", 14), ("Fjärran plan", 15)):
        due_on = day + timedelta(days=days)
        Decision.objects.create(team=team, meeting=meeting, text=text, due_on=due_on)
    Decision.objects.create(
        team=team, meeting=meeting, text="Klar plan", due_on=day, state="done", settled_on=day
    )
    page = client_of(leader).get("/").content.decode()
    shown = [text for text in ("Sen", "Nära", "Fjärran", "Klar") if f"{text} plan" in page]
    assert shown == ["Sen", "Nära"]
    assert f"/teams/{team.slug}/steering/meetings/{meeting.pk}/#decisions" in page
    assert "plan" not in client_of(coach).get("/?whose=team").content.decode()
