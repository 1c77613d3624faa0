"""Whose list a case stands on: the coach's own, and that of whoever stands in for the coach."""

from datetime import date

from django.db.models import F, Q

from samspel.accounts.user import User
from samspel.participants.episode import Episode


def stood_in_for(user: User, today: date) -> Q:
    """The cases of coaches who are away today and whose list ``user`` has, in the same team.

    The subject `absences` lies above and is reached through the coach. Who may be seen is
    another question: a protected person is seen by named staff only, whoever has the list.
    """
    away = Episode.objects.filter(
        coach__absences__substitute=user,
        coach__absences__team=F("team"),
        coach__absences__first_on__lte=today,
        coach__absences__last_on__gte=today,
    )
    return Q(pk__in=away.order_by().values("pk"))


def mine(user: User, today: date) -> Q:
    """The cases that are ``user``'s to see to today: the own ones, and those stood in for."""
    return Q(coach=user) | stood_in_for(user, today)
