"""The road from records of staff, meetings, seats and money to their figures, and back again."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from django.db import transaction

from samspel.accounts.user import User
from samspel.budget.behind import (
    budgets_behind,
    entries_behind,
    grants_behind,
    lines_behind,
)
from samspel.budget.rows import budget_entry_rows, budget_grant_rows, budget_line_rows
from samspel.figures import budget, partners, staffing, steering, working_methods
from samspel.figures.resources import Row
from samspel.organisation.partners.behind import (
    behind_collaborations,
    behind_partners,
    behind_visits,
)
from samspel.organisation.partners.rows import collaboration_rows, partner_rows, visit_rows
from samspel.organisation.steering.behind import (
    behind_decisions,
    behind_meetings,
    behind_seats,
)
from samspel.organisation.steering.rows import (
    decision_rows,
    seat_rows,
    steering_attendance_rows,
    steering_meeting_rows,
)
from samspel.organisation.team import Team
from samspel.pages.behind import Behind
from samspel.participants.case_lists.behind import cases_behind
from samspel.participants.case_lists.rows import cases_taken_up_rows
from samspel.participants.shelf import Shelf
from samspel.personnel.methods.behind import (
    areas_behind,
    meetings_behind,
    places_behind,
    sessions_behind,
)
from samspel.personnel.methods.rows import (
    development_area_rows,
    staff_session_rows,
    team_meeting_place_rows,
    team_meeting_rows,
)
from samspel.personnel.staffing.behind import behind_agencies, behind_positions
from samspel.personnel.staffing.rows import staff_rows, team_agencies_rows

Rows = Sequence[Row]
KEPT = 256
"""Frames that a process keeps ready, by the team and the name of the frame."""
_SHELF: Shelf[tuple[int, str], Rows] = Shelf(KEPT)

READERS: Mapping[str, Callable[[Team], Rows]] = {
    staffing.STAFF: staff_rows,
    staffing.TEAM_AGENCIES: team_agencies_rows,
    steering.SEAT_ROWS: seat_rows,
    steering.MEETING_ROWS: steering_meeting_rows,
    steering.ATTENDANCE_ROWS: steering_attendance_rows,
    steering.DECISION_ROWS: decision_rows,
    working_methods.MEETING_ROWS: team_meeting_rows,
    working_methods.PLACE_ROWS: team_meeting_place_rows,
    working_methods.CASE_ROWS: cases_taken_up_rows,
    working_methods.SESSION_ROWS: staff_session_rows,
    working_methods.AREA_ROWS: development_area_rows,
    partners.PARTNER_ROWS: partner_rows,
    partners.COLLABORATION_ROWS: collaboration_rows,
    partners.VISIT_ROWS: visit_rows,
    budget.LINES: budget_line_rows,
    budget.GRANTS: budget_grant_rows,
    budget.ENTRIES: budget_entry_rows,
}
"""How each frame is read from the records: all of the team's rows, in one query or two."""
BEHIND: Mapping[str, Callable[[Team, Sequence[str], User], list[Behind]]] = {
    "position": behind_positions,
    "agency": behind_agencies,
    "seat": behind_seats,
    "steering_meeting": behind_meetings,
    "decision": behind_decisions,
    "team_meeting": meetings_behind,
    "meeting_place": places_behind,
    "case_taken_up": cases_behind,
    "staff_session": sessions_behind,
    "development_area": areas_behind,
    "partner": behind_partners,
    "collaboration": behind_collaborations,
    "official_visit": behind_visits,
    "budget": budgets_behind,
    "budget_line": lines_behind,
    "budget_grant": grants_behind,
    "budget_entry": entries_behind,
}
"""Who tells what stands behind a row's key, by the word before its colon."""


class ResourceFrames(Mapping[str, Rows]):
    """The team's rows by frame; each is read when it is asked for, and kept for its revision."""

    def __init__(self, team: Team) -> None:
        self._team = team
        self._read: dict[str, Rows] = {}

    def __getitem__(self, name: str) -> Rows:
        """Raises ``KeyError`` for no frame."""
        if name not in self._read:
            self._read[name] = self._kept_or_read(name)
        return self._read[name]

    def _kept_or_read(self, name: str) -> Rows:
        """Nothing is kept inside a transaction: what it has written may yet be taken back."""
        read = READERS[name]
        if transaction.get_connection().in_atomic_block:
            return read(self._team)
        return _SHELF.get((self._team.pk, name), self._team.revision, lambda: read(self._team))

    def __iter__(self) -> Iterator[str]:
        return iter(READERS)

    def __len__(self) -> int:
        return len(READERS)


def records_behind(team: Team, keys: Sequence[str], *, user: User) -> list[Behind]:
    """The records that rows stand for, in the order of the words before their colons."""
    by_word: dict[str, list[str]] = {}
    for key in keys:
        word, _, record = key.partition(":")
        by_word.setdefault(word, []).append(record)
    return [each for word, found in by_word.items() for each in BEHIND[word](team, found, user)]
