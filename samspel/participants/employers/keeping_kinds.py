"""The team's kinds of work: added, renamed, used no longer; a set to begin with."""

from django.core.exceptions import ValidationError
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samspel.accounts.actor import Actor
from samspel.organisation.team import Team
from samspel.participants.constraints import saving
from samspel.participants.employers.keeping import insert, locked, tell, update
from samspel.participants.employers.work_kind import WorkKind

STARTER_SET = (
    ("kitchen", gettext_lazy("kitchen and café")),
    ("stock", gettext_lazy("stock and packing")),
    ("shop", gettext_lazy("shop")),
    ("animals", gettext_lazy("animals")),
    ("garden", gettext_lazy("garden and outdoors")),
    ("office", gettext_lazy("office and computer")),
    ("workshop", gettext_lazy("workshop and repairs")),
    ("cleaning", gettext_lazy("cleaning and laundry")),
    ("care", gettext_lazy("care and company")),
    ("children", gettext_lazy("children and school")),
    ("second_hand", gettext_lazy("second hand and reuse")),
    ("crafts", gettext_lazy("crafts and culture")),
)
_LONGEST_CODE = 40
_LONGEST_STEM = 34
"""Leaves room for a number behind it."""


def add_kind(*, team: Team, title: str, by: Actor) -> WorkKind:
    """A new kind of work. Raises ValidationError where the team has one with the name."""
    with saving(by):
        team.touch()  # locks the team's row: codes are given one at a time
        _require_new(team, title, None)
        row = insert(WorkKind(team=team, code=_code(team, title)), {"title": title})
        tell("work_kind_added", row, ["title"], by=by)
    return row


def change_kind(*, kind: WorkKind, version: int, title: str, is_used: bool, by: Actor) -> WorkKind:
    """Rename a kind, or use it no longer. Raises ValidationError, and ChangedMeanwhileError."""
    with saving(by):
        row = locked(kind, version)
        _require_new(row.team, title, row)
        if changed := update(row, {"title": title, "is_used": is_used}):
            row.team.touch()
            tell("work_kind_changed", row, changed, by=by)
    return row


def take_starter_set(*, team: Team, by: Actor) -> int:
    """Take in the kinds to begin with, in the reader's language; returns how many were new.

    Those that the team has already are left out, so that a second press doubles nothing.
    """
    with saving(by):
        team.touch()
        known = WorkKind.objects.filter(team=team)
        codes = {each.code for each in known}
        titles = {each.title.casefold() for each in known}
        new = [
            (code, str(title))
            for code, title in STARTER_SET
            if code not in codes and str(title).casefold() not in titles
        ]
        for code, title in new:
            row = insert(WorkKind(team=team, code=code), {"title": title})
            tell("work_kind_added", row, ["title"], by=by)
    return len(new)


def _require_new(team: Team, title: str, kind: WorkKind | None) -> None:
    others = [each for each in WorkKind.objects.filter(team=team) if each != kind]
    if title.casefold() in {each.title.casefold() for each in others}:
        raise ValidationError({"title": [_("The team has a kind of work with this name already.")]})


def _code(team: Team, title: str) -> str:
    taken = set(WorkKind.objects.filter(team=team).values_list("code", flat=True))
    stem = slugify(title).replace("-", "_")[:_LONGEST_STEM].strip("_") or "work"
    codes = (stem if number == 1 else f"{stem}_{number}" for number in range(1, len(taken) + 2))
    return next(code for code in codes if code not in taken)[:_LONGEST_CODE]
