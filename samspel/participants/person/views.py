"""One page per person: who it is, everything that happened, and what can be done now."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from samspel.pages.today import today
from samspel.participants.episode import Episode, newest_first
from samspel.participants.participant import Participant
from samspel.participants.referrers import referrer_titles
from samspel.participants.stage import Stage, stage_since
from samspel.participants.timeline import entered
from samspel.participants.views.access import participant_for
from samspel.participants.when import Step, offered

_WAY = (
    Stage.STUDY_VISIT,
    Stage.QUEUE,
    Stage.TRIAL,
    Stage.ACTIVE,
    Stage.CLOSING,
    Stage.CLOSED,
)


def participant(request: HttpRequest, participant_id: UUID) -> HttpResponse:
    """The person's page."""
    person = participant_for(request, participant_id)
    day = today(request)
    episodes = newest_first(person.episodes.select_related("coach"))
    referrers = referrer_titles(person.team)
    for episode in episodes:
        episode.team, episode.participant = person.team, person
    current = episodes[0] if episodes else None
    context = {
        "person": person,
        "age": person.age_on(day),
        "current": current,
        "stories": [_story(episode, referrers, day) for episode in episodes],
        "acts": _acts(person, current, day),
    }
    if current is not None:
        context |= _standing(current, day)
    return render(request, "person/person.html", context)


def _standing(current: Episode, day: date) -> dict[str, Any]:
    stage = current.stage(day)
    since = stage_since(current, stage)
    return {
        "stage": stage.label.capitalize(),
        "stages": [(each.label.capitalize(), each == stage) for each in _WAY]
        if stage in _WAY
        else [],
        "days": (day - since).days if since and since <= day else None,
    }


def _story(episode: Episode, referrers: dict[str, str], day: date) -> dict[str, Any]:
    return {
        "episode": episode,
        "stage": episode.stage(day).label.capitalize(),
        "events": sorted(
            entered(episode, referrers, today=day), key=lambda event: event.on, reverse=True
        ),
    }


def _acts(person: Participant, current: Episode | None, day: date) -> list[tuple[str, str, str]]:
    """Title, address and look of the buttons, from the table of what each stage allows."""
    if current is None:
        return [(_("Refer"), reverse("episode_refer", args=[person.pk]), "btn-primary")]
    titles = {
        Step.REFER: _("Enter referral") if current.is_open else _("Refer again"),
        Step.ENROL: _("Enrol"),
        Step.CLOSE: _("Close the case"),
        Step.WITHDRAW: _("Take out of the queue"),
    }
    steps = [step for step in offered(current.stage(day)) if step in titles]
    names = {Step.REFER: person.pk}
    return [
        (
            titles[step],
            reverse(f"episode_{step}", args=[names.get(step, current.pk)]),
            "btn-secondary" if number else "btn-primary",
        )
        for number, step in enumerate(steps)
    ]
