"""A survey round: begun, participants asked, what came of it noted, results taken in."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.accounts.log import log
from samspel.organisation.team import Team
from samspel.participants.constraints import broken_constraints, saving
from samspel.participants.episode import Episode
from samspel.participants.stage import ENROLLED_STAGES
from samspel.participants.surveys.invitation import Answered, Invitation
from samspel.participants.surveys.result import SurveyResult
from samspel.participants.surveys.result_file import ResultLine
from samspel.participants.surveys.survey import Survey
from samspel.records.versions import must_be, set_values


@dataclass(frozen=True, slots=True)
class Round:
    """What is entered of a survey."""

    title: str
    opens_on: date
    closes_on: date


@dataclass(frozen=True, slots=True)
class Noted:
    """How many were noted as asked, and who had been noted before, by somebody else perhaps."""

    new: int
    already: list[Episode]


def begin_survey(*, team: Team, round_: Round, by: Actor) -> Survey:
    """A new round. Raises ValidationError where its name is taken or its days do not fit."""
    survey = Survey(
        team=team, title=round_.title, opens_on=round_.opens_on, closes_on=round_.closes_on
    )
    with saving(by):
        _check(survey)
        survey.save(force_insert=True)
        _tell(survey, "survey_begun", by)
    return survey


def change_survey(*, survey: Survey, round_: Round, version: int, by: Actor) -> Survey:
    """Correct the name or the days. Raises ValidationError and ChangedMeanwhileError."""
    with saving(by):
        row = _locked(survey)
        must_be(version, row)
        values: Mapping[str, Any] = {
            "title": round_.title,
            "opens_on": round_.opens_on,
            "closes_on": round_.closes_on,
        }
        changed = set_values(row, values)
        if changed:
            _check(row)
            _holds_its_invitations(row)
            row.version += 1
            row.save()
            _tell(row, "survey_changed", by, fields=changed)
    return row


def invite(
    *, survey: Survey, episodes: Iterable[Episode], on: date, today: date, by: Actor
) -> Noted:
    """Note that these were asked on a day; who has been noted already stays as noted.

    Raises ValidationError for a day outside of the round or still to come, and for who was not
    enrolled on it.
    """
    if on > today:
        raise ValidationError(_("That day has not come yet."), code="ahead")
    with saving(by):
        row = _locked(survey)
        if not row.opens_on <= on <= row.closes_on:
            raise ValidationError(_("That day is outside of the survey's days."), code="outside")
        chosen = sorted(episodes, key=lambda each: each.pk)
        own = Invitation.objects.filter(survey=row, episode__in=chosen)
        known = set(own.values_list("episode_id", flat=True))
        new = [each for each in chosen if each.pk not in known]
        if any(each.stage(on) not in ENROLLED_STAGES for each in new):
            raise ValidationError(_("Only those who were enrolled that day can be asked."))
        for each in new:
            Invitation.objects.create(survey=row, episode=each, invited_on=on, invited_by=by.user)
            log(by=by, act="survey_invited", subject=f"episode:{each.pk}", team_id=row.team_id)
        if new:
            row.team.touch()
    return Noted(len(new), [each for each in chosen if each.pk in known])


def take_away(*, invitation: Invitation, by: Actor) -> None:
    """Somebody was noted by mistake. Who is taken away can be noted again.

    Raises ValidationError where an answer has been noted: that is taken back first. One that is
    taken away already stays so.
    """
    with saving(by):
        survey = _locked(invitation.survey)
        row = Invitation.objects.select_for_update().filter(pk=invitation.pk).first()
        if row is None:
            return
        if row.answered != Answered.WAITING:
            told = _("“%(answer)s” is noted already: take that back first.")
            raise ValidationError(told % {"answer": row.get_answered_display()}, code="answered")
        row.delete()
        survey.team.touch()
        subject = f"episode:{row.episode_id}"
        log(by=by, act="survey_invitation_taken_away", subject=subject, team_id=survey.team_id)


def note_answer(
    *, invitation: Invitation, seen: Answered, answered: Answered, on: date, by: Actor
) -> None:
    """Note what came of an invitation; the same again changes nothing.

    ``seen`` is what the page showed. Raises ValidationError where somebody else has noted
    something else since then.
    """
    with saving(by):
        row = Invitation.objects.select_for_update().filter(pk=invitation.pk).first()
        if row is None:
            raise ValidationError(_("Somebody took this away meanwhile."), code="gone")
        if row.answered == answered:
            return
        if row.answered != seen:
            told = _("Somebody else noted “%(answer)s” meanwhile, and that stands.")
            raise ValidationError(told % {"answer": row.get_answered_display()}, code="meanwhile")
        row.answered = answered
        row.settled_on = None if answered == Answered.WAITING else on
        row.save()
        survey = invitation.survey
        survey.team.touch()
        subject = f"episode:{row.episode_id}"
        log(by=by, act="survey_answer_noted", subject=subject, team_id=survey.team_id)


def take_results(*, survey: Survey, lines: Iterable[ResultLine], by: Actor) -> int:
    """Take in the results of a survey in the place of those before; returns how many lines."""
    with saving(by):
        row = _locked(survey)
        SurveyResult.objects.filter(survey=row).delete()
        made = SurveyResult.objects.bulk_create(
            SurveyResult(
                survey=row,
                place=place,
                question=line.question,
                group=line.group,
                answers=line.answers,
                share=line.share,
                mean=line.mean,
            )
            for place, line in enumerate(lines)
        )
        _tell(row, "survey_results_taken", by)
    return len(made)


def _locked(survey: Survey) -> Survey:
    return Survey.objects.select_for_update(of=("self",)).select_related("team").get(pk=survey.pk)


def _holds_its_invitations(survey: Survey) -> None:
    outside = ~Q(invited_on__range=(survey.opens_on, survey.closes_on))
    if Invitation.objects.filter(outside, survey=survey).exists():
        raise ValidationError(
            _("Somebody was asked on a day that would be outside of the survey's days.")
        )


def _check(survey: Survey) -> None:
    if errors := broken_constraints(survey):
        raise ValidationError(errors)


def _tell(survey: Survey, act: str, by: Actor, **details: Any) -> None:
    subject = f"survey:{survey.pk}"
    log(by=by, act=act, subject=subject, team_id=survey.team_id, details=details)
