"""What is erased by itself: who signed up for an idea, and who signed a suggestion."""

from datetime import date, datetime, timedelta

from django.db.models import Q

from samspel.mail.rounds import every_day
from samspel.participants.ideas.sign_up import SignUp
from samspel.participants.ideas.suggestion import Suggestion

KEPT = timedelta(days=90)
"""How long after an idea has ended, or a suggestion was answered or put aside."""


@every_day("ideas-forgotten")
def forget(on: date, _now: datetime) -> None:
    """Erase names and ways to be reached that have stood for `KEPT`; the numbers stay."""
    before = on - KEPT
    became = Q(idea__became_group_on__lt=before)
    closed = Q(idea__became_group_on=None, idea__closed_on__lt=before)
    ran_out = Q(idea__became_group_on=None, idea__closed_on=None, idea__last_on__lt=before)
    old = SignUp.objects.filter(became | closed | ran_out, taken_back_on=None, erased_on=None)
    old.update(name="", contact="", code_digest="", episode=None, erased_on=on)
    told = Q(put_aside_on__lt=before) | Q(put_aside_on=None, answered_on__lt=before)
    Suggestion.objects.filter(told).exclude(name="").update(name="")
