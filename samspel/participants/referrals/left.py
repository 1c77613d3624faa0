"""Forms that were begun and never sent: shown while somebody can see to them, then emptied.

Nobody has handed over what stands in a draft, so the team has no use of it and nothing to keep.
"""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Max, OuterRef, Subquery

from samspel.accounts.actor import SYSTEM, Actor
from samspel.mail.rounds import every_day
from samspel.participants.links.link import Link, Purpose
from samspel.participants.referrals.attaching import remove_files
from samspel.participants.referrals.draft import CASEWORKER, PERSON
from samspel.participants.referrals.form_links import locked_form, tell
from samspel.participants.referrals.referral_form import (
    IN_STATE,
    ReferralForm,
    ReferralFormQuerySet,
    ReferralState,
)

SEEN_TO_AFTER = timedelta(days=7)
"""A form that staff fill in themselves has no link that runs out; a week is enough for it."""
KEPT = timedelta(days=90)
"""How long after the last link has run out a draft can still be taken up again."""


def left_drafts(forms: ReferralFormQuerySet, before: datetime) -> ReferralFormQuerySet:
    """The drafts of ``forms`` that nobody could write in any more ``before`` a moment.

    That is when the last link had run out; without links, a week after the form was begun.
    """
    links = Link.objects.filter(purpose=Purpose.REFERRAL_FORM, subject_id=OuterRef("pk"))
    opens = links.order_by().values("subject_id").annotate(last=Max("expires_at")).values("last")
    drafts = forms.filter(IN_STATE[ReferralState.DRAFT]).annotate(opens_until=Subquery(opens))
    by_link = drafts.filter(opens_until__lte=before)
    by_staff = drafts.filter(opens_until=None, begun_at__lte=before - SEEN_TO_AFTER)
    return by_link | by_staff


@every_day("referral-drafts-left")
def empty_left_drafts(_on: date, now: datetime) -> None:
    """Empty the drafts that nobody has taken up again for `KEPT`."""
    for form in left_drafts(ReferralForm.objects.all(), now - KEPT):
        leave_draft(form, now=now, by=SYSTEM)


@transaction.atomic
def leave_draft(form: ReferralForm, *, now: datetime, by: Actor) -> None:
    """Let a draft be: all that was written and attached goes, that there was one stays."""
    row = locked_form(form)
    if row.state != ReferralState.DRAFT:
        return
    for name in (*PERSON, *CASEWORKER):
        setattr(row, name, "")
    row.answers, row.writing = [], {}
    row.taken_back_at = now
    row.version += 1
    row.save()
    remove_files(row)
    tell("referral_draft_left", row, by)
