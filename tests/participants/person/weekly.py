"""Ten groups, placements and scores of one case: what the team does with somebody all week."""

from collections.abc import Sequence
from datetime import date, datetime, time
from decimal import Decimal

from samspel.participants.attendance.models import Attendance
from samspel.participants.employers.models import Employer
from samspel.participants.groups.models import Group, GroupKind, GroupMember, Session
from samspel.participants.models import Episode
from samspel.participants.placements.models import LadderStep, Placement, PlacementFollowUp
from samspel.participants.scores.models import Score, ScoreLicence


def make_weekly(episode: Episode, days: Sequence[date], now: datetime) -> None:
    """One of each thing a day, in groups that meet on."""
    team = episode.team
    kind = GroupKind.objects.create(team=team, code="skog", title="Skogsgrupp")
    ScoreLicence.objects.create(
        team=team, holder="Kommunen", agreed_on=days[-1], wording="1", confirmed_at=now
    )
    employer = Employer.objects.create(team=team, name="Ridskolan", kind="private")
    for day in days:
        group = Group.objects.create(team=team, kind=kind, name=f"Grupp {day}", starts_on=days[-1])
        GroupMember.objects.create(group=group, episode=episode, from_on=day)
        session = Session.objects.create(
            team=team, kind=kind, group=group, on=day, at=time(9), ends_at=time(12)
        )
        Attendance.objects.create(episode=episode, session=session, on=day, recorded_at=now)
        placement = Placement.objects.create(
            episode=episode, employer=employer, purpose="routine", starts_on=day
        )
        LadderStep.objects.create(placement=placement, on=day, hours=Decimal(8))
        PlacementFollowUp.objects.create(placement=placement, held_on=day)
        for instrument in ("ors", "srs"):
            lines = dict.fromkeys(("first", "second", "third", "fourth"), Decimal("7.5"))
            Score.objects.create(
                episode=episode, instrument=instrument, on=day, recorded_at=now, **lines
            )
