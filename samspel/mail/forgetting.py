"""Forgetting to whom mails went when nobody needs to know any more; their keys are kept."""

from datetime import date, datetime, timedelta

from django.db.models import Q

from samspel.mail.message import Message

KEPT = timedelta(days=90)
"""How long it can be seen to whom a mail went, or should have gone."""


def forget_receivers(_on: date, now: datetime) -> None:
    """Take receiver and link from mails that are done with; the key holds that none goes twice."""
    done = Q(claimed_at__isnull=False) | Q(given_up_at__isnull=False)
    Message.objects.filter(done, send_after__lte=now - KEPT).exclude(to="").update(to="", link="")
