"""How a suggested forecast comes, in sentences that somebody can check and overrule."""

from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from samspel.figures.forecast_suggestion import Suggested, Way
from samspel.figures.printing import decimals
from samspel.figures.staff_rows import StaffRow

SILENT_DAYS = 31
"""More days than this without any entry before the forecast: entries are probably missing."""
_ORE_OF_A_KRONA = 100


def basis_in_words(known: Suggested, roles: Mapping[str, str]) -> list[str]:
    """Sentences, the most important first; ``roles`` by the keys of the positions' rows."""
    if known.way == Way.NOTHING_AHEAD:
        return [_("No day of the budget is left.")]
    if known.amount_ore is None:
        return [_why_nothing(known)]
    if known.way == Way.AS_ALLOCATED:
        found = [_as_allocated(known)]
    else:
        found = [*_by_actual(known), *_warnings(known)]
    return [*found, *(_vacancy(row, known, roles) for row in known.vacancies)]


def _why_nothing(known: Suggested) -> str:
    if known.way == Way.NOT_ALLOCATED:
        return _(
            "Nothing can be suggested: less than a month of the budget has passed, and the line "
            "has no allocated amount."
        )
    return _(
        "Nothing can be suggested: nothing is entered in the budget before %(day)s. Enter "
        "what it has cost, or let the forecast begin with the budget."
    ) % {"day": known.from_on.isoformat()}


def _by_actual(known: Suggested) -> Iterator[str]:
    yield _("So far: %(spent)s kronor in %(months)s, which is %(a_month)s kronor a month.") % {
        "spent": _kronor(known.spent_ore),
        "months": _months(known.months_behind),
        "a_month": _kronor(known.ore_a_month),
    }
    yield from _by_people(known) if known.way == Way.BY_FULL_TIME else _straight(known)


def _as_allocated(known: Suggested) -> str:
    told = {
        "allocated": _kronor(known.allocated_ore),
        "spent": _kronor(known.spent_ore),
        "months": _months(known.months_ahead),
    }
    if not known.spent_ore:
        return (
            _(
                "Less than a month of the budget has passed: all that was allocated, %(allocated)s "
                "kronor, is spread evenly over the %(months)s ahead."
            )
            % told
        )
    return (
        _(
            "Less than a month of the budget has passed: what was allocated, %(allocated)s kronor, "
            "less %(spent)s kronor so far, is spread evenly over the %(months)s ahead."
        )
        % told
    )


def _straight(known: Suggested) -> Iterator[str]:
    if known.is_personnel:
        yield _(
            "Nobody who is paid from the budget is on record so far, so the amount is not worked "
            "out from the positions."
        )
    yield _(
        "As much a month is expected for the %(months)s ahead. Write another amount if something "
        "is paid only once, such as a year's rent."
    ) % {"months": _months(known.months_ahead)}


def _by_people(known: Suggested) -> Iterator[str]:
    yield _(
        "On average %(number)s full-time equivalents were paid from the budget so far, leave taken "
        "off: %(cost)s kronor a month for each."
    ) % {"number": _people(known.mean_behind), "cost": _kronor(known.ore_a_full_time_month)}
    yield _(
        "Known ahead, over %(months)s: on average %(number)s full-time equivalents, at the same "
        "cost."
    ) % {"months": _months(known.months_ahead), "number": _people(known.mean_ahead)}


def _warnings(known: Suggested) -> Iterator[str]:
    if known.spent_ore < 0:
        yield _("The credits so far are more than the costs, so nothing is expected ahead.")
    if known.from_on.day != 1:
        yield _(
            "A part of a month is counted by its days. What is paid once a month comes out best "
            "from the first day of a month."
        )
    last = known.entered_until
    if last and (known.from_on - last).days > SILENT_DAYS:
        yield _(
            "The latest entry in the budget is of %(day)s. If later ones are missing, the "
            "suggestion is too low."
        ) % {"day": last.isoformat()}


def _vacancy(row: StaffRow, known: Suggested, roles: Mapping[str, str]) -> str:
    told = {"role": roles.get(row.key, row.staff_role), "days": _days(row.first_on, row.last_on)}
    if known.way == Way.BY_FULL_TIME:
        return _("Vacant: %(role)s %(days)s. It costs nothing until somebody has it.") % told
    return _("Vacant: %(role)s %(days)s. The amount is not lowered for it.") % told


def _days(first: date, last: date | None) -> str:
    if last is None:
        return _("from %(day)s") % {"day": first.isoformat()}
    return f"{first.isoformat()} – {last.isoformat()}"


def _language() -> str:
    return get_language() or "sv"


def _kronor(ore: Fraction | int | None) -> str:
    """Whole kronor, rounded once."""
    return decimals(None if ore is None else Fraction(ore) / _ORE_OF_A_KRONA, 0, _language())


def _months(months: Fraction) -> str:
    number = _short(months, 1)
    is_one = number == "1"
    told = ngettext("%(number)s month", "%(number)s months", 1 if is_one else 2)
    return told % {"number": number}


def _people(number: Fraction | None) -> str:
    return _short(number, 2)


def _short(number: Fraction | None, places: int) -> str:
    """With as many of the decimals as it has: 4,50 is 4,5 and 6,0 is 6."""
    text = decimals(number, places, _language())
    whole, mark, rest = text.rpartition("," if _language().startswith("sv") else ".")
    rest = rest.rstrip("0")
    return f"{whole}{mark}{rest}" if mark and rest else (whole or text)
