"""What the demo's closings led to, their statements, and the checks some months later."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from django.db.models import Model
from django.utils import translation

from samspel.exchange.demo.casework import phrases
from samspel.exchange.demo.casework.chance import Chance, at, working_day
from samspel.exchange.demo.casework.stays import write_all
from samspel.participants.closings.checking_up import MONTHS, check_day
from samspel.participants.closings.drafting import drafts
from samspel.participants.closings.models import ClosingCheck, ClosingDetails, Statement
from samspel.participants.closings.record import stay_record
from samspel.participants.models import Episode

_LOOKED_BACK = timedelta(days=540)
_CHECKED_BACK = timedelta(days=1000)
"""Checks reach further back, so that an earlier day is not full of those that nobody made."""

_STATED = frozenset({"sickness_compensation", "medical_rehabilitation", "work"})
_OBSERVED = (
    (
        "Har klarat två till tre timmar åt gången, två förmiddagar i veckan. Tydliga uppgifter med "
        "en början och ett slut fungerar bäst. Behöver återhämta sig dagen efter."
    ),
    (
        "Arbetar noggrant och håller tiden. Många röster samtidigt gör det svårt att tänka. Med "
        "eget hörn och hörselskydd gick det bra."
    ),
)


def write_endings(episodes: Sequence[Episode], *, today: date) -> None:
    """Write what is said of those closed in the last year and a half."""
    write_all(record for each in episodes for record in _ending(each, today))
    with translation.override("sv"):
        write_all(_statement(each, today) for each in episodes if _is_stated(each, today))


def _ending(episode: Episode, today: date) -> Iterator[Model]:
    closed = episode.closed_on
    if closed is None or closed < today - _CHECKED_BACK:
        return
    chance = Chance(f"ending {episode.team.slug} {episode.case_number}")
    if episode.outcome != "dropout":
        yield _details(episode, chance)
    for months in MONTHS:
        day = working_day(check_day(closed, months) + chance.days(2, 40))
        if episode.team.checks_after_closing and day <= today and chance.happens(0.75):
            yield _check(episode, months, max(day, check_day(closed, months)), chance)


def _is_stated(episode: Episode, today: date) -> bool:
    closed = episode.closed_on
    is_late = closed is not None and closed >= today - _LOOKED_BACK
    return is_late and episode.outcome in _STATED


def _statement(episode: Episode, today: date) -> Statement:
    """Signed with every text as it was drafted of the record, and what was observed; some wait."""
    chance = Chance(f"statement {episode.team.slug} {episode.case_number}")
    closed, is_signed = episode.closed_on or today, chance.happens(0.9)
    texts = {"work_ability": chance.one_of(_OBSERVED)}
    if is_signed:
        drafted = drafts(stay_record(episode, today))
        came = drafted["work_ability"]
        texts = drafted | {"work_ability": f"{came}\n\n{texts['work_ability']}".strip()}
    return Statement(
        episode=episode,
        texts=texts,
        signed_on=closed if is_signed else None,
        signed_by=episode.coach if is_signed else None,
        changed_at=at(closed),
    )


def _details(episode: Episode, chance: Chance) -> ClosingDetails:
    details = ClosingDetails(episode=episode, next_step=chance.one_of(phrases.NEXT_STEPS))
    if episode.outcome == "work":
        details.next_step = phrases.NEXT_STEPS[0]
        details.employment = chance.one_of(("permanent", "fixed_term", "fixed_term"))
        details.extent = chance.one_of((25, 50, 50, 75, 100))
        details.is_subsidised = episode.occupation_after == "subsidised_work"
        details.employer = chance.one_of(phrases.EMPLOYERS)
    elif episode.outcome == "studies":
        details.next_step = phrases.NEXT_STEPS[1]
        details.studies = chance.one_of(("folk_high_school", "vocational", "upper_secondary"))
    else:
        details.taken_over_by = episode.caseworker_name
        details.next_step = phrases.NEXT_STEPS[2] if "rehab" in episode.outcome else ""
    return details


def _check(episode: Episode, months: int, day: date, chance: Chance) -> ClosingCheck:
    is_reached = chance.happens(0.8)
    return ClosingCheck(
        episode=episode,
        months=months,
        done_on=day,
        reached="yes" if is_reached else "no",
        occupation=episode.occupation_after if is_reached else "",
        income=episode.income_after if is_reached else "",
        done_by=episode.coach,
    )
