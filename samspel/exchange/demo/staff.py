"""The demo's association with its teams, and somebody in every role."""

from datetime import date

from django.conf import settings
from django.contrib.auth.hashers import make_password

from samspel.accounts.models import User
from samspel.accounts.roles import Role
from samspel.exchange.demo.places import AGENCIES, ASSOCIATION, REGION_WIDE, TeamPlan
from samspel.figures.period import month_end
from samspel.organisation.models import (
    Agency,
    Association,
    Host,
    Membership,
    Team,
    TeamReferrer,
)
from samspel.organisation.team import default_outcome_columns

MAIL_DOMAIN = "example.org"
ADMINISTRATOR = ("Ada Admin", "admin")
OFFICER = ("Folke Förbund", "forbund")
TEAM_STAFF = {
    "kompassen-lindakra": (
        ("Lena Ledare", "lena", Role.TEAM_LEADER, "Lindåkra"),
        ("Kim Hagelin", "kim", Role.COACH, "AF"),
        ("Robin Sandvall", "robin", Role.COACH, "Regionen"),
        ("Sten Styrgrupp", "sten", Role.STEERING_GROUP_MEMBER, "FK"),
    ),
    "samverkansteam-sorvattna": (
        ("Lars Ledare", "lars", Role.TEAM_LEADER, "Sörvattna"),
        ("Mika Törnros", "mika", Role.COACH, "FK"),
        ("Alex Björkman", "alex", Role.COACH, "Regionen"),
        ("Stina Styrgrupp", "stina", Role.STEERING_GROUP_MEMBER, "AF"),
    ),
    "sprangbradan-klockeberga": (
        ("Lova Ledare", "lova", Role.TEAM_LEADER, "Klockeberga"),
        ("Charlie Wede", "charlie", Role.COACH, "AF"),
        ("Nour Elmgren", "nour", Role.COACH, "Regionen"),
        ("Sixten Styrgrupp", "sixten", Role.STEERING_GROUP_MEMBER, "FK"),
    ),
}


class Staff:
    """Makes users; all have the demo's one password, hashed once since hashing is slow."""

    def __init__(self) -> None:
        self._password = make_password(settings.SAMSPEL_DEMO_PASSWORD)

    def user(self, name: str, mailbox: str, *, is_administrator: bool = False) -> User:
        """A user who can sign in with the demo's password."""
        return User.objects.create(
            email=f"{mailbox}@{MAIL_DOMAIN}",
            name=name,
            password=self._password,
            is_administrator=is_administrator,
        )


def make_association(staff: Staff) -> Association:
    """The association with its members, an officer and the administrator."""
    association = Association.objects.create(name=ASSOCIATION)
    for name, short in AGENCIES:
        Agency.objects.create(association=association, name=name, short_name=short)
        if name.endswith(" kommun"):
            Host.objects.create(association=association, name=f"{name}, socialnämnden")
    staff.user(*ADMINISTRATOR, is_administrator=True)
    Membership.objects.create(
        user=staff.user(*OFFICER), role=Role.ASSOCIATION_OFFICER, association=association
    )
    return association


def make_team(plan: TeamPlan, association: Association, *, year: int, staff: Staff) -> Team:
    """The team with its settings and staff, as it stands in ``year``."""
    back, month = plan.started
    team = Team.objects.create(
        association=association,
        host=Host.objects.get(association=association, name__startswith=f"{plan.municipality} "),
        name=plan.name,
        slug=plan.slug,
        started_on=date(year - back, month, 1),
        closed_on=month_end(year - plan.closes[0], plan.closes[1]) if plan.closes else None,
        capacity=plan.capacity,
        takes_self_referrals=plan.closes is None,
        checks_after_closing=plan.closes is None,
        visit_is_obligatory=plan.has_outlier,
        outcome_columns=list(plan.outcome_columns) or default_outcome_columns(),
    )
    members = (*REGION_WIDE, plan.municipality)
    agencies = {each.short_name: each for each in Agency.objects.filter(short_name__in=members)}
    team.agencies.set(agencies.values())
    if plan.own_referrer:
        TeamReferrer.objects.create(
            team=team, code=plan.own_referrer[0], title=plan.own_referrer[1]
        )
    for name, mailbox, role, lent_by in TEAM_STAFF[plan.slug]:
        Membership.objects.create(
            user=staff.user(name, mailbox), role=role, team=team, agency=agencies[lent_by]
        )
    return team


def coaches_of(team: Team) -> list[User]:
    """The team's coaches, in the order in which they were employed."""
    held = Membership.objects.filter(team=team, role=Role.COACH).select_related("user")
    return [each.user for each in held.order_by("pk")]


def leader_of(team: Team) -> User:
    """The team's leader."""
    return Membership.objects.select_related("user").get(team=team, role=Role.TEAM_LEADER).user
