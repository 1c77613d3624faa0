"""From drawn cases to participants and episodes, written in bulk."""

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from decimal import Decimal
from random import Random

from samspel.accounts.models import User
from samspel.exchange.demo.cases import DrawnCase, DrawnPerson
from samspel.exchange.demo.facts import facts
from samspel.exchange.demo.identity_numbers import reserved_number
from samspel.exchange.demo.names import family_name, given_name
from samspel.organisation.models import Team
from samspel.participants.models import Episode, Participant
from samspel.participants.participant import Protection

_NUMBERED_IN_TEN = 3
"""So many in ten have an identity number; the others show that it may be absent."""


def write_cases(
    cases: Sequence[DrawnCase],
    *,
    team: Team,
    coaches: Sequence[User],
    has_protected: bool,
    today: date,
) -> list[Episode]:
    """Write the cases with their persons as they are on ``today``; returns the episodes."""
    people = _people(cases, team)
    Participant.objects.bulk_create(people.values())
    years: Counter[int] = Counter()
    episodes = []
    for turn, case in enumerate(cases):
        years[case.referred_on.year] += 1
        number = f"{case.referred_on.year}-{years[case.referred_on.year]:03}"
        coach = coaches[turn % len(coaches)] if case.enrolled_on else None
        episode = _episode(case, team, people[case.person.number], number, coach)
        for name, value in facts(case, number, team, today=today).items():
            setattr(episode, name, value)
        episodes.append(episode)
    Episode.objects.bulk_create(episodes)
    _set_times(episodes, cases)
    if has_protected:
        _protect_one(episodes)
    return episodes


def _people(cases: Sequence[DrawnCase], team: Team) -> dict[int, Participant]:
    chance = Random(f"names {team.slug}")  # noqa: S311  # nosec B311 - always the same, and no secret
    first_years: dict[int, tuple[DrawnPerson, int]] = {}
    for case in cases:
        first_years.setdefault(case.person.number, (case.person, case.referred_on.year))
    years: Counter[int] = Counter()
    people = {}
    for number, (drawn, year) in first_years.items():
        years[year] += 1
        person = Participant(
            team=team,
            reference=f"P{year}-{years[year]:03}",
            given_name=given_name(drawn.gender, chance),
            family_name=family_name(chance),
            gender=drawn.gender,
            birth_date=drawn.birth_date,
        )
        if number % 10 < _NUMBERED_IN_TEN and drawn.gender in {"woman", "man"}:
            person.identity_number = reserved_number(drawn.birth_date, drawn.gender, number)
        person.set_keys()
        people[number] = person
    return people


def _episode(
    case: DrawnCase, team: Team, person: Participant, number: str, coach: User | None
) -> Episode:
    months = case.public_support_months
    return Episode(
        participant=person,
        team=team,
        case_number=number,
        coach=coach,
        referred_by=case.referred_by,
        income_source=case.income_source if case.enrolled_on else "",
        study_visit_on=case.study_visit_on,
        referred_on=case.referred_on,
        enrolled_on=case.enrolled_on,
        closed_on=case.closed_on,
        withdrawn_on=case.withdrawn_on,
        outcome=case.outcome,
        public_support_months=Decimal(months) if months and case.enrolled_on else None,
    )


def _set_times(episodes: Sequence[Episode], cases: Sequence[DrawnCase]) -> None:
    """When each was recorded: mostly at once, now and then months late."""
    for episode, case in zip(episodes, cases, strict=True):
        days = (case.recorded_on, case.enrolled_on, case.closed_on, case.withdrawn_on)
        episode.recorded_at = _noon(case.recorded_on)
        episode.changed_at = _noon(max(day for day in days if day is not None))
    # bulk_create takes the present for both; only an update can say otherwise.
    Episode.objects.bulk_update(episodes, ["recorded_at", "changed_at"], batch_size=100)


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(11), tzinfo=UTC)


def _protect_one(episodes: Sequence[Episode]) -> None:
    """One person has a protected identity; only the coach may open the case."""
    chosen = next(
        each for each in reversed(episodes) if each.coach is not None and each.closed_on is None
    )
    person = chosen.participant
    person.protection = Protection.MARKED
    person.save(update_fields=["protection"])
    if chosen.coach is not None:
        person.named_staff.add(chosen.coach)
