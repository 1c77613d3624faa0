"""The sheet of who came to a team on a day: one row for each who was enrolled then."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Max

from samspel.accounts.user import User
from samspel.organisation.team import Team
from samspel.participants.attendance.attendance import Attendance
from samspel.participants.attendance.attending import may_take_back
from samspel.participants.attendance.away import away_since
from samspel.participants.attendance.session_people import name_of, place_of
from samspel.participants.episode import Episode
from samspel.participants.groups.session import Session
from samspel.participants.participant import visible
from samspel.participants.stage import ENROLLED_STAGES, Stage
from samspel.participants.whose import mine


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One person on the sheet; lists never name a protected one, who is told by case number."""

    episode_id: UUID
    participant_id: UUID
    name: str
    on: date
    came: bool
    may_change: bool
    """False where it was recorded on an earlier day, or to a session: it stands."""
    last_came: date | None
    is_long_away: bool
    """On trial, and not seen for two weeks."""


def enrolled(user: User, team: Team, day: date, *, only_own: bool) -> list[Episode]:
    """The team's enrolled on a day whom the user may see, by name; protected ones last."""
    found = Episode.objects.filter(visible(user, [team], "participant__"))
    found = found.in_stages(ENROLLED_STAGES, day)
    if only_own:
        found = found.filter(mine(user, day))
    return sorted(found.select_related("participant").order_by("pk"), key=place_of)


def rows_of(episodes: Sequence[Episode], day: date, today: date) -> list[SheetRow]:
    """The rows of some episodes on ``day``, by two queries."""
    records = Attendance.objects.that_came().filter(
        episode__in=[each.pk for each in episodes], on__lte=day
    )
    last = dict(
        records.order_by().values("episode").annotate(on=Max("on")).values_list("episode", "on")
    )
    on_day: dict[UUID, list[Attendance]] = {}
    for each in records.filter(on=day):
        on_day.setdefault(each.episode_id, []).append(each)
    return [
        _row(each, on_day.get(each.pk, []), last.get(each.pk), day=day, today=today)
        for each in episodes
    ]


def row_of(episode: Episode, day: date, today: date) -> SheetRow:
    """The row of one episode."""
    return rows_of([episode], day, today)[0]


def _row(
    episode: Episode, records: Sequence[Attendance], last: date | None, *, day: date, today: date
) -> SheetRow:
    on_trial = episode.stage(day) == Stage.TRIAL and episode.enrolled_on is not None
    return SheetRow(
        episode_id=episode.pk,
        participant_id=episode.participant_id,
        name=name_of(episode),
        on=day,
        came=bool(records),
        may_change=all(may_take_back(each, today) for each in records),
        last_came=last,
        is_long_away=bool(
            on_trial and episode.enrolled_on and away_since(episode.enrolled_on, last, day)
        ),
    )


def team_by_slug(teams: Iterable[Team], slug: str) -> Team:
    """The team that is asked for, or the first one."""
    known = list(teams)
    return next((each for each in known if each.slug == slug), known[0])


def sessions_of(team: Team, day: date) -> list[Session]:
    """The day's sessions of the team and of groups that it takes part in, each with its sheet."""
    found = Session.objects.of_teams([team]).held().filter(on=day)
    return list(found.select_related("group").order_by("at", "pk"))
