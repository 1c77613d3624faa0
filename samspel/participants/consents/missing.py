"""What an enrolment still lacks: one rule behind the list, the page and the day."""

from collections.abc import Sequence
from typing import NamedTuple

from django.db import models
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from samspel.participants.consents.consent import Consent
from samspel.participants.consents.meeting import EnrolmentMeeting
from samspel.participants.episode import Episode

SELF_REFERRAL = "self"
"""The code in `figures.codes.REFERRERS` of who has no referrer to undertake anything."""


class Missing(models.TextChoices):
    """What belongs to an enrolment, in the order in which the page asks for it."""

    IDENTITY_NUMBER = "identity_number", _("personal identity number")
    BIRTH_DATE = "birth_date", _("date of birth")
    GENDER = "gender", _("gender")
    CASEWORKER = "caseworker_email", _("the caseworker's e-mail")
    COACH = "coach", _("coach")
    INCOME_SOURCE = "income_source", _("income source")
    OCCUPATION = "occupation_before", _("occupation before")
    SUPPORT = "public_support_months", _("months on public support")
    CONSENTS = "consents", _("consents")
    INFORMED = "is_informed", _("information about the record")
    UNDERTAKING = "referrer_books_follow_ups", _("the referrer's undertaking")
    FIRST_STEP = "first_step", _("first step")


class Incomplete(NamedTuple):
    """An enrolment with what it lacks."""

    episode: Episode
    meeting: EnrolmentMeeting
    missing: list[Missing]


def missing_of(episode: Episode, meeting: EnrolmentMeeting, *, has_consents: bool) -> list[Missing]:
    """What the enrolment lacks; nothing where it is settled that the rest is left as it is."""
    if meeting.is_settled:
        return []
    person, has_referrer = episode.participant, episode.referred_by != SELF_REFERRAL
    lacks = {
        Missing.IDENTITY_NUMBER: not person.identity_number,
        Missing.BIRTH_DATE: person.birth_date is None,
        Missing.GENDER: not person.gender,
        Missing.CASEWORKER: has_referrer and not episode.caseworker_email,
        Missing.COACH: episode.coach_id is None,
        Missing.INCOME_SOURCE: not episode.income_source,
        Missing.OCCUPATION: not episode.occupation_before,
        Missing.SUPPORT: episode.public_support_months is None,
        Missing.CONSENTS: not has_consents,
        Missing.INFORMED: not meeting.is_informed,
        Missing.UNDERTAKING: has_referrer and not meeting.referrer_books_follow_ups,
        Missing.FIRST_STEP: not meeting.first_step,
    }
    return [each for each in Missing if lacks[each]]


def incomplete(episodes: Sequence[Episode]) -> list[Incomplete]:
    """Those of the episodes whose enrolment lacks something, by one query.

    The episodes come with their participant. Who was enrolled without the checklist, as in an
    imported file, lacks nothing.
    """
    by_id = {each.pk: each for each in episodes}
    given = Consent.objects.filter(episode=OuterRef("episode"))
    meetings = EnrolmentMeeting.objects.filter(episode__in=by_id, is_settled=False)
    found = []
    for meeting in meetings.annotate(has_consents=Exists(given)).order_by("held_on", "pk"):
        episode = by_id[meeting.episode_id]
        if missing := missing_of(episode, meeting, has_consents=meeting.has_consents):
            found.append(Incomplete(episode, meeting, missing))
    return found
