"""Referring oneself: a short form from an open page, handed to the team at once."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from samspel.accounts.actor import Actor
from samspel.organisation.team import Team
from samspel.participants.questions.answering import answers_from
from samspel.participants.questions.question import Question
from samspel.participants.referrals.form_links import tell
from samspel.participants.referrals.referral_form import ReferralForm

WHO = ("given_name", "family_name", "phone", "email")


@transaction.atomic
def refer_oneself(
    *,
    team: Team,
    number: UUID,
    given: Mapping[str, Any],
    questions: Sequence[Question],
    now: datetime,
    by: Actor,
) -> ReferralForm:
    """Hand the form over to the team. The same ``number`` again is the same form, unchanged."""
    values = {name: given[name] for name in WHO}
    form, is_new = ReferralForm.objects.get_or_create(
        pk=number,
        defaults={
            **values,
            "team": team,
            "is_self_referral": True,
            "answers": answers_from(questions, given),
            "begun_at": now,
            "sent_at": now,
        },
    )
    if is_new:
        tell("referral_sent", form, by)
    return form
