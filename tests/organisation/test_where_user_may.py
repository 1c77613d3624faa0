"""Who may do what for which team (`access.md`, "Roles")."""

from datetime import date

import pytest

from samspel.accounts.models import User
from samspel.accounts.roles import WHO_MAY, Act, Role
from samspel.organisation.models import Membership, Team

OF_THE_STEERING_GROUP = {Act.SEE_FIGURES, Act.SEE_ORGANISATION, Act.SEND_POINTS}
OF_A_COACH = OF_THE_STEERING_GROUP | {Act.CASEWORK, Act.WRITE_REPORT, Act.KEEP_METHODS}


@pytest.mark.parametrize(
    ("who", "acts"),
    [
        ("coach", OF_A_COACH),
        ("colleague", OF_A_COACH),
        ("leader", set(Act)),
        ("steering_member", OF_THE_STEERING_GROUP),
        ("officer", OF_THE_STEERING_GROUP | {Act.ALLOCATE}),
        ("administrator", set()),
        ("stranger", set()),
    ],
)
def test_each_role_may_its_acts_and_no_other(
    request: pytest.FixtureRequest, team: Team, who: str, acts: set[Act]
) -> None:
    user = request.getfixturevalue(who)
    allowed = {act for act in Act if Team.objects.where_user_may(user, act).contains(team)}
    assert allowed == acts


def test_every_act_says_who_may() -> None:
    assert set(WHO_MAY) == set(Act)
    assert all(roles <= set(Role) for roles in WHO_MAY.values())


def test_a_membership_that_ended_gives_nothing(coach: User, team: Team) -> None:
    Membership.objects.filter(user=coach).update(ended_on=date(2025, 1, 1))
    assert not Team.objects.where_user_may(coach, Act.SEE_FIGURES).exists()


def test_a_blocked_user_may_nothing(leader: User, team: Team) -> None:
    leader.is_active = False
    assert not Team.objects.where_user_may(leader, Act.SEE_FIGURES).exists()


def test_an_officer_sees_all_teams_of_the_association_only(
    officer: User, team: Team, other_team: Team
) -> None:
    elsewhere = type(team.association).objects.create(name="Samordningsförbundet Fjärran")
    Team.objects.create(association=elsewhere, name="Team Fjärran", slug="team-fjarran")
    seen = Team.objects.where_user_may(officer, Act.SEE_FIGURES)
    assert list(seen) == [team, other_team]
