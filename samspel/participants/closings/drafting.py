"""Drafts of a closing statement's sections, made of the record in the reader's language.

Whole sentences with the record's own dates and numbers; silent where the record says nothing.
What was observed of work ability is drafted from attendance and from what was written of the
placements: hours a week, for how long, tasks, what worked and what did not. The coach goes on
with it.
"""

from collections.abc import Callable, Mapping
from datetime import date

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samspel.participants.closings.led_to import next_told, result_told
from samspel.participants.closings.record import ScaleMoved, StayRecord
from samspel.participants.placements.observed import observed_told

_BY_LINE = ("process", "work_ability", "own_words")


def drafts(record: StayRecord) -> dict[str, str]:
    """The draft of each section, by the section's key; empty where there is nothing to say."""
    return {key: _joined(draft(record), key) for key, draft in _DRAFTS.items()}


def _joined(sentences: list[str], key: str) -> str:
    """Sentences after each other; what was said or agreed has a line of its own each."""
    joined = ("\n\n" if key in _BY_LINE else " ").join(filter(None, sentences))
    return joined.replace("\r\n", "\n").strip()


def _background(record: StayRecord) -> list[str]:
    episode = record.episode
    told = []
    if episode.referred_on:
        said = _("The referral came on %(day)s.")
        if record.referrer:
            said = _("The referral came on %(day)s from %(referrer)s.")
        told.append(said % {"day": episode.referred_on, "referrer": record.referrer})
    if episode.enrolled_on:
        told.append(_("The enrolment began on %(day)s.") % {"day": episode.enrolled_on})
    if episode.income_source:
        income = episode.get_income_source_display()
        told.append(_("Income source at the enrolment: %(income)s.") % {"income": income})
    if episode.occupation_before:
        occupation = episode.get_occupation_before_display()
        told.append(_("Occupation before: %(occupation)s.") % {"occupation": occupation})
    if episode.public_support_months is not None:
        months = number_format(episode.public_support_months)
        told.append(_("Time on public support before: %(months)s months.") % {"months": months})
    return told


def _process(record: StayRecord) -> list[str]:
    weeks = record.weeks
    told = [
        ngettext(
            "The stay has lasted for %(number)s week.",
            "The stay has lasted for %(number)s weeks.",
            weeks,
        )
        % {"number": weeks}
    ]
    untold = sorted(set(record.held) - {day for day, _outcome in record.agreed})
    if untold:
        days = ", ".join(str(day) for day in untold)
        told.append(_("Follow-ups with the parties were held on %(days)s.") % {"days": days})
    told = [" ".join(told)]
    told += [_agreed(day, outcome) for day, outcome in record.agreed]
    goals = []
    if record.goals_reached:
        goals.append(_("Goals reached: %(goals)s.") % {"goals": "; ".join(record.goals_reached)})
    if record.goals_open:
        goals.append(
            _("Goals still worked for: %(goals)s.") % {"goals": "; ".join(record.goals_open)}
        )
    return [*told, " ".join(goals)]


def _agreed(day: date, outcome: str) -> str:
    return _("At the follow-up on %(day)s: %(outcome)s") % {"day": day, "outcome": outcome}


def _work_ability(record: StayRecord) -> list[str]:
    return [*_attendance(record), *map(observed_told, record.observed)]


def _attendance(record: StayRecord) -> list[str]:
    if not record.came:
        return []
    values = {"days": len(record.came), "came": record.weeks_came, "weeks": record.weeks}
    return [
        _(
            "The participant came on %(days)s recorded days, in %(came)s of the %(weeks)s weeks "
            "of the stay."
        )
        % values
    ]


def _own_words(record: StayRecord) -> list[str]:
    told = [record.best_hopes.strip()] if record.best_hopes.strip() else []
    return [*told, *map(_scale, record.scales)]


def _scale(moved: ScaleMoved) -> str:
    values = {"question": moved.text, "first": moved.first, "last": moved.last}
    return _("“%(question)s” From %(first)s to %(last)s on a scale of 0–10.") % values


def _result(record: StayRecord) -> list[str]:
    episode = record.episode
    if episode.closed_on is None:
        return []
    values = {"day": episode.closed_on, "outcome": episode.get_outcome_display()}
    told = [_("The case was closed on %(day)s. Outcome: %(outcome)s.") % values]
    if record.details:
        told += result_told(record.details)
    if episode.income_after:
        income = episode.get_income_after_display()
        told.append(_("Income source from now on: %(income)s.") % {"income": income})
    return told


def _next(record: StayRecord) -> list[str]:
    return list(next_told(record.details)) if record.details else []


_DRAFTS: Mapping[str, Callable[[StayRecord], list[str]]] = {
    "background": _background,
    "process": _process,
    "work_ability": _work_ability,
    "own_words": _own_words,
    "result": _result,
    "next": _next,
}
