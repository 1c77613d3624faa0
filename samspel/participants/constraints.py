"""The database's named constraints as sentences at the field that they are about.

A form asks before it saves; when another request got in between, the database refuses and the
same sentence is shown. A number that is taken is the exception: whose it is has not been asked,
and the writer may be one who must not know.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from django.apps import apps
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import IntegrityError, models, transaction
from django.db.models import UniqueConstraint
from django.utils.translation import gettext_lazy as _

from samspel.accounts.actor import Actor
from samspel.participants.hidden import HiddenPersonError, tell_of_attempt

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
WING = "samspel.participants"
UNIQUE_VIOLATION = "23505"
"""The SQLSTATE of standard SQL, as PostgreSQL gives it."""
_MEANWHILE = _(
    "Somebody else saved at the same moment, so nothing of yours is saved yet. Check, and save "
    "again."
)
_DOES_NOT_FIT = _("Nothing was saved: it does not fit with what is already there.")


def broken_constraints(row: models.Model) -> dict[str, list[str]]:
    """The sentences of the constraints that ``row`` would break if saved, by field."""
    errors: dict[str, list[str]] = {}
    for constraint in row._meta.constraints:
        try:
            constraint.validate(type(row), row)
        except ValidationError as error:
            errors.setdefault(FIELD_OF.get(constraint.name, NON_FIELD_ERRORS), []).extend(
                error.messages
            )
    return errors


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
    constraint = _by_name().get(_named_in(error))
    if constraint is None:
        return ValidationError(_MEANWHILE if _is_taken(error) else _DOES_NOT_FIT)
    if constraint.name in NUMBER_IS_TAKEN:
        return ValidationError(_MEANWHILE)
    field = FIELD_OF.get(constraint.name, NON_FIELD_ERRORS)
    return ValidationError({field: [str(constraint.get_violation_error_message())]})


def _named_in(error: IntegrityError) -> str:
    """What the database calls the constraint: SQLite names a unique one by its columns."""
    diagnosis = getattr(error.__cause__, "diag", None)
    if diagnosis is not None:
        return diagnosis.constraint_name or ""
    return str(error).partition("constraint failed: ")[2]


def _is_taken(error: IntegrityError) -> bool:
    """Whether there is one already: what may be there once only was saved twice."""
    state = getattr(error.__cause__, "sqlstate", None)
    return state == UNIQUE_VIOLATION or str(error).startswith("UNIQUE constraint failed")


@cache
def _by_name() -> dict[str, models.BaseConstraint]:
    """Every named constraint of the wing, by its name and as SQLite calls it."""
    found: dict[str, models.BaseConstraint] = {}
    for config in apps.get_app_configs():
        if config.name.startswith(WING):
            for model in config.get_models():
                found |= _named(model)
    return found


def _named(model: type[models.Model]) -> dict[str, models.BaseConstraint]:
    found = {each.name: each for each in model._meta.constraints}
    columns = {each.name: each.column for each in model._meta.concrete_fields}
    for each in model._meta.constraints:
        if isinstance(each, UniqueConstraint):
            names = (f"{model._meta.db_table}.{columns[name]}" for name in each.fields)
            found[", ".join(names)] = each
    return found
