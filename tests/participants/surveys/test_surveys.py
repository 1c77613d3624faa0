"""Surveys: who was asked, what came of it, and the results; never what somebody answered."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from samspel.accounts.models import LogEntry, User
from samspel.organisation.models import Team
from samspel.participants.models import Episode
from samspel.participants.surveys.models import Invitation, Survey, SurveyResult
from tests.people import client_of, make_episode, make_participant

pytestmark = pytest.mark.django_db
ClientOf = Callable[[User | None], Client]


def invited(client: Client, survey: Survey, *episodes: Episode, on: date) -> object:
    data = {"on": on.isoformat(), "episodes": [str(each.pk) for each in episodes]}
    return client.post(reverse("survey_invite", args=[survey.pk]), data)


def test_a_round_is_begun_and_changed(coach: User, team: Team) -> None:
    client = client_of(coach)
    data = {"title": "Våren", "opens_on": "2026-03-01", "closes_on": "2026-03-31"}
    client.post(reverse("survey_new", args=[team.slug]), data)
    made = Survey.objects.get()
    assert (made.team, made.title) == (team, "Våren")
    change = data | {"title": "Våren 2026", "version": "1"}
    client.post(reverse("survey_change", args=[made.pk]), change)
    late = client.post(reverse("survey_change", args=[made.pk]), data | {"version": "1"})
    made.refresh_from_db()
    assert (made.title, made.version) == ("Våren 2026", 2)
    assert "Våren 2026" in late.content.decode()


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ({"closes_on": "2026-02-28"}, "Den sista dagen kan inte ligga före den första."),
        ({"title": "Hösten"}, "Teamet har redan en enkät med det namnet."),
        ({"opens_on": "31 mars"}, "Skriv ett datum som finns"),
        ({"title": ""}, "Detta fält måste fyllas i"),
    ],
)
def test_a_round_that_cannot_be_is_refused(
    coach: User, survey: Survey, days: dict[str, str], said: str
) -> None:
    data = {"title": "Våren", "opens_on": "2026-03-01", "closes_on": "2026-03-31"} | days
    page = client_of(coach).post(reverse("survey_new", args=[survey.team.slug]), data)
    assert said in page.content.decode()
    assert Survey.objects.count() == 1


def test_the_days_hold_those_who_were_asked(
    coach: User, survey: Survey, episode: Episode, today: date
) -> None:
    Invitation.objects.create(survey=survey, episode=episode, invited_on=today)
    data = {"title": "Hösten", "opens_on": (today + timedelta(days=1)).isoformat()}
    data |= {"closes_on": survey.closes_on.isoformat(), "version": "1"}
    page = client_of(coach).post(reverse("survey_change", args=[survey.pk]), data)
    assert "Någon blev tillfrågad en dag" in page.content.decode()
    survey.refresh_from_db()
    assert survey.opens_on < today


def test_who_is_asked_stands_there_once(
    coach: User, survey: Survey, team: Team, episode: Episode, today: date
) -> None:
    make_episode(make_participant(team), enrolled_on=today - timedelta(days=30))
    client = client_of(coach)
    page = client.get(reverse("survey_invite", args=[survey.pk])).content.decode()
    assert "Ada Berg" in page
    invited(client, survey, episode, on=today)
    row = Invitation.objects.get()
    assert (row.episode, row.invited_on, row.answered) == (episode, today, "waiting")
    assert "Ada Berg" not in client.get(reverse("survey_invite", args=[survey.pk])).content.decode()
    again = invited(client, survey, episode, on=today)
    page = again.content.decode()  # type: ignore[attr-defined]  # a response
    assert "De här var redan införda" in page
    assert "Ada Berg" in page
    assert Invitation.objects.count() == 1


def test_somebody_who_was_not_enrolled_that_day_cannot_have_been_asked(
    coach: User, survey: Survey, team: Team, today: date
) -> None:
    late = make_episode(make_participant(team), referred_on=None, enrolled_on=today)
    page = invited(client_of(coach), survey, late, on=today - timedelta(days=1))
    assert "inskrivna den dagen" in page.content.decode()  # type: ignore[attr-defined]  # a response
    page = invited(client_of(coach), survey, late, on=today + timedelta(days=1))
    assert "Den dagen har inte varit än" in page.content.decode()  # type: ignore[attr-defined]  # a response
    page = invited(client_of(coach), survey, late, on=today - timedelta(days=11))
    assert "utanför enkätens dagar" in page.content.decode()  # type: ignore[attr-defined]  # a response
    assert not Invitation.objects.exists()


def test_an_answer_is_noted_taken_back_and_logged_once(
    coach: User, survey: Survey, episode: Episode, today: date
) -> None:
    client = client_of(coach)
    row = Invitation.objects.create(survey=survey, episode=episode, invited_on=today)
    url = reverse("survey_answer", args=[row.pk])
    for _twice in range(2):
        client.post(url, {"answered": "handed_in"})
    row.refresh_from_db()
    assert (row.answered, row.settled_on) == ("handed_in", today)
    assert LogEntry.objects.filter(act="survey_answer_noted").count() == 1
    late = client.post(url, {"seen": "waiting", "answered": "declined"}, follow=True)
    assert "Någon annan förde in" in late.content.decode()
    row.refresh_from_db()
    assert row.answered == "handed_in"
    client.post(url, {"seen": "handed_in", "answered": "waiting"})
    row.refresh_from_db()
    assert (row.answered, row.settled_on) == ("waiting", None)
    assert client.post(url, {"answered": "what they said"}).status_code == 404


def test_the_share_is_of_all_who_were_asked(
    coach: User, survey: Survey, team: Team, today: date
) -> None:
    for answered in ("handed_in", "declined", "waiting"):
        case = make_episode(make_participant(team), enrolled_on=today - timedelta(days=30))
        settled = None if answered == "waiting" else today
        Invitation.objects.create(
            survey=survey, episode=case, invited_on=today, answered=answered, settled_on=settled
        )
    assert "33\u00a0%" in client_of(coach).get(reverse("surveys")).content.decode()
    assert "33\u00a0%" in client_of(coach).get(reverse("survey", args=[survey.pk])).content.decode()


def test_a_protected_person_is_named_to_nobody(
    coach: User, colleague: User, survey: Survey, team: Team, today: date
) -> None:
    person = make_participant(
        team, given_name="Hemlig", family_name="Person", protection="registered"
    )
    person.named_staff.add(coach)
    case = make_episode(person, enrolled_on=today - timedelta(days=30))
    for user, is_listed in ((coach, True), (colleague, False)):
        page = client_of(user).get(reverse("survey_invite", args=[survey.pk])).content.decode()
        assert (str(case.pk) in page) == is_listed
        assert "Hemlig" not in page
    Invitation.objects.create(survey=survey, episode=case, invited_on=today)
    for user in (coach, colleague):
        page = client_of(user).get(reverse("survey", args=[survey.pk])).content.decode()
        assert "Hemlig" not in page
    row = Invitation.objects.get()
    answer = reverse("survey_answer", args=[row.pk])
    assert client_of(colleague).post(answer, {"answered": "declined"}).status_code == 404


def test_another_teams_survey_is_no_page(
    stranger: User, survey: Survey, episode: Episode, today: date
) -> None:
    row = Invitation.objects.create(survey=survey, episode=episode, invited_on=today)
    client = client_of(stranger)
    for name in ("survey", "survey_change", "survey_invite"):
        assert client.get(reverse(name, args=[survey.pk])).status_code == 404
    answer = client.post(reverse("survey_answer", args=[row.pk]), {"answered": "handed_in"})
    assert answer.status_code == 404
    assert survey.title not in client.get(reverse("surveys")).content.decode()


def handed(client: Client, survey: Survey, text: str) -> object:
    file = SimpleUploadedFile("resultat.csv", text.encode(), content_type="text/csv")
    return client.post(reverse("survey_results", args=[survey.pk]), {"file": file})


def test_results_are_taken_in_and_never_doubled(coach: User, survey: Survey) -> None:
    client = client_of(coach)
    text = "fråga;kön;antal svar;andel\nDelaktighet;alla;12;75,5\nDelaktighet;kvinnor;7;80\n"
    handed(client, survey, text)
    handed(client, survey, text)
    assert SurveyResult.objects.count() == 2
    page = client.get(reverse("survey", args=[survey.pk])).content.decode()
    assert "75,5\u00a0%" in page
    assert "Delaktighet" in page


def test_a_faulty_file_changes_nothing(coach: User, survey: Survey) -> None:
    client = client_of(coach)
    handed(client, survey, "fråga;kön;antal svar;andel\nDelaktighet;alla;12;75,5\n")
    page = handed(client, survey, "fråga;kön;antal svar;andel\nAnnat;alla;12;75\nAnnat;x;1;1\n")
    assert "Rad 3" in page.content.decode()  # type: ignore[attr-defined]  # a response
    assert SurveyResult.objects.get().question == "Delaktighet"


def test_a_part_equals_the_reload(
    coach: User, survey: Survey, episode: Episode, today: date
) -> None:
    Invitation.objects.create(survey=survey, episode=episode, invited_on=today)
    client, url = client_of(coach), reverse("survey", args=[survey.pk])
    part = client.get(url, {"answer": "waiting"}, headers={"HX-Request": "true"}).content.decode()
    whole = client.get(url, {"answer": "waiting"}).content.decode()
    without = part.split("csrfmiddlewaretoken")[0]
    assert without in whole
    assert "Ada Berg" in part


def test_many_take_as_many_queries_as_one(
    coach: User, survey: Survey, team: Team, today: date
) -> None:
    client, url = client_of(coach), reverse("survey", args=[survey.pk])

    def queries() -> int:
        client.get(url)
        with CaptureQueriesContext(connection) as captured:
            client.get(url)
        return len(captured)

    def add() -> None:
        case = make_episode(make_participant(team), enrolled_on=today - timedelta(days=30))
        Invitation.objects.create(survey=survey, episode=case, invited_on=today)

    add()
    few = queries()
    for _more in range(8):
        add()
    assert queries() == few <= 10
