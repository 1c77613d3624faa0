"""Links that open a form for the caseworker and the participant, until they run out."""

from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.accounts.log import log
from samspel.mail.texts import MailText
from samspel.organisation.team import Team
from samspel.participants.links.link import Link, Purpose
from samspel.participants.links.tokens import links_of, make_link
from samspel.participants.referrals.mails import FORM_LINK, mail_link
from samspel.participants.referrals.referral_form import ReferralForm, ReferralState


@transaction.atomic
def make_form(*, team: Team, now: datetime, by: Actor) -> ReferralForm:
    """An empty form, to be filled in by staff or sent as a link."""
    form = ReferralForm.objects.create(team=team, begun_at=now, begun_by=by.user)
    tell("referral_form_made", form, by)
    return form


@transaction.atomic
def send_form_link(*, form: ReferralForm, email: str, now: datetime, by: Actor) -> Link:
    """Mail a link to a draft to the caseworker; earlier ones open until they run out.

    Raises ValidationError when the form has been sent already.
    """
    row = locked_form(form)
    if row.state != ReferralState.DRAFT:
        raise ValidationError(_("The referral has been sent already."))
    if not row.caseworker_email:
        row.caseworker_email = email
        row.version += 1
        row.save()
    tell("referral_link_sent", row, by)
    return mail_form_link(row, FORM_LINK, email=email, now=now, by=by)


def mail_form_link(
    form: ReferralForm, text: MailText, *, email: str, now: datetime, by: Actor
) -> Link:
    """Make a link to the form and mail it; inside the act's transaction."""
    link, token = make_link(
        team=form.team,
        purpose=Purpose.REFERRAL_FORM,
        subject_id=form.pk,
        email=email,
        expires_at=now + timedelta(days=form.team.link_days),
        now=now,
        by=by,
    )
    mail_link(text, link=link, token=token, page="referral_open", now=now)
    return link


def newest_link(form: ReferralForm) -> Link | None:
    """The link to the form that was sent last; None where staff fill it in."""
    return links_of(Purpose.REFERRAL_FORM, form.pk).first()


def locked_form(form: ReferralForm) -> ReferralForm:
    """The form as it now stands, locked until the transaction ends."""
    found = ReferralForm.objects.select_for_update(of=("self",)).select_related("team")
    return found.get(pk=form.pk)


def tell(act: str, form: ReferralForm, by: Actor, **details: object) -> None:
    """Write in the access log what was done with a form."""
    log(by=by, act=act, subject=f"referral:{form.pk}", team_id=form.team_id, details=details)
