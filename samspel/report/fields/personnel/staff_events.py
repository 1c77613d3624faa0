"""Field 4: what changed among the staff, event by event; roles and agencies, never names."""

from datetime import timedelta
from fractions import Fraction

from django.utils.translation import gettext as _

from samspel.figures.staff_changes import Change, ChangeKind
from samspel.figures.staff_rows import WHOLE
from samspel.personnel.staffing.position import EmployedBy
from samspel.personnel.staffing.told import ToldPosition, ToldStaffing
from samspel.personnel.staffing.words import Employer
from samspel.report.plan import Material
from samspel.report.sentences import own_words, sentences

_DAY = timedelta(days=1)


def events(material: Material) -> str:
    """A sentence for each change, in the order of their days."""
    told = material.staffing()
    return sentences(*(_event(material, told, each) for each in told.changes))


def _event(material: Material, told: ToldStaffing, change: Change) -> str:
    position = told.position(change.position)
    if position is None:
        return ""
    words = {"day": change.on.isoformat(), "who": _who(position), "role": own_words(position.role)}
    if change.kind == ChangeKind.SHARE:
        return _share(change, words)
    if change.kind in (ChangeKind.LEAVE_BEGAN, ChangeKind.LEAVE_CHANGED):
        return _leave(change, words)
    if change.kind == ChangeKind.VACANT:
        return _vacant(material, position, words)
    if change.kind == ChangeKind.ENDED and position.row.stands_in_for:
        return _("The last day of somebody who stood in was %(day)s (%(who)s).") % words
    plain = {
        ChangeKind.BEGAN: _("On %(day)s somebody new began (%(who)s)."),
        ChangeKind.STOOD_IN: _("From %(day)s somebody stood in (%(who)s)."),
        ChangeKind.TOOK_ON: _(
            "On %(day)s somebody who was in the team already began another position (%(who)s)."
        ),
        ChangeKind.LEAVE_ENDED: _("On %(day)s somebody came back from leave (%(who)s)."),
        ChangeKind.GAVE_UP: _(
            "On %(day)s somebody who stays in the team ended one position (%(who)s)."
        ),
        ChangeKind.ENDED: _("The last day of somebody who left was %(day)s (%(who)s)."),
    }
    return plain[change.kind] % words


def _who(position: ToldPosition) -> str:
    """“coach from AF”."""
    told = _("%(role)s, %(whence)s")
    words = {"role": own_words(position.role), "whence": _whence(position.employer)}
    return told % words if words["whence"] else words["role"]


def _whence(employer: Employer) -> str:
    agency, place = own_words(employer.agency), own_words(employer.comes_from)
    if employer.employed_by == EmployedBy.AGENCY:
        return _("from %(agency)s") % {"agency": agency}
    if employer.employed_by == EmployedBy.BORROWED:
        return _("borrowed from %(team)s") % {"team": place}
    if employer.employed_by == EmployedBy.HIRED:
        return _("hired from %(company)s") % {"company": place} if place else _("hired service")
    return _("employed by %(host)s") % {"host": own_words(employer.host)} if employer.host else ""


def _share(change: Change, words: dict[str, str]) -> str:
    before = f"working_share.position.{change.position}@{change.on - _DAY}"
    after = f"working_share.position.{change.position}@{change.on}"
    told = _("On %(day)s the working share went from %(before)s to %(after)s (%(who)s).")
    return told % (words | {"before": "{" + before + "}", "after": "{" + after + "}"})


def _leave(change: Change, words: dict[str, str]) -> str:
    after: Fraction | None = change.after
    if after == WHOLE:
        return _("From %(day)s somebody was wholly on leave (%(who)s).") % words
    percent = "{" + f"leave_share.position.{change.position}@{change.on}" + "}"
    told = _("From %(day)s somebody was on leave %(percent)s of the position's time (%(who)s).")
    return told % (words | {"percent": percent})


def _vacant(material: Material, position: ToldPosition, words: dict[str, str]) -> str:
    last = position.row.last_on
    if last is None or last > material.period.end:
        return _("From %(day)s a position stood vacant (%(who)s).") % words
    told = _("From %(day)s to %(last)s a position stood vacant (%(who)s).")
    return told % (words | {"last": last.isoformat()})
