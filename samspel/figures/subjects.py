"""What is told of events, subject by subject: which figures belong together, and by what."""

from collections.abc import Callable
from dataclasses import dataclass

from samspel.figures import happenings
from samspel.figures.definition import EventFigure
from samspel.figures.definitions import counted_by
from samspel.figures.reach import (
    tells_of_events,
    tells_of_groups,
    tells_of_ideas,
    tells_of_placements,
    tells_of_scores,
)
from samspel.figures.reading import Reader
from samspel.figures.words import noop


@dataclass(frozen=True, slots=True)
class Subject:
    """What is told of events together: the frames they come from, and when it is told."""

    title: str
    frames: tuple[str, ...]
    tells: Callable[[Reader], bool]
    breakdowns: tuple[tuple[str, str], ...] = ()

    def has(self, figure: str) -> bool:
        """Whether a count, share or measure is made from its frames."""
        counted = counted_by(figure)
        return isinstance(counted, EventFigure) and counted.frame in self.frames


SUBJECTS = (
    Subject(
        noop("Follow-ups and attendance"),
        (happenings.FOLLOW_UPS, happenings.ATTENDANCES, happenings.WEEKS, happenings.FIRST_DAYS),
        tells_of_events,
    ),
    Subject(
        noop("Groups"),
        (happenings.SESSIONS,),
        tells_of_groups,
        (("group_sessions_held", "group_kind"),),
    ),
    Subject(
        noop("Work placements"),
        (happenings.PLACEMENTS,),
        tells_of_placements,
        (
            ("placements_started", "employer_kind"),
            ("placements_started", "purpose"),
            ("placements_ended", "led_to"),
        ),
    ),
    Subject(
        noop("Outcome scores"),
        (happenings.SCORE_CHANGES,),
        tells_of_scores,
        (("scores_compared", "score_change"),),
    ),
    Subject(
        noop("Ideas and suggestions"),
        (happenings.PLANNING_DAYS, happenings.SUGGESTIONS, happenings.IDEAS),
        tells_of_ideas,
    ),
)
