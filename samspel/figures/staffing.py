"""Who works in the team, with which share, for which agency.

A full-time equivalent (årsarbetare) is one person's full time. Leave is taken off, so that
somebody on leave and the one who stands in are not counted twice.
"""

from fractions import Fraction

from samspel.figures.definition import (
    AGENCIES,
    FULL_TIME,
    PER_FULL_TIME,
    POSITIONS,
    WORKING_SHARE,
    RatioFigure,
    ResourceFigure,
)
from samspel.figures.period import Period
from samspel.figures.representation import AgencyRow, is_represented
from samspel.figures.staff_rows import (
    StaffRow,
    counts_person_on,
    covers,
    full_time_days,
    is_held_on,
    is_in,
    joins_in,
    leave_days,
    leave_on,
    leaves_in,
    share_on,
)
from samspel.figures.words import noop

STAFF = "staff"
TEAM_AGENCIES = "team_agencies"
_BY = ("agency", "staff_role", "position")


def _at_work(row: StaffRow, period: Period) -> Fraction | None:
    if row.is_vacant or not is_in(row, period):
        return None
    return (full_time_days(row, period) - leave_days(row, period)) / period.days


def _at_work_at_end(row: StaffRow, period: Period) -> Fraction | None:
    return _at_work(row, Period(period.end, period.end))


def _established(row: StaffRow, period: Period) -> Fraction | None:
    if row.stands_in_for or not is_in(row, period):
        return None
    return full_time_days(row, period) / period.days


def _vacant(row: StaffRow, period: Period) -> Fraction | None:
    return _established(row, period) if row.is_vacant else None


def _on_leave(row: StaffRow, period: Period) -> Fraction | None:
    if row.is_vacant or not is_in(row, period):
        return None
    return (leave_days(row, period) / period.days) or None


def _person_at_end(row: StaffRow, period: Period) -> int | None:
    return 1 if counts_person_on(row, period.end) else None


def _joined(row: StaffRow, period: Period) -> int | None:
    return 1 if joins_in(row, period) else None


def _left(row: StaffRow, period: Period) -> int | None:
    return 1 if leaves_in(row, period) else None


def _vacant_at_end(row: StaffRow, period: Period) -> int | None:
    is_vacant = row.is_vacant and covers(row.first_on, row.last_on, period.end)
    return 1 if is_vacant and not row.stands_in_for else None


def _share_at_end(row: StaffRow, period: Period) -> Fraction | None:
    return share_on(row, period.end) or None


def _leave_at_end(row: StaffRow, period: Period) -> Fraction | None:
    return (leave_on(row, period.end) or None) if is_held_on(row, period.end) else None


def _without(row: AgencyRow, period: Period) -> int | None:
    return None if is_represented(row, period.end) else 1


STAFFING_FIGURES: tuple[ResourceFigure, ...] = (
    ResourceFigure(
        key="full_time_equivalents",
        title=noop("Full-time equivalents"),
        text=noop(
            "What the working shares of the staff add up to, as the mean over the days of the "
            "period: one is one person's full time. Leave is taken off, those who stand in are "
            "counted, and a vacant position counts nothing."
        ),
        unit=FULL_TIME,
        frame=STAFF,
        adds=_at_work,
        dimensions=_BY,
        none_is_zero=False,
    ),
    ResourceFigure(
        key="full_time_equivalents_at_end",
        title=noop("Full-time equivalents at the end"),
        text=noop(
            "What the working shares of the staff add up to on the last day of the period, leave "
            "taken off."
        ),
        unit=FULL_TIME,
        frame=STAFF,
        adds=_at_work_at_end,
        dimensions=_BY,
        none_is_zero=False,
    ),
    ResourceFigure(
        key="established_full_time_equivalents",
        title=noop("Full-time equivalents of all positions"),
        text=noop(
            "What the working shares of all positions add up to, as the mean over the days of the "
            "period: vacant ones are counted and leave is not taken off, and those who stand in "
            "are not counted."
        ),
        unit=FULL_TIME,
        frame=STAFF,
        adds=_established,
        dimensions=_BY,
        none_is_zero=False,
    ),
    ResourceFigure(
        key="vacant_full_time_equivalents",
        title=noop("Full-time equivalents that stood vacant"),
        text=noop(
            "What the working shares of the vacant positions add up to, as the mean over the days "
            "of the period; of them the share is of all positions."
        ),
        unit=FULL_TIME,
        frame=STAFF,
        adds=_vacant,
        dimensions=_BY,
        part_of="established_full_time_equivalents",
    ),
    ResourceFigure(
        key="full_time_equivalents_on_leave",
        title=noop("Full-time equivalents on leave"),
        text=noop(
            "What the leave of the staff adds up to, as the mean over the days of the period, "
            "whatever the leave is for."
        ),
        unit=FULL_TIME,
        frame=STAFF,
        adds=_on_leave,
        dimensions=_BY,
    ),
    ResourceFigure(
        key="staff_at_end",
        title=noop("Staff at the end"),
        text=noop(
            "People who have a position on the last day of the period, on leave or not. Somebody "
            "with several positions counts once, by the one that began first."
        ),
        frame=STAFF,
        adds=_person_at_end,
        dimensions=_BY,
    ),
    ResourceFigure(
        key="staff_joined",
        title=noop("Staff who came"),
        text=noop(
            "People whose first day in the team lies in the period. Who changes to another "
            "position without a day between does not count; who comes back does."
        ),
        frame=STAFF,
        adds=_joined,
        dimensions=_BY,
    ),
    ResourceFigure(
        key="staff_left",
        title=noop("Staff who left"),
        text=noop(
            "People whose last day in the team lies in the period. Who goes on in another "
            "position without a day between does not count."
        ),
        frame=STAFF,
        adds=_left,
        dimensions=_BY,
    ),
    ResourceFigure(
        key="vacancies_at_end",
        title=noop("Vacant positions at the end"),
        text=noop(
            "Positions that nobody has on the last day of the period; nobody found to stand in "
            "is no vacancy."
        ),
        unit=POSITIONS,
        frame=STAFF,
        adds=_vacant_at_end,
        dimensions=_BY,
    ),
    ResourceFigure(
        key="working_share",
        title=noop("Working share"),
        text=noop(
            "Percent of full time on the last day of the period, leave not taken off; of several "
            "positions added up."
        ),
        unit=WORKING_SHARE,
        frame=STAFF,
        adds=_share_at_end,
        dimensions=_BY,
        none_is_zero=False,
    ),
    ResourceFigure(
        key="leave_share",
        title=noop("Share on leave"),
        text=noop(
            "Percent of a position's time that is leave on the last day of the period, whatever "
            "the leave is for; of several positions added up."
        ),
        unit=WORKING_SHARE,
        frame=STAFF,
        adds=_leave_at_end,
        dimensions=("position",),
        none_is_zero=False,
    ),
    ResourceFigure(
        key="agencies_without_representative",
        title=noop("Agencies without a representative"),
        text=noop(
            "Those of the team's agencies that have nobody in the team on the last day of the "
            "period. A vacant position represents nobody, and neither does somebody who is "
            "wholly on leave."
        ),
        unit=AGENCIES,
        frame=TEAM_AGENCIES,
        adds=_without,
        dimensions=("agency",),
    ),
)
STAFFING_RATIOS: tuple[RatioFigure, ...] = (
    RatioFigure(
        key="participants_per_full_time_equivalent",
        title=noop("Participants per full-time equivalent"),
        text=noop(
            "Participants who are enrolled on the last day of the period, divided by the "
            "full-time equivalents of that day."
        ),
        unit=PER_FULL_TIME,
        part="enrolled_at_end",
        whole="full_time_equivalents_at_end",
    ),
)
