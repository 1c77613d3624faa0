"""The trial period on the person's page: the weeks, who came today, and what was decided."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from samspel.participants.attendance.away import away_since
from samspel.participants.beside import rows_beside
from samspel.participants.episode import Episode
from samspel.participants.stage import Stage
from samspel.participants.timeline import Row
from samspel.participants.trial.beside import BESIDE, CAME, DECIDED, Told, may_take_back, told_of
from samspel.participants.trial.deciding import WAITED_FOR, awaits_decision
from samspel.participants.trial.decision import Decision
from samspel.participants.trial.weeks import Week, WeekState, missed, weeks_of
from samspel.participants.when import Step, may


@dataclass(frozen=True, slots=True)
class WeekMark:
    """A week as it is drawn, with what it says in words."""

    number: int
    css: str
    words: str


@dataclass(frozen=True, slots=True)
class TrialPart:
    """What `trial/part.html` shows of an episode on a day, as ``trial``."""

    episode_id: UUID
    today: date
    ends_on: date | None
    """The first day after a trial period that goes on or has just ended; else None."""
    marks: list[WeekMark]
    summary: str
    away_since: date | None
    last_came: date | None
    came_today: bool
    may_attend: bool
    """False where the person came to a session today: that is changed on the session's sheet."""
    awaits_decision: bool
    may_decide: bool
    decisions: list[Told]


def trial_part(episode: Episode, today: date) -> TrialPart | None:
    """What the person's page shows of the trial period and attendance, by one query."""
    return trial_part_from(rows_beside(BESIDE, episode.pk, today), episode, today)


def trial_part_from(
    rows: Mapping[str, Sequence[Row]], episode: Episode, today: date
) -> TrialPart | None:
    """The same from the rows of `BESIDE`, which others read along with theirs.

    None for somebody who is not enrolled on ``today``: there is nothing to show or to record.
    """
    stage = episode.stage(today)
    if not may(Step.ATTEND, stage) or episode.enrolled_on is None:
        return None
    decisions = [told_of(each) for each in rows[DECIDED]]
    came = [each.on for each in rows[CAME]]
    of_today = [each for each in rows[CAME] if each.on == today]
    last = max(came, default=None)
    settled = any(each.decision == Decision.CONTINUE for each in decisions)
    ends = _shown_end(episode, today)
    weeks = weeks_of(episode.enrolled_on, ends, came, today) if ends else []
    return TrialPart(
        episode_id=episode.pk,
        today=today,
        ends_on=ends,
        marks=[WeekMark(week.number, f"is-{week.state}", _words(week)) for week in weeks],
        summary=summary(weeks),
        away_since=away_since(episode.enrolled_on, last, today) if stage == Stage.TRIAL else None,
        last_came=last,
        came_today=bool(of_today),
        may_attend=all(may_take_back(each, today) for each in of_today),
        awaits_decision=awaits_decision(episode, is_settled=settled, today=today),
        may_decide=ends is not None and not settled and may(Step.DECIDE_TRIAL, stage),
        decisions=decisions,
    )


def _shown_end(episode: Episode, today: date) -> date | None:
    ends = episode.trial_ends_on
    return ends if ends is not None and today <= ends + WAITED_FOR else None


def summary(weeks: list[Week]) -> str:
    """The weeks in one or two sentences: which were missed, and what is asked of the short ones."""
    if not weeks:
        return ""
    gone = missed(weeks)
    if gone:
        numbers = ", ".join(str(week.number) for week in gone)
        said = _("Did not come in week %(numbers)s.") % {"numbers": numbers}
    else:
        said = _("Has come every week so far.") if _any_over(weeks) else _("No whole week is over.")
    if all(week.is_whole for week in weeks):
        return said
    return (
        said + " " + _("The weeks of which only a part belongs to the trial period do not count.")
    )


def _any_over(weeks: list[Week]) -> bool:
    return any(week.state == WeekState.CAME for week in weeks)


def _words(week: Week) -> str:
    told = {
        WeekState.CAME: _("came on %(days)s"),
        WeekState.MISSED: _("did not come"),
        WeekState.PART: _("not a whole week, did not come"),
        WeekState.RUNNING: _("has not come yet"),
        WeekState.COMING: _("to come"),
    }[week.state]
    days = ", ".join(day.isoformat() for day in week.came)
    return _("Week %(number)s: %(told)s") % {"number": week.number, "told": told % {"days": days}}
