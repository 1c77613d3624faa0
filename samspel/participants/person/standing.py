"""Where a case stands: its stage, how long it has been there, and the way it goes."""

from dataclasses import dataclass
from datetime import date

from samspel.participants.episode import Episode
from samspel.participants.stage import Stage, stage_since

_WAY = (
    Stage.STUDY_VISIT,
    Stage.QUEUE,
    Stage.TRIAL,
    Stage.ACTIVE,
    Stage.CLOSING,
    Stage.CLOSED,
)


@dataclass(frozen=True, slots=True)
class Standing:
    """What the identity bar and the steps show."""

    stage: Stage
    title: str
    days: int | None
    """Days in the stage; None where no date brought the case to it."""
    way: list[tuple[str, bool]]
    """The stages in their order and which one it is; none for who has left the queue."""


def standing_of(episode: Episode, today: date) -> Standing:
    """Where the episode stands on ``today``."""
    stage = episode.stage(today)
    since = stage_since(episode, stage)
    return Standing(
        stage=stage,
        title=stage.label.capitalize(),
        days=(today - since).days if since and since <= today else None,
        way=[(each.label.capitalize(), each == stage) for each in _way_of(episode)]
        if stage in _WAY
        else [],
    )


def _way_of(episode: Episode) -> list[Stage]:
    """Without a trial period where the team has none."""
    has_trial = episode.trial_ends_on or (not episode.enrolled_on and episode.team.trial_months)
    return [each for each in _WAY if each != Stage.TRIAL or has_trial]
