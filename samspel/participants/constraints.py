"""The wing's constraints as sentences at their fields, and who may not be told of them.

A number that is taken is the exception: whose it is has not been asked, and the writer may be one
who must not know.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction

from samspel.accounts.actor import Actor
from samspel.participants.hidden import HiddenPersonError, tell_of_attempt
from samspel.records import constraints

FIELD_OF = {
    "participant_identity_number_is_unique_in_team": "identity_number",
    "participant_identity_number_has_twelve_digits": "identity_number",
    "episode_case_number_is_unique_in_team": "case_number",
    "episode_has_an_outcome_exactly_when_closed": "outcome",
    "episode_is_enrolled_before_it_is_closed": "closed_on",
    "episode_closes_on_or_after_enrolment": "closed_on",
    "episode_is_enrolled_on_or_after_referral": "enrolled_on",
    "episode_trial_ends_after_enrolment": "trial_ends_on",
    "episode_is_on_trial_only_when_enrolled": "trial_ends_on",
    "episode_closing_begins_on_or_after_enrolment": "closing_begun_on",
    "episode_closes_on_or_after_closing_began": "closed_on",
    "episode_has_a_withdrawal_reason_only_when_withdrawn": "withdrawal_reason",
    "episode_is_withdrawn_on_or_after_referral": "withdrawn_on",
    "episode_is_withdrawn_only_when_never_enrolled": "withdrawn_on",
    "episode_support_time_is_not_negative": "public_support_months",
}
"""Where the sentence stands; the others are about the whole form."""
NUMBER_IS_TAKEN = frozenset(
    {
        "participant_identity_number_is_unique_in_team",
        "episode_case_number_is_unique_in_team",
    }
)


def broken_constraints(row: models.Model) -> dict[str, list[str]]:
    """The sentences of the constraints that ``row`` would break if saved, by field."""
    return constraints.broken_constraints(row, FIELD_OF)


@contextmanager
def saving(by: Actor) -> Iterator[None]:
    """A transaction; a constraint that the database holds up comes out as ValidationError.

    What is refused because of somebody whom ``by`` may not see is told of in the access log.
    """
    try:
        with transaction.atomic():
            yield
    except HiddenPersonError as refused:
        tell_of_attempt(refused, by=by)
        raise
    except IntegrityError as error:
        raise refusal(error) from error


def refusal(error: IntegrityError) -> ValidationError:
    """The database's refusal as the sentence of the constraint that it names."""
    return constraints.refusal(error, FIELD_OF, NUMBER_IS_TAKEN)
