"""The sections of a closing statement (slutdokumentation), in their order."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Section:
    """One section: the key that its text is kept by, its heading, and what belongs there."""

    key: str
    title: Any
    hint: Any


SECTIONS = (
    Section(
        "background",
        _("Background"),
        _("Who referred, when, and how things stood at the enrolment."),
    ),
    Section(
        "process",
        _("What has been done"),
        _("Time with the team, attendance, goals and follow-ups."),
    ),
    Section(
        "work_ability",
        _("Work ability as it was observed"),
        _(
            "What was observed in groups and at workplaces: hours, tasks, what helped, what was "
            "hard. Observations, no diagnosis. It matters to who applies for sickness compensation."
        ),
    ),
    Section(
        "own_words",
        _("In the participant's own words"),
        _("Best hopes, what has changed, where the person stands on the scales."),
    ),
    Section("result", _("Result"), _("What the closing led to.")),
    Section("next", _("What comes next"), _("Who takes over, and what has been agreed.")),
)
