"""The records that pages and reports are measured on: a team of 500 episodes, with names."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from django.core.management import call_command
from django.test import Client

from bench.episode_file import write_file
from samspel.accounts.actor import SYSTEM, Actor
from samspel.accounts.models import User
from samspel.accounts.roles import Role
from samspel.exchange.demo.names import family_name, given_name
from samspel.exchange.demo.reports import LAST_YEAR
from samspel.exchange.importing.episodes import import_episodes
from samspel.figures.period import Period
from samspel.organisation.models import Membership, Team
from samspel.participants.models import Participant
from samspel.report.creation import begin_report
from samspel.report.models import Report
from samspel.report.writing import save_text

EPISODES = 500
TEAM = "Bänkteamet"
PERIOD = Period(date(2023, 1, 1), date(2023, 12, 31))


@dataclass(frozen=True, slots=True)
class Records:
    """What is measured on, and the cookie of the team leader who is signed in."""

    team: Team
    person: Participant
    report: Report
    cookie: str


def make_records() -> Records:
    """Make the team and its report, and sign its leader in."""
    team, leader = make_team(TEAM, EPISODES)
    report = begin_report(team=team, period=PERIOD, language="sv", by=Actor(leader)).report
    for place, body in LAST_YEAR.items():
        save_text(report=report, place=place, body=body, base_version=0, by=Actor(leader))
    team.refresh_from_db()
    person = Participant.objects.filter(team=team)[EPISODES // 2]
    return Records(team, person, report, cookie(client_of(leader)))


def make_team(name: str, episodes: int) -> tuple[Team, User]:
    """A team with as many episodes of as many persons with names, and its leader."""
    call_command("migrate", verbosity=0)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "episodes.csv"
        write_file(path, episodes, name)
        with path.open("rb") as file:
            import_episodes(file, by=SYSTEM)
    team = Team.objects.get(name=name)
    chance = Random(episodes)  # noqa: S311 - always the same, and no secret
    people = list(Participant.objects.filter(team=team))
    for person in people:
        person.given_name = given_name(person.gender, chance)
        person.family_name = family_name(chance)
        person.set_keys()
    keys = ["given_name", "family_name", "sort_key", "search_key"]
    Participant.objects.bulk_update(people, keys, batch_size=100)
    leader = User.objects.create_user(f"{team.slug}@example.org", name="Lena Ledare")
    Membership.objects.create(user=leader, role=Role.TEAM_LEADER, team=team)
    return team, leader


def client_of(user: User) -> Client:
    """A browser in which ``user`` is signed in."""
    client = Client(SERVER_NAME="localhost")
    client.force_login(user, "allauth.account.auth_backends.AuthenticationBackend")
    return client


def cookie(client: Client) -> str:
    """The cookies of a browser, as it sends them."""
    return "; ".join(f"{name}={each.value}" for name, each in client.cookies.items())
