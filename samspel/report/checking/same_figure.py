"""Statements of one and the same figure, and which of them is believed where they differ."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from samspel.figures.address import Address
from samspel.figures.codes import DROPOUT, OTHER
from samspel.figures.period import Period
from samspel.figures.values import MEAN
from samspel.report.checking.bounds import slack
from samspel.report.checking.printed import Printed
from samspel.report.checking.statement import Statement

MONTHS_OF_YEAR = Decimal(12)
_ONE = Decimal(1)
_COHORTS_OF_OUTCOMES = ("closed_to_result", "completed")


def figure_of(address: Address, period: Period | None) -> Address:
    """The one address of a figure that has several: an outcome of the closed, years or months."""
    plain = replace(address, in_years=False)
    if plain.statistic == MEAN:
        plain = replace(plain, statistic=None)
    if period is not None and plain.period == str(period):
        plain = plain.here()
    if plain.figure in _COHORTS_OF_OUTCOMES and "outcome" in dict(plain.where):
        plain = replace(plain, figure="closed")
    if plain.figure == "closed" and ("outcome", DROPOUT) in plain.where:
        rest = tuple(pair for pair in plain.where if pair[0] != "outcome")
        plain = replace(plain, figure="dropouts", where=rest)
    return replace(plain, where=tuple(sorted(plain.where)))


def same_figures(
    statements: Sequence[Statement], period: Period | None
) -> dict[Address, list[Statement]]:
    """The statements by their figure; what the text makes an exception of is left out.

    So is what is folded into “other”, which differs from table to table, and lists of single
    outcomes of women and men, which reports break up further (“one to a course, one to school”).
    """
    found: dict[Address, list[Statement]] = {}
    for each in statements:
        address = figure_of(each.address, period)
        if not each.exception and not _is_loose(each, address):
            found.setdefault(address, []).append(each)
    return found


def by_standing(statements: Sequence[Statement]) -> list[Statement]:
    """The statements of one figure, the one to believe first.

    The more others agree the better, then a table before text, then what is told last: a summary
    stands first and is written last.
    """
    forms = Counter(_form(each) for each in statements)
    samples = {_form(each): each for each in statements}
    agreeing = {
        form: sum(number for other, number in forms.items() if agree(sample, samples[other]))
        for form, sample in samples.items()
    }

    def rank(each: Statement) -> tuple[int, bool, int, int]:
        line, start = each.printed.place
        return (-agreeing[_form(each)], each.where != "table", -line, start)

    return sorted(statements, key=rank)


def _form(statement: Statement) -> tuple[Decimal, Decimal, bool, bool]:
    """What makes two statements agree with the same others."""
    printed = statement.printed
    return (printed.value, printed.step, printed.about, statement.address.in_years)


def agree(one: Statement, other: Statement) -> bool:
    """Whether two statements of one figure can both be right."""
    return meet(scaled(one.printed, times_of(one)), scaled(other.printed, times_of(other)))


def times_of(statement: Statement) -> Decimal:
    """What makes months of a statement's number."""
    return MONTHS_OF_YEAR if statement.address.in_years else _ONE


def scaled(number: Printed, times: Decimal) -> Printed:
    """The number in another unit."""
    return replace(number, value=number.value * times, step=number.step * times)


def meet(one: Printed, other: Printed) -> bool:
    """Whether one exact value could be printed as both.

    The less exact may have been rounded or cut off.
    """
    coarse, fine = sorted((one, other), key=lambda each: each.step, reverse=True)
    about = coarse.about or fine.about
    if coarse.step == fine.step and not about:
        return coarse.value == fine.value
    room = slack(coarse, amounts=True) + slack(fine, amounts=True)
    cut_off = coarse.value <= fine.value < coarse.value + coarse.step
    return cut_off or abs(coarse.value - fine.value) <= room


@dataclass(frozen=True)
class Best:
    """For each figure of the report's own period the statement that is believed."""

    statements: dict[Address, Statement]

    @classmethod
    def of(cls, statements: Sequence[Statement], period: Period | None) -> "Best":
        """The best of each figure."""
        return cls(
            {
                address: by_standing(each)[0]
                for address, each in same_figures(statements, period).items()
                if address.period is None
            }
        )

    def number(self, address: Address) -> Printed | None:
        """The number of a figure; None where the report does not tell it."""
        found = self.statements.get(replace(address, where=tuple(sorted(address.where))))
        return found.printed if found else None


def _is_loose(statement: Statement, address: Address) -> bool:
    where = dict(address.where)
    if where.get("outcome") == OTHER:
        return True
    return statement.where == "text" and {"outcome", "gender"} <= where.keys()
