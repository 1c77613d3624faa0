"""How a page gets at a row of the team's employers: through the check of whose it is."""

from uuid import UUID

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from samspel.accounts.roles import Act
from samspel.organisation.team import Team
from samspel.participants.employers.contact import EmployerContact
from samspel.participants.employers.contact_note import ContactNote
from samspel.participants.employers.employer import Employer
from samspel.participants.employers.task import Task
from samspel.participants.employers.work_kind import WorkKind
from samspel.participants.views.access import casework_teams, user_of


def employer_for(request: HttpRequest, pk: UUID) -> Employer:
    """The employer, if it is of a team where the user does casework."""
    found = Employer.objects.of_teams(casework_teams(request)).select_related("team")
    return get_object_or_404(found, pk=pk)


def led_employer_for(request: HttpRequest, pk: UUID) -> Employer:
    """The employer, if it is of a team that the user leads."""
    found = Employer.objects.of_teams(led_teams(request)).select_related("team__association")
    return get_object_or_404(found, pk=pk)


def contact_for(request: HttpRequest, pk: UUID) -> EmployerContact:
    """The contact, if there still is one, at an employer of the user's teams."""
    found = EmployerContact.objects.of_teams(casework_teams(request)).filter(erased_on=None)
    return get_object_or_404(found.select_related("employer__team"), pk=pk)


def task_for(request: HttpRequest, pk: UUID) -> Task:
    """The task, if it is at an employer of the user's teams."""
    found = Task.objects.of_teams(casework_teams(request)).select_related("employer__team")
    return get_object_or_404(found, pk=pk)


def own_note_for(request: HttpRequest, pk: UUID) -> ContactNote:
    """The note, if the user wrote it and still does casework in the team."""
    teams = casework_teams(request)
    found = ContactNote.objects.filter(employer__team__in=teams, by=user_of(request))
    return get_object_or_404(found.select_related("employer__team"), pk=pk)


def kind_for(request: HttpRequest, pk: int) -> WorkKind:
    """The kind of work, if it is of a team that the user leads."""
    found = WorkKind.objects.filter(team__in=led_teams(request)).select_related("team")
    return get_object_or_404(found, pk=pk)


def led_teams(request: HttpRequest) -> list[Team]:
    """The teams whose settings the user may change; none for most."""
    return list(Team.objects.where_user_may(user_of(request), Act.TEAM_SETTINGS))
