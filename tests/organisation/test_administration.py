"""The administrator's pages for associations, teams and roles."""

from datetime import date

import pytest
from django.urls import reverse

from samspel.accounts.log import LogEntry
from samspel.accounts.models import User
from samspel.accounts.roles import Act, Role
from samspel.organisation.models import Agency, Association, Host, Membership, Team
from tests.people import client_of, make_association, make_user


def test_an_association_and_what_belongs_to_it(administrator: User) -> None:
    client = client_of(administrator)
    client.post(reverse("association_new"), {"name": "Samordningsförbundet Ängsö"})
    association = Association.objects.get()
    client.post(reverse("host_new", args=[association.pk]), {"name": "Ängsö kommun"})
    client.post(
        reverse("agency_new", args=[association.pk]),
        {"name": "Försäkringskassan", "short_name": "FK"},
    )
    host, agency = Host.objects.get(), Agency.objects.get()
    client.post(
        reverse("team_new"),
        {"name": "Team Väster", "association": association.pk, "host": host.pk},
    )
    team = Team.objects.get()
    assert (team.slug, team.host, list(team.agencies.all())) == ("team-vaster", host, [agency])
    client.post(reverse("host_change", args=[host.pk]), {"name": "Ängsö stad"})
    client.post(reverse("agency_change", args=[agency.pk]), {"name": "FK", "short_name": ""})
    client.post(reverse("association_change", args=[association.pk]), {"name": "Förbundet"})
    client.post(
        reverse("team_change", args=[team.pk]), {"name": "Väster", "association": association.pk}
    )
    assert [entry.act for entry in LogEntry.objects.order_by("number")] == [
        "association_made",
        "host_made",
        "agency_made",
        "team_made",
        "host_changed",
        "agency_changed",
        "association_changed",
        "team_changed",
    ]
    page = client.get(reverse("organisation")).content.decode()
    assert all(name in page for name in ("Förbundet", "Ängsö stad", "Väster"))


@pytest.mark.parametrize("name", ["host", "agency"])
def test_the_same_name_twice_is_a_sentence_in_the_form(
    administrator: User, association: Association, name: str
) -> None:
    url = reverse(f"{name}_new", args=[association.pk])
    response = client_of(administrator).post(url, {"name": "Ängsö kommun"})
    assert response.status_code == 200
    assert response.context["form"].errors


def test_a_host_of_another_association_is_refused(administrator: User, team: Team) -> None:
    foreign = make_association("Samordningsförbundet Fjärran")
    data = {"name": "X", "association": team.association_id, "host": foreign.hosts.get().pk}
    response = client_of(administrator).post(reverse("team_new"), data)
    assert "host" in response.context["form"].errors


def test_addresses_of_teams_are_free_and_never_a_word_of_ours(association: Association) -> None:
    assert Team.objects.free_slug("New") == "new-2"
    Team.objects.create(association=association, name="Å", slug=Team.objects.free_slug("Väster"))
    assert Team.objects.free_slug("Vaster") == "vaster-2"
    assert Team.objects.free_slug("???") == "team"


def test_giving_and_ending_a_role(administrator: User, team: Team) -> None:
    person, client = make_user("Nya Anna"), client_of(administrator)
    agency = team.association.agencies.all()[0]
    data = {"role": Role.COACH, "team": team.pk, "agency": agency.pk}
    response = client.post(reverse("membership_new", args=[person.pk]), data)
    assert response.headers["Location"] == reverse("user", args=[person.pk])
    assert Team.objects.where_user_may(person, Act.CASEWORK).contains(team)
    assert client_of(person).get(reverse("team", args=[team.slug])).status_code == 200

    again = client.post(reverse("membership_new", args=[person.pk]), data)
    assert again.context["form"].non_field_errors()

    held = Membership.objects.get(user=person)
    for _time in range(2):
        client.post(reverse("membership_end", args=[held.pk]))
    held.refresh_from_db()
    assert isinstance(held.ended_on, date)
    assert not Team.objects.where_user_may(person, Act.SEE_FIGURES).exists()
    assert client_of(person).get(reverse("team", args=[team.slug])).status_code == 404
    acts = LogEntry.objects.filter(subject=f"membership:{held.pk}").order_by("number")
    assert [(entry.act, entry.team_id) for entry in acts] == [
        ("role_given", team.pk),
        ("role_ended", team.pk),
    ]


@pytest.mark.parametrize(
    ("role", "places", "field"),
    [
        (Role.COACH, (), "team"),
        (Role.COACH, ("team", "association"), "association"),
        (Role.ASSOCIATION_OFFICER, (), "association"),
        (Role.ASSOCIATION_OFFICER, ("team", "association"), "team"),
        ("king", ("team",), "role"),
        (Role.COACH, ("team", "agency"), "agency"),
    ],
)
def test_role_and_place_must_fit(
    administrator: User, team: Team, role: str, places: tuple[str, ...], field: str
) -> None:
    foreign = make_association("Samordningsförbundet Fjärran").agencies.all()[0]
    pks = {"team": team.pk, "association": team.association_id, "agency": foreign.pk}
    data = {"role": role} | {place: pks[place] for place in places}
    url = reverse("membership_new", args=[make_user("Nya Anna").pk])
    response = client_of(administrator).post(url, data)
    assert field in response.context["form"].errors
    assert not Membership.objects.exists()


def test_the_list_of_teams(
    administrator: User, officer: User, stranger: User, team: Team, other_team: Team
) -> None:
    def names(user: User) -> list[str]:
        return [each.name for each in client_of(user).get(reverse("teams")).context["teams"]]

    assert names(officer) == names(administrator) == [team.name, other_team.name]
    alone = client_of(stranger).get(reverse("teams"))
    assert alone.headers["Location"] == reverse("team", args=[other_team.slug])
    assert names(make_user("Ingen roll")) == []
