"""Partners, what is done with each, and visits received and made."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from samspel.accounts.actor import SYSTEM
from samspel.accounts.log import LogEntry
from samspel.accounts.models import User
from samspel.figures.period import parse_period
from samspel.organisation.models import Team
from samspel.organisation.partners.behind import behind_collaborations, behind_partners
from samspel.organisation.partners.keeping import change, enter
from samspel.organisation.partners.models import Collaboration, OfficialVisit, Partner
from samspel.organisation.partners.rows import collaboration_rows, partner_rows, visit_rows
from samspel.organisation.partners.told import ToldPartner, ToldVisit, told_partners
from samspel.records.versions import ChangedMeanwhileError
from tests.people import client_of

NEW = {"kind": "health_care", "contact": "", "first_on": "2024-01-01", "last_on": "", "version": 1}


@pytest.fixture
def partner(team: Team) -> Partner:
    return Partner.objects.create(
        team=team, name="Vårdcentralen", kind="health_care", first_on=date(2024, 1, 1)
    )


def post(user: User, page: str, /, *args: Any, **data: Any) -> Any:
    return client_of(user).post(reverse(page, args=args), data)


def test_a_coach_enters_a_partner_and_what_is_done(coach: User, team: Team) -> None:
    before = team.revision
    post(coach, "partner_new", team.slug, **NEW | {"name": "Vårdcentralen"})
    partner = Partner.objects.get()
    sent = {"what": "Träffar", "first_on": "2024-02-01", "last_on": "", "version": "1"}
    post(coach, "collaboration_new", team.slug, partner.pk, **sent)
    page = client_of(coach).get(reverse("partners", args=[team.slug])).content.decode()
    assert "Vårdcentralen" in page
    assert "Träffar" in page
    team.refresh_from_db()
    assert team.revision == before + 2
    acts = LogEntry.objects.filter(team_id=team.pk).order_by("pk").values_list("act", flat=True)
    assert list(acts) == ["partner_entered", "collaboration_entered"]


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"last_on": "2023-12-31"}, "Den sista dagen kan inte ligga före den första."),
        ({"name": "Vårdcentralen"}, "Teamet har redan en samverkanspart med det namnet."),
        ({"first_on": "i går"}, "Skriv ett datum som finns, till exempel 2026-03-14."),
        ({"name": " "}, "Det här fältet behövs."),
        ({"kind": "moon"}, "Välj något i listan."),
    ],
)
def test_bad_input_is_told_and_nothing_is_saved(
    coach: User, team: Team, partner: Partner, changes: dict[str, str], sentence: str
) -> None:
    answer = post(coach, "partner_new", team.slug, **NEW | {"name": "Skolan"} | changes)
    assert answer.status_code == 200
    assert sentence.split(" ", maxsplit=1)[0] in answer.content.decode()
    assert 'aria-invalid="true"' in answer.content.decode()
    assert list(Partner.objects.all()) == [partner]


def test_the_same_partner_may_come_again_when_it_was_over(team: Team, partner: Partner) -> None:
    Partner.objects.filter(pk=partner.pk).update(last_on=date(2024, 6, 30))
    values = {"name": "Vårdcentralen", "kind": "health_care", "first_on": date(2025, 1, 1)}
    enter(row=Partner(team=team), values=values, by=SYSTEM)
    assert Partner.objects.count() == 2


def test_nothing_is_done_with_a_partner_before_it_is_one(
    coach: User, team: Team, partner: Partner
) -> None:
    sent = {"what": "Träffar", "first_on": "2023-12-31", "last_on": "", "version": "1"}
    answer = post(coach, "collaboration_new", team.slug, partner.pk, **sent).content.decode()
    assert "Teamet samverkar med parten sedan 2024-01-01" in answer
    assert not Collaboration.objects.exists()


def test_two_writers_never_overwrite_each_other(partner: Partner) -> None:
    change(row=partner, values={"contact": "Ett"}, version=1, by=SYSTEM)
    with pytest.raises(ChangedMeanwhileError):
        change(row=partner, values={"contact": "Två"}, version=1, by=SYSTEM)
    assert Partner.objects.get().contact == "Ett"


def test_a_change_of_nothing_leaves_no_trace(partner: Partner) -> None:
    change(row=partner, values={"name": partner.name}, version=1, by=SYSTEM)
    assert not LogEntry.objects.filter(act="partner_changed").exists()


def test_a_visit_to_come_is_planned_and_can_be_taken_back(coach: User, team: Team) -> None:
    sent = {"direction": "made", "on": "2099-01-01", "whom": "Högskolan", "version": "1"}
    post(coach, "official_visit_new", team.slug, **sent)
    url = reverse("official_visits", args=[team.slug])
    assert "planerat" in client_of(coach).get(url).content.decode()
    visit = OfficialVisit.objects.get()
    post(coach, "official_visit_take_back", team.slug, visit.pk, version="2")
    assert OfficialVisit.objects.exists()
    post(coach, "official_visit_take_back", team.slug, visit.pk, version="1")
    assert not OfficialVisit.objects.exists()
    assert LogEntry.objects.filter(act="official_visit_taken_back").count() == 1


def test_the_same_visit_is_entered_once(coach: User, team: Team) -> None:
    sent = {"direction": "made", "on": "2025-01-01", "whom": "Högskolan", "version": "1"}
    post(coach, "official_visit_new", team.slug, **sent)
    answer = post(coach, "official_visit_new", team.slug, **sent)
    assert "Besöket är redan infört." in answer.content.decode()
    assert OfficialVisit.objects.count() == 1


def test_the_steering_group_reads_and_does_not_write(
    steering_member: User, team: Team, partner: Partner
) -> None:
    client = client_of(steering_member)
    page = client.get(reverse("partner", args=[team.slug, partner.pk])).content.decode()
    assert "Vårdcentralen" in page
    assert reverse("partner_change", args=[team.slug, partner.pk]) not in page
    assert client.get(reverse("partner_new", args=[team.slug])).status_code == 404


def test_another_team_s_partner_does_not_exist(
    coach: User, team: Team, other_team: Team, partner: Partner
) -> None:
    Partner.objects.filter(pk=partner.pk).update(team=other_team)
    for name in ("partner", "partner_change", "collaboration_new"):
        url = reverse(name, args=[team.slug, partner.pk])
        assert client_of(coach).get(url).status_code == 404


def listed(client: Client, team: Team, **query: str) -> list[str]:
    response = client.get(reverse("partners", args=[team.slug]), query)
    return [each.name for each in response.context["rows"]]


def test_the_list_filters_sorts_and_is_swapped_in_part(
    coach: User, team: Team, partner: Partner
) -> None:
    about = {"team": team, "first_on": date(2023, 1, 1)}
    Partner.objects.create(**about, name="Skolan", kind="education")
    Partner.objects.create(**about, name="Gamla", kind="education", last_on=date(2023, 2, 1))
    client = client_of(coach)
    assert listed(client, team) == ["Skolan", "Vårdcentralen"]
    assert listed(client, team, now="over") == ["Gamla"]
    assert listed(client, team, now="all", sort="-name")[0] == "Vårdcentralen"
    assert listed(client, team, kind="health_care") == ["Vårdcentralen"]
    assert listed(client, team, kind="other_partner") == []
    url = reverse("partners", args=[team.slug])
    part = client.get(url, headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in part
    assert part.strip() in client.get(url).content.decode()


def test_a_list_of_many_costs_no_query_each(
    coach: User, team: Team, partner: Partner, django_assert_max_num_queries: Any
) -> None:
    Partner.objects.bulk_create(
        Partner(team=team, name=f"Part {n}", kind="agency", first_on=date(2023, 1, 1))
        for n in range(30)
    )
    client = client_of(coach)
    with django_assert_max_num_queries(10):
        client.get(reverse("partners", args=[team.slug]))


def test_rows_end_with_the_partner_and_open_their_records(
    coach: User, team: Team, partner: Partner
) -> None:
    done = Collaboration.objects.create(partner=partner, what="Träffar", first_on=date(2024, 2, 1))
    Partner.objects.filter(pk=partner.pk).update(last_on=date(2024, 9, 30))
    OfficialVisit.objects.create(team=team, direction="made", on=date(2025, 1, 1), whom="A")
    assert [row.last_on for row in collaboration_rows(team)] == [date(2024, 9, 30)]
    assert [row.partner_kind for row in partner_rows(team)] == ["health_care"]
    assert [row.direction for row in visit_rows(team)] == ["made"]
    assert [each.title for each in behind_partners(team, [str(partner.pk)], coach)] == [
        "Vårdcentralen"
    ]
    assert [each.note for each in behind_collaborations(team, [str(done.pk)], coach)] == [
        "Vårdcentralen"
    ]


def test_a_report_tells_whom_the_team_worked_with(team: Team, partner: Partner) -> None:
    Collaboration.objects.create(partner=partner, what="Träffar", first_on=date(2024, 2, 1))
    OfficialVisit.objects.create(
        team=team, direction="made", on=date(2024, 12, 31), whom="Högskolan", about="Metod"
    )
    told = told_partners(team, parse_period("2024"))
    assert [(each.name, each.what) for each in told.partners] == [("Vårdcentralen", ("Träffar",))]
    assert told.visits == (ToldVisit(date(2024, 12, 31), "Högskolan", "Metod", is_received=False),)
    none = told_partners(team, parse_period("2023"))
    assert none.partners == ()
    assert isinstance(told.partners[0], ToldPartner)
