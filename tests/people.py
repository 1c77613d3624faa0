"""Makes the people, teams and cases that tests are about; every name is invented."""

from datetime import date
from itertools import count
from typing import Any

from django.test import Client

from samspel.accounts.models import User
from samspel.accounts.roles import ASSOCIATION_ROLES, Role
from samspel.organisation.models import Agency, Association, Host, Membership, Team
from samspel.participants.models import Episode, Participant
from samspel.participants.stage import trial_end

_numbers = count(1)

MEMBERS = {
    "coach": ("Kim Handledare", Role.COACH, "Kommunen"),
    "colleague": ("Robin Kollega", Role.COACH, "FK"),
    "leader": ("Lo Teamledare", Role.TEAM_LEADER, None),
    "steering_member": ("Sam Styrgrupp", Role.STEERING_GROUP_MEMBER, None),
    "officer": ("Ola Förbund", Role.ASSOCIATION_OFFICER, None),
    "stranger": ("Ulla Utomstående", Role.COACH, None),
}
"""Who the tests are about: name, role, and the agency that lends the person to the team."""


def make_user(name: str, **fields: Any) -> User:
    """A user without a password: tests sign them in with `client_of`."""
    return User.objects.create_user(f"user{next(_numbers)}@example.org", name=name, **fields)


def make_association(name: str = "Samordningsförbundet Ängsö") -> Association:
    """An association with a host and two agencies."""
    association = Association.objects.create(name=name)
    Host.objects.create(association=association, name="Ängsö kommun")
    Agency.objects.create(association=association, name="Ängsö kommun", short_name="Kommunen")
    Agency.objects.create(association=association, name="Försäkringskassan", short_name="FK")
    return association


def make_team(name: str, association: Association, **fields: Any) -> Team:
    """A team of the association, with all its agencies and its first host."""
    fields.setdefault("slug", f"team-{next(_numbers)}")
    team = Team.objects.create(
        association=association, name=name, host=association.hosts.first(), **fields
    )
    team.agencies.set(association.agencies.all())
    return team


def make_member(
    name: str, role: Role, of: Team | Association, agency: Agency | None = None
) -> User:
    """A user in a role of a team, or of an association where the role belongs there."""
    user = make_user(name)
    place = "association" if role in ASSOCIATION_ROLES else "team"
    Membership.objects.create(user=user, role=role, agency=agency, **{place: of})
    return user


def make_somebody(who: str, of: Team | Association) -> User:
    """One of `MEMBERS`."""
    name, role, lent_by = MEMBERS[who]
    agency = None
    if lent_by is not None and isinstance(of, Team):
        agency = of.agencies.get(short_name=lent_by)
    return make_member(name, role, of, agency)


def make_administrator() -> User:
    return make_user("Ada Administratör", is_administrator=True)


def make_participant(team: Team, **fields: Any) -> Participant:
    """A participant of the team with an invented name."""
    fields.setdefault("reference", f"p{next(_numbers)}")
    fields.setdefault("given_name", "Alva")
    fields.setdefault("family_name", "Exempel")
    fields.setdefault("gender", "woman")
    fields.setdefault("birth_date", date(1990, 1, 2))
    return Participant.objects.create(team=team, **fields)


def make_episode(participant: Participant, **fields: Any) -> Episode:
    """An episode of the participant, on trial; referred and enrolled in 2025 if nothing is said."""
    fields.setdefault("case_number", f"c{next(_numbers)}")
    fields.setdefault("referred_on", date(2025, 1, 10))
    fields.setdefault("enrolled_on", date(2025, 2, 1))
    first = fields["enrolled_on"]
    if first is not None:
        fields.setdefault("trial_ends_on", trial_end(first, participant.team.trial_months))
    return Episode.objects.create(participant=participant, team=participant.team, **fields)


def client_of(user: User | None) -> Client:
    """A browser in which ``user`` is signed in, or nobody; every middleware runs."""
    client = Client()
    if user is not None:
        client.force_login(user, "allauth.account.auth_backends.AuthenticationBackend")
    return client
