"""Follow-ups as plain rows, for figures: which were due, which were held, which left out."""

from datetime import date
from typing import NamedTuple

from samspel.organisation.team import Team
from samspel.participants.episode import Episode
from samspel.participants.follow_ups.due import known_of
from samspel.participants.follow_ups.follow_up import FollowUp
from samspel.participants.follow_ups.schedule import days_until


class FollowUpRow(NamedTuple):
    """One follow-up that was due, or held without being due. ``episode`` is the case number."""

    episode: str
    due_on: date
    held_on: date | None
    is_left_out: bool


def follow_up_rows(team: Team, until: date) -> list[FollowUpRow]:
    """The follow-ups of all the team's episodes that have been enrolled, by two queries.

    Due are the days of the schedule after the enrolment up to and with ``until``, as long as the
    episode was not closed: on the day of closing it is closed. Those that were held by ``until``
    are there also where their day has not come, or is none of the schedule any more since the
    team changed its interval.
    """
    enrolled = Episode.objects.filter(team=team, enrolled_on__lte=until)
    known = known_of(enrolled.order_by().values("pk"))
    stays = enrolled.order_by("enrolled_on", "pk").values_list(
        "pk", "case_number", "enrolled_on", "closed_on"
    )
    rows: list[FollowUpRow] = []
    for pk, number, enrolled_on, closed_on in stays:
        if enrolled_on is None:
            continue
        due = days_until(enrolled_on, team.follow_up_months, until)
        days = {day for day in due if closed_on is None or day < closed_on}
        by_day = {each.due_on: each for each in known.get(pk, [])}
        days |= {day for day, each in by_day.items() if _held_by(each, until)}
        rows += [_row(number, day, by_day.get(day), until) for day in sorted(days)]
    return rows


def _held_by(each: FollowUp, until: date) -> bool:
    return each.held_on is not None and each.held_on <= until


def _row(number: str, day: date, known: FollowUp | None, until: date) -> FollowUpRow:
    if known is None:
        return FollowUpRow(number, day, None, is_left_out=False)
    held_on = known.held_on if _held_by(known, until) else None
    return FollowUpRow(number, day, held_on, is_left_out=bool(known.left_out_because))
