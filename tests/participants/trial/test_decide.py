"""The decision on a trial period, and what follows from it."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from samspel.accounts.actor import Actor
from samspel.accounts.models import LogEntry, User
from samspel.organisation.models import Team
from samspel.participants.attendance.story import ATTENDANCE
from samspel.participants.models import Episode
from samspel.participants.stage import Stage
from samspel.participants.timeline import Event, events_of
from samspel.participants.trial.deciding import Verdict, decide
from samspel.participants.trial.decision import Decision
from samspel.participants.trial.models import TrialDecision
from samspel.participants.trial.story import TRIAL
from samspel.records.versions import ChangedMeanwhileError
from tests.participants.conftest import HOSTILE, send, sentences
from tests.participants.trial.conftest import ENDS, FIRST, TODAY, came
from tests.people import client_of, make_episode, make_participant


def url(episode: Episode) -> str:
    return reverse("trial_decide", args=[episode.pk])


def post(user: User, episode: Episode, decision: str, **more: Any) -> Any:
    values = {"decision": decision, "decided_on": TODAY.isoformat(), "version": episode.version}
    return send(user, url(episode), **(values | more))


def test_going_on_before_the_end_makes_active_from_that_day(coach: User, on_trial: Episode) -> None:
    assert post(coach, on_trial, "continue").status_code == 302
    on_trial.refresh_from_db()
    assert on_trial.trial_ends_on == TODAY
    assert on_trial.stage(TODAY) == Stage.ACTIVE
    made = on_trial.trial_decisions.get()
    assert (made.decision, made.decided_on, made.decided_by) == ("continue", TODAY, coach)
    acts = LogEntry.objects.filter(subject=f"episode:{on_trial.pk}").values_list("act", flat=True)
    assert sorted(acts) == ["trial_decided", "trial_end_moved"]


def test_going_on_after_the_end_leaves_the_end(team: Team, coach: User) -> None:
    episode = make_episode(make_participant(team), referred_on=None, enrolled_on=date(2024, 12, 20))
    assert post(coach, episode, "continue").status_code == 302
    episode.refresh_from_db()
    assert episode.trial_ends_on == date(2025, 2, 20)
    assert episode.trial_decisions.count() == 1


def test_prolonging_moves_the_end(coach: User, on_trial: Episode, team: Team) -> None:
    until = date(2025, 5, 5)
    before = team.revision
    answer = post(coach, on_trial, "prolong", until=until.isoformat(), reason="Varit sjuk")
    assert answer.status_code == 302
    on_trial.refresh_from_db()
    team.refresh_from_db()
    assert on_trial.trial_ends_on == until
    assert team.revision > before
    assert on_trial.trial_decisions.get().reason == "Varit sjuk"


def test_ending_closes_as_a_dropout_with_what_comes_after(coach: User, on_trial: Episode) -> None:
    post(coach, on_trial, "end", reason="Flyttar", occupation_after="")
    on_trial.refresh_from_db()
    assert (on_trial.closed_on, on_trial.outcome) == (TODAY, "dropout")
    assert on_trial.trial_decisions.get().decision == "end"
    acts = LogEntry.objects.filter(subject=f"episode:{on_trial.pk}").values_list("act", flat=True)
    assert sorted(acts) == ["closed", "trial_decided"]


def test_what_cannot_close_decides_nothing(coach: User, on_trial: Episode) -> None:
    on_trial.closing_begun_on = TODAY
    on_trial.save()
    verdict = Verdict(Decision.END, FIRST)
    with pytest.raises(ValidationError):
        decide(episode=on_trial, version=1, verdict=verdict, today=TODAY, by=Actor(coach))
    assert TrialDecision.objects.count() == 0


@pytest.mark.parametrize(
    ("decision", "more", "faults"),
    [
        (
            "prolong",
            {},
            {
                "until": ["Ange till vilken dag prövotiden förlängs."],
                "reason": ["Skriv varför prövotiden förlängs."],
            },
        ),
        (
            "prolong",
            {"until": "2025-05-05"},
            {"reason": ["Skriv varför prövotiden förlängs."]},
        ),
        (
            "prolong",
            {"until": ENDS.isoformat(), "reason": "x"},
            {"until": ["Prövotiden pågår redan till 2025-04-03. Välj en senare dag."]},
        ),
        (
            "prolong",
            {"until": "2026-02-04", "reason": "x"},
            {"until": ["En prövotid är högst ett år från inskrivningen."]},
        ),
        (
            "continue",
            {"decided_on": "2025-03-06"},
            {"decided_on": ["Datumet har inte varit än. Skriv in det när dagen har kommit."]},
        ),
        (
            "continue",
            {"decided_on": "2025-02-02"},
            {"decided_on": ["Beslutet kan inte ligga före inskrivningen."]},
        ),
        (
            "end",
            {"decided_on": "2025-02-02"},
            {"decided_on": ["Beslutet kan inte ligga före inskrivningen."]},
        ),
    ],
)
def test_a_decision_that_makes_no_sense_is_refused(
    coach: User,
    on_trial: Episode,
    decision: str,
    more: dict[str, str],
    faults: dict[str, list[str]],
) -> None:
    assert sentences(post(coach, on_trial, decision, **more)) == faults
    on_trial.refresh_from_db()
    assert (on_trial.version, on_trial.trial_ends_on) == (1, ENDS)
    assert TrialDecision.objects.count() == 0


def test_nobody_is_decided_on_the_day_of_enrolment(team: Team, coach: User) -> None:
    episode = make_episode(make_participant(team), enrolled_on=TODAY)
    assert list(sentences(post(coach, episode, "continue"))) == ["decided_on"]


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_is_typed_is_answered(coach: User, on_trial: Episode, text: str) -> None:
    names = ("decision", "decided_on", "until", "reason", "income_after", "version")
    values = dict.fromkeys(names, text)
    assert send(coach, url(on_trial), **values).status_code == 200


def test_once_somebody_goes_on_nothing_more_is_decided(coach: User, on_trial: Episode) -> None:
    post(coach, on_trial, "continue")
    on_trial.refresh_from_db()
    again = post(coach, on_trial, "continue")
    assert sentences(again) == {"__all__": ["Den 2025-03-05 beslutades att personen fortsätter."]}
    assert TrialDecision.objects.count() == 1


def test_a_prolonged_trial_period_gets_another_decision(coach: User, on_trial: Episode) -> None:
    post(coach, on_trial, "prolong", until="2025-05-05", reason="x")
    on_trial.refresh_from_db()
    post(coach, on_trial, "continue")
    assert on_trial.trial_decisions.count() == 2


def test_of_two_at_once_the_second_looks_again(coach: User, on_trial: Episode) -> None:
    verdict = Verdict(Decision.CONTINUE, TODAY)
    decide(episode=on_trial, version=1, verdict=verdict, today=TODAY, by=Actor(coach))
    with pytest.raises(ChangedMeanwhileError):
        decide(episode=on_trial, version=1, verdict=verdict, today=TODAY, by=Actor(coach))


def test_only_the_team_decides(on_trial: Episode, only_the_team_may: Any) -> None:
    only_the_team_may(url(on_trial))


def test_who_waits_is_not_decided_on(team: Team, coach: User) -> None:
    waiting = make_episode(make_participant(team), enrolled_on=None)
    page = client_of(coach).get(url(waiting), follow=True)
    assert page.redirect_chain == [(f"/participants/{waiting.participant_id}/", 302)]


def test_the_page_shows_what_was_decided_before(coach: User, on_trial: Episode) -> None:
    post(coach, on_trial, "prolong", until="2025-05-05", reason="Varit sjuk")
    page = client_of(coach).get(url(on_trial)).content.decode()
    assert "Varit sjuk" in page
    assert "till 2025-05-05" in page
    assert "Vecka 6: kom inte" in page


def test_the_timeline_tells_of_decisions_and_of_one_line_a_week(
    coach: User, on_trial: Episode
) -> None:
    came(on_trial, date(2025, 2, 3), date(2025, 2, 6), date(2025, 2, 9), date(2025, 2, 10))
    post(coach, on_trial, "prolong", until="2025-05-05", reason="Varit sjuk")
    found = list(events_of([TRIAL, ATTENDANCE], [on_trial.pk], today=TODAY))
    assert [_told(event) for event in found] == [
        ("2025-03-05", "Prövotiden förlängs till 2025-05-05", "Varit sjuk", "Kim Handledare"),
        ("2025-02-10", "Kom vecka 7", "", ""),
        ("2025-02-09", "Kom vecka 6", "", ""),
    ]


def test_the_other_decisions_have_their_titles(coach: User, team: Team) -> None:
    first = make_episode(make_participant(team), enrolled_on=FIRST)
    second = make_episode(make_participant(team), enrolled_on=FIRST)
    post(coach, first, "continue")
    post(coach, second, "end")
    found = list(events_of([TRIAL], [first.pk, second.pk], today=TODAY))
    assert {event.title for event in found} == {
        "Prövotiden är slut och personen fortsätter",
        "Prövotiden slutar som tidigt avhopp",
    }


def _told(event: Event) -> tuple[str, str, str, str]:
    return event.on.isoformat(), event.title, event.detail, event.by


def test_the_day_before_the_end_is_still_trial(coach: User, on_trial: Episode) -> None:
    assert on_trial.stage(ENDS - timedelta(days=1)) == Stage.TRIAL
