"""What employers have taken on, told to the employers' pages, which lie below this part."""

from collections.abc import Iterator, Sequence
from datetime import date

from django.db.models import Q, QuerySet
from django.urls import reverse

from samspel.accounts.user import User
from samspel.figures.employers import OTHER, STUDIES, WORK, Hosting, WeekHours
from samspel.organisation.team import Team
from samspel.participants.employers.employer import Employer
from samspel.participants.employers.history import Source, TakenOn, TakenPlace
from samspel.participants.episode import Episode
from samspel.participants.placements.ladder import mondays, planned_in
from samspel.participants.placements.placement import Placement
from samspel.participants.placements.purpose import Outcome
from samspel.participants.placements.room import taken_at

_LED_TO = {
    Outcome.WORK: WORK,
    Outcome.SUBSIDISED_WORK: WORK,
    Outcome.STUDIES: STUDIES,
}


def taken_on(employer: Employer, user: User, today: date) -> list[TakenOn]:
    """The placements that have begun with an employer, the latest first.

    A placement of somebody whom ``user`` may not see has no page: it only counts. Four queries: the
    placements, their steps and weeks, and whom the user may see.
    """
    found = list(_begun(today).filter(employer=employer).select_related("task"))
    cases = [each.episode_id for each in found]
    seen = set(Episode.objects.visible_to(user).filter(pk__in=cases).values_list("pk", flat=True))
    return [_told(each, today, is_seen=each.episode_id in seen) for each in found]


def hosted(teams: Sequence[Team], today: date) -> list[Hosting]:
    """All placements of the teams that have begun, for the figures; three queries."""
    return [_hosting(each, today) for each in _begun(today).filter(episode__team__in=teams)]


def taken_places(teams: Sequence[Team], today: date) -> list[TakenPlace]:
    """The places at the teams' tasks that are taken on the day or will be; one query."""
    return taken_at(Placement.objects.filter(employer__team__in=teams), today)


def _begun(today: date) -> QuerySet[Placement]:
    begun = Placement.objects.filter(Q(called_off_on=None), starts_on__lte=today)
    parties = begun.select_related("episode__participant").order_by("-starts_on", "pk")
    return parties.prefetch_related("steps", "weeks")


def _told(placement: Placement, today: date, *, is_seen: bool) -> TakenOn:
    return TakenOn(
        hosting=_hosting(placement, today),
        who=placement.episode.participant.listed_name,
        url=reverse("placement", args=[placement.pk]) if is_seen else "",
        task=placement.task.title if placement.task else "",
        purpose=placement.get_purpose_display(),
        led_to=placement.get_outcome_display() if placement.outcome else "",
    )


def _hosting(placement: Placement, today: date) -> Hosting:
    ends = placement.end
    ended_on = ends if ends is not None and ends <= today else None
    led_to = _LED_TO.get(Outcome(placement.outcome), OTHER) if placement.outcome else ""
    return Hosting(
        employer=str(placement.employer_id),
        placement=str(placement.pk),
        person=str(placement.episode.participant_id),
        started_on=placement.starts_on,
        ended_on=ended_on,
        led_to=led_to if ended_on is not None else "",
        weeks=tuple(_weeks(placement, ended_on or today)),
    )


def _weeks(placement: Placement, last: date) -> Iterator[WeekHours]:
    """The hours of each week: those that were worked where they are entered, else the plan's."""
    worked = {each.monday: each.hours for each in placement.weeks.all()}
    rungs = sorted(each.rung for each in placement.steps.all())
    for monday in mondays(placement.starts_on, last):
        yield WeekHours(monday, worked.get(monday, planned_in(rungs, monday)))


PLACEMENTS = Source("placements", taken_on, hosted, taken_places)
"""What this part knows of employers."""
