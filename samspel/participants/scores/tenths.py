"""A number with one decimal, kept exactly: as whole tenths."""

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

if TYPE_CHECKING:
    _Whole = models.SmallIntegerField[Decimal | int, Decimal]
else:
    _Whole = models.SmallIntegerField


class TenthsField(_Whole):
    """A `Decimal` with one decimal. The database holds whole tenths, since SQLite knows no
    decimals and would keep a float."""

    def from_db_value(
        self, value: int | None, _expression: object, _connection: BaseDatabaseWrapper
    ) -> Decimal | None:
        """Tenths as the decimal that they are."""
        return None if value is None else decimal_of(value)

    def to_python(self, value: Any) -> Decimal | None:
        """The decimal itself."""
        return None if value is None else Decimal(value)

    def get_prep_value(self, value: Any) -> int | None:
        """The decimal as tenths. Raises ValueError for more than one decimal."""
        return None if value is None else tenths_of(Decimal(value))


def tenths_of(value: Decimal) -> int:
    """A decimal as whole tenths. Raises ValueError for more than one decimal."""
    tenths = value.scaleb(1)
    if tenths != tenths.to_integral_value():
        raise ValueError("There is more than one decimal.")
    return int(tenths)


def decimal_of(tenths: int) -> Decimal:
    """Whole tenths as a decimal with one decimal."""
    return Decimal(tenths).scaleb(-1)
