"""The roles of `access.md` and who may do what. *When* a thing may be done lies with the thing.

Membership of teams and associations is a relation that the organisation holds; this module
only says which roles may do which act.
"""

from enum import StrEnum

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """What a person is in a team or an association."""

    COACH = "coach", _("coach")
    TEAM_LEADER = "team_leader", _("team leader")
    STEERING_GROUP_MEMBER = "steering_group_member", _("steering group member")
    ASSOCIATION_OFFICER = "association_officer", _("association officer")


class Act(StrEnum):
    """What a person can be allowed to do for a team."""

    CASEWORK = "casework"
    """See and change participants and episodes."""
    IMPORT = "import"
    """Take episodes into the team from a file."""
    SEE_FIGURES = "see_figures"
    """See figures and reports; below the whole by the public rules unless CASEWORK is held."""
    WRITE_REPORT = "write_report"
    """Create reports and write their texts."""
    TEAM_SETTINGS = "team_settings"
    """Change the team's settings."""
    SEE_ORGANISATION = "see_organisation"
    """See the team's staff, steering group, terms of reference, partners and budget."""
    KEEP_PERSONNEL = "keep_personnel"
    """Keep positions and leave, and see why somebody is on leave."""
    KEEP_METHODS = "keep_methods"
    """Keep team meetings, supervision, training, development areas, partners and visits."""
    KEEP_STEERING = "keep_steering"
    """Keep seats, meetings and minutes of the steering group, and the terms of reference."""
    SEND_POINTS = "send_points"
    """Send in points for the agenda of a steering group meeting."""
    KEEP_BUDGET = "keep_budget"
    """Keep lines, entries and forecasts of the budget."""
    ALLOCATE = "allocate"
    """Say what each funder has granted, and what each line was allocated."""


WHO_MAY: dict[Act, frozenset[Role]] = {
    Act.CASEWORK: frozenset({Role.COACH, Role.TEAM_LEADER}),
    Act.IMPORT: frozenset({Role.TEAM_LEADER}),
    Act.SEE_FIGURES: frozenset(Role),
    Act.WRITE_REPORT: frozenset({Role.COACH, Role.TEAM_LEADER}),
    Act.TEAM_SETTINGS: frozenset({Role.TEAM_LEADER}),
    Act.SEE_ORGANISATION: frozenset(Role),
    Act.KEEP_PERSONNEL: frozenset({Role.TEAM_LEADER}),
    Act.KEEP_METHODS: frozenset({Role.COACH, Role.TEAM_LEADER}),
    Act.KEEP_STEERING: frozenset({Role.TEAM_LEADER}),
    Act.SEND_POINTS: frozenset(Role),
    Act.KEEP_BUDGET: frozenset({Role.TEAM_LEADER}),
    Act.ALLOCATE: frozenset({Role.TEAM_LEADER, Role.ASSOCIATION_OFFICER}),
}

TEAM_ROLES = (Role.COACH, Role.TEAM_LEADER, Role.STEERING_GROUP_MEMBER)
ASSOCIATION_ROLES = (Role.ASSOCIATION_OFFICER,)
