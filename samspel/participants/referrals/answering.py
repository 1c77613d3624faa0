"""What the team does with a form that was sent: ask back, accept or decline."""

from dataclasses import replace
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.accounts.log import log
from samspel.figures.codes import WITHDRAWAL_REASONS
from samspel.mail.texts import MailText
from samspel.participants.case_numbers import next_case_number, next_reference
from samspel.participants.changing import change_episode
from samspel.participants.checking import check_episode
from samspel.participants.constraints import saving
from samspel.participants.episode import Episode, newest_first
from samspel.participants.participant import Participant
from samspel.participants.referral import Beginning, record_referral, refer_again
from samspel.participants.referrals.form_links import locked_form, mail_form_link, tell
from samspel.participants.referrals.mails import ANSWERED, ASKED_BACK
from samspel.participants.referrals.referral_form import ReferralForm, ReferralMessage
from samspel.participants.referrals.sending import require_waiting
from samspel.participants.registration import Particulars, register
from samspel.participants.when import Step

SELF = "self"
"""The referrer's code of who came by own wish (`figures.codes.REFERRERS`)."""


@transaction.atomic
def ask_back(*, form: ReferralForm, text: str, now: datetime, by: Actor) -> bool:
    """Ask the sender something; whether a mail with a link goes out.

    Raises ValidationError when the form does not wait for an answer.
    """
    row = locked_form(form)
    require_waiting(row)
    ReferralMessage.objects.create(form=row, text=text, author=by.user, written_at=now)
    row.asked_back_at = now
    row.version += 1
    row.save()
    tell("referral_asked_back", row, by)
    return _mail(row, ASKED_BACK, now=now, by=by)


def accept(
    *,
    form: ReferralForm,
    particulars: Particulars,
    known: Participant | None,
    is_another_person: bool,
    today: date,
    now: datetime,
    by: Actor,
) -> Episode:
    """Take the person on: as a new one by the ``particulars``, or as the one who is ``known``.

    The referral's date is the day on which the form was sent. Somebody who is known gets the
    referral on the study visit that waits for one, or a new case where none is open; a case that
    is open already keeps its dates. Raises ValidationError, and PossibleDuplicatesError unless
    the writer has said that it is another person.
    """
    with saving(by):
        form.team.touch()
        row = locked_form(form)
        require_waiting(row)
        if known is None:
            person = register(
                team=row.team,
                particulars=particulars,
                beginning=beginning_of(row),
                is_another_person=is_another_person,
                today=today,
                by=by,
            )
            episode = person.episodes.get()
        else:
            episode = _begun(row, known, today, by)
        _answer(row, episode, is_accepted=True, now=now, by=by)
    return episode


def beginning_of(form: ReferralForm) -> Beginning:
    """How an episode begins by the form."""
    return Beginning(
        referred_on=form.sent_on,
        referred_by=SELF if form.is_self_referral else form.referred_by,
        caseworker_name=form.caseworker_name,
        caseworker_email=form.caseworker_email,
    )


def _begun(form: ReferralForm, person: Participant, today: date, by: Actor) -> Episode:
    """The episode of a known person that the form belongs to."""
    episodes = newest_first(person.episodes.select_related("team", "participant"))
    current = episodes[0] if episodes and episodes[0].is_open else None
    beginning = beginning_of(form)
    if current is None:
        return refer_again(participant=person, beginning=beginning, today=today, by=by)
    if current.referred_on is None and current.enrolled_on is None:
        kept = replace(beginning, study_visit_on=current.study_visit_on, coach=current.coach)
        return record_referral(
            episode=current, version=current.version, beginning=kept, today=today, by=by
        )
    missing = {
        name: getattr(form, name)
        for name in ("caseworker_name", "caseworker_email")
        if getattr(form, name) and not getattr(current, name)
    }
    return change_episode(
        current,
        missing,
        version=current.version,
        step=Step.CORRECT,
        act="corrected",
        today=today,
        by=by,
    )


def decline(
    *,
    form: ReferralForm,
    reason: str,
    known: Participant | None,
    gender: str,
    today: date,
    now: datetime,
    by: Actor,
) -> Episode:
    """Say no with one of the coded reasons; figures count it as a case that was withdrawn.

    Somebody whom the team does not know gets a person without name and number: what is known
    stays in the form (docs/decisions/0010). Raises ValidationError when the form does not wait.
    """
    if reason not in {each.code for each in WITHDRAWAL_REASONS}:
        raise ValidationError({"reason": [_("Say why.")]})
    with saving(by):
        form.team.touch()
        row = locked_form(form)
        require_waiting(row)
        person = known or _nameless(row, gender, today, by)
        episode = _withdrawn(row, person, reason, today, by)
        row.reason = reason
        _answer(row, episode, is_accepted=False, now=now, by=by)
    return episode


def _nameless(form: ReferralForm, gender: str, today: date, by: Actor) -> Participant:
    person = Participant.objects.create(
        team=form.team, reference=next_reference(form.team, today), gender=gender
    )
    log(by=by, act="registered", subject=f"participant:{person.pk}", team_id=form.team_id)
    return person


def _withdrawn(
    form: ReferralForm, person: Participant, reason: str, today: date, by: Actor
) -> Episode:
    """A case that ends as it begins: it is never open, so it stands beside one that is."""
    values = {
        "referred_on": form.sent_on,
        "referred_by": SELF if form.is_self_referral else form.referred_by,
        "withdrawn_on": today,
        "withdrawal_reason": reason,
    }
    number = next_case_number(form.team, today)
    episode = Episode(participant=person, team=form.team, case_number=number, **values)
    check_episode(episode, values, today=today, by=by)
    episode.save(force_insert=True)
    return episode


def _answer(
    form: ReferralForm, episode: Episode, *, is_accepted: bool, now: datetime, by: Actor
) -> None:
    form.answered_at, form.answered_by, form.is_accepted = now, by.user, is_accepted
    form.asked_back_at, form.episode = None, episode
    form.version += 1
    form.save()
    act = "referral_accepted" if is_accepted else "referral_declined"
    log(
        by=by,
        act=act,
        subject=f"episode:{episode.pk}",
        team_id=form.team_id,
        details={"referral": str(form.pk)},
    )
    _mail(form, ANSWERED, now=now, by=by)


def _mail(form: ReferralForm, text: MailText, *, now: datetime, by: Actor) -> bool:
    if not form.answers_to:
        return False
    mail_form_link(form, text, email=form.answers_to, now=now, by=by)
    return True
