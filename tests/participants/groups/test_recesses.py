"""A break: all sessions from a day to a day are cancelled in one act, and opened again in one."""

from datetime import date, time, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from samspel.accounts.actor import Actor
from samspel.accounts.models import LogEntry
from samspel.organisation.models import Team
from samspel.participants.attendance.models import Attendance
from samspel.participants.groups import holding, recesses, timing
from samspel.participants.groups.models import Group, GroupTime, Recess, Session
from samspel.participants.groups.recesses import Pause
from samspel.participants.groups.rounds import lay_out_sessions
from samspel.participants.groups.timing import Timing
from samspel.participants.models import Episode
from tests.participants.conftest import sentences
from tests.participants.groups.conftest import TODAY, TUESDAY
from tests.participants.groups.made import make_group, make_member, make_session

WEEK = timedelta(weeks=1)
MAY = Pause(date(2025, 5, 1), date(2025, 5, 31), "Uppehåll")
TUESDAYS = Timing(weekday=1, at=time(9), ends_at=time(11), first_on=TUESDAY)


def cancelled(group: Group) -> list[date]:
    found = Session.objects.filter(group=group).exclude(cancelled_because="")
    return list(found.order_by("on").values_list("on", flat=True))


@pytest.fixture
def weekly(group: Group, by: Actor) -> Group:
    timing.add_time(group=group, timing=TUESDAYS, today=TODAY, by=by)
    return group


def enter(group: Group, by: Actor, pause: Pause = MAY) -> Recess:
    recesses.enter_recess(team=group.team, pause=pause, today=TODAY, by=by)
    return Recess.objects.latest("from_on")


def test_all_groups_of_the_team_in_one_act(
    weekly: Group, team: Team, other_team: Team, as_coach: Client
) -> None:
    second = make_group(team)
    make_session(second, date(2025, 5, 8))
    elsewhere = make_session(make_group(other_team), date(2025, 5, 8))
    ill = Session.objects.get(on=date(2025, 5, 6))
    ill.cancelled_because = "Ledaren är sjuk"
    ill.save()
    url = reverse("group_recesses")
    sent = {"scope": team.slug, "from_on": "2025-05-01", "until_on": "2025-05-31"}
    answer = as_coach.post(url, sent | {"because": "Sommar"}, follow=True)
    assert "4 tillfällen är inställda" in answer.content.decode()
    assert cancelled(weekly) == [date(2025, 5, 6) + n * WEEK for n in range(4)]
    assert cancelled(second) == [date(2025, 5, 8)]
    elsewhere.refresh_from_db()
    assert not elsewhere.is_cancelled
    recess = Recess.objects.get()
    entry = LogEntry.objects.get(act="recess_entered")
    assert (entry.subject, entry.team_id) == (f"team:{team.pk}", team.pk)
    assert "Sommar" not in str(entry.details)
    page = as_coach.post(reverse("group_recess_end", args=[recess.pk]), follow=True)
    assert "4 tillfällen hålls ändå" in page.content.decode()
    # What was cancelled on its own stays so.
    assert cancelled(weekly) == [date(2025, 5, 6)]
    assert not Recess.objects.exists()
    assert as_coach.post(reverse("group_recess_end", args=[recess.pk])).status_code == 404


def test_one_group(weekly: Group, team: Team, as_coach: Client) -> None:
    second = make_group(team)
    make_session(second, date(2025, 5, 8))
    page = as_coach.get(reverse("group_recesses"), {"group": str(weekly.pk)})
    assert page.context["form"]["scope"].value() == str(weekly.pk)
    sent = {"scope": str(weekly.pk), "from_on": "2025-05-01", "until_on": "2025-05-31"}
    as_coach.post(reverse("group_recesses"), sent | {"because": "Sommar"})
    assert len(cancelled(weekly)) == 4
    assert cancelled(second) == []


def test_sessions_that_are_laid_out_later_are_cancelled_too(weekly: Group, by: Actor) -> None:
    summer = Pause(date(2025, 7, 1), date(2025, 7, 31), "Sommar")
    recess = enter(weekly, by, summer)
    assert cancelled(weekly) == []
    later = date(2025, 6, 16)
    lay_out_sessions(later, None)  # type: ignore[arg-type]  # it never asks the hour
    assert cancelled(weekly) == [date(2025, 7, 1) + n * WEEK for n in range(5)]
    assert not Session.objects.get(on=date(2025, 8, 5)).is_cancelled
    outcome = recesses.end_recess(recess=recess, today=later, by=by)
    assert (outcome.changed, cancelled(weekly)) == (5, [])


def test_a_session_that_somebody_came_to_stays(weekly: Group, by: Actor, alva: Episode) -> None:
    held = Session.objects.get(on=TUESDAY)
    Attendance.objects.create(
        episode=alva,
        session=held,
        on=held.on,
        presence="present",
        recorded_by=by.user,
        recorded_at="2025-04-22T10:00:00+02:00",
    )
    outcome = recesses.enter_recess(
        team=weekly.team, pause=Pause(TODAY, date(2025, 5, 2), "Stängt"), today=TODAY, by=by
    )
    assert (outcome.changed, outcome.kept) == (1, 1)
    assert cancelled(weekly) == [date(2025, 4, 29)]


def test_opening_early_leaves_what_has_gone_by(weekly: Group, by: Actor) -> None:
    recess = enter(weekly, by)
    recesses.end_recess(recess=recess, today=date(2025, 5, 15), by=by)
    assert cancelled(weekly) == [date(2025, 5, 6), date(2025, 5, 13)]
    recess.refresh_from_db()
    assert recess.until_on == date(2025, 5, 14)
    again = recesses.end_recess(recess=recess, today=date(2025, 5, 15), by=by)
    assert (again.changed, again.kept) == (0, 0)


def test_another_break_still_covers_the_day(weekly: Group, by: Actor) -> None:
    first = enter(weekly, by)
    own = Pause(date(2025, 5, 12), date(2025, 5, 16), "Läger", weekly)
    recesses.enter_recess(team=weekly.team, pause=own, today=TODAY, by=by)
    outcome = recesses.end_recess(recess=first, today=TODAY, by=by)
    assert (outcome.changed, outcome.kept) == (3, 1)
    assert Session.objects.get(on=date(2025, 5, 13)).cancelled_because == "Läger"


def test_what_the_group_does_meanwhile_is_not_met_twice(weekly: Group, by: Actor) -> None:
    recess = enter(weekly, by)
    make_session(weekly, date(2025, 5, 6), at=10)
    outcome = recesses.end_recess(recess=recess, today=TODAY, by=by)
    assert (outcome.changed, outcome.kept) == (3, 1)
    assert cancelled(weekly) == [date(2025, 5, 6)]


def test_a_session_put_back_alone_is_the_breaks_no_more(weekly: Group, by: Actor) -> None:
    enter(weekly, by)
    session = Session.objects.select_related("group", "team").get(on=date(2025, 5, 6))
    holding.restore_session(session=session, version=session.version, today=TODAY, by=by)
    session.refresh_from_db()
    assert (session.is_cancelled, session.recess) == (False, None)
    lay_out_sessions(TODAY, None)  # type: ignore[arg-type]  # it never asks the hour
    assert date(2025, 5, 6) not in cancelled(weekly)


def test_a_fixed_number_of_sessions_is_made_up_for(group: Group, by: Actor) -> None:
    group.sessions_planned = 6
    group.save()
    timing.add_time(group=group, timing=TUESDAYS, today=TODAY, by=by)
    recess = enter(group, by, Pause(TUESDAY, date(2025, 5, 2), "Stängt"))
    held = Session.objects.held().filter(group=group)
    assert (held.count(), len(cancelled(group))) == (6, 2)
    recesses.end_recess(recess=recess, today=TODAY, by=by)
    assert list(held.order_by("on").values_list("on", flat=True)) == [
        TUESDAY + n * WEEK for n in range(6)
    ]


def test_a_time_that_moves_in_a_break_leaves_nothing_behind(weekly: Group, by: Actor) -> None:
    enter(weekly, by)
    found = GroupTime.objects.select_related("group").get()
    moved = Timing(weekday=2, at=time(9), ends_at=time(11), first_on=TUESDAY)
    timing.change_time(group_time=found, version=1, timing=moved, today=TODAY, by=by)
    assert {each.weekday() for each in cancelled(weekly)} == {2}


@pytest.mark.parametrize(
    ("values", "fields"),
    [
        ({"because": ""}, ["because"]),
        ({"until_on": "2025-04-30"}, ["until_on"]),
        ({"until_on": "2205-05-31"}, ["until_on"]),
        ({"from_on": "31 februari"}, ["from_on"]),
        ({"scope": "team-oster"}, ["scope"]),
        ({"scope": ""}, ["scope"]),
    ],
)
def test_bad_input(
    weekly: Group, as_coach: Client, values: dict[str, Any], fields: list[str]
) -> None:
    sent = {"scope": weekly.team.slug, "from_on": "2025-05-01", "until_on": "2025-05-31"}
    answer = as_coach.post(reverse("group_recesses"), sent | {"because": "Sommar"} | values)
    assert list(sentences(answer)) == fields
    assert not Recess.objects.exists()
    assert cancelled(weekly) == []


def test_a_reason_with_a_name_is_not_shared(
    weekly: Group, by: Actor, alva: Episode, other_team: Team, as_leader: Client
) -> None:
    make_member(weekly, alva)
    enter(weekly, by, Pause(date(2026, 1, 1), date(2026, 1, 9), "Alvina Granqvist är borta"))
    answer = as_leader.post(reverse("group_share", args=[weekly.pk]), {"team": other_team.pk})
    assert "deltagares namn" in sentences(answer)["__all__"][0]


def test_who_takes_part_does_not_close_others_groups(
    shared: Group, as_stranger: Client, as_coach: Client, by: Actor
) -> None:
    make_session(shared, date(2025, 5, 6))
    sent = {"from_on": "2025-05-01", "until_on": "2025-05-31", "because": "Sommar"}
    url = reverse("group_recesses")
    assert list(sentences(as_stranger.post(url, sent | {"scope": str(shared.pk)}))) == ["scope"]
    assert list(sentences(as_stranger.post(url, sent | {"scope": shared.team.slug}))) == ["scope"]
    recess = enter(shared, by)
    assert as_stranger.post(reverse("group_recess_end", args=[recess.pk])).status_code == 404
    assert not as_stranger.get(url).context["recesses"]
    pause = Pause(MAY.from_on, MAY.until_on, "Granqvist Alvina är ledig")
    with pytest.raises(ValidationError):
        recesses.enter_recess(team=shared.team, pause=pause, today=TODAY, by=by)
    named = {"scope": shared.team.slug} | sent | {"because": "Alvina är ledig"}
    assert list(sentences(as_coach.post(url, named))) == ["because"]
