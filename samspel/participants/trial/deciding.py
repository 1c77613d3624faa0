"""The decision on a trial period: go on, prolong, or end. The stage follows from what it sets."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.accounts.log import log
from samspel.figures.codes import DROPOUT
from samspel.figures.period import shift_months
from samspel.participants.changing import change_episode, locked
from samspel.participants.closing import Closing, close
from samspel.participants.constraints import broken_constraints, saving
from samspel.participants.due import LOOK_AHEAD
from samspel.participants.episode import Episode
from samspel.participants.stage import LONGEST_TRIAL, Stage
from samspel.participants.trial.decision import Decision, TrialDecision
from samspel.participants.when import Step, require

WAITED_FOR = timedelta(days=60)
"""How long after its end a decision is asked for: cases from before the decisions have none."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was decided; the codes at the end are those of the closing, where it ended."""

    decision: Decision
    decided_on: date
    until: date | None = None
    reason: str = ""
    income_after: str = ""
    occupation_after: str = ""


def awaits_decision(episode: Episode, *, is_settled: bool, today: date) -> bool:
    """Whether a decision is asked for: from two weeks before the end of the trial period on.

    It ``is_settled`` once it has been decided that the person goes on; a prolonged trial period
    gets another decision, and one that was ended is closed.
    """
    ends = episode.trial_ends_on
    if ends is None or is_settled or episode.stage(today) not in (Stage.TRIAL, Stage.ACTIVE):
        return False
    return ends - LOOK_AHEAD <= today <= ends + WAITED_FOR


def decide(
    *, episode: Episode, version: int, verdict: Verdict, today: date, by: Actor
) -> TrialDecision:
    """Decide on a trial period, with all that follows from it, or with nothing of it.

    Going on ends a trial period that has not ended; prolonging moves its end; ending closes the
    case as an early dropout on the day of the decision. Raises ValidationError and
    ChangedMeanwhileError as `change_episode` does.
    """
    with saving(by):
        row = locked(episode, version)
        require(Step.DECIDE_TRIAL, row.stage(today))
        decision = TrialDecision(
            episode=row,
            decision=verdict.decision,
            decided_on=verdict.decided_on,
            until=verdict.until,
            reason=verdict.reason,
            decided_by=by.user,
        )
        _check(row, decision, today)
        _follow(row, verdict, today, by)
        decision.save()
        log(
            by=by,
            act="trial_decided",
            subject=f"episode:{row.pk}",
            team_id=row.team_id,
            details={"decision": verdict.decision.value},
        )
    return decision


def _follow(row: Episode, verdict: Verdict, today: date, by: Actor) -> None:
    """What the decision does to the episode."""
    if verdict.decision == Decision.END:
        closing = Closing(
            verdict.decided_on, DROPOUT, verdict.income_after, verdict.occupation_after
        )
        close(episode=row, version=row.version, closing=closing, today=today, by=by)
        return
    ends = verdict.until or _earlier(row.trial_ends_on, verdict.decided_on)
    change_episode(
        row,
        {"trial_ends_on": ends},
        version=row.version,
        step=Step.DECIDE_TRIAL,
        act="trial_end_moved",
        today=today,
        by=by,
    )


def _earlier(ends_on: date | None, decided_on: date) -> date | None:
    return None if ends_on is None else min(ends_on, decided_on)


def _check(row: Episode, decision: TrialDecision, today: date) -> None:
    """Raise ValidationError with what is wrong with a decision about to be made."""
    faults = {
        name: [sentence]
        for name, sentence in (
            (NON_FIELD_ERRORS, _settled_fault(row)),
            ("decided_on", _day_fault(row, decision, today)),
            ("until", _until_fault(row, decision)),
            ("reason", _reason_fault(decision)),
        )
        if sentence
    }
    # A constraint's sentence is for what no better one has been found for.
    if found := faults or broken_constraints(decision):
        raise ValidationError(found)


def _settled_fault(row: Episode) -> str | None:
    settled = TrialDecision.objects.filter(episode=row, decision=Decision.CONTINUE).first()
    if settled is None:
        return None
    return _("It was decided on %(day)s that the person goes on.") % {
        "day": settled.decided_on.isoformat()
    }


def _day_fault(row: Episode, decision: TrialDecision, today: date) -> str | None:
    if row.trial_ends_on is None or row.enrolled_on is None:
        return _("The person has no trial period.")
    if decision.decided_on > today:
        return _("The date is in the future: enter it when it has come.")
    if decision.decided_on < row.enrolled_on:
        return _("The decision cannot be before the enrolment.")
    if decision.decision == Decision.CONTINUE and decision.decided_on == row.enrolled_on:
        return _("The trial period ends after the day of enrolment.")
    return None


def _reason_fault(decision: TrialDecision) -> str | None:
    if decision.decision == Decision.PROLONG and not decision.reason:
        return _("Write why the trial period is prolonged.")
    return None


def _until_fault(row: Episode, decision: TrialDecision) -> str | None:
    until = decision.until
    if until is None and decision.decision == Decision.PROLONG:
        return _("Enter until when the trial period is prolonged.")
    if until is None or row.trial_ends_on is None or row.enrolled_on is None:
        return None
    if until <= row.trial_ends_on:
        ends = {"day": row.trial_ends_on.isoformat()}
        return _("The trial period goes on until %(day)s already: choose a later day.") % ends
    if until > shift_months(row.enrolled_on, LONGEST_TRIAL):
        return _("A trial period is at most a year from the enrolment.")
    return None
