"""The attendance of a group, for the group's own page, which lies below and cannot ask for it."""

from typing import Any

from django.http import HttpRequest
from django.template import Context, Library

from samspel.pages.today import today
from samspel.participants.attendance.group_weeks import group_weeks
from samspel.participants.groups.group import Group
from samspel.participants.views.access import casework_teams, user_of

register = Library()


@register.inclusion_tag("attendance/group_part.html", takes_context=True)
def group_attendance(context: Context, group: Group) -> dict[str, Any]:
    """The latest weeks of the group, as the reader may see them; five queries."""
    request: HttpRequest = context["request"]
    teams = casework_teams(request)
    return {"weeks": group_weeks(group, user_of(request), teams, today(request))}
