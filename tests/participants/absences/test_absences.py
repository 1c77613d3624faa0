"""A coach is away, and another has the list."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from samspel.accounts.actor import Actor
from samspel.accounts.models import LogEntry, User
from samspel.accounts.roles import Role
from samspel.organisation.models import Membership, Team
from samspel.participants.absences.absenting import Away, change, enter
from samspel.participants.absences.lists import hidden_cases, mine
from samspel.participants.absences.models import Absence
from samspel.participants.models import Episode
from samspel.records.versions import ChangedMeanwhileError
from tests.participants.conftest import HOSTILE, send, sentences
from tests.people import client_of, make_episode, make_member, make_participant

ClientOf = Callable[[User | None], Client]
TODAY = date(2025, 3, 5)
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def _today(settings: Any) -> None:
    settings.SAMSPEL_TODAY = TODAY


@pytest.fixture
def away(team: Team, coach: User, colleague: User) -> Absence:
    """The coach is away this week; the colleague has the list."""
    return Absence.objects.create(
        team=team,
        coach=coach,
        substitute=colleague,
        first_on=TODAY - 2 * DAY,
        last_on=TODAY + 2 * DAY,
    )


def whose(user: User, today: date = TODAY) -> list[str]:
    found = Episode.objects.filter(mine(user, today)).order_by("case_number")
    return list(found.values_list("case_number", flat=True))


@pytest.mark.parametrize(
    ("days", "has_it"), [(-3, False), (-2, True), (0, True), (2, True), (3, False)]
)
def test_the_list_is_the_substitutes_from_the_first_to_the_last_day(
    team: Team, coach: User, colleague: User, away: Absence, days: int, has_it: bool
) -> None:
    make_episode(make_participant(team), coach=coach, case_number="1")
    make_episode(make_participant(team), coach=colleague, case_number="2")
    make_episode(make_participant(team), case_number="3")
    today = TODAY + days * DAY
    assert whose(colleague, today) == (["1", "2"] if has_it else ["2"])
    assert whose(coach, today) == ["1"]


def test_a_list_is_handed_over_in_one_team_only(
    team: Team, other_team: Team, coach: User, colleague: User, away: Absence
) -> None:
    for user in (coach, colleague):
        Membership.objects.create(user=user, role=Role.COACH, team=other_team)
    make_episode(make_participant(other_team), coach=coach)
    assert whose(colleague) == []


def test_two_absences_do_not_double_a_case(
    team: Team, coach: User, colleague: User, away: Absence
) -> None:
    Absence.objects.create(
        team=team, coach=coach, substitute=colleague, first_on=TODAY, last_on=TODAY
    )
    make_episode(make_participant(team), coach=coach, case_number="1")
    assert whose(colleague) == ["1"]


def test_the_filter_of_own_cases_has_those_stood_in_for(
    team: Team, coach: User, colleague: User, away: Absence, client_of: ClientOf
) -> None:
    make_episode(make_participant(team), coach=coach, case_number="1")
    hidden = make_participant(team, protection="marked")
    make_episode(hidden, coach=coach, case_number="2")
    rows = client_of(colleague).get("/participants/?coach=mine").context["rows"]
    assert [row.case_number for row in rows] == ["1"]
    rows = client_of(colleague).get(f"/participants/?coach={coach.pk}").context["rows"]
    assert [row.case_number for row in rows] == ["1"]


def test_only_the_leader_is_told_of_protected_cases(
    team: Team, coach: User, colleague: User, leader: User, away: Absence, client_of: ClientOf
) -> None:
    named = make_participant(team, protection="marked")
    named.named_staff.add(colleague)
    for person in (named, make_participant(team, protection="registered")):
        make_episode(person, coach=coach)
    closed = make_participant(team, protection="registered")
    make_episode(closed, coach=coach, closed_on=date(2025, 3, 1), outcome="work")
    assert hidden_cases([away], TODAY) == {away.pk: 1}
    assert "1 skyddat ärende" in client_of(leader).get("/absences/").content.decode()
    for user in (coach, colleague):
        assert "skyddat" not in client_of(user).get("/absences/").content.decode()


def new(user: User, team: Team, **values: Any) -> Any:
    return send(user, reverse("absence_new", args=[team.slug]), **values)


def test_a_coach_enters_the_own_absence(team: Team, coach: User, colleague: User) -> None:
    answer = new(
        coach, team, first_on="2025-03-10", last_on="2025-03-14", substitute=colleague.pk,
        coach=colleague.pk,
    )  # fmt: skip
    assert answer["Location"] == "/absences/"
    made = Absence.objects.get()
    assert (made.coach, made.substitute) == (coach, colleague)
    entry = LogEntry.objects.get(act="absence_entered")
    assert (entry.subject, entry.team_id) == (f"absence:{made.pk}", team.pk)


def test_a_leader_enters_anybodys(team: Team, coach: User, colleague: User, leader: User) -> None:
    new(
        leader, team, first_on="2025-03-10", last_on="2025-03-14", coach=coach.pk,
        substitute=colleague.pk,
    )  # fmt: skip
    assert Absence.objects.get().coach == coach


@pytest.mark.parametrize(
    ("first", "last", "faults"),
    [
        ("2025-03-14", "2025-03-10", {"__all__"}),
        ("2025-02-01", "2025-02-04", {"last_on"}),
        ("2025-03-10", "2926-03-14", {"last_on"}),
        ("2025-03-07", "2025-03-14", {"__all__"}),
        ("igår", "2025-03-14", {"first_on"}),
    ],
)
def test_days_that_make_no_sense_are_refused(
    team: Team, coach: User, colleague: User, away: Absence, first: str, last: str,
    faults: set[str],
) -> None:  # fmt: skip
    answer = new(coach, team, first_on=first, last_on=last, substitute=colleague.pk)
    assert set(sentences(answer)) == faults
    assert Absence.objects.count() == 1


def test_who_is_away_cannot_have_a_list(
    team: Team, coach: User, colleague: User, away: Absence
) -> None:
    answer = new(colleague, team, first_on=TODAY, last_on=TODAY, substitute=coach.pk)
    said = {"substitute": ["Kim Handledare är borta 2025-03-03 – 2025-03-07."]}
    assert sentences(answer) == said


def test_nobody_stands_in_for_oneself_or_from_another_team(
    team: Team, coach: User, leader: User, stranger: User
) -> None:
    for substitute in (coach, stranger):
        answer = new(coach, team, first_on=TODAY, last_on=TODAY, substitute=substitute.pk)
        assert set(sentences(answer)) == {"substitute"}
    answer = new(leader, team, coach=coach.pk, first_on=TODAY, last_on=TODAY, substitute=coach.pk)
    assert set(sentences(answer)) == {"__all__"}
    with pytest.raises(ValidationError):
        enter(team=team, away=Away(coach, stranger, TODAY, TODAY), today=TODAY, by=Actor(coach))


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_is_typed_is_answered(team: Team, coach: User, text: str) -> None:
    names = ("first_on", "last_on", "substitute", "coach", "version")
    assert new(coach, team, **dict.fromkeys(names, text)).status_code == 200


def url(name: str, absence: Absence) -> str:
    return reverse(name, args=[absence.pk])


def test_an_absence_is_changed(coach: User, colleague: User, away: Absence) -> None:
    values = {"first_on": away.first_on, "last_on": "2025-03-12", "substitute": colleague.pk}
    assert send(coach, url("absence_change", away), **values, version=1).status_code == 302
    away.refresh_from_db()
    assert (away.last_on, away.version) == (date(2025, 3, 12), 2)
    assert LogEntry.objects.get(act="absence_changed").details == {"fields": ["last_on"]}
    # Somebody who still has the page as it was sees what stands now, and what was typed stays.
    answer = send(coach, url("absence_change", away), **values | {"last_on": TODAY}, version=1)
    assert "Nu står det: 2025-03-12" in answer.content.decode()
    away.refresh_from_db()
    assert away.last_on == date(2025, 3, 12)


def test_what_changes_nothing_leaves_no_trace(coach: User, away: Absence) -> None:
    same = Away(away.coach, away.substitute, away.first_on, away.last_on)
    change(absence=away, version=1, away=same, today=TODAY, by=Actor(coach))
    with pytest.raises(ChangedMeanwhileError):
        change(absence=away, version=2, away=same, today=TODAY, by=Actor(coach))
    assert not LogEntry.objects.filter(act="absence_changed").exists()


def test_who_is_back_early_ends_it(coach: User, away: Absence) -> None:
    for version in ("7", "x", "1"):
        send(coach, url("absence_end", away), version=version)
    away.refresh_from_db()
    assert away.last_on == TODAY - DAY
    assert send(coach, url("absence_end", away), version=2).status_code == 404


def test_what_has_not_begun_is_called_off(coach: User, away: Absence) -> None:
    Absence.objects.filter(pk=away.pk).update(first_on=TODAY)
    send(coach, url("absence_end", away), version=1)
    assert not Absence.objects.exists()
    assert LogEntry.objects.filter(act="absence_changed").count() == 1


@pytest.mark.parametrize("name", ["absence_change", "absence_end"])
def test_only_who_is_away_and_the_leader_change_it(
    request: pytest.FixtureRequest, away: Absence, name: str
) -> None:
    for who in ("colleague", "stranger", "steering_member", "officer", "administrator"):
        client = client_of(request.getfixturevalue(who))
        assert client.post(url(name, away)).status_code == 404, who
    away.refresh_from_db()
    assert away.version == 1


def test_the_page_says_who_is_away_and_who_has_the_list(
    team: Team, coach: User, colleague: User, away: Absence, client_of: ClientOf
) -> None:
    Absence.objects.create(
        team=team,
        coach=colleague,
        substitute=coach,
        first_on=date(2025, 1, 7),
        last_on=date(2025, 1, 8),
    )
    page = client_of(colleague).get("/absences/").content.decode()
    assert "Robin Kollega har listan" in page
    assert "Kim Handledare hade listan" in page
    assert "Är tillbaka i dag" not in page
    assert "Är tillbaka i dag" in client_of(coach).get("/absences/").content.decode()


def test_an_empty_page_teaches(stranger: User, client_of: ClientOf) -> None:
    assert "Ingen är borta." in client_of(stranger).get("/absences/").content.decode()


def test_who_has_left_the_team_stays_in_the_absence(
    team: Team, leader: User, colleague: User, client_of: ClientOf
) -> None:
    gone = make_member("Borta Nu", Role.COACH, team)
    absence = Absence.objects.create(
        team=team, coach=gone, substitute=colleague, first_on=TODAY, last_on=TODAY
    )
    Membership.objects.filter(user=gone).update(ended_on=TODAY)
    page = client_of(leader).get(url("absence_change", absence)).content.decode()
    assert "Borta Nu" in page
