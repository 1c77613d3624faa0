"""The scores on the person's page: where outcome and session scores stand last."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from samspel.participants.beside import rows_beside
from samspel.participants.episode import Episode
from samspel.participants.scores.beside import BESIDE, SCORE, limits_of, score_of
from samspel.participants.scores.course import Course, courses_of
from samspel.participants.timeline import Row

TEMPLATE = "scores/part.html"


@dataclass(frozen=True, slots=True)
class ScoresPart:
    """What ``scores/part.html`` shows as ``scores``."""

    episode: Episode
    courses: list[Course]


def scores_part(episode: Episode, today: date) -> ScoresPart | None:
    """The courses of a case by one query; None where there is no score to show."""
    return scores_part_from(rows_beside(BESIDE, episode.pk, today), episode)


def scores_part_from(rows: Mapping[str, Sequence[Row]], episode: Episode) -> ScoresPart | None:
    """The same from the rows of `BESIDE`, which others read along with theirs."""
    if not rows[SCORE]:
        return None
    oldest_first = [score_of(each) for each in reversed(rows[SCORE])]
    limits = limits_of(rows[SCORE][0])
    return ScoresPart(episode, courses_of(episode.participant, oldest_first, limits))
