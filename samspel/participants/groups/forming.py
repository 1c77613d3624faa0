"""Starting a group, changing what it is, and ending it or letting it go on."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.organisation.team import Team
from samspel.participants.constraints import saving
from samspel.participants.groups.group import Group
from samspel.participants.groups.kind import GroupKind
from samspel.participants.groups.laying_out import (
    lay_out,
    take_away_after,
    take_away_surplus,
)
from samspel.participants.groups.naming import require_nameless
from samspel.participants.groups.writing import check_row, locked_group, tell, touch_teams
from samspel.records.versions import must_be, set_values


@dataclass(frozen=True, slots=True)
class Facts:
    """What a group is, as entered."""

    kind: GroupKind
    name: str
    starts_on: date
    purpose: str = ""
    place: str = ""
    capacity: int | None = None
    is_open: bool = True
    sessions_planned: int | None = None


FACTS = tuple(Facts.__dataclass_fields__)


def start_group(*, team: Team, facts: Facts, today: date, by: Actor) -> Group:
    """A new group of the team. Raises ValidationError with every fault."""
    with saving(by):
        row = Group(team=team, **_values(facts))
        _check(row, today)
        row.save()
        touch_teams(row)
        tell("group_started", row, by)
    return row


def change_group(
    *,
    group: Group,
    version: int,
    facts: Facts,
    today: date,
    by: Actor,
    no_name: bool = False,
) -> Group:
    """Change what a group is; fewer or more planned sessions are laid out at once.

    Another kind is a correction: the sessions that have been are of it too. Raises
    ValidationError with every fault, and ChangedMeanwhileError.
    """
    with saving(by):
        row = locked_group(group)
        must_be(version, row)
        changed = set_values(row, _values(facts))
        if not changed:
            return row
        _check(row, today)
        texts = {"name": row.name, "purpose": row.purpose, "place": row.place}
        require_nameless(row, texts, by, no_name=no_name)
        if "starts_on" in changed and row.sessions.held().filter(on__lt=row.starts_on).exists():
            raise ValidationError({"starts_on": [_("There are sessions before that day.")]})
        row.version += 1
        row.save()
        if "kind" in changed:
            row.sessions.update(kind=row.kind)
        if "sessions_planned" in changed:
            take_away_surplus(row, today)
            lay_out(group=row, start=today, today=today)
        touch_teams(row)
        tell("group_changed", row, by, fields=changed)
    return row


def _values(facts: Facts) -> dict[str, Any]:
    return {name: getattr(facts, name) for name in FACTS}


def _check(row: Group, today: date) -> None:
    if row.kind.team_id != row.team_id:
        raise ValidationError({"kind": [_("Choose one of the team's kinds of groups.")]})
    check_row(row, {"starts_on": row.starts_on}, today)


def end_group(*, group: Group, version: int, ends_on: date | None, today: date, by: Actor) -> Group:
    """Say which day is the group's last; None lets it go on.

    Sessions after it that nobody came to are taken away. Raises ValidationError where somebody
    came to one after it, and ChangedMeanwhileError.
    """
    with saving(by):
        row = locked_group(group)
        must_be(version, row)
        if row.ends_on == ends_on:
            return row
        row.ends_on = ends_on
        check_row(row, {"ends_on": ends_on}, today)
        if ends_on is not None:
            take_away_after(row, ends_on)
        row.version += 1
        row.save()
        lay_out(group=row, start=today, today=today)
        touch_teams(row)
        tell("group_ended" if ends_on else "group_goes_on", row, by)
    return row
