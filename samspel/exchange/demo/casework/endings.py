"""What the demo's closings led to, their statements, and the checks some months later."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from django.db.models import Model

from samspel.exchange.demo.casework import phrases
from samspel.exchange.demo.casework.chance import Chance, at, working_day
from samspel.exchange.demo.casework.stays import write_all
from samspel.participants.closings.checking_up import MONTHS, check_day
from samspel.participants.closings.models import ClosingCheck, ClosingDetails, Statement
from samspel.participants.models import Episode

_LOOKED_BACK = timedelta(days=540)
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


def _ending(episode: Episode, today: date) -> Iterator[Model]:
    closed = episode.closed_on
    if closed is None or closed < today - _LOOKED_BACK or episode.outcome == "dropout":
        return
    chance = Chance(f"ending {episode.team.slug} {episode.case_number}")
    yield _details(episode, chance)
    if episode.outcome in {"sickness_compensation", "medical_rehabilitation", "work"}:
        is_signed = chance.happens(0.9)
        yield Statement(
            episode=episode,
            texts={"work_ability": chance.one_of(_OBSERVED)},
            signed_on=closed if is_signed else None,
            signed_by=episode.coach if is_signed else None,
            changed_at=at(closed),
        )
    for months in MONTHS:
        day = working_day(check_day(closed, months) + chance.days(2, 40))
        if episode.team.checks_after_closing and day <= today and chance.happens(0.75):
            yield _check(episode, months, max(day, check_day(closed, months)), chance)


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
