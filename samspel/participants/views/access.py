"""How a page gets at a record: through the check of who may, so that there is no other way.

Whoever gets a page about a person reads of them, whatever the page is for: it is told of in the
access log as an opening.
"""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect

from samspel.accounts.actor import actor_of
from samspel.accounts.roles import Act
from samspel.accounts.user import User
from samspel.organisation.team import Team
from samspel.pages.today import today
from samspel.participants.episode import Episode
from samspel.participants.opening import open_participant
from samspel.participants.participant import Participant
from samspel.participants.when import Step, require


def user_of(request: HttpRequest) -> User:
    """The signed-in user; nobody else gets as far as a page."""
    if not isinstance(request.user, User):
        raise Http404
    return request.user


def casework_teams(request: HttpRequest) -> list[Team]:
    """The teams where the user does casework; who has none sees that there is no such page."""
    teams = list(Team.objects.where_user_may(user_of(request), Act.CASEWORK))
    if not teams:
        raise Http404
    return teams


def participant_for(request: HttpRequest, pk: UUID) -> Participant:
    """The person, if the user may see them."""
    seen = Participant.objects.visible_to(user_of(request))
    person = get_object_or_404(seen.select_related("team"), pk=pk)
    _tell(request, person)
    return person


def protected_for(request: HttpRequest) -> QuerySet[Participant]:
    """The protected persons of the teams that the user leads; who leads none sees no page."""
    user = user_of(request)
    if not Team.objects.where_user_may(user, Act.TEAM_SETTINGS).exists():
        raise Http404
    return Participant.objects.protected_where_leader(user).select_related("team")


def episode_for(request: HttpRequest, pk: UUID) -> Episode:
    """The episode, if the user may see the person."""
    seen = Episode.objects.visible_to(user_of(request))
    found = seen.select_related("team", "participant__team", "coach")
    episode = get_object_or_404(found, pk=pk)
    _tell(request, episode.participant)
    return episode


def _tell(request: HttpRequest, person: Participant) -> None:
    """Sending a form is an act that is told of by itself."""
    if request.method != "POST":
        open_participant(participant=person, by=actor_of(request))


def not_now(request: HttpRequest, episode: Episode, step: Step) -> HttpResponseRedirect | None:
    """Back to the person with the reason, where the stage does not allow the step."""
    try:
        require(step, episode.stage(today(request)))
    except ValidationError as refusal:
        return back(request, episode.participant_id, error=refusal.messages[0])
    return None


def back(
    request: HttpRequest, participant_id: UUID, *, done: str = "", error: str = ""
) -> HttpResponseRedirect:
    """To the person's page, with a word of what happened."""
    if done:
        messages.success(request, done)
    if error:
        messages.error(request, error)
    return redirect("participant", participant_id)


def open_teams(request: HttpRequest) -> list[Team]:
    """The user's teams that are not closed."""
    day = today(request)
    teams = casework_teams(request)
    return [team for team in teams if team.closed_on is None or team.closed_on > day]


def chosen_team(request: HttpRequest, teams: list[Team]) -> Team | None:
    """The user's only team, or the one that the address names; another's team is no team."""
    slug = request.GET.get("team")
    if slug is None:
        return teams[0] if len(teams) == 1 else None
    for team in teams:
        if team.slug == slug:
            return team
    raise Http404
