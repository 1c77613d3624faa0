"""The demo's employers with contacts, tasks and talks, written in bulk for each team."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal

from samspel.accounts.actor import Actor
from samspel.accounts.models import User
from samspel.exchange.demo.casework.chance import Chance, working_day
from samspel.exchange.demo.casework.workplaces import NO_LONGER, TALKS, WORKPLACES, Offer, Workplace
from samspel.organisation.models import Team
from samspel.participants.employers.keeping_kinds import take_starter_set
from samspel.participants.employers.models import (
    ContactNote,
    Employer,
    EmployerContact,
    Task,
    WorkKind,
)

_FICTIONAL_PHONES = range(5, 100)
"""The numbers 070-174 06 05 to 99 are kept free for stories."""
_NO_REAL_SERIES = "999"
"""Organisation numbers do not begin so."""


def fill_employers(
    team: Team, *, coaches: Sequence[User], by: Actor, today: date
) -> list[Employer]:
    """Write the team's employers, in the place that its name ends with; those it turns to."""
    chance, place = Chance(f"employers {team.slug}"), team.name.split()[-1]
    take_starter_set(team=team, by=by)
    known = [*WORKPLACES, NO_LONGER]
    employers = [_employer(team, each, place, chance) for each in known]
    Employer.objects.bulk_create(employers)
    EmployerContact.objects.bulk_create(
        contact
        for employer, each in zip(employers, known, strict=True)
        for contact in _contacts(employer, each, chance)
    )
    _write_tasks(team, dict(zip(employers, known, strict=True)))
    ContactNote.objects.bulk_create(
        note for employer in employers for note in _talks(employer, coaches, today, chance)
    )
    return [each for each in employers if each.is_used]


def _employer(team: Team, told: Workplace, place: str, chance: Chance) -> Employer:
    plain = "".join(letter for letter in told.name.lower() if letter.isascii() and letter.isalpha())
    row = Employer(
        team=team,
        name=told.name.format(place=place),
        kind=told.kind,
        organisation_number=_number(chance) if told.kind != "non_profit" else "",
        address=f"Storgatan {chance.number(1, 60)}, {place}",
        website=f"https://{plain}.example" if chance.happens(0.6) else "",
        structure_notes=told.about,
        is_used=told is not NO_LONGER,
    )
    row.set_keys()
    return row


def _number(chance: Chance) -> str:
    """Nine digits of nobody's, and the one that checks them."""
    digits = _NO_REAL_SERIES + "".join(str(chance.number(0, 9)) for _place in range(6))
    doubled = (int(each) * (2 - place % 2) for place, each in enumerate(digits))
    total = sum(value - 9 if value > 9 else value for value in doubled)
    return f"{digits}{-total % 10}"


def _contacts(employer: Employer, told: Workplace, chance: Chance) -> Iterator[EmployerContact]:
    phone = chance.one_of(_FICTIONAL_PHONES)
    name, role = told.contact.split(", ")
    yield EmployerContact(
        employer=employer,
        name=name,
        role=role,
        phone=f"070-174 06 {phone:02d}",
        email=f"kontakt{phone}@example.org",
        is_supervisor=chance.happens(0.7),
        is_used=employer.is_used,
    )


def _write_tasks(team: Team, known: dict[Employer, Workplace]) -> None:
    kinds = {each.code: each for each in WorkKind.objects.filter(team=team)}
    offered = {
        _task(employer, offer): offer for employer, told in known.items() for offer in told.offers
    }
    Task.objects.bulk_create(offered)
    through = Task.work_kinds.through
    through.objects.bulk_create(
        through(task=task, workkind=kinds[code])
        for task, offer in offered.items()
        for code in offer.parts[0]
    )


def _task(employer: Employer, offer: Offer) -> Task:
    _kinds, (structure, pace, social), physical, access, (places,), (hours,) = offer.parts
    first, last = hours.split("–")
    return Task(
        employer=employer,
        title=offer.title,
        text=offer.text,
        structure=structure,
        pace=pace,
        social=social,
        physical=physical,
        accessibility=access,
        capacity=int(places),
        hours_from=Decimal(first),
        hours_to=Decimal(last),
    )


def _talks(
    employer: Employer, coaches: Sequence[User], today: date, chance: Chance
) -> Iterator[ContactNote]:
    """Some talks in the last year; most employers have been rung up of late."""
    day = today - chance.days(1, 60 if employer.is_used else 400)
    for text in chance.some_of(TALKS, chance.number(1, 4)):
        yield ContactNote(
            employer=employer, on=working_day(day), text=text, by=chance.one_of(coaches)
        )
        day -= timedelta(days=chance.number(20, 90))
