"""Enrolling, closing and withdrawing: what the stage allows, and two who write at once."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from samspel.accounts.actor import Actor
from samspel.accounts.models import LogEntry, User
from samspel.accounts.roles import Role
from samspel.organisation.models import Team
from samspel.participants.enrolment import Enrolment, enrol
from samspel.participants.models import Episode
from samspel.participants.stage import Stage
from samspel.participants.when import NOT_NOW, WHEN_MAY, Step, may, offered, transitions
from samspel.records.versions import ChangedMeanwhileError
from tests.participants.conftest import send, sentences, told
from tests.people import client_of, make_episode, make_member, make_participant

TODAY = date(2025, 6, 15)


def url(step: str, episode: Episode) -> str:
    return reverse(f"episode_{step}", args=[episode.pk])


_ENROLLED = "note attend plan follow_up place score consent begin_closing close"


@pytest.mark.parametrize(
    ("stage", "steps"),
    [
        (Stage.STUDY_VISIT, "refer enrol note consent withdraw correct"),
        (Stage.QUEUE, "enrol note consent withdraw correct"),
        (Stage.TRIAL, f"decide_trial {_ENROLLED} correct"),
        (Stage.ACTIVE, f"decide_trial {_ENROLLED} state correct"),
        (Stage.CLOSING, f"{_ENROLLED} state correct"),
        (Stage.CLOSED, "refer note state check correct"),
        (Stage.WITHDRAWN, "refer note correct"),
    ],
)
def test_each_stage_offers_its_steps(stage: Stage, steps: str) -> None:
    assert offered(stage) == steps.split()
    assert all(may(step, stage) == (step in steps.split()) for step in Step)


def test_every_step_has_its_stages_and_a_sentence_for_the_others() -> None:
    assert set(WHEN_MAY) == set(NOT_NOW) == set(Step)
    assert all(str(each).endswith(".") for each in NOT_NOW.values())


def test_the_ways_on_lead_through_the_team() -> None:
    """What the flow chart draws: who is enrolled is never withdrawn, and nothing leads back."""
    drawn = {(str(start), str(step), str(end)) for start, step, end in transitions()}
    assert ("study_visit", "refer", "queue") in drawn
    assert ("queue", "enrol", "trial") in drawn
    assert ("trial", "decide_trial", "active") in drawn
    assert ("active", "begin_closing", "closing") in drawn
    assert ("closing", "close", "closed") in drawn
    order = list(Stage)
    assert all(order.index(start) < order.index(end) for start, _step, end in transitions())


@pytest.mark.parametrize(
    ("step", "whose"), [("enrol", "queued"), ("close", "enrolled"), ("withdraw", "queued")]
)
def test_who_may(
    request: pytest.FixtureRequest,
    only_the_team_may: Callable[[str], None],
    step: str,
    whose: str,
) -> None:
    only_the_team_may(url(step, request.getfixturevalue(whose)))


@pytest.mark.parametrize(
    ("step", "whose", "words"),
    [
        ("enrol", "enrolled", "i kö"),
        ("enrol", "closed", "i kö"),
        ("close", "queued", "inskriven"),
        ("close", "closed", "inskriven"),
        ("withdraw", "enrolled", "inte har skrivits in"),
    ],
)
@pytest.mark.parametrize("method", ["get", "post"])
def test_what_the_stage_does_not_allow_is_refused_with_the_reason(
    request: pytest.FixtureRequest, coach: User, step: str, whose: str, words: str, method: str
) -> None:
    episode = request.getfixturevalue(whose)
    client = client_of(coach)
    answer = getattr(client, method)(url(step, episode), {"version": 1}, follow=True)
    assert answer.redirect_chain == [(f"/participants/{episode.participant_id}/", 302)]
    assert words in str(next(iter(answer.context["messages"])))
    assert not LogEntry.objects.exclude(act="opened").exists()


def test_enrolling(coach: User, queued: Episode, team: Team) -> None:
    response = send(
        coach,
        url("enrol", queued),
        version=1,
        enrolled_on="20250201",
        coach=coach.pk,
        income_source="none",
        public_support_months="18,5",
    )
    assert response["Location"] == f"/participants/{queued.participant_id}/"
    queued.refresh_from_db()
    assert (queued.enrolled_on, queued.coach) == (date(2025, 2, 1), coach)
    assert (queued.income_source, queued.public_support_months) == ("none", Decimal("18.5"))
    entry = told("enrolled")
    assert (entry.subject, entry.team_id) == (f"episode:{queued.pk}", team.pk)
    assert entry.details == {
        "fields": [
            "coach",
            "enrolled_on",
            "income_source",
            "public_support_months",
            "trial_ends_on",
        ]
    }
    assert queued.version == 2
    team.refresh_from_db()
    assert team.revision == 1


@pytest.mark.parametrize(
    ("typed", "field", "words"),
    [
        ({"enrolled_on": ""}, "enrolled_on", "måste fyllas i"),
        ({"enrolled_on": "2025-02-31"}, "enrolled_on", "2026-03-14"),
        ({"enrolled_on": "2025-01-09"}, "enrolled_on", "före uppdraget"),
        ({"enrolled_on": "9999-12-31"}, "enrolled_on", "mer än ett år"),
        ({"enrolled_on": "0001-01-01"}, "enrolled_on", "1990"),
        ({"public_support_months": "-1"}, "public_support_months", "0"),
        ({"public_support_months": "721"}, "public_support_months", "720"),
        ({"public_support_months": "1,55"}, "public_support_months", "1"),
        ({"public_support_months": "många"}, "public_support_months", "18,5"),
        ({"income_source": "lön"}, "income_source", "listan"),
        ({"version": ""}, "version", "fyllas"),
        ({"version": "-1"}, "version", "0"),
    ],
)
def test_enrolling_with_a_fault(
    coach: User, queued: Episode, typed: dict[str, str], field: str, words: str
) -> None:
    filled = {"version": "1", "enrolled_on": "2025-02-01"} | typed
    assert words in sentences(send(coach, url("enrol", queued), **filled))[field][0]
    queued.refresh_from_db()
    assert (queued.enrolled_on, queued.version) == (None, 1)
    assert not LogEntry.objects.exists()


def test_an_enrolment_may_lie_a_year_ahead_and_no_more(queued: Episode) -> None:
    ahead = Enrolment(enrolled_on=date(2026, 6, 16))
    done = enrol(episode=queued, version=1, enrolment=ahead, today=TODAY, by=Actor())
    assert done.stage(TODAY) == Stage.QUEUE
    too_far = Enrolment(enrolled_on=date(2026, 6, 17))
    with pytest.raises(ValidationError):
        enrol(episode=queued, version=2, enrolment=too_far, today=TODAY, by=Actor())


def test_only_the_teams_caseworkers_can_be_coach(
    coach: User, stranger: User, steering_member: User, queued: Episode
) -> None:
    page = client_of(coach).get(url("enrol", queued)).content.decode()
    assert coach.name in page
    assert stranger.name not in page
    assert steering_member.name not in page


def test_of_a_protected_person_only_named_staff_can_be_coach(
    coach: User, colleague: User, queued: Episode
) -> None:
    queued.participant.protection = "marked"
    queued.participant.save()
    queued.participant.named_staff.add(coach)
    page = client_of(coach).get(url("enrol", queued))
    assert colleague.name not in page.content.decode()
    assert client_of(colleague).get(url("enrol", queued)).status_code == 404


def test_a_coach_who_has_left_stays_where_the_episode_has_them(coach: User, team: Team) -> None:
    gone = make_member("Mo Slutat", Role.COACH, team)
    gone.memberships.update(ended_on=date(2025, 1, 1))
    episode = make_episode(make_participant(team), enrolled_on=None, coach=gone)
    other = make_episode(make_participant(team), enrolled_on=None)
    assert "Mo Slutat" in client_of(coach).get(url("enrol", episode)).content.decode()
    assert "Mo Slutat" not in client_of(coach).get(url("enrol", other)).content.decode()


def test_withdrawing(coach: User, queued: Episode) -> None:
    filled = {"version": 1, "withdrawn_on": "2025-02-01", "reason": "moved"}
    assert send(coach, url("withdraw", queued), **filled).status_code == 302
    queued.refresh_from_db()
    assert queued.stage(TODAY) == Stage.WITHDRAWN
    assert told("withdrawn").details == {"fields": ["withdrawal_reason", "withdrawn_on"]}


def test_withdrawing_takes_back_a_booked_enrolment(coach: User, team: Team) -> None:
    day = timezone.localdate() + timedelta(days=90)
    booked = make_episode(make_participant(team), enrolled_on=day)
    filled = {"version": 1, "withdrawn_on": "2025-02-01", "reason": "moved"}
    assert send(coach, url("withdraw", booked), **filled).status_code == 302
    booked.refresh_from_db()
    assert booked.enrolled_on is None


def test_withdrawing_before_the_referral(coach: User, queued: Episode) -> None:
    filled = {"version": 1, "withdrawn_on": "2025-01-09", "reason": "moved"}
    found = sentences(send(coach, url("withdraw", queued), **filled))
    assert "före uppdraget" in found["withdrawn_on"][0]


def test_two_who_write_at_once_never_overwrite_each_other(
    coach: User, colleague: User, queued: Episode
) -> None:
    """Robin enrols for later while Kim fills in; Kim's form comes back with both."""
    ahead = (timezone.localdate() + timedelta(days=90)).isoformat()
    page = url("enrol", queued)
    assert send(colleague, page, version=1, enrolled_on=ahead).status_code == 302
    response = send(coach, page, version=1, enrolled_on="2025-02-01", income_source="none")
    assert "Någon annan sparade" in sentences(response)["__all__"][0]
    text = response.content.decode()
    assert f"Nu står det: {ahead}" in text
    assert 'value="2025-02-01"' in text
    assert text.count("Nu står det") == 2
    assert "Nu står det: inget" in text
    queued.refresh_from_db()
    assert queued.enrolled_on is not None
    assert queued.enrolled_on.isoformat() == ahead
    version = response.context["form"]["version"].value()
    again = send(coach, page, version=version, enrolled_on="2025-02-01", income_source="none")
    assert again.status_code == 302
    queued.refresh_from_db()
    assert (queued.enrolled_on, queued.version) == (date(2025, 2, 1), 3)


def test_the_action_itself_refuses_an_old_version(queued: Episode) -> None:
    with pytest.raises(ChangedMeanwhileError):
        enrol(episode=queued, version=0, enrolment=Enrolment(TODAY), today=TODAY, by=Actor())


def test_the_action_itself_refuses_what_the_stage_does_not_allow(closed: Episode) -> None:
    with pytest.raises(ValidationError) as refusal:
        enrol(episode=closed, version=1, enrolment=Enrolment(TODAY), today=TODAY, by=Actor())
    assert refusal.value.code == "not_now"
