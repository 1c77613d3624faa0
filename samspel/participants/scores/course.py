"""The scores of one form in one case over time, and what became of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_lazy as _

from samspel.figures.score_change import ScoreChange, score_change
from samspel.participants.participant import Participant
from samspel.participants.scores.instrument import Instrument
from samspel.participants.scores.limits import Limits, cutoff_of
from samspel.participants.scores.score import Score

CHANGES: dict[ScoreChange, Any] = {
    ScoreChange.RECOVERED: _("recovered"),
    ScoreChange.IMPROVED: _("improved"),
    ScoreChange.UNCHANGED: _("unchanged"),
    ScoreChange.DETERIORATED: _("deteriorated"),
}
LOOKS: dict[ScoreChange, str] = {
    ScoreChange.RECOVERED: "is-active",
    ScoreChange.IMPROVED: "is-active",
    ScoreChange.UNCHANGED: "is-quiet",
    ScoreChange.DETERIORATED: "",
}
"""The look of a class's mark; amber is for what is due, and a score is never due."""


@dataclass(frozen=True, slots=True)
class Course:
    """The scores of one form, the oldest first, and the line that they are held against."""

    instrument: Instrument
    scores: tuple[Score, ...]
    line: Decimal
    """The person's cut-off, or of session scores the alert line."""
    limits: Limits

    @property
    def first(self) -> Score:
        """The oldest."""
        return self.scores[0]

    @property
    def last(self) -> Score:
        """The latest."""
        return self.scores[-1]

    @property
    def change(self) -> ScoreChange | None:
        """What became of the outcome score; None with one score only, and of session scores."""
        if self.instrument != Instrument.ORS or len(self.scores) < 2:
            return None
        return score_change(
            self.first.total,
            self.last.total,
            cutoff=self.line,
            reliable=self.limits.reliable_change,
        )

    @property
    def change_title(self) -> Any:
        """The class in words; empty where there is none."""
        return "" if self.change is None else CHANGES[self.change]

    @property
    def look(self) -> str:
        """The look of the class's mark."""
        return "" if self.change is None else LOOKS[self.change]

    @property
    def is_alert(self) -> bool:
        """Whether the last session score is below the alert line."""
        is_session = self.instrument == Instrument.SRS
        return is_session and self.limits.is_alert(self.last.total)

    @property
    def is_by_one(self) -> bool:
        """Whether first and last were filled in by the same: else they say less of a change."""
        return self.first.filled_in_by == self.last.filled_in_by


def courses_of(person: Participant, scores: Iterable[Score], limits: Limits) -> list[Course]:
    """The courses of a case from its scores in order; one for each form that was filled in."""
    by_form: dict[Instrument, list[Score]] = {}
    for score in scores:
        by_form.setdefault(Instrument(score.instrument), []).append(score)
    return [
        Course(form, tuple(by_form[form]), _line(form, person, by_form[form], limits), limits)
        for form in Instrument
        if form in by_form
    ]


def course_of(courses: Sequence[Course], form: Instrument) -> Course | None:
    """The course of a form, if there is one."""
    return next((each for each in courses if each.instrument == form), None)


def _line(
    form: Instrument, person: Participant, scores: Sequence[Score], limits: Limits
) -> Decimal:
    if form == Instrument.SRS:
        return limits.srs_alert
    return cutoff_of(person, scores[0].on, limits)
