"""What a demo shows of itself: whom to sign in as, and the day that it is shown on."""

from dataclasses import dataclass
from datetime import date

from django import template
from django.conf import settings
from django.template import Context
from django.utils.translation import gettext

from samspel.accounts.user import User
from samspel.organisation.membership import Membership
from samspel.pages.today import FIRST_DEMO_DAY, LAST_DEMO_DAY, demo_day, today

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


@dataclass(frozen=True, slots=True)
class DemoStrip:
    """The line over every page of a demo: the day it is shown on, and whether one chose it."""

    day: date
    is_chosen: bool
    first: date
    last: date
    way_back: str


@register.simple_tag(takes_context=True)
def demo_strip(context: Context) -> DemoStrip | None:
    """The demo's line; None where real people work, and on pages without a request."""
    request = context.get("request")
    if not settings.SAMSPEL_DEMO or request is None:
        return None
    return DemoStrip(
        today(request),
        demo_day(request) is not None,
        FIRST_DEMO_DAY,
        LAST_DEMO_DAY,
        request.get_full_path(),
    )


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
