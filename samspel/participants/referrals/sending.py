"""What the sender does with a form: send it, answer what the team asks, take it back."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.participants.referrals.form_links import locked_form, tell
from samspel.participants.referrals.left import leave_draft
from samspel.participants.referrals.referral_form import (
    ReferralForm,
    ReferralMessage,
    ReferralState,
)

_WAITING = (ReferralState.SENT, ReferralState.ASKED_BACK)


@transaction.atomic
def send_referral(*, form: ReferralForm, now: datetime, by: Actor) -> ReferralForm:
    """Hand a draft over to the team. Sending it twice is sending it once.

    Whether everything is there that must be, the page's form has checked. Raises ValidationError
    for a form that was taken back, and while two writers' texts wait to be put together.
    """
    row = locked_form(form)
    if row.sent_at is not None:
        return row
    if row.state != ReferralState.DRAFT:
        raise ValidationError(_("The referral has been taken back."))
    if row.writing.get("beside"):
        raise ValidationError(
            _("Two have written at the same time. Put the texts together before you send.")
        )
    row.sent_at, row.writing = now, {}
    row.version += 1
    row.save()
    tell("referral_sent", row, by)
    return row


@transaction.atomic
def reply(*, form: ReferralForm, text: str, now: datetime, by: Actor) -> None:
    """Answer what the team asked; the form then waits for the team again.

    Raises ValidationError when the team waits for no answer.
    """
    row = locked_form(form)
    if row.state != ReferralState.ASKED_BACK:
        raise ValidationError(_("The team has asked nothing that is not answered."))
    ReferralMessage.objects.create(form=row, text=text, written_at=now)
    row.asked_back_at = None
    row.version += 1
    row.save()
    tell("referral_replied", row, by)


@transaction.atomic
def take_back(*, form: ReferralForm, now: datetime, by: Actor) -> None:
    """Take back what the team has not answered; twice is once.

    Of a draft, which nobody has sent, nothing that was written is kept (`left`). Raises
    ValidationError when the team has answered.
    """
    row = locked_form(form)
    if row.taken_back_at is not None:
        return
    if row.answered_at is not None:
        raise ValidationError(_("The team has already answered the referral."))
    if row.state == ReferralState.DRAFT:
        leave_draft(row, now=now, by=by)
        return
    row.taken_back_at = now
    row.asked_back_at = None
    row.version += 1
    row.save()
    tell("referral_taken_back", row, by)


def require_waiting(form: ReferralForm) -> None:
    """Raise ValidationError unless the form waits for an answer of the team."""
    if form.state not in _WAITING:
        raise ValidationError(_("The referral does not wait for an answer any more."))
