"""Development areas: raised, changed, and carried on step by step until they are settled."""

from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.accounts.log import log
from samspel.organisation.team import Team
from samspel.personnel.methods.development_area import DevelopmentArea, DevelopmentStep
from samspel.personnel.methods.keeping_series import locked_team
from samspel.personnel.methods.plausible import require_past
from samspel.records.constraints import check, saving
from samspel.records.versions import must_be, set_values

FIELD_OF = {
    "development_area_has_a_title": "title",
    "development_area_is_raised_once_on_a_day": "title",
    "development_step_has_a_state": "state",
}


@dataclass(frozen=True, slots=True)
class AreaFacts:
    """What is entered of an area."""

    title: str
    raised_on: date
    aim: str = ""


def raise_area(*, team: Team, facts: AreaFacts, today: date, by: Actor) -> DevelopmentArea:
    """Enter a new area; it is planned until a step says otherwise. Raises ValidationError."""
    with saving(FIELD_OF):
        row = DevelopmentArea(team=locked_team(team))
        _set(row, facts, today)
        row.save()
        row.team.touch()
        _tell("development_area_raised", row, by)
    return row


def change_area(
    *, area: DevelopmentArea, version: int, facts: AreaFacts, today: date, by: Actor
) -> DevelopmentArea:
    """Change what is entered. Raises ValidationError, by field, also where a step would come
    before the area was raised, and ChangedMeanwhileError."""
    with saving(FIELD_OF):
        row = _locked(area, version)
        changed = _set(row, facts, today)
        if row.steps.filter(on__lt=facts.raised_on).exists():
            sentence = _("There is a step before that day.")
            raise ValidationError({"raised_on": [sentence]})
        if changed:
            _save(row)
            _tell("development_area_changed", row, by, fields=changed)
    return row


def take_step(
    *,
    area: DevelopmentArea,
    version: int,
    on: date,
    state: str,
    note: str,
    today: date,
    by: Actor,
) -> DevelopmentStep:
    """Say how far an area has come since a day. Raises ValidationError, by field, and
    ChangedMeanwhileError."""
    with saving(FIELD_OF):
        row = _locked(area, version)
        require_past(on, "on", today)
        if on < row.raised_on:
            raise ValidationError({"on": [_("The area was raised after that day.")]})
        step = DevelopmentStep(area=row, on=on, state=state, note=note, recorded_by=by.user)
        check(step, FIELD_OF)
        step.save()
        _save(row)
        _tell("development_area_moved", row, by, state=state)
    return step


def take_back_step(
    *, area: DevelopmentArea, version: int, step_id: int, by: Actor
) -> DevelopmentArea:
    """Take back a step that was entered by mistake; one that is gone already is fine.

    Raises ChangedMeanwhileError.
    """
    with saving():
        row = _locked(area, version)
        if row.steps.filter(pk=step_id).delete()[0]:
            _save(row)
            _tell("development_step_removed", row, by)
    return row


def remove_area(*, area: DevelopmentArea, version: int, by: Actor) -> None:
    """Remove an area that was entered by mistake and was never carried on.

    Raises ValidationError where it has steps, and ChangedMeanwhileError.
    """
    with saving():
        row = _locked(area, version)
        if row.steps.exists():
            raise ValidationError(
                _("It has steps: take them back first, or say that the area is dropped.")
            )
        _tell("development_area_removed", row, by)
        row.team.touch()
        row.delete()


def _locked(area: DevelopmentArea, version: int) -> DevelopmentArea:
    team = locked_team(area.team)
    row = DevelopmentArea.objects.select_for_update().get(pk=area.pk)
    row.team = team
    must_be(version, row)
    return row


def _set(row: DevelopmentArea, facts: AreaFacts, today: date) -> list[str]:
    require_past(facts.raised_on, "raised_on", today)
    values = {"title": facts.title, "aim": facts.aim, "raised_on": facts.raised_on}
    changed = set_values(row, values)
    check(row, FIELD_OF)
    return changed


def _save(row: DevelopmentArea) -> None:
    row.version += 1
    row.save()
    row.team.touch()


def _tell(act: str, row: DevelopmentArea, by: Actor, **details: object) -> None:
    subject = f"development_area:{row.pk}"
    log(by=by, act=act, subject=subject, team_id=row.team_id, details=dict(details))
