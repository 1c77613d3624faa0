"""From the cells of a file to rows, with every fault noted on the way."""

from collections.abc import Callable, Container, Iterator, Mapping
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from samspel.exchange.importing.cells import code_reader, read_day, read_months, read_name
from samspel.exchange.importing.columns import Layout
from samspel.exchange.importing.episode_row import EpisodeRow, broken_rules
from samspel.exchange.importing.faults import CellRefused, Faults
from samspel.exchange.importing.new_team import new_name_fault
from samspel.exchange.importing.oddities import Oddities
from samspel.organisation.team import Team
from samspel.participants.episode import Episode
from samspel.participants.participant import Participant

Value = str | date | Decimal | None
_LONGEST = {
    "team": Team._meta.get_field("name").max_length or 0,
    "participant_id": Participant._meta.get_field("reference").max_length or 0,
    "episode_id": Episode._meta.get_field("case_number").max_length or 0,
}
_NAMES = tuple(_LONGEST)
_DAYS = tuple(name for name in EpisodeRow._fields if name.endswith(("_on", "_date")))


class RowReader:
    """Reads the rows of one file.

    ``team`` is the team that all rows belong to whatever they say; ``known_teams`` are the
    (case-folded) names of those that there are; ``own_referrers`` gives each team's own
    referrers, as team (case-folded) → plain word → code. No date may lie too far beyond ``today``.
    What is odd without being wrong is noted in ``oddities``.
    """

    def __init__(
        self,
        layout: Layout,
        *,
        team: str | None,
        known_teams: Container[str],
        own_referrers: Mapping[str, Mapping[str, str]],
        today: date,
        faults: Faults,
        oddities: Oddities,
    ) -> None:
        self.layout = layout
        self.team = team
        self.faults = faults
        self.oddities = oddities
        self._known_teams = known_teams
        self._own_referrers = own_referrers
        self._today = today
        self._name_faults: dict[str, str | None] = {}
        self._referrers: dict[str, Callable[[str], str]] = {}
        self._readers: list[tuple[int, Callable[[str], Value]]] = []
        self._columns: list[str] = []
        self._prepare()

    def _prepare(self) -> None:
        """One reader for each column of the row, in the row's order after the three names."""
        codes = {name: code_reader(name) for name in ("gender", "income_source", "outcome")}
        for name in EpisodeRow._fields[4:]:
            if name in self.layout.places and name != "referred_by":
                days: Callable[[str], Value] = read_day if name in _DAYS else read_months
                self._columns.append(name)
                self._readers.append((self.layout.places[name], codes.get(name, days)))

    def read(self, line: int, cells: list[str]) -> tuple[EpisodeRow | None, tuple[str, str]]:
        """The row, or None when it has a fault; and team and episode id, empty when unreadable."""
        before = self.faults.count
        if not self._has_the_right_width(line, cells):
            return None, ("", "")
        team, participant, episode = self._names(line, cells)
        values = dict(self._values(line, cells))
        values["referred_by"] = self._referrer(line, cells, team)
        if self.faults.count > before:
            return None, (team, episode)
        for optional in ("study_visit_on", "withdrawn_on"):
            values.setdefault(optional, None)
        row = EpisodeRow(line, team, participant, episode, **values)  # type: ignore[arg-type]  # each reader gives the type of its column
        for column, sentence in broken_rules(row, today=self._today):
            self._fault(line, column, sentence)
        if self.faults.count > before:
            return None, (team, episode)
        self.oddities.has_row(row)
        return row, (team, episode)

    def _has_the_right_width(self, line: int, cells: list[str]) -> bool:
        width = self.layout.width
        if len(cells) != width and (len(cells) < width or any(cells[width:])):
            told = {"cells": len(cells), "columns": width}
            self.faults.add(
                line,
                "",
                _("The row has %(cells)d cells but there are %(columns)d headings.") % told,
            )
            return False
        if any(cells[place].strip() for place in self.layout.nameless):
            self.faults.add(line, "", _("A value stands in a column without a heading."))
            return False
        return True

    def _names(self, line: int, cells: list[str]) -> Iterator[str]:
        for column in _NAMES:
            if column == "team" and self.team is not None:
                self._notice_other_team(line, cells)
                yield self.team
                continue
            try:
                name = read_name(cells[self.layout.places[column]], _LONGEST[column])
                if column == "team":
                    self._refuse_new_name(name)
                yield name
            except CellRefused as refused:
                self._fault(line, column, refused)
                yield ""

    def _notice_other_team(self, line: int, cells: list[str]) -> None:
        place = self.layout.places.get("team")
        if place is not None and self.team is not None:
            self.oddities.names_team(line, " ".join(cells[place].split()), self.team)

    def _refuse_new_name(self, name: str) -> None:
        if name not in self._name_faults:
            known = name.casefold() in self._known_teams
            self._name_faults[name] = None if known else new_name_fault(name)
        if sentence := self._name_faults[name]:
            raise CellRefused(sentence)

    def _values(self, line: int, cells: list[str]) -> Iterator[tuple[str, Value]]:
        for column, (place, read) in zip(self._columns, self._readers, strict=True):
            try:
                yield column, read(cells[place])
            except CellRefused as refused:
                self._fault(line, column, refused)

    def _referrer(self, line: int, cells: list[str], team: str) -> str:
        read = self._referrers.get(team)
        if read is None:
            own = self._own_referrers.get(team.casefold())
            plain = self._referrers.setdefault("", code_reader("referred_by"))
            read = code_reader("referred_by", own) if own else plain
            self._referrers[team] = read
        try:
            return read(cells[self.layout.places["referred_by"]])
        except CellRefused as refused:
            self._fault(line, "referred_by", refused)
            return ""

    def _fault(self, line: int, column: str, sentence: object) -> None:
        self.faults.add(line, self.layout.heading(column), sentence)
