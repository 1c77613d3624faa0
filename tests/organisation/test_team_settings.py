"""The team leader's page of settings."""

from typing import Any

import pytest
from django.urls import reverse

from samspel.accounts.log import LogEntry
from samspel.accounts.models import User
from samspel.figures.rhythm import Rhythm
from samspel.organisation.models import Agency, Association, Team, TeamReferrer
from samspel.organisation.team_settings import TeamSettingsForm
from tests.people import client_of


def filled(team: Team, **changes: Any) -> dict[str, Any]:
    """What the page would send, with some of it changed; None leaves a field empty."""
    form = TeamSettingsForm(instance=team)
    data = {name: form.get_initial_for_field(form.fields[name], name) for name in form.fields}
    data["agencies"] = [agency.pk for agency in team.agencies.all()]
    data |= changes
    return {name: "" if value is None else value for name, value in data.items()}


def save(user: User, team: Team, **changes: Any) -> Any:
    url = reverse("team_settings", args=[team.slug])
    return client_of(user).post(url, filled(team, **changes))


def test_the_leader_changes_settings(leader: User, team: Team) -> None:
    before = team.revision
    agency = Agency.objects.filter(association=team.association)[0]
    response = save(
        leader,
        team,
        started_on="2020-01-01",
        capacity="40",
        trial_months="3",
        follow_up_months="2",
        age_bands="16-29,30-",
        agencies=[agency.pk],
    )
    assert response.headers["Location"] == reverse("team", args=[team.slug])
    team.refresh_from_db()
    assert (team.capacity, team.trial_months, team.follow_up_months) == (40, 3, 2)
    assert team.age_bands == "16-29,30-"
    assert list(team.agencies.all()) == [agency]
    assert team.revision == before + 1
    entry = LogEntry.objects.get(act="team_settings_changed")
    assert (entry.team_id, entry.actor) == (team.pk, leader)
    assert "capacity" in entry.details["fields"]


def test_columns_stand_in_the_order_of_their_numbers(leader: User, team: Team) -> None:
    none = {name: "" for name in TeamSettingsForm(instance=team).fields if "column_" in name}
    save(leader, team, **none | {"column_studies": "10", "column_work": "7", "column_moved": "9"})
    team.refresh_from_db()
    assert team.outcome_columns == ["work", "moved", "studies"]


def test_the_leader_chooses_in_which_periods_others_read(leader: User, team: Team) -> None:
    page = client_of(leader).get(reverse("team_settings", args=[team.slug])).content.decode()
    assert "Styrgrupp och förbund kan bara läsa rapporter och siffror för de här perioderna" in page
    assert team.rhythm == Rhythm.CALENDAR_YEAR
    save(leader, team, report_rhythm="broken_year")
    team.refresh_from_db()
    assert team.rhythm == Rhythm.BROKEN_YEAR
    assert "report_rhythm" in LogEntry.objects.get(act="team_settings_changed").details["fields"]
    assert save(leader, team, report_rhythm="month").status_code == 200


def test_unchanged_settings_stay(leader: User, team: Team) -> None:
    columns = team.outcome_columns
    save(leader, team)
    team.refresh_from_db()
    assert team.outcome_columns == columns


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"column_work": "1", "column_studies": "1"}, "column_studies"),
        ({"column_work": "0"}, "column_work"),
        ({"age_bands": "30-20"}, "age_bands"),
        ({"age_bands": "16-30,25-"}, "age_bands"),
        ({"age_bands": ""}, "age_bands"),
        ({"trial_months": "13"}, "trial_months"),
        ({"follow_up_months": "0"}, "follow_up_months"),
        ({"capacity": "-1"}, "capacity"),
        ({"capacity": "99999999"}, "capacity"),
        ({"started_on": "2020-01-02", "closed_on": "2020-01-01"}, "__all__"),
        ({"started_on": "yesterday"}, "started_on"),
        ({"agencies": ["999"]}, "agencies"),
        ({"referrer_new": "Social services"}, "referrer_new"),
        ({"referrer_new": "Other"}, "referrer_new"),
        ({"referrer_new": "???"}, "referrer_new"),
    ],
)
def test_what_makes_no_sense_is_refused(
    leader: User, team: Team, changes: dict[str, Any], field: str
) -> None:
    response = save(leader, team, **changes)
    assert response.status_code == 200
    assert field in response.context["form"].errors
    team.refresh_from_db()
    assert team.revision == 0


def test_agencies_of_another_association_are_not_offered(leader: User, team: Team) -> None:
    elsewhere = Association.objects.create(name="Samordningsförbundet Fjärran")
    foreign = Agency.objects.create(association=elsewhere, name="Fjärran kommun")
    response = save(leader, team, agencies=[foreign.pk])
    assert "agencies" in response.context["form"].errors


def test_a_new_referrer_gets_a_code_and_can_be_renamed(leader: User, team: Team) -> None:
    save(leader, team, referrer_new="Öppna dörren")
    referrer = TeamReferrer.objects.get()
    assert (referrer.team, referrer.code) == (team, "oppna_dorren")
    save(leader, team, **{f"referrer_{referrer.pk}": "Dörren", "referrer_new": ""})
    referrer.refresh_from_db()
    assert (referrer.title, referrer.code) == ("Dörren", "oppna_dorren")
    again = save(leader, team, referrer_new="Öppna dörren")
    assert "referrer_new" in again.context["form"].errors


def test_the_page_of_a_team_shows_who_works_there(
    leader: User, coach: User, officer: User, team: Team
) -> None:
    page = client_of(officer).get(reverse("team", args=[team.slug]))
    text = page.content.decode()
    assert leader.name in text
    assert coach.name in text
    assert reverse("team_settings", args=[team.slug]) not in text
    text = client_of(leader).get(reverse("team", args=[team.slug])).content.decode()
    assert reverse("team_settings", args=[team.slug]) in text
