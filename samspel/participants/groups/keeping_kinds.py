"""A team's kinds of groups: take over the starter set, add, rename, retire and use again."""

from itertools import chain, count

from django.core.exceptions import ValidationError
from django.utils.text import slugify
from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.accounts.log import log
from samspel.organisation.team import Team
from samspel.participants.constraints import saving
from samspel.participants.groups.kind import GroupKind
from samspel.participants.groups.starter_kinds import STARTER_KINDS
from samspel.records.versions import must_be

_LONGEST_CODE = 40


def take_starter_kinds(*, team: Team, by: Actor) -> int:
    """Take over the kinds to begin with, in the reader's language; returns how many were new.

    Those that the team has already, by code or by name, are left as they are.
    """
    with saving(by):
        team.touch()  # locks the team's row: of two presses the second finds what the first made
        own = GroupKind.objects.filter(team=team).values_list("code", "title")
        known = {text.casefold() for pair in own for text in pair}
        new = [
            each
            for each in STARTER_KINDS
            if each.code not in known and str(each.title).casefold() not in known
        ]
        for each in new:
            _made(team, each.code, str(each.title), by)
    return len(new)


def add_kind(*, team: Team, title: str, by: Actor) -> GroupKind:
    """A kind of the team's own. Raises ValidationError when the team has one of this name."""
    with saving(by):
        team.touch()
        _require_free(team, title)
        return _made(team, _free_code(team, title), title, by)


def rename_kind(*, kind: GroupKind, version: int, title: str, by: Actor) -> GroupKind:
    """Another name; the code stays, so that figures go on.

    Raises ValidationError when another kind has the name, and ChangedMeanwhileError.
    """
    with saving(by):
        row = GroupKind.objects.select_for_update().select_related("team").get(pk=kind.pk)
        must_be(version, row)
        if row.title == title:
            return row
        _require_free(row.team, title, but=row)
        row.title = title
        row.version += 1
        row.save()
        row.team.touch()
        _tell("group_kind_changed", row, by)
    return row


def set_used(*, kind: GroupKind, is_used: bool, by: Actor) -> None:
    """Retire a kind, or use it again; its groups keep it. Once more changes nothing."""
    with saving(by):
        row = GroupKind.objects.select_for_update().select_related("team").get(pk=kind.pk)
        if row.is_used != is_used:
            row.is_used = is_used
            row.version += 1
            row.save()
            _tell("group_kind_changed", row, by)


def _made(team: Team, code: str, title: str, by: Actor) -> GroupKind:
    row = GroupKind.objects.create(team=team, code=code, title=title)
    _tell("group_kind_added", row, by)
    return row


def _require_free(team: Team, title: str, but: GroupKind | None = None) -> None:
    others = GroupKind.objects.filter(team=team)
    if but is not None:
        others = others.exclude(pk=but.pk)
    titles = {each.casefold() for each in others.values_list("title", flat=True)}
    if title.casefold() in titles:
        sentence = _("The team has a kind of group with this name already.")
        raise ValidationError({"title": [sentence]})


def _free_code(team: Team, title: str) -> str:
    """A code that the team has not: made of the name, and never changed with it."""
    plain = slugify(title)[: _LONGEST_CODE - 5].strip("-") or "kind"
    taken = set(GroupKind.objects.filter(team=team).values_list("code", flat=True))
    numbered = (f"{plain}-{number}" for number in count(2))
    return next(code for code in chain([plain], numbered) if code not in taken)


def _tell(act: str, kind: GroupKind, by: Actor) -> None:
    log(
        by=by,
        act=act,
        subject=f"team:{kind.team_id}",
        team_id=kind.team_id,
        details={"kind": kind.code},
    )
