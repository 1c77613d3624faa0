"""What pages and reports say of a position: its share over time, its leave, whose employee."""

from datetime import date
from fractions import Fraction
from typing import NamedTuple

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from samspel.figures.printing import share_of_full_time
from samspel.figures.staff_rows import StaffRow, leave_on
from samspel.organisation.team import Team
from samspel.personnel.staffing.position import EmployedBy, Position


def percent_text(percent: Fraction) -> str:
    """A share as the reader's language writes it: “62,5 %”."""
    return share_of_full_time(percent, get_language() or "sv")


def share_text(row: StaffRow, first: date, last: date) -> str:
    """The shares of the days from the first to the last, the latest first.

    “80 % from 2024-03-01, before that 100 %”; of a share that held all the time only “80 %”.
    """
    held = [
        (start, percent)
        for start, end, percent in row.share_days()
        if start <= last and (end is None or end >= first)
    ]
    held.reverse()
    if not held:
        return ""
    (start, percent), *before = held
    text = percent_text(percent)
    if not before:
        return text
    text = _("%(share)s from %(day)s") % {"share": text, "day": start.isoformat()}
    *between, (_start, oldest) = before
    for start, percent in between:
        told = {"told": text, "share": percent_text(percent), "day": start.isoformat()}
        text = _("%(told)s, before that %(share)s from %(day)s") % told
    told = {"told": text, "share": percent_text(oldest)}
    return _("%(told)s, before that %(share)s") % told


def leave_text(row: StaffRow, day: date) -> str:
    """“on leave” or “on leave 50 %”, never what for; nothing for who is not on leave."""
    percent = leave_on(row, day)
    if not percent:
        return ""
    if percent == 100:
        return _("on leave")
    return _("on leave %(percent)s") % {"percent": percent_text(percent)}


class Employer(NamedTuple):
    """Whose employee somebody is, in the names that the team uses; empty where there is none."""

    employed_by: str
    agency: str
    comes_from: str
    host: str


def employer_of(position: Position, team: Team) -> Employer:
    """What `employer_text` needs to know of a position."""
    agency = "" if position.agency is None else str(position.agency)
    host = team.host.name if team.host else ""
    return Employer(position.employed_by, agency, position.comes_from, host)


def employer_text(employer: Employer) -> str:
    """Whose employee somebody is: an agency, the host, another team or a hired service."""
    if employer.employed_by == EmployedBy.AGENCY:
        return employer.agency
    told = {
        EmployedBy.HOST.value: employer.host or _("the host"),
        EmployedBy.BORROWED.value: _("borrowed from %(team)s") % {"team": employer.comes_from},
        EmployedBy.HIRED.value: _("hired service"),
    }[employer.employed_by]
    if employer.employed_by == EmployedBy.HIRED and employer.comes_from:
        told = _("hired from %(company)s") % {"company": employer.comes_from}
    if not employer.agency:
        return told
    return _("%(employer)s, for %(agency)s") % {"employer": told, "agency": employer.agency}
