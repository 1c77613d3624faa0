"""Whom to sign in as on a demo, told on its sign-in page and nowhere else."""

from dataclasses import dataclass

from django import template
from django.conf import settings
from django.utils.translation import gettext

from samspel.accounts.user import User
from samspel.organisation.membership import Membership

register = template.Library()


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """One account of the demo."""

    name: str
    email: str
    roles: str


@dataclass(frozen=True, slots=True)
class DemoAccounts:
    """The demo's people and the password that they all have."""

    password: str
    people: tuple[DemoPerson, ...]


@register.simple_tag
def demo_accounts() -> DemoAccounts | None:
    """The accounts of a demo (SAMSPEL_DEMO); None where real people sign in."""
    if not settings.SAMSPEL_DEMO:
        return None
    people = tuple(
        DemoPerson(user.name, user.email, _roles(user))
        for user in User.objects.filter(is_active=True).prefetch_related(
            "memberships__team", "memberships__association"
        )
    )
    return DemoAccounts(settings.SAMSPEL_DEMO_PASSWORD, people) if people else None


def _roles(user: User) -> str:
    held = [_role(each) for each in user.memberships.all() if each.ended_on is None]
    if user.is_administrator:
        held.append(gettext("administrator"))
    return "; ".join(held)


def _role(membership: Membership) -> str:
    return f"{membership.get_role_display()}, {membership.team or membership.association}"
