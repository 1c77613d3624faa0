"""Registration: a person is recorded for the first time, with the first study visit or referral."""

from dataclasses import dataclass, field
from datetime import date

from samspel.accounts.actor import Actor
from samspel.accounts.log import log
from samspel.accounts.user import User
from samspel.organisation.team import Team
from samspel.participants.case_numbers import next_reference
from samspel.participants.checking import check_participant
from samspel.participants.constraints import saving
from samspel.participants.duplicates import PossibleDuplicatesError, possible_duplicates
from samspel.participants.participant import Participant, Protection
from samspel.participants.referral import Beginning, begin_episode


@dataclass(frozen=True, slots=True)
class Particulars:
    """Who the person is, as entered."""

    given_name: str = ""
    family_name: str = ""
    identity_number: str = ""
    birth_date: date | None = None
    gender: str = ""
    protection: str = field(default=Protection.NONE)


def register(
    *,
    team: Team,
    particulars: Particulars,
    beginning: Beginning,
    is_another_person: bool = False,
    today: date,
    by: Actor,
) -> Participant:
    """Record a person and the first episode.

    Raises PossibleDuplicatesError unless the writer has said that it is another person, and
    ValidationError with every fault. Who sets a protection is named as staff at once.
    """
    values = {name: getattr(particulars, name) for name in Particulars.__dataclass_fields__}
    with saving(by):
        team.touch()  # locks the team's row: numbers and duplicates are decided one at a time
        person = Participant(team=team, reference=next_reference(team, today), **values)
        check_participant(person, today=today, by=by)
        if not is_another_person:
            _refuse_duplicates(person, by.user)
        person.save()
        name_staff(person, by.user, beginning.coach)
        log(by=by, act="registered", subject=f"participant:{person.pk}", team_id=team.pk)
        begin_episode(person, beginning, today=today, by=by)
    return person


def _refuse_duplicates(person: Participant, user: User | None) -> None:
    candidates = possible_duplicates(person, seen_by=user)
    if candidates:
        raise PossibleDuplicatesError(candidates)


def name_staff(person: Participant, *users: User | None) -> None:
    """Let these open the case of a protected person: who set the protection, and the coach."""
    if person.is_protected:
        person.named_staff.add(*(user for user in users if user is not None))
