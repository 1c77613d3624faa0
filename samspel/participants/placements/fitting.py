"""Whether a task fits somebody: plain criteria that anybody can check, each with its reason.

Four things are held against each other: kinds of work, how demanding the task is, what must be
there, and the hours to begin with. What nobody has said anything about counts neither way. A
task with fewer misfits comes first, then one with more that fits. The coach decides.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from samspel.participants.employers.demands import Accessibility, Structure
from samspel.participants.placements.ladder import told_hours


@dataclass(frozen=True, slots=True)
class Sought:
    """What somebody wishes for and needs; ``kinds`` are titles by key."""

    kinds: dict[int, str]
    structure_at_most: str = ""
    accessibility: Collection[str] = ()
    hours: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Offered:
    """What a task is and asks; ``kinds`` are titles by key."""

    kinds: dict[int, str]
    structure: str
    accessibility: Collection[str] = ()
    hours_from: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Fit:
    """The reasons for and against, in words."""

    fits: tuple[str, ...]
    misfits: tuple[str, ...]

    @property
    def rank(self) -> tuple[int, int]:
        """Sorts what fits best first."""
        return len(self.misfits), -len(self.fits)

    @property
    def is_whole(self) -> bool:
        """Whether nothing speaks against it and something for it."""
        return bool(self.fits) and not self.misfits


Reason = tuple[bool, str]


def fit_of(sought: Sought, offered: Offered) -> Fit:
    """Hold a task against what somebody wishes for and needs."""
    reasons = [
        *_kinds(sought, offered),
        *_structure(sought, offered),
        *_accessibility(sought, offered),
        *_hours(sought, offered),
    ]
    return Fit(
        tuple(text for fits, text in reasons if fits),
        tuple(text for fits, text in reasons if not fits),
    )


def _kinds(sought: Sought, offered: Offered) -> Iterator[Reason]:
    if not sought.kinds or not offered.kinds:
        return
    common = [title for key, title in offered.kinds.items() if key in sought.kinds]
    if common:
        yield True, _("Wished for: %(kinds)s") % {"kinds": _listed(common)}
    else:
        kinds = _listed(list(offered.kinds.values()))
        yield False, _("Not among the wishes: %(kinds)s") % {"kinds": kinds}


def _structure(sought: Sought, offered: Offered) -> Iterator[Reason]:
    if not sought.structure_at_most:
        return
    levels = list(Structure.values)
    fits = levels.index(offered.structure) <= levels.index(sought.structure_at_most)
    told = {"level": str(Structure(offered.structure).label)}
    words = _("Not too demanding: %(level)s") if fits else _("Too demanding: %(level)s")
    yield fits, words % told


def _accessibility(sought: Sought, offered: Offered) -> Iterator[Reason]:
    needed = [each for each in Accessibility if each.value in sought.accessibility]
    there = [str(each.label) for each in needed if each.value in offered.accessibility]
    missing = [str(each.label) for each in needed if each.value not in offered.accessibility]
    if there:
        yield True, _("Is there: %(things)s") % {"things": _listed(there)}
    if missing:
        yield False, _("Not known to be there: %(things)s") % {"things": _listed(missing)}


def _hours(sought: Sought, offered: Offered) -> Iterator[Reason]:
    if sought.hours is None or offered.hours_from is None:
        return
    told = {"hours": told_hours(offered.hours_from)}
    if offered.hours_from <= sought.hours:
        yield True, _("Can begin with %(hours)s hours a week") % told
    else:
        yield False, _("Begins with %(hours)s hours a week, which is more") % told


def _listed(words: Sequence[str]) -> str:
    return ", ".join(words)
