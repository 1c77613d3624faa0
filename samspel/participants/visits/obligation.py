"""Whether a study visit is still to come before somebody may be enrolled."""

from samspel.participants.episode import Episode


def visit_missing(episode: Episode) -> bool:
    """Whether the team asks for a study visit before the enrolment and none has been made.

    A team's own setting (`Team.visit_is_obligatory`). The episode comes with its team.
    """
    return episode.team.visit_is_obligatory and episode.study_visit_on is None
