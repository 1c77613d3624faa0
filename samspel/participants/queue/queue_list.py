"""The queue as a list: one row per case that waits, of those whom the user may see."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import F
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samspel.accounts.user import User
from samspel.organisation.team import Team
from samspel.pages.listing import Column, Filter
from samspel.participants.case_list import WIDE
from samspel.participants.episode import Episode, EpisodeQuerySet
from samspel.participants.participant import Protection, visible
from samspel.participants.queue.places import Places, wait_words
from samspel.participants.queue.priority import PriorityGroup
from samspel.participants.stage import Stage
from samspel.participants.whose import mine

MINE, NOBODY, NO_GROUP = "mine", "nobody", "none"
_GROUP = "queue_place__group__place"
_NAME = ("participant__protection", "participant__sort_key")
COLUMNS = (
    Column("place", lazy("Place"), (_GROUP, "referred_on"), "number"),
    Column("name", lazy("Name"), _NAME),
    Column("case", lazy("Case number"), ("case_number",), WIDE),
    Column("group", lazy("Priority"), (_GROUP, *_NAME), WIDE),
    Column("days", lazy("Days waiting"), ("-referred_on",), "number"),
    Column("coach", lazy("Coach"), ("coach__name", *_NAME), WIDE),
    Column("wait", lazy("Until a place")),
    Column("acts", lazy("Act"), css=WIDE),
)
_VALUES = (
    "pk",
    "participant_id",
    "participant__given_name",
    "participant__family_name",
    "participant__reference",
    "participant__protection",
    "case_number",
    "referred_on",
    "enrolled_on",
    "coach__name",
    "queue_place__group__title",
)


class QueueRow(NamedTuple):
    """What a row of the queue shows; a protected person's name is not in it."""

    episode_id: UUID
    participant_id: UUID
    place: int
    name: str
    case_number: str
    group: str
    referred_on: str
    days: int
    coach: str
    wait: str
    enrolled_on: str
    """The first day where the enrolment is booked already."""


def filters(teams: Sequence[Team], groups: Sequence[PriorityGroup]) -> list[Filter]:
    """What the queue can be narrowed by; a queue is one team's, so there is always one chosen."""
    titles = [(str(each.pk), each.title) for each in groups]
    coaches = [("", _("All coaches")), (MINE, _("My own")), (NOBODY, _("Nobody yet"))]
    choices = [Filter("coach", _("Coach"), coaches)]
    if titles:
        all_groups = [("", _("All groups")), *titles, (NO_GROUP, _("Without a group"))]
        choices.insert(0, Filter("group", _("Priority"), all_groups))
    if len(teams) > 1:
        choices.insert(0, Filter("team", _("Team"), [(each.slug, each.name) for each in teams]))
    return choices


def in_queue(*, user: User, team: Team, chosen: Mapping[str, str], today: date) -> EpisodeQuerySet:
    """The team's cases in the queue that the filters leave, of those whom ``user`` may see.

    ``team`` must be one where the user does casework.
    """
    found = Episode.objects.filter(visible(user, [team], "participant__"))
    found = found.in_stages([Stage.QUEUE], today)
    group, coach = chosen.get("group", ""), chosen["coach"]
    if group == NO_GROUP:
        found = found.filter(queue_place__group=None)
    elif group:
        found = found.filter(queue_place__group=int(group))
    if coach == MINE:
        found = found.filter(mine(user, today))
    elif coach == NOBODY:
        found = found.filter(coach=None)
    return found


def places_in_queue(team: Team, today: date) -> dict[UUID, int]:
    """Everybody's place in the team's queue, from 1, also of those whom the reader may not see.

    By the place of the priority group, those without one last, and then by date of referral.
    """
    waiting = Episode.objects.filter(team=team).in_stages([Stage.QUEUE], today)
    order = waiting.order_by(F(_GROUP).asc(nulls_last=True), "referred_on", "pk")
    return {pk: place for place, pk in enumerate(order.values_list("pk", flat=True), start=1)}


def shown_values(found: EpisodeQuerySet) -> Any:
    """The values that `queue_rows` makes rows of."""
    return found.values_list(*_VALUES)


def queue_rows(
    values: Sequence[tuple[Any, ...]], *, numbers: Mapping[UUID, int], places: Places, today: date
) -> list[QueueRow]:
    """Turn values into rows. ``numbers`` are the places in the queue by `places_in_queue`."""
    hidden = _("Protected identity")
    return [_row(each, numbers, places, today, hidden) for each in values]


def _row(
    values: tuple[Any, ...], numbers: Mapping[UUID, int], places: Places, today: date, hidden: str
) -> QueueRow:
    pk, person, given, family, reference, protection, number, referred, enrolled, coach, group = (
        values
    )
    # Who was referred between the two queries stands last for now.
    place = numbers.get(pk, len(numbers) + 1)
    name = f"{given} {family}".strip() or reference
    return QueueRow(
        episode_id=pk,
        participant_id=person,
        place=place,
        name=name if protection == Protection.NONE else hidden,
        case_number=number,
        group=group or "",
        referred_on=referred.isoformat(),
        days=(today - referred).days,
        coach=coach or "",
        wait=wait_words(places.days_until(place)),
        enrolled_on=enrolled.isoformat() if enrolled else "",
    )
