"""How far back the records reach, so that no data is not taken for nobody."""

from collections.abc import Sequence
from datetime import timedelta

from samspel.figures.period import Period, shift_months
from samspel.figures.reading import Reader

HALF_A_YEAR = 6


def reaches(figures: Reader, period: str) -> bool:
    """Whether the records reach back through the period that an address names so.

    Records that begin with those who were enrolled on some day hold nobody who had been closed by
    then; the enrolments before that day are then not all there, and are not zero.
    """
    found = [figures.value(f"{cohort}@{period}") for cohort in ("worked_with", "closed")]
    return all(bool(value.exact) for value in found)


_ONLY_ON_THE_WAY = ("visited", "withdrawn", "trial_ended", "on_trial_at_end", "closing_at_end")


def tells_of_the_way(figures: Reader) -> bool:
    """Whether the period has anything of the way through the team; not in the public edition.

    Records that were imported often have enrolments and closings only: nobody on trial then is no
    data, not nobody.
    """
    return any(bool(figures.value(cohort).exact) for cohort in _ONLY_ON_THE_WAY)


def tells_of_follow_ups(figures: Reader) -> bool:
    """Whether follow-ups have been recorded by the end of the period; not in the public edition.

    By the schedule there are some due for everybody. Where none was ever held or left out they
    are not on record, and that is not the same as that none was held.
    """
    return _ever(figures, "follow_ups_held", "follow_ups_left_out")


def tells_of_attendance(figures: Reader) -> bool:
    """Whether attendance has been recorded by the end of the period; as for follow-ups."""
    return _ever(figures, "attendance_days")


def tells_of_events(figures: Reader) -> bool:
    """Whether there is anything of follow-ups or attendance."""
    return tells_of_follow_ups(figures) or tells_of_attendance(figures)


def tells_of_groups(figures: Reader) -> bool:
    """Whether a session was held or cancelled in the period; not in the public edition."""
    counts = ("group_sessions_held", "sessions_cancelled")
    return any(figures.keys(count, "group_kind") for count in counts)


def tells_of_placements(figures: Reader) -> bool:
    """Whether somebody was in a work placement in the period; not in the public edition."""
    return bool(figures.keys("in_placement", "gender"))


def tells_of_scores(figures: Reader) -> bool:
    """Whether outcome scores can be compared in the period; not in the public edition."""
    return bool(figures.keys("scores_compared", "gender"))


_OF_IDEAS = (
    *("planning_days_held", "suggestions_received"),
    *("ideas_received", "ideas_that_became_groups"),
)


def tells_of_ideas(figures: Reader) -> bool:
    """Whether there were planning days, suggestions or ideas; not in the public edition."""
    return any(bool(figures.value(count).exact) for count in _OF_IDEAS)


def _ever(figures: Reader, *counts: str) -> bool:
    periods = ("", "@since_start")
    return any(bool(figures.value(f"{each}{at}").exact) for at in periods for each in counts)


def reached(figures: Reader, windows: Sequence[Period]) -> list[Period]:
    """The windows of a series from the first that the records cover on, oldest first.

    One whose first half they do not cover would pass half a window's people off as a whole one's.
    The public edition has the windows that are periods of its own grid. It tells of no halves, so
    there a window needs the one before it.
    """
    told = [each for each in windows if not figures.value(f"worked_with@{each}").withheld]
    for place, window in enumerate(told):
        half = _first_half(window)
        is_told = not figures.value(f"worked_with@{half}").withheld
        if reaches(figures, str(half if is_told else window.previous())):
            return told[place:]
    return []


def _first_half(window: Period) -> Period:
    middle = shift_months(window.start, HALF_A_YEAR)
    return Period(window.start, middle - timedelta(days=1))
