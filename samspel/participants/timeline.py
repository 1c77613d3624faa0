"""Everything that happened in an episode, and what comes next, in one order."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from samspel.participants.due import follow_ups
from samspel.participants.episode import Episode
from samspel.participants.stage import Stage, trial_end


@dataclass(frozen=True, slots=True)
class Event:
    """One entry of the timeline; ``css`` marks what is still to come and what ended it."""

    on: date
    title: str
    detail: str = ""
    css: str = ""


def timeline(episode: Episode, referrers: dict[str, str], *, today: date) -> list[Event]:
    """The events of an episode, the latest first; the coming ones stand on top.

    ``referrers`` are the titles by code. Asks for the episode's team and coach.
    """
    events = [*_entered(episode, referrers, today), *_expected(episode, today)]
    order = sorted(range(len(events)), key=lambda at: (events[at].on, at), reverse=True)
    return [events[at] for at in order]


def _entered(episode: Episode, referrers: dict[str, str], today: date) -> Iterator[Event]:
    if episode.study_visit_on:
        yield _event(episode.study_visit_on, _("Study visit"), "", today)
    if episode.referred_on:
        sender = referrers.get(episode.referred_by, episode.referred_by)
        yield _event(episode.referred_on, _("Referral"), sender, today)
    if episode.enrolled_on:
        yield _event(episode.enrolled_on, _("Enrolment"), _living(episode), today)
    if episode.closed_on:
        yield Event(episode.closed_on, _("Closing"), episode.get_outcome_display(), "is-end")
    if episode.withdrawn_on:
        yield Event(episode.withdrawn_on, _("Left the queue"), "", "is-end")


def _living(episode: Episode) -> str:
    """Who pays for the person's living, and how long it has been on public support."""
    parts = [episode.get_income_source_display()] if episode.income_source else []
    if episode.public_support_months is not None:
        months = number_format(episode.public_support_months)
        parts.append(_("%(months)s months on public support before") % {"months": months})
    return ", ".join(parts)


def _event(on: date, title: str, detail: str, today: date) -> Event:
    return Event(on, title, detail, "is-coming" if on > today else "")


def _expected(episode: Episode, today: date) -> Iterator[Event]:
    """The end of the trial period, and the next follow-up of somebody who is enrolled."""
    stage = episode.stage(today)
    if episode.enrolled_on is None or episode.enrolled_on > today:
        return
    ends = trial_end(episode.enrolled_on, episode.team.trial_months)
    if episode.team.trial_months and (episode.closed_on is None or ends <= episode.closed_on):
        yield _event(ends, _("The trial period ends"), "", today)
    if stage in (Stage.TRIAL, Stage.ACTIVE):
        days = follow_ups(episode.enrolled_on, episode.team.follow_up_months, today)
        coming = next((day for day in days if day >= today), None)
        if coming is not None and (episode.closed_on is None or coming <= episode.closed_on):
            yield Event(coming, _("Follow-up is due"), "", "is-coming")
