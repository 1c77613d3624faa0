"""Single team meetings: adding, moving, cancelling, minutes, and which agencies came."""

from collections.abc import Callable
from datetime import date, time, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from samspel.accounts.actor import Actor
from samspel.accounts.models import LogEntry, User
from samspel.organisation.models import Association, Team
from samspel.personnel.methods import keeping_meetings as keeping
from samspel.personnel.methods.keeping_meetings import Occasion
from samspel.personnel.methods.laying_out import lay_out
from samspel.personnel.methods.models import TeamMeeting
from samspel.records.versions import ChangedMeanwhileError
from tests import people
from tests.personnel.methods.conftest import TODAY
from tests.personnel.methods.made import make_meeting, make_series

Clients = Callable[[User | None], Client]


def occasion(on: date = TODAY, at: time = time(9)) -> Occasion:
    return Occasion("Ärendemöte", on, at, time(11))


def test_a_meeting_twice_at_the_same_time_is_told_at_its_field(team: Team, by: Actor) -> None:
    keeping.add_meeting(team=team, occasion=occasion(), today=TODAY, by=by)
    with pytest.raises(ValidationError) as refused:
        keeping.add_meeting(team=team, occasion=occasion(), today=TODAY, by=by)
    assert list(refused.value.message_dict) == ["at"]
    assert TeamMeeting.objects.count() == 1


def test_another_team_may_meet_at_that_time(team: Team, other_team: Team, by: Actor) -> None:
    for each in (team, other_team):
        keeping.add_meeting(team=each, occasion=occasion(), today=TODAY, by=by)
    assert TeamMeeting.objects.count() == 2


def test_a_cancelled_meeting_leaves_its_time_free_and_comes_back_only_there(
    team: Team, by: Actor
) -> None:
    first = keeping.add_meeting(team=team, occasion=occasion(), today=TODAY, by=by)
    keeping.cancel_meeting(meeting=first, version=1, because="Sjukdom", by=by)
    second = keeping.add_meeting(team=team, occasion=occasion(), today=TODAY, by=by)
    with pytest.raises(ValidationError):
        keeping.restore_meeting(meeting=first, version=2, by=by)
    keeping.cancel_meeting(meeting=second, version=1, because="Sjukdom", by=by)
    assert not keeping.restore_meeting(meeting=first, version=2, by=by).is_cancelled


def test_a_meeting_is_not_cancelled_without_a_reason_or_when_somebody_came(
    team: Team, by: Actor
) -> None:
    meeting = make_meeting(team)
    with pytest.raises(ValidationError):
        keeping.cancel_meeting(meeting=meeting, version=1, because="", by=by)
    fk = team.agencies.get(short_name="FK")
    keeping.record_agency(meeting=meeting, agency=fk, came=True, today=TODAY, by=by)
    with pytest.raises(ValidationError):
        keeping.cancel_meeting(meeting=meeting, version=1, because="Sjukdom", by=by)


def test_who_cancels_is_told_who_reads_why(
    team: Team, coach: User, steering_member: User, client_of: Clients
) -> None:
    meeting, client = make_meeting(team), client_of(coach)
    url = reverse("team_meeting_cancel", args=[team.slug, meeting.pk])
    assert "Styrgruppen läser det också" in client.get(url).content.decode()
    client.post(url, {"because": "För få kunde komma", "version": "1"})
    read = reverse("team_meeting", args=[team.slug, meeting.pk])
    assert "För få kunde komma" in client_of(steering_member).get(read).content.decode()


def test_it_is_said_of_a_meeting_that_has_been_who_came(team: Team, by: Actor) -> None:
    meeting = make_meeting(team, TODAY + timedelta(days=1))
    fk = team.agencies.get(short_name="FK")
    with pytest.raises(ValidationError):
        keeping.record_agency(meeting=meeting, agency=fk, came=True, today=TODAY, by=by)
    tomorrow = TODAY + timedelta(days=1)
    row = keeping.record_agency(meeting=meeting, agency=fk, came=True, today=tomorrow, by=by)
    assert row.came is True


def test_who_was_not_expected_cannot_come(team: Team, association: Association, by: Actor) -> None:
    meeting = make_meeting(team)
    foreign = association.agencies.create(name="Skatteverket")
    with pytest.raises(ValidationError):
        keeping.record_agency(meeting=meeting, agency=foreign, came=True, today=TODAY, by=by)


def test_a_meeting_somebody_came_to_stays_on_its_day(team: Team, by: Actor) -> None:
    meeting = make_meeting(team)
    fk = team.agencies.get(short_name="FK")
    keeping.record_agency(meeting=meeting, agency=fk, came=False, today=TODAY, by=by)
    moved = Occasion("Ärendemöte", TODAY, time(9), time(11), tuple(team.agencies.all()))
    with pytest.raises(ValidationError) as refused:
        keeping.change_meeting(meeting=meeting, version=1, occasion=moved, today=TODAY, by=by)
    assert list(refused.value.message_dict) == ["on"]


def test_an_agency_that_came_cannot_be_left_out(team: Team, by: Actor) -> None:
    meeting = make_meeting(team, TODAY)
    fk = team.agencies.get(short_name="FK")
    keeping.record_agency(meeting=meeting, agency=fk, came=True, today=TODAY, by=by)
    with pytest.raises(ValidationError):
        keeping.change_meeting(meeting=meeting, version=1, occasion=occasion(), today=TODAY, by=by)
    assert meeting.expected.count() == 2


def test_two_who_write_minutes_do_not_overwrite_each_other(team: Team, by: Actor) -> None:
    meeting = make_meeting(team)
    keeping.write_minutes(meeting=meeting, version=1, minutes="Ett", by=by)
    with pytest.raises(ChangedMeanwhileError):
        keeping.write_minutes(meeting=meeting, version=1, minutes="Två", by=by)


def test_a_meeting_is_removed_only_while_it_holds_nothing(team: Team, by: Actor) -> None:
    meeting = make_meeting(team)
    written = keeping.write_minutes(meeting=meeting, version=1, minutes="Ett", by=by)
    with pytest.raises(ValidationError):
        keeping.remove_meeting(meeting=written, version=2, today=TODAY, by=by)
    empty = make_meeting(team, TODAY)
    keeping.remove_meeting(meeting=empty, version=1, today=TODAY, by=by)
    assert LogEntry.objects.filter(act="team_meeting_removed").count() == 1
    assert list(TeamMeeting.objects.all()) == [meeting]


def test_a_meeting_that_a_series_would_lay_out_again_is_cancelled_and_not_removed(
    team: Team, by: Actor
) -> None:
    series = make_series(team)
    meeting = make_meeting(team, TODAY, series=series, planned_on=TODAY)
    with pytest.raises(ValidationError):
        keeping.remove_meeting(meeting=meeting, version=1, today=TODAY, by=by)
    lay_out(series=series, start=TODAY, today=TODAY)
    assert TeamMeeting.objects.filter(on=TODAY).count() == 1


def test_a_past_meeting_of_a_series_that_never_was_is_removed_for_good(
    team: Team, coach: User, client_of: Clients
) -> None:
    series, day = make_series(team), TODAY - timedelta(weeks=1)
    meeting = make_meeting(team, day, series=series, planned_on=day)
    page = client_of(coach).get(reverse("team_meeting", args=[team.slug, meeting.pk]))
    url = reverse("team_meeting_remove", args=[team.slug, meeting.pk])
    assert url in page.content.decode()
    client_of(coach).post(url, {"version": "1"})
    lay_out(series=series, start=TODAY, today=TODAY)
    assert not TeamMeeting.objects.filter(on=day).exists()


def test_one_tap_says_who_came_and_the_same_tap_takes_it_back(
    team: Team, coach: User, client_of: Clients
) -> None:
    meeting, client = make_meeting(team), client_of(coach)
    fk = team.agencies.get(short_name="FK")
    url = reverse("team_meeting_agency", args=[team.slug, meeting.pk, fk.pk])
    part = client.post(url, {"came": "yes"}, headers={"HX-Request": "true"}).content.decode()
    assert meeting.expected.get(agency=fk).came is True
    page = client.get(reverse("team_meeting", args=[team.slug, meeting.pk])).content.decode()
    main = page.partition("<main")[2].partition("</main>")[0]
    assert part.count('aria-pressed="true"') == main.count('aria-pressed="true"') == 1
    client.post(url, {"came": ""})
    assert meeting.expected.get(agency=fk).came is None


def test_a_tap_on_a_meeting_ahead_says_why_not(team: Team, coach: User, client_of: Clients) -> None:
    meeting = make_meeting(team, TODAY + timedelta(days=1))
    fk = team.agencies.get(short_name="FK")
    url = reverse("team_meeting_agency", args=[team.slug, meeting.pk, fk.pk])
    answer = client_of(coach).post(url, {"came": "yes"}, headers={"HX-Request": "true"})
    assert "när mötet har varit" in answer.content.decode()
    assert "Myndigheter som väntas</h2>" in answer.content.decode()
    assert meeting.expected.get(agency=fk).came is None


def test_minutes_and_cases_are_for_those_who_work_in_the_team(
    team: Team, leader: User, steering_member: User, officer: User, client_of: Clients
) -> None:
    meeting = make_meeting(team, minutes="Vi delade upp följdbesöken.")
    url = reverse("team_meeting", args=[team.slug, meeting.pk])
    assert "följdbesöken" in client_of(leader).get(url).content.decode()
    for reader in (steering_member, officer):
        page = client_of(reader).get(url).content.decode()
        assert "följdbesöken" not in page
        assert reverse("meeting_cases", args=[team.slug, meeting.pk]) not in page
        assert "<form" not in page.partition("<main")[2].partition("</main>")[0]


def test_a_stranger_finds_no_meeting(team: Team, stranger: User, client_of: Clients) -> None:
    meeting = make_meeting(team)
    url = reverse("team_meeting", args=[team.slug, meeting.pk])
    assert client_of(stranger).get(url).status_code == 404


def test_another_teams_meeting_is_no_meeting_of_this_one(
    team: Team, other_team: Team, coach: User, client_of: Clients
) -> None:
    meeting = make_meeting(other_team)
    url = reverse("team_meeting", args=[team.slug, meeting.pk])
    assert client_of(coach).get(url).status_code == 404


def test_the_list_is_narrowed_and_tells_where_a_tap_is_due(
    team: Team, coach: User, client_of: Clients
) -> None:
    told = make_meeting(team, date(2025, 3, 6))
    told.expected.update(came=True)
    make_meeting(team, date(2025, 4, 3))
    make_meeting(team, date(2025, 5, 8), cancelled_because="Sjukdom")
    make_meeting(team, TODAY + timedelta(days=7))
    client, url = client_of(coach), reverse("team_meetings", args=[team.slug])
    shown = {
        state: client.get(url, {"state": state}).content.decode().partition("<tbody>")[2]
        for state in ("", "coming", "untold", "cancelled", "all")
    }
    assert "2025-03-06" in shown[""]
    assert "2025-05-08" not in shown[""]
    assert "2025-06-19" in shown["coming"]
    assert "2025-03-06" not in shown["untold"]
    assert "2025-04-03" in shown["untold"]
    assert "2025-05-08" in shown["cancelled"]
    assert shown["all"].count("<tr>") == 4


def test_the_list_asks_as_many_questions_for_many_meetings(
    team: Team,
    coach: User,
    client_of: Clients,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    for day in range(1, 25):
        make_meeting(team, date(2025, 3, day))
    client, url = client_of(coach), reverse("team_meetings", args=[team.slug])
    with django_assert_max_num_queries(16):
        assert client.get(url).status_code == 200


def test_a_colleague_of_another_team_cannot_keep_the_meetings(
    other_team: Team, coach: User, client_of: Clients
) -> None:
    people.make_somebody("colleague", other_team)
    meeting = make_meeting(other_team)
    url = reverse("team_meeting_cancel", args=[other_team.slug, meeting.pk])
    assert client_of(coach).post(url, {"because": "x", "version": "1"}).status_code == 404
