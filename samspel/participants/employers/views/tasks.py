"""Tasks that an employer offers: adding and changing."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from samspel.accounts.actor import actor_of
from samspel.participants.employers import keeping_tasks
from samspel.participants.employers.forms.task import ChangeTaskForm, TaskForm
from samspel.participants.employers.views.access import employer_for, task_for
from samspel.participants.employers.views.forms import form_page, posted, to_employer


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, employer_id: UUID) -> HttpResponse:
    """Add a task."""
    found = employer_for(request, employer_id)
    form = TaskForm(posted(request), employer=found)
    if form.is_valid() and form.carry_out(
        keeping_tasks.add_task, employer=found, **form.asked(), by=actor_of(request)
    ):
        return to_employer(request, found, _("The task is added."))
    return form_page(request, form, _("Add a task"), found)


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, task_id: UUID) -> HttpResponse:
    """Change a task, or offer it no longer."""
    found = task_for(request, task_id)
    form = ChangeTaskForm(posted(request), task=found)
    if form.is_valid() and form.carry_out(
        keeping_tasks.change_task, task=found, **form.asked(), by=actor_of(request)
    ):
        return to_employer(request, found.employer, _("The task is saved."))
    return form_page(request, form, _("Change the task"), found.employer)
