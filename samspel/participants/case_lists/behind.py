"""The cases behind a number of cases taken up; whom the reader may not see has no name."""

from collections.abc import Sequence

from django.urls import reverse

from samspel.accounts.user import User
from samspel.organisation.team import Team
from samspel.pages.behind import Behind
from samspel.participants.case_lists.case_taken_up import CaseTakenUp


def cases_behind(team: Team, records: Sequence[str], user: User) -> list[Behind]:
    """The lines of lists, by meeting; the meeting's page shows whom the reader may see."""
    del user
    found = CaseTakenUp.objects.filter(meeting__team=team, pk__in=records)
    rows = found.select_related("meeting__kind", "episode").order_by("meeting__on", "position")
    return [
        Behind(
            each.episode.case_number,
            reverse("meeting_cases", args=[team.slug, each.meeting_id]),
            f"{each.meeting.on.isoformat()} {each.meeting.kind.title}",
        )
        for each in rows
    ]
