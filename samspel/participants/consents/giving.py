"""Giving and withdrawing consents. Nothing is deleted: another time is another consent."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.accounts.log import log
from samspel.figures.period import shift_months
from samspel.organisation.association import Agency
from samspel.participants.consents.consent import Consent, Given, Information
from samspel.participants.constraints import broken_constraints, saving
from samspel.participants.episode import Episode
from samspel.participants.plausible import AHEAD, FIRST_DAY
from samspel.participants.when import Step, require

MONTHS = 12
"""How long a consent is asked for, unless something else is agreed."""
LONGEST = timedelta(days=5 * 366)

Faults = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Terms:
    """What a person agrees to: to whom, about what, from when to when, and how it was said."""

    agency: Agency | None
    party: str
    kinds: tuple[str, ...]
    first_on: date
    last_on: date
    given: str
    purpose: str = ""

    @property
    def party_name(self) -> str:
        """To whom it lifts secrecy."""
        return self.party if self.agency is None else str(self.agency)


def last_day_from(first_on: date) -> date:
    """The last day that is suggested for a consent from a day on."""
    return shift_months(first_on, MONTHS)


def terms_faults(terms: Terms, today: date) -> Faults:
    """What is wrong with the terms by themselves, by field."""
    faults: Faults = {}
    if not terms.kinds or not set(terms.kinds) <= set(Information.values):
        faults["kinds"] = [_("Tick at least one kind of information.")]
    if terms.given not in Given.values:
        faults["given"] = [_("Say whether it was given in writing or orally.")]
    if not FIRST_DAY <= terms.first_on <= today + AHEAD:
        faults["first_on"] = [_("Check the year: the date is too long ago or too far ahead.")]
    elif terms.last_on < terms.first_on:
        faults["last_on"] = [_("The last day cannot be before the first.")]
    elif terms.last_on > terms.first_on + LONGEST:
        faults["last_on"] = [_("Check the year: a consent holds for five years at most.")]
    if not terms.party_name.strip():
        faults["party"] = [_("Choose an agency or write who else it is.")]
    return faults


def give_consent(
    *, episode: Episode, terms: Terms, today: date, now: datetime, by: Actor
) -> Consent:
    """Enter a consent that a person has given.

    Raises ValidationError, by field, for terms that make no sense, for a case that has ended,
    and where the same party has a consent in those days already.
    """
    with saving(by):
        row = Episode.objects.select_for_update().select_related("team").get(pk=episode.pk)
        require(Step.CONSENT, row.stage(today))
        return add_consent(row, terms, today=today, now=now, by=by)


def add_consent(
    episode: Episode, terms: Terms, *, today: date, now: datetime, by: Actor
) -> Consent:
    """Enter a consent in a case that is locked already; raises as `give_consent` does."""
    if faults := terms_faults(terms, today):
        raise ValidationError(dict(faults))
    _refuse_second(episode, terms)
    row = Consent(
        episode=episode,
        agency=terms.agency,
        party=terms.party,
        kinds=list(terms.kinds),
        purpose=terms.purpose,
        first_on=terms.first_on,
        last_on=terms.last_on,
        given=terms.given,
        recorded_by=by.user,
        recorded_at=now,
    )
    if broken := broken_constraints(row):
        raise ValidationError(dict(broken))
    row.save(force_insert=True)
    log(
        by=by,
        act="consent_given",
        subject=f"episode:{episode.pk}",
        team_id=episode.team_id,
        details={"kinds": row.kinds},
    )
    return row


def _refuse_second(episode: Episode, terms: Terms) -> None:
    """One party has one consent at a time, or nobody could say which of them holds."""
    same = Consent.objects.filter(
        episode=episode,
        agency=terms.agency,
        party__iexact=terms.party,
        withdrawn_on=None,
        first_on__lte=terms.last_on,
        last_on__gte=terms.first_on,
    )
    for other in same:
        raise ValidationError(
            _(
                "%(party)s has a consent in those days already (%(first)s – %(last)s): withdraw "
                "it first, or begin after it."
            )
            % {"party": terms.party_name, "first": other.first_on, "last": other.last_on}
        )


def withdraw_consent(*, consent: Consent, withdrawn_on: date, today: date, by: Actor) -> Consent:
    """Enter that a consent was withdrawn: from that day it does not hold.

    A case that has ended is no hindrance: who gave a consent may always take it back. Raises
    ValidationError for a day that makes no sense, and where it was withdrawn already.
    """
    with saving(by):
        row = Consent.objects.select_for_update().get(pk=consent.pk)
        if row.withdrawn_on is not None:
            raise ValidationError(_("The consent was withdrawn already."))
        if sentence := _withdrawal_fault(row, withdrawn_on, today):
            raise ValidationError({"withdrawn_on": [sentence]})
        row.withdrawn_on = withdrawn_on
        row.version += 1
        row.save(update_fields=["withdrawn_on", "version"])
        log(
            by=by,
            act="consent_withdrawn",
            subject=f"episode:{row.episode_id}",
            team_id=consent.episode.team_id,
            details={"fields": ["withdrawn_on"]},
        )
    return row


def _withdrawal_fault(row: Consent, day: date, today: date) -> str | None:
    if day > today:
        return _("The date is in the future: enter it when it has come.")
    if day < min(row.first_on, timezone.localdate(row.recorded_at)):
        return _("It cannot be withdrawn before it was given.")
    if day > row.last_on:
        return _("By then the consent had run out by itself.")
    return None
