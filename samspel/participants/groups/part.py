"""The groups that one person is in, for the person's page, each with its next session."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from samspel.participants.beside import rows_beside
from samspel.participants.episode import Episode
from samspel.participants.groups.beside import BESIDE, GROUP, values_of
from samspel.participants.timeline import Row
from samspel.participants.when import Step, may

_HOUR_AND_MINUTE = 5


@dataclass(frozen=True, slots=True)
class GroupLine:
    """A group that somebody is in."""

    member_id: UUID
    group_id: UUID
    name: str
    from_on: date
    until_on: date | None
    begins_later: bool
    next_session: str


@dataclass(frozen=True, slots=True)
class GroupsPart:
    """What `groups/part.html` shows of a case, as ``groups``."""

    episode_id: UUID
    lines: list[GroupLine]
    may_join: bool


def groups_part(episode: Episode, today: date) -> GroupsPart | None:
    """The groups of a case by one query; None for somebody who was never enrolled."""
    return groups_part_from(rows_beside(BESIDE, episode.pk, today), episode, today)


def groups_part_from(
    rows: Mapping[str, Sequence[Row]], episode: Episode, today: date
) -> GroupsPart | None:
    """The same from the rows of `BESIDE`, which others read along with theirs."""
    if episode.enrolled_on is None or episode.enrolled_on > today:
        return None
    lines = sorted((_line(each, today) for each in rows[GROUP]), key=lambda line: line.name)
    return GroupsPart(episode.pk, lines, may(Step.ATTEND, episode.stage(today)))


def _line(row: Row, today: date) -> GroupLine:
    values = values_of(row)
    on, at, until = values["next_on"], values["next_at"], values["until"]
    is_there = on is not None and (until is None or on <= until)
    return GroupLine(
        member_id=UUID(row.ref),
        group_id=UUID(values["group"]),
        name=row.text,
        from_on=row.on,
        until_on=date.fromisoformat(until) if until else None,
        begins_later=row.on > today,
        next_session=f"{on} {(at or '')[:_HOUR_AND_MINUTE]}" if is_there else "",
    )
