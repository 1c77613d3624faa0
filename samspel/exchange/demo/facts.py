"""What a drawn case says beside its dates: caseworker, occupation, income after, why it ended."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

from samspel.exchange.demo.cases import DrawnCase
from samspel.exchange.demo.names import family_name, given_name
from samspel.organisation.models import Team
from samspel.participants.stage import trial_end

_MAILBOXES = {
    "employment_service": "arbetsformedlingen.example",
    "social_insurance": "forsakringskassan.example",
    "social_services": "socialtjansten.example",
    "region": "regionen.example",
    "youth_activity": "kommunen.example",
}
_CASEWORKERS = 4
"""So many at each agency send people to a team."""
_BEFORE = {
    "social_insurance": {"sick_leave": 90, "parental_leave": 5, "none": 5},
    "unemployment": {"job_seeking": 92, "placement": 8},
    "social_assistance": {"job_seeking": 45, "none": 40, "studies": 5, "sick_leave": 10},
}
_BEFORE_OTHER = {"none": 60, "job_seeking": 25, "other": 15}
_AFTER: dict[str, tuple[dict[str, int], dict[str, int]]] = {
    "work": ({"work": 55, "subsidised_work": 45}, {"none": 60, "other": 25, "unemployment": 15}),
    "studies": ({"studies": 100}, {"other": 70, "none": 30}),
    "other_rehabilitation": (
        {"job_seeking": 70, "placement": 30},
        {"unemployment": 50, "social_assistance": 50},
    ),
    "medical_rehabilitation": ({"sick_leave": 100}, {"social_insurance": 80, "none": 20}),
    "sickness_compensation": ({"none": 100}, {"social_insurance": 100}),
    "parental_leave": ({"parental_leave": 100}, {"social_insurance": 100}),
}
_REASONS = {
    "own_wish": 30,
    "other_support": 15,
    "work_or_studies": 15,
    "illness": 12,
    "moved": 8,
    "no_contact": 12,
    "not_target_group": 8,
}
_LONG_STAY = timedelta(days=300)


@dataclass(frozen=True, slots=True)
class _Drawing:
    chance: Random

    def one_of(self, weights: dict[str, int]) -> str:
        return self.chance.choices(list(weights), list(weights.values()))[0]

    def is_stated(self, share: float) -> bool:
        return self.chance.random() < share


def facts(case: DrawnCase, number: str, team: Team, *, today: date) -> dict[str, Any]:
    """The columns of the episode that follow from the drawn case; the same for the same case."""
    draw = _Drawing(Random(f"facts {team.slug} {number}"))  # noqa: S311  # nosec B311 - always the same, and no secret
    said = _caseworker(case, team)
    if case.withdrawn_on is not None:
        said["withdrawal_reason"] = draw.one_of(_REASONS) if draw.is_stated(0.95) else ""
    if case.enrolled_on is not None:
        said["trial_ends_on"] = trial_end(case.enrolled_on, team.trial_months)
        before = _BEFORE.get(case.income_source, _BEFORE_OTHER)
        said["occupation_before"] = draw.one_of(before) if draw.is_stated(0.94) else ""
        said |= _ending(case, draw, today)
    return said


def _ending(case: DrawnCase, draw: _Drawing, today: date) -> dict[str, Any]:
    enrolled = case.enrolled_on
    if enrolled is None:
        return {}
    if case.closed_on is None:
        is_closing = enrolled + _LONG_STAY < today and draw.is_stated(0.3)
        begun = today - timedelta(days=draw.chance.randint(3, 25))
        return {"closing_begun_on": begun} if is_closing else {}
    occupation, income = _AFTER.get(case.outcome, ({}, {}))
    said: dict[str, Any] = {}
    if occupation and draw.is_stated(0.92):
        said = {"occupation_after": draw.one_of(occupation), "income_after": draw.one_of(income)}
    if case.outcome != "dropout":
        lead = timedelta(days=draw.chance.randint(7, 35))
        said["closing_begun_on"] = max(enrolled, case.closed_on - lead)
    return said


def _caseworker(case: DrawnCase, team: Team) -> dict[str, Any]:
    """One of the few at the agency; who refers themselves has none."""
    mailbox = _MAILBOXES.get(case.referred_by)
    if mailbox is None:
        return {}
    turn = case.person.number % _CASEWORKERS
    chance = Random(f"caseworker {team.slug} {case.referred_by} {turn}")  # noqa: S311  # nosec B311 - always the same, and no secret
    given, family = given_name("", chance), family_name(chance)
    letters = f"{given}.{family}".lower().translate(str.maketrans("åäö", "aao"))
    return {"caseworker_name": f"{given} {family}", "caseworker_email": f"{letters}@{mailbox}"}
