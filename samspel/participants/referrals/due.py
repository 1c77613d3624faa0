"""Referrals that wait for the team, as lines of the day's list: the oldest first."""

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from samspel.accounts.user import User
from samspel.participants.due import Due, DueKind, due
from samspel.participants.referrals.referral_form import WAITS_FOR_THE_TEAM, ReferralForm


def unanswered_dues(user: User, today: date) -> list[Due]:
    """What waits for an answer of the user's teams, of those the user may see; one query.

    The day is the one on which it was sent: it is due from then on.
    """
    forms = ReferralForm.objects.visible_to(user).filter(WAITS_FOR_THE_TEAM)
    found = [
        due(DueKind.REFERRAL, form.sent_on, _("Referral to answer"), _url(form))
        for form in forms
        if form.sent_on is not None and form.sent_on <= today
    ]
    return sorted(found)


def _url(form: ReferralForm) -> str:
    return reverse("referral_form", args=[form.pk])
