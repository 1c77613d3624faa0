"""How partners, what is done with them and visits are entered, changed and taken back."""

from collections.abc import Mapping
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from samspel.accounts.actor import Actor
from samspel.accounts.log import log
from samspel.organisation.partners.partner import Collaboration, OfficialVisit, Partner
from samspel.organisation.team import Team
from samspel.records.constraints import check, saving
from samspel.records.versions import must_be, set_values

Kept = TypeVar("Kept", Partner, Collaboration, OfficialVisit)
FIELD_OF = {
    "partner_is_in_a_team_once": "name",
    "partner_ends_on_or_after_its_first_day": "last_on",
    "collaboration_ends_on_or_after_its_first_day": "last_on",
    "official_visit_is_entered_once": "whom",
}
_WORDS: Mapping[type, str] = {
    Partner: "partner",
    Collaboration: "collaboration",
    OfficialVisit: "official_visit",
}


def team_of(row: Partner | Collaboration | OfficialVisit) -> Team:
    """The team whose row it is."""
    return row.partner.team if isinstance(row, Collaboration) else row.team


def _rows_of(row: Kept) -> "QuerySet[Kept]":
    return type(row).objects.all()


def enter(*, row: Kept, values: Mapping[str, Any], by: Actor) -> Kept:
    """Save a new row. Raises ValidationError where it does not make sense."""
    with saving(FIELD_OF):
        set_values(row, values)
        _check(row)
        row.save(force_insert=True)
        _log("entered", row, by, sorted(values))
    return row


def change(*, row: Kept, values: Mapping[str, Any], version: int, by: Actor) -> Kept:
    """Change a row. Raises ValidationError and ChangedMeanwhileError; no change leaves no trace."""
    with saving(FIELD_OF):
        found = _rows_of(row).select_for_update().get(pk=row.pk)
        must_be(version, found)
        changed = set_values(found, values)
        if not changed:
            return found
        _check(found)
        found.version += 1
        found.save()
        _log("changed", found, by, changed)
    return found


def take_back(*, visit: OfficialVisit, version: int, by: Actor) -> None:
    """Remove a visit that was entered by mistake. Raises ChangedMeanwhileError."""
    with saving():
        found = OfficialVisit.objects.select_for_update().get(pk=visit.pk)
        must_be(version, found)
        _log("taken_back", found, by, [])
        found.delete()


def _check(row: Partner | Collaboration | OfficialVisit) -> None:
    check(row, FIELD_OF)
    if isinstance(row, Collaboration) and row.first_on < row.partner.first_on:
        raise ValidationError(
            {
                "first_on": [
                    _("The team works with the partner since %(day)s: choose a later day.")
                    % {"day": row.partner.first_on.isoformat()}
                ]
            }
        )


def _log(what: str, row: Kept, by: Actor, fields: list[str]) -> None:
    team, word = team_of(row), _WORDS[type(row)]
    team.touch()
    log(
        by=by,
        act=f"{word}_{what}",
        subject=f"{word}:{row.pk}",
        team_id=team.pk,
        details={"fields": fields},
    )
