"""Lifelike episodes by chance, the same each time: seasons, a queue, dropouts, people who return.

Everything is drawn for the whole of the current year; what lies after today is then cut off, so
that the demo is the same on every day of a year but for what has not happened yet.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from samspel.exchange.demo.places import TeamPlan
from samspel.figures.period import month_end

_SEASON = (1.2, 1.1, 1.2, 1.0, 1.0, 0.6, 0.3, 1.2, 1.5, 1.3, 1.1, 0.5)
"""How many referrals come in each month, against the mean: little in July and at Christmas."""
_OUTCOMES = {
    "work": 30,
    "studies": 12,
    "other_rehabilitation": 12,
    "medical_rehabilitation": 12,
    "sickness_compensation": 9,
    "parental_leave": 4,
    "moved": 5,
    "other": 8,
}
_REFERRERS = {
    "region": 30,
    "social_services": 26,
    "social_insurance": 22,
    "employment_service": 15,
    "youth_activity": 3,
    "self": 4,
}
_INCOMES = {
    "region": {"social_insurance": 65, "social_assistance": 25, "none": 10},
    "social_services": {"social_assistance": 88, "none": 8, "other": 4},
    "social_insurance": {"social_insurance": 92, "none": 8},
    "employment_service": {"unemployment": 60, "social_assistance": 35, "none": 5},
}
_ANY_INCOME = {"none": 60, "social_assistance": 30, "other": 10}
_AGES = {(16, 17): 2, (18, 29): 38, (30, 45): 36, (46, 62): 24}
_GENDERS = {"woman": 56, "man": 42, "other": 1, "": 1}
_LATE_BY = 120


@dataclass(frozen=True, slots=True)
class DrawnPerson:
    """A person of a team, known by a running number."""

    number: int
    gender: str
    birth_date: date


@dataclass(frozen=True, slots=True)
class DrawnCase:
    """One stay, with the dates it would have if the future were known."""

    person: DrawnPerson
    referred_by: str
    income_source: str
    study_visit_on: date | None
    referred_on: date
    enrolled_on: date | None
    closed_on: date | None
    withdrawn_on: date | None
    outcome: str
    public_support_months: str | None
    recorded_on: date
    """The day on which the referral was entered: now and then months late."""

    def until(self, today: date) -> "DrawnCase | None":
        """What has happened by ``today``; None when nothing has."""
        if self.referred_on > today or self.recorded_on > today:
            return None
        closed = _by(self.closed_on, today)
        return replace(
            self,
            enrolled_on=_by(self.enrolled_on, today),
            closed_on=closed,
            withdrawn_on=_by(self.withdrawn_on, today),
            outcome=self.outcome if closed else "",
        )


def _by(day: date | None, today: date) -> date | None:
    return day if day is not None and day <= today else None


def drawn_cases(plan: TeamPlan, year: int) -> list[DrawnCase]:
    """The team's cases from its start through ``year``, in the order of their referrals."""
    chance = Random(f"samspel {plan.slug}")  # noqa: S311  # nosec B311 - always the same, and no secret
    drawer = _Drawer(plan, year, chance)
    cases = list(drawer.cases())
    return sorted(cases, key=lambda case: case.referred_on)


class _Drawer:
    """Draws the cases of one team."""

    def __init__(self, plan: TeamPlan, year: int, chance: Random) -> None:
        self.plan = plan
        self.year = year
        self.chance = chance
        self.persons = 0
        back, month = plan.closes or (0, 12)
        self.last_day = month_end(year - back, month)

    def cases(self) -> Iterator[DrawnCase]:
        """Every case; those that came back follow on their first stay."""
        back, first_month = self.plan.started
        for month in range(first_month, 12 * (back + 1) + 1):
            year, of_year = self.year - back + (month - 1) // 12, (month - 1) % 12 + 1
            if (self.last_day - date(year, of_year, 1)).days < 200 and self.plan.closes:
                break
            expected = self.plan.referrals_a_month * _SEASON[of_year - 1]
            for _each in range(self._number(expected)):
                case = self._case(self._person(year), self._day(year, of_year))
                yield case
                yield from self._return(case)
        if self.plan.has_outlier:
            yield self._outlier()

    def _number(self, expected: float) -> int:
        whole = int(expected)
        return whole + (self.chance.random() < expected - whole)

    def _day(self, year: int, month: int) -> date:
        day = date(year, month, self.chance.randint(1, month_end(year, month).day))
        return day - timedelta(days=max(0, day.weekday() - 4))

    def _days_after(self, day: date, low: int, high: int) -> date:
        later = day + timedelta(days=self.chance.randint(low, high))
        return later - timedelta(days=max(0, later.weekday() - 4))

    def _one_of(self, weights: dict[str, int]) -> str:
        return self.chance.choices(list(weights), list(weights.values()))[0]

    def _person(self, year: int) -> DrawnPerson:
        self.persons += 1
        low, high = self.chance.choices(list(_AGES), list(_AGES.values()))[0]
        # Who turns x during the year is x - 1 before the birthday: all stay within the band.
        born = date(year - self.chance.randint(low + 1, high), 1, 1)
        born += timedelta(days=self.chance.randrange(365))
        return DrawnPerson(self.persons, self._one_of(_GENDERS), born)

    def _case(self, person: DrawnPerson, visit: date) -> DrawnCase:
        chance = self.chance
        sent = self._referrer()
        referred = self._days_after(visit, 3, 30)
        enrolled: date | None = self._days_after(referred, 14, 110)
        withdrawn = None
        if chance.random() < 0.08:
            enrolled, withdrawn = None, self._days_after(referred, 10, 90)
        closed, outcome = self._closing(enrolled)
        late = chance.random() < 0.06
        case = DrawnCase(
            person=person,
            referred_by=sent,
            income_source=self._one_of(_INCOMES.get(sent, _ANY_INCOME)),
            study_visit_on=visit if chance.random() < 0.9 else None,
            referred_on=referred,
            enrolled_on=enrolled,
            closed_on=closed,
            withdrawn_on=withdrawn,
            outcome=outcome,
            public_support_months=self._support(),
            recorded_on=self._days_after(referred, 50, _LATE_BY) if late else referred,
        )
        return self._with_the_team_closed(case)

    def _referrer(self) -> str:
        if self.plan.own_referrer and self.chance.random() < 0.05:
            return self.plan.own_referrer[0]
        return self._one_of(_REFERRERS)

    def _support(self) -> str | None:
        if self.chance.random() < 0.08:
            return None
        return f"{min(self.chance.gammavariate(1.4, 24.0), 240.0):.1f}"

    def _closing(self, enrolled: date | None) -> tuple[date | None, str]:
        if enrolled is None:
            return None, ""
        if self.chance.random() < 0.11:
            return self._days_after(enrolled, 14, 120), "dropout"
        days = int(self.chance.lognormvariate(5.95, 0.4))
        return self._days_after(enrolled, days, days + 20), self._one_of(_OUTCOMES)

    def _with_the_team_closed(self, case: DrawnCase) -> DrawnCase:
        """Nobody stays in a team that has closed: the last are handed over, or leave the queue."""
        if self.plan.closes is None:
            return case
        last = self.last_day
        if case.enrolled_on is not None and case.enrolled_on > last:
            return replace(case, enrolled_on=None, closed_on=None, outcome="", withdrawn_on=last)
        if case.closed_on is not None and case.closed_on > last:
            return replace(case, closed_on=last, outcome="other")
        if case.withdrawn_on is not None and case.withdrawn_on > last:
            return replace(case, withdrawn_on=last)
        return case

    def _return(self, case: DrawnCase) -> Iterator[DrawnCase]:
        """Some come back after a year or so."""
        if case.closed_on is None or case.outcome == "moved" or self.chance.random() > 0.09:
            return
        visit = self._days_after(case.closed_on, 120, 500)
        if visit.year <= self.year and (self.last_day - visit).days > 200:
            yield self._case(case.person, visit)

    def _outlier(self) -> DrawnCase:
        """Somebody who stayed for nearly four years and then found work, last year."""
        back, month = self.plan.started
        enrolled = date(self.year - back, month, 15)
        born = date(self.year - back - 41, 5, 9)
        self.persons += 1
        return DrawnCase(
            person=DrawnPerson(self.persons, "woman", born),
            referred_by="social_insurance",
            income_source="social_insurance",
            study_visit_on=None,
            referred_on=enrolled - timedelta(days=12),
            enrolled_on=enrolled,
            closed_on=date(self.year - 1, 10, 20),
            withdrawn_on=None,
            outcome="work",
            public_support_months="131.5",
            recorded_on=enrolled,
        )
