"""The database's named constraints as sentences at the field that they are about.

A form asks before it saves; when another request got in between, the database refuses and the
same sentence is shown.
"""

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from functools import cache

from django.apps import apps
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import IntegrityError, models, transaction
from django.db.models import UniqueConstraint
from django.utils.translation import gettext_lazy as _

OURS = "samspel."
UNIQUE_VIOLATION = "23505"
"""The SQLSTATE of standard SQL, as PostgreSQL gives it."""
FieldOf = Mapping[str, str]
"""By a constraint's name the field at which its sentence stands; the others are about the whole."""
NO_FIELDS: FieldOf = {}
_MEANWHILE = _(
    "Somebody else saved at the same moment, so nothing of yours is saved yet. Check, and save "
    "again."
)
_DOES_NOT_FIT = _("Nothing was saved: it does not fit with what is already there.")


def broken_constraints(row: models.Model, field_of: FieldOf = NO_FIELDS) -> dict[str, list[str]]:
    """The sentences of the constraints that ``row`` would break if saved, by field."""
    errors: dict[str, list[str]] = {}
    for constraint in row._meta.constraints:
        try:
            constraint.validate(type(row), row)
        except ValidationError as error:
            errors.setdefault(field_of.get(constraint.name, NON_FIELD_ERRORS), []).extend(
                error.messages
            )
    return errors


def check(row: models.Model, field_of: FieldOf = NO_FIELDS) -> None:
    """Raise ValidationError with the sentences of the constraints that ``row`` would break."""
    if errors := broken_constraints(row, field_of):
        raise ValidationError(errors)


@contextmanager
def saving(field_of: FieldOf = NO_FIELDS) -> Iterator[None]:
    """A transaction; a constraint that the database holds up comes out as ValidationError."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        raise refusal(error, field_of) from error


def refusal(
    error: IntegrityError, field_of: FieldOf = NO_FIELDS, untold: Collection[str] = ()
) -> ValidationError:
    """The database's refusal as the sentence of the constraint that it names.

    Those in ``untold`` are not named: their sentence would tell what the writer may not know.
    """
    constraint = _by_name().get(_named_in(error))
    if constraint is None:
        return ValidationError(_MEANWHILE if _is_taken(error) else _DOES_NOT_FIT)
    if constraint.name in untold:
        return ValidationError(_MEANWHILE)
    field = field_of.get(constraint.name, NON_FIELD_ERRORS)
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
    """Every named constraint of the product, by its name and as SQLite calls it."""
    found: dict[str, models.BaseConstraint] = {}
    for config in apps.get_app_configs():
        if config.name.startswith(OURS):
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
