"""Who stands on a session's sheet: members of the day and guests, each team's own by name."""

from collections.abc import Iterable, Sequence

from django.db.models import Exists, OuterRef

from samspel.accounts.user import User
from samspel.organisation.team import Team
from samspel.participants.attendance.attendance import Attendance
from samspel.participants.episode import Episode, EpisodeQuerySet
from samspel.participants.groups.group import Group
from samspel.participants.groups.membership import GroupMember
from samspel.participants.groups.session import Session
from samspel.participants.participant import Participant, visible
from samspel.participants.stage import ENROLLED_STAGES

MOST_FOUND = 8
"""Names that a search for a guest shows: with more, one writes more of the name."""


def own_teams(session: Session, teams: Iterable[Team]) -> list[Team]:
    """Those of ``teams`` that take part in the session."""
    if session.group:
        return own_teams_of(session.group, teams)
    return [team for team in teams if team == session.team]


def own_teams_of(group: Group, teams: Iterable[Team]) -> list[Team]:
    """Those of ``teams`` that run the group or take part in it."""
    known = set(teams)
    return [team for team in group.teams() if team in known]


def people_of(session: Session, user: User, teams: Sequence[Team]) -> list[Episode]:
    """The members on the session's day and whoever is recorded, of ``teams``, by name.

    Protected ones stand last, and only named staff have them on the sheet at all.
    """
    listed = _seen(user, teams).filter(_is_member(session) | _is_recorded(session))
    return sorted(listed.select_related("participant").order_by("pk"), key=place_of)


def guests_found(session: Session, user: User, teams: Sequence[Team], text: str) -> list[Episode]:
    """Others of ``teams`` who were enrolled on the day and whose name is searched for."""
    named = Participant.objects.matching(text)
    found = _seen(user, teams).in_stages(ENROLLED_STAGES, session.on)
    others = found.filter(participant__in=named.values("pk")).exclude(
        _is_member(session) | _is_recorded(session)
    )
    listed = others.select_related("participant").order_by("participant__sort_key", "pk")
    return list(listed[:MOST_FOUND])


def place_of(episode: Episode) -> tuple[bool, str]:
    """By name; a protected person's place among the names would tell something of the name."""
    person = episode.participant
    return person.is_protected, episode.case_number if person.is_protected else person.sort_key


def name_of(episode: Episode) -> str:
    """What a sheet calls somebody: a protected person by case number."""
    person = episode.participant
    name = person.listed_name
    return f"{name} {episode.case_number}" if person.is_protected else name


def _seen(user: User, teams: Sequence[Team]) -> EpisodeQuerySet:
    return Episode.objects.filter(visible(user, teams, "participant__"))


def _is_member(session: Session) -> Exists:
    members = GroupMember.objects.on(session.on).filter(group=session.group_id)
    return Exists(members.filter(episode=OuterRef("pk")))


def _is_recorded(session: Session) -> Exists:
    return Exists(Attendance.objects.filter(session=session, episode=OuterRef("pk")))
