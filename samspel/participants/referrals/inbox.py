"""The team's inbox as a list: which forms, in which order, and what a row shows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import BooleanField, ExpressionWrapper, Q
from django.utils.translation import gettext_lazy as _

from samspel.accounts.user import User
from samspel.organisation.team import Team
from samspel.pages.listing import Column, Filter
from samspel.participants.referrals.referral_form import (
    IN_STATE,
    ReferralForm,
    ReferralFormQuerySet,
    ReferralState,
)
from samspel.participants.referrals.seen import same_person
from samspel.participants.referrers import own_referrer_titles, referrer_titles

WAITING, ALL = "waiting", "all"
_UNANSWERED = IN_STATE[ReferralState.SENT] | IN_STATE[ReferralState.ASKED_BACK]
COLUMNS = (
    Column("name", _("Name"), ("family_name", "given_name")),
    Column("sent", _("Sent"), ("sent_at", "begun_at"), css="is-date"),
    Column("days", _("Waiting, days"), css="number"),
    Column("referrer", _("Referrer"), ("referred_by", "caseworker_name")),
    Column("state", _("State")),
)


@dataclass(frozen=True, slots=True)
class InboxRow:
    """One form as the list shows it."""

    form: ReferralForm
    name: Any
    state: ReferralState
    days: int | None
    referrer: str
    is_again: bool
    """Whether another form may be about the same person."""


def filters(teams: Sequence[Team]) -> list[Filter]:
    """What the inbox can be narrowed by."""
    states = [(state.value, state.label.capitalize()) for state in ReferralState]
    first = (WAITING, _("Not answered yet"))
    found = [Filter("state", _("State"), [first, *states, (ALL, _("All"))])]
    if len(teams) > 1:
        slugs = [("", _("All teams")), *((team.slug, team.name) for team in teams)]
        found.append(Filter("team", _("Team"), slugs))
    return found


def inbox(*, user: User, teams: Sequence[Team], chosen: dict[str, str]) -> ReferralFormQuerySet:
    """The forms of the user's teams as chosen, whom the user may see."""
    found = ReferralForm.objects.visible_to(user).filter(team__in=_chosen(teams, chosen))
    state = chosen["state"]
    if state == WAITING:
        return found.filter(_UNANSWERED)
    return found if state == ALL else found.filter(IN_STATE[ReferralState(state)])


def hides_some(teams: Sequence[Team], user: User) -> bool:
    """Whether a form waits for an answer that only staff named for a protected person may open."""
    waiting = ReferralForm.objects.filter(_UNANSWERED, team__in=teams)
    seen = ReferralForm.objects.visible_to(user)
    hidden = waiting.about_somebody_protected().exclude(pk__in=seen.values("pk"))
    return hidden.exists()


def _chosen(teams: Sequence[Team], chosen: dict[str, str]) -> list[Team]:
    slug = chosen.get("team", "")
    return [team for team in teams if not slug or team.slug == slug]


def with_again(forms: ReferralFormQuerySet) -> ReferralFormQuerySet:
    """With ``is_again``: whether another form may be about the same person."""
    again = ExpressionWrapper(Q(sent_at__isnull=False) & same_person(), BooleanField())
    return forms.annotate(is_again=again).select_related("team", "episode__participant")


def inbox_rows(forms: Iterable[Any], teams: Sequence[Team], today: date) -> list[InboxRow]:
    """The rows of one page, with the referrers' titles by one query."""
    titles = referrer_titles(teams[0]) | own_referrer_titles(teams[1:])
    return [_row(form, titles, today) for form in forms]


def _row(form: Any, titles: dict[str, str], today: date) -> InboxRow:
    code = "self" if form.is_self_referral else form.referred_by
    person = form.episode.participant if form.episode else None
    name = person.listed_name if person and person.is_protected else form.name
    return InboxRow(
        form=form,
        name=name or _("No name yet"),
        state=form.state,
        days=form.days_waiting(today),
        referrer=", ".join(part for part in (titles.get(code, code), form.caseworker_name) if part),
        is_again=form.is_again,
    )
