"""Adding, changing and leaving an employer: who may, what is refused, what is told of."""

from collections.abc import Callable

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from samspel.accounts.actor import Actor
from samspel.accounts.models import LogEntry, User
from samspel.organisation.models import Team
from samspel.participants.employers import keeping_employers, keeping_tasks
from samspel.participants.employers.models import Employer, Task
from samspel.records.versions import ChangedMeanwhileError
from tests.employer_things import make_employer
from tests.participants.conftest import HOSTILE, send, sentences, told
from tests.participants.employers.conftest import NUMBER
from tests.people import client_of

NEW = "/employers/new/"
FILLED = {"name": "Kafé Tre Åar", "kind": "cooperative", "organisation_number": NUMBER}


def change_url(employer: Employer) -> str:
    return reverse("employer_change", args=[employer.pk])


def test_a_coach_adds_an_employer(coach: User, team: Team) -> None:
    response = send(coach, NEW, **FILLED, website="kafe.example")
    made = Employer.objects.get()
    assert response["Location"] == reverse("employer", args=[made.pk])
    assert (made.name, made.kind, made.organisation_number) == (
        "Kafé Tre Åar",
        "cooperative",
        "2120000142",
    )
    assert made.website == "https://kafe.example"
    entry = told("employer_added")
    assert (entry.team_id, entry.subject) == (team.pk, f"employer:{made.pk}")
    assert "Kafé" not in str(entry.details)


def test_only_the_team_sees_an_employer(
    only_the_team_may: Callable[[str], None], employer: Employer
) -> None:
    only_the_team_may(change_url(employer))


@pytest.mark.parametrize("name", ["employer", "employer_change", "employer_history"])
def test_another_teams_employer_is_not_there(
    as_coach: Client, elsewhere: Employer, name: str
) -> None:
    assert as_coach.get(reverse(name, args=[elsewhere.pk])).status_code == 404
    assert as_coach.post(reverse("employer_retire", args=[elsewhere.pk])).status_code == 404


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", ""),
        ("name", "a\u202eb"),
        ("kind", ""),
        ("kind", "church"),
        ("organisation_number", "212000-0143"),
        ("organisation_number", "811218-9876"),
        ("website", "javascript:alert(1)"),
        ("website", "ftp://example.org"),
        ("website", "not a site"),
        ("structure_notes", "x" * 2001),
    ],
)
def test_what_cannot_be_saved(coach: User, team: Team, field: str, value: str) -> None:
    assert set(sentences(send(coach, NEW, **FILLED | {field: value}))) == {field}
    assert not Employer.objects.exists()


def test_every_field_takes_every_bad_text(as_coach: Client, team: Team) -> None:
    names = ("name", "kind", "organisation_number", "address", "website", "structure_notes")
    for bad in HOSTILE:
        for data in (dict.fromkeys(names, bad), FILLED | {"address": bad, "structure_notes": bad}):
            assert as_coach.post(NEW, data).status_code in (200, 302)


@pytest.mark.parametrize(
    "like", [{"name": "ÅBY  plantskola"}, {"name": "Annat", "organisation_number": NUMBER}]
)
def test_an_employer_that_may_be_the_same_is_warned_of(
    coach: User, team: Team, like: dict[str, str]
) -> None:
    known = make_employer(team, organisation_number="2120000142")
    page = send(coach, NEW, kind="private", **like)
    assert page.context["lookalikes"] == [known]
    assert reverse("employer", args=[known.pk]) in page.content.decode()
    assert Employer.objects.count() == 1
    response = send(coach, NEW, kind="private", is_another="on", **like)
    assert response.status_code == 302
    assert Employer.objects.count() == 2


def test_the_other_teams_employers_are_not_told_of(
    coach: User, team: Team, elsewhere: Employer
) -> None:
    assert send(coach, NEW, name="Deras bageri", kind="private").status_code == 302


def test_an_employer_is_not_warned_of_itself(coach: User, employer: Employer) -> None:
    values = {"name": "åby plantskola", "kind": "municipal", "version": "1"}
    assert send(coach, change_url(employer), **values).status_code == 302
    employer.refresh_from_db()
    assert (employer.name, employer.kind, employer.version) == ("åby plantskola", "municipal", 2)
    assert told("employer_changed").details["fields"] == ["kind", "name"]


def test_figures_are_worked_out_anew_when_a_kind_changes(coach: User, employer: Employer) -> None:
    before = Team.objects.get(pk=employer.team_id)
    send(coach, change_url(employer), name=employer.name, kind="municipal", version="1")
    after = Team.objects.get(pk=employer.team_id)
    assert after.revision == before.revision + 1


def test_what_changes_nothing_leaves_no_trace(coach: User, employer: Employer) -> None:
    send(coach, change_url(employer), name=employer.name, kind="private", version="1")
    employer.refresh_from_db()
    assert employer.version == 1
    assert not LogEntry.objects.filter(act="employer_changed").exists()


def test_two_writers_never_overwrite_each_other(
    coach: User, colleague: User, employer: Employer
) -> None:
    url = change_url(employer)
    send(coach, url, name=employer.name, kind="municipal", version="1")
    page = send(colleague, url, name=employer.name, kind="non_profit", version="1")
    assert set(sentences(page)) == {"__all__"}
    assert "kommun" in page.content.decode()
    employer.refresh_from_db()
    assert employer.kind == "municipal"
    assert send(colleague, url, name=employer.name, kind="non_profit", version="2").status_code == (
        302
    )


def test_an_employer_is_left_and_taken_up_again(coach: User, task: Task, by: Actor) -> None:
    employer = task.employer
    url = reverse("employer_retire", args=[employer.pk])
    page = client_of(coach).post(url, {"version": "1", "used": "no"}, follow=True)
    employer.refresh_from_db()
    assert not employer.is_used
    assert "vänder sig inte längre" in page.content.decode()
    assert not Task.objects.offered().exists()
    with pytest.raises(ValidationError, match="Ta först upp"):
        keeping_tasks.add_task(employer=employer, values={"title": "Ny"}, kinds=(), by=by)
    client_of(coach).post(url, {"version": "2", "used": "yes"})
    assert list(Task.objects.offered()) == [task]


@pytest.mark.parametrize("version", ["", "0", "x", "9" * 30, "²"])
def test_leaving_needs_what_one_saw(coach: User, employer: Employer, version: str) -> None:
    url = reverse("employer_retire", args=[employer.pk])
    page = client_of(coach).post(url, {"version": version, "used": "no"}, follow=True)
    assert "Någon annan har ändrat" in page.content.decode()
    employer.refresh_from_db()
    assert employer.is_used


def test_an_older_version_is_refused(employer: Employer, by: Actor) -> None:
    keeping_employers.set_used(employer=employer, version=1, is_used=False, by=by)
    with pytest.raises(ChangedMeanwhileError):
        keeping_employers.set_used(employer=employer, version=1, is_used=True, by=by)


@pytest.mark.parametrize(
    "fields", [{"name": ""}, {"kind": "church"}, {"organisation_number": "12"}]
)
def test_the_database_holds_what_must_be(team: Team, fields: dict[str, str]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        make_employer(team, **fields)
