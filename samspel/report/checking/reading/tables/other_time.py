"""Whether a caption, a whole or a label says that it is of another time than the report is."""

from samspel.figures.period import Period
from samspel.report.checking.reading.days import find_days
from samspel.report.checking.reading.letters import words
from samspel.report.checking.reading.period import periods_in, windows_in

_BEFORE = words(
    *("föregående", "förra året*", "förra perioden", "förra rapporten", "förra mätningen"),
    *("fjolår*", "i fjol", "fjol", "året innan", "året före", "perioden innan", "perioden före"),
    *("tidigare år", "tidigare period*", "närmast före"),
)
_SINCE = words("sedan start*", "sedan teamet startade", "totalt sedan", "genom åren")
_MONTHS_OF_A_YEAR = 12


def is_of_another_time(text: str, period: Period | None) -> bool:
    """Whether a text names a time that is not the report's; a slip in one day of it is none."""
    if _BEFORE.search(text) or _SINCE.search(text):
        return True
    if period is None:
        return False
    told = [each.period for each in periods_in(text)]
    if told:
        return not any(_could_be(each, period) for each in told)
    years = _years(text)
    return bool(years) and not years & set(range(period.start.year, period.end.year + 1))


def shares_an_end(text: str, period: Period) -> bool:
    """Whether a period of a text begins or ends with the report's."""
    told = (each.period for each in periods_in(text))
    return any(each.start == period.start or each.end == period.end for each in told)


def names_a_time(text: str) -> bool:
    """Whether a text names a period or a year at all."""
    return bool(periods_in(text) or _years(text))


def _could_be(told: Period, period: Period) -> bool:
    """The same period, or one with a slip in one of its days: most often its year."""
    if told == period:
        return True
    if told.start != period.start and told.end != period.end:
        return False
    months, own = told.whole_months, period.whole_months
    if months is None or own is None:
        return True
    return months > own and (months - own) % _MONTHS_OF_A_YEAR == 0


def _years(text: str) -> set[int]:
    """The bare years of a text, those of its days left out."""
    for day in find_days(text):
        text = text[: day.start] + "·" * (day.end - day.start) + text[day.end :]
    return {window.period.start.year for window in windows_in(text)}
