"""What a team says in its own words about placements: the agreement's lines, forms of subsidy."""

from django.core.exceptions import ValidationError

from samspel.accounts.actor import Actor
from samspel.accounts.log import log
from samspel.organisation.team import Team
from samspel.participants.constraints import broken_constraints, saving
from samspel.participants.placements.agreement_words import AgreementWords, words_of
from samspel.participants.placements.subsidy import STARTER_SET, SubsidyForm
from samspel.records.versions import must_be, set_values


def save_words(
    *, team: Team, version: int, insurance: str, secrecy: str, by: Actor
) -> AgreementWords:
    """Save the agreement's lines; ``version`` is 0 where the team had none of its own.

    Raises ChangedMeanwhileError.
    """
    with saving(by):
        team.touch()  # locks the team's row: two first writers come one after the other
        row = words_of(team)
        values = {"insurance": insurance, "secrecy": secrecy}
        changed = [name for name, value in values.items() if getattr(row, name) != value]
        if changed:
            must_be(version, row)
            set_values(row, values)
            row.version += 1
            row.save()
            _tell(team, changed, by)
    return row


def add_subsidy(*, team: Team, title: str, by: Actor) -> SubsidyForm:
    """Add a form of subsidy; one that the team has is taken into use again.

    Raises ValidationError where it has no name.
    """
    with saving(by):
        team.touch()
        row = SubsidyForm.objects.filter(team=team, title=title).first()
        row = row or SubsidyForm(team=team, title=title, version=0)
        if row.version and row.is_used:
            return row
        row.is_used = True
        row.version += 1
        if broken := broken_constraints(row):
            raise ValidationError(broken)
        row.save()
        _tell(team, ["subsidy"], by)
    return row


def use_subsidy(*, subsidy: SubsidyForm, is_used: bool, by: Actor) -> SubsidyForm:
    """Use a form of subsidy no more, or again; placements that have it keep it."""
    with saving(by):
        subsidy.team.touch()
        row = SubsidyForm.objects.select_for_update().get(pk=subsidy.pk)
        if set_values(row, {"is_used": is_used}):
            row.version += 1
            row.save()
            _tell(subsidy.team, ["subsidy"], by)
    return row


def take_starter_set(*, team: Team, by: Actor) -> int:
    """Take in the forms to begin with, in the reader's language; returns how many were new."""
    with saving(by):
        team.touch()
        known = set(SubsidyForm.objects.filter(team=team).values_list("title", flat=True))
        new = [str(title) for title in STARTER_SET if str(title) not in known]
        SubsidyForm.objects.bulk_create(SubsidyForm(team=team, title=title) for title in new)
        if new:
            _tell(team, ["subsidy"], by)
    return len(new)


def _tell(team: Team, fields: list[str], by: Actor) -> None:
    log(
        by=by,
        act="placement_settings_changed",
        subject=f"team:{team.pk}",
        team_id=team.pk,
        details={"fields": fields},
    )
