"""How a page gets at scores: through the case, and only while the team has a licence."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, cast
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from samspel.accounts.roles import Act
from samspel.organisation.team import Team
from samspel.participants.episode import Episode
from samspel.participants.scores.licence import licence_of
from samspel.participants.scores.score import Score
from samspel.participants.views.access import episode_for, user_of

More = ParamSpec("More")
OfCase = Callable[Concatenate[HttpRequest, Episode, More], HttpResponse]
OfId = Callable[Concatenate[HttpRequest, UUID, More], HttpResponse]


def leads(request: HttpRequest, team: Team) -> bool:
    """Whether the user may confirm the team's licence and set its limits."""
    led = Team.objects.where_user_may(user_of(request), Act.TEAM_SETTINGS)
    return led.filter(pk=team.pk).exists()


def score_for(request: HttpRequest, pk: UUID) -> Score:
    """The score, if the user may see the person and nobody took it back."""
    seen = Episode.objects.visible_to(user_of(request))
    found = Score.objects.that_hold().filter(episode__in=seen.values("pk"))
    score = get_object_or_404(found, pk=pk)
    score.episode = episode_for(request, score.episode_id)
    return score


def of_licensed_case(view: OfCase[More]) -> OfId[More]:
    """Make a view of a case into one of its id; without a licence it says what is needed."""

    @wraps(view)
    def wrapper(
        request: HttpRequest, episode_id: UUID, *args: More.args, **more: More.kwargs
    ) -> HttpResponse:
        episode = episode_for(request, episode_id)
        if licence_of(episode.team) is None:
            return closed(request, episode)
        return view(request, episode, *args, **more)

    return cast("OfId[More]", wrapper)


def of_licensed_score(
    view: Callable[[HttpRequest, Score], HttpResponse],
) -> Callable[[HttpRequest, UUID], HttpResponse]:
    """Make a view of a score into one of its id; without a licence it says what is needed."""

    @wraps(view)
    def wrapper(request: HttpRequest, score_id: UUID) -> HttpResponse:
        score = score_for(request, score_id)
        if licence_of(score.episode.team) is None:
            return closed(request, score.episode)
        return view(request, score)

    return wrapper


def closed(request: HttpRequest, episode: Episode) -> HttpResponse:
    """The page of a case whose team has no licence in force."""
    context = {
        "episode": episode,
        "person": episode.participant,
        "team": episode.team,
        "is_leader": leads(request, episode.team),
    }
    return render(request, "scores/closed_case.html", context)
