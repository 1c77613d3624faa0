"""The scores on the person's page: where outcome and session scores stand last."""

from dataclasses import dataclass
from datetime import date

from samspel.participants.episode import Episode
from samspel.participants.scores.course import Course
from samspel.participants.scores.reading import courses_in
from samspel.participants.when import Step, may

TEMPLATE = "scores/part.html"


@dataclass(frozen=True, slots=True)
class ScoresPart:
    """What ``scores/part.html`` shows as ``scores``."""

    episode: Episode
    courses: list[Course]
    may_record: bool


def scores_part(episode: Episode, today: date) -> ScoresPart | None:
    """The courses of a case by one query.

    None where there is nothing to show: the team has no licence in force, or none was recorded
    and none can be.
    """
    courses = courses_in(episode)
    may_record = may(Step.SCORE, episode.stage(today))
    if courses is None or not (courses or may_record):
        return None
    return ScoresPart(episode, courses, may_record)
