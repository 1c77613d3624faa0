"""Importing episodes from a file: what is understood, and that it can be done again."""

import io
import json
from datetime import date
from decimal import Decimal

import pytest
from django.core.management import call_command

from samspel.accounts.actor import SYSTEM
from samspel.accounts.models import LogEntry
from samspel.exchange.importing.episodes import check_episodes, import_episodes
from samspel.exchange.importing.source import Outcome
from samspel.organisation.models import Association, Team, TeamReferrer
from samspel.participants.models import Episode, Participant
from tests import people
from tests.exchange.conftest import Run, Write
from tests.exchange.files import AGAIN, COHORTS, OPEN, binary_of, row, text_of

pytestmark = pytest.mark.django_db


def brought(*rows: dict[str, str], team: str | None = None) -> Outcome:
    return import_episodes(binary_of(*rows), by=SYSTEM, team=team)


def counts(outcome: Outcome) -> tuple[int, int, int]:
    return outcome.new, outcome.changed, outcome.unchanged


def test_a_row_becomes_a_person_without_a_name_and_an_episode() -> None:
    assert counts(brought(row())) == (1, 0, 0)
    person = Participant.objects.get()
    assert (person.reference, person.name, person.gender) == ("P1", "P1", "woman")
    assert person.birth_date == date(1990, 5, 1)
    episode = Episode.objects.get()
    assert (episode.case_number, episode.team.name) == ("E1", "Team Prov")
    assert (episode.referred_by, episode.income_source) == ("region", "social_insurance")
    assert (episode.referred_on, episode.enrolled_on) == (date(2023, 1, 10), date(2023, 2, 1))
    assert (episode.closed_on, episode.outcome) == (date(2024, 3, 1), "work")
    assert episode.public_support_months == Decimal("12.5")
    assert (episode.study_visit_on, episode.withdrawn_on, episode.coach) == (None, None, None)


def test_an_unknown_team_is_made_in_the_only_association(association: Association) -> None:
    outcome = brought(row(team="Kraften  Östra Ån"))
    team = Team.objects.get()
    assert outcome.new_teams == ["Kraften  Östra Ån"]
    assert (team.association, team.slug) == (association, "kraften-ostra-an")


def test_on_an_empty_database_the_association_is_made_too() -> None:
    brought(row())
    assert Association.objects.get().teams.get().name == "Team Prov"


def test_a_team_name_without_latin_letters_gets_an_address_of_its_own() -> None:
    brought(row(team="星"), row(team="海", participant_id="P2"))
    assert sorted(Team.objects.values_list("slug", flat=True)) == ["team", "team-2"]


def test_several_associations_leave_no_place_for_an_unknown_team(
    association: Association, write: Write, told: Run
) -> None:
    people.make_association("Samordningsförbundet Sjönära")
    assert "Team Prov" in told("import_episodes", write(row()))
    assert "Team Prov" in told("import_episodes", write(row()), "--dry-run")


def test_a_team_is_known_whatever_its_capitals(team: Team) -> None:
    brought(row(team="TEAM väster"))
    assert Episode.objects.get().team == team


def test_a_given_team_takes_all_rows_whatever_the_file_says(team: Team) -> None:
    without = {name: cell for name, cell in row(episode_id="E2").items() if name != "team"}
    brought(row(), team="Team Väster")
    brought(without, team="Team Väster")
    assert set(Episode.objects.values_list("team", flat=True)) == {team.pk}


def test_importing_again_changes_nothing(team: Team) -> None:
    rows = [row(team="Team Väster"), row(team="Team Väster", episode_id="E2", **AGAIN)]
    assert counts(brought(*rows)) == (2, 0, 0)
    before = list(Episode.objects.values_list("pk", "version", "changed_at").order_by("pk"))
    assert counts(brought(*rows)) == (0, 0, 2)
    assert before == list(Episode.objects.values_list("pk", "version", "changed_at").order_by("pk"))


def test_changed_rows_are_updated_and_others_left(team: Team) -> None:
    first, second = row(**OPEN), row(episode_id="E2", participant_id="P2")
    brought(first, second)
    changed = {**first, "closed_on": "2024-05-05", "outcome": "studies"}
    assert counts(brought(changed, second)) == (0, 1, 1)
    episode = Episode.objects.get(case_number="E1")
    assert (episode.closed_on, episode.outcome, episode.version) == (
        date(2024, 5, 5),
        "studies",
        2,
    )


def test_a_changed_person_is_updated_once() -> None:
    rows = [row(), row(episode_id="E2", **AGAIN)]
    brought(*rows)
    Participant.objects.update(given_name="Alva", family_name="Exempel")
    assert counts(brought(*({**each, "gender": "man"} for each in rows))) == (0, 2, 0)
    person = Participant.objects.get()
    assert (person.gender, person.given_name, person.version) == ("man", "Alva", 2)


def test_columns_that_the_file_lacks_are_left_as_they_are() -> None:
    brought(row(study_visit_on="2022-12-24"))
    lacking = {k: v for k, v in row().items() if k not in {"study_visit_on", "withdrawn_on"}}
    assert counts(brought(lacking)) == (0, 0, 1)
    assert Episode.objects.get().study_visit_on == date(2022, 12, 24)


def test_the_trial_period_is_written_down_by_the_teams_setting(team: Team) -> None:
    team.trial_months = 3
    team.save()
    waits = row(episode_id="E2", participant_id="P2", enrolled_on="", **OPEN)
    brought(row(enrolled_on="2023-11-30"), waits, team=team.name)
    ends = dict(Episode.objects.values_list("case_number", "trial_ends_on"))
    assert ends == {"E1": date(2024, 2, 29), "E2": None}


def test_what_casework_entered_beside_the_file_goes_on_fitting(team: Team) -> None:
    """A decision prolonged the trial period and a closing was being prepared."""
    open_row = row(closed_on="", outcome="")
    brought(open_row, team=team.name)
    entered = {"trial_ends_on": date(2023, 6, 1), "closing_begun_on": date(2023, 9, 1)}
    Episode.objects.update(**entered)
    brought(open_row | {"income_source": "none"}, team=team.name)
    assert Episode.objects.values(*entered).get() == entered
    brought(row(closed_on="2023-08-01"), team=team.name)
    assert Episode.objects.get().closing_begun_on is None
    brought(row(enrolled_on="2023-03-15", closed_on="2023-08-01"), team=team.name)
    assert Episode.objects.get().trial_ends_on == date(2023, 5, 15)


def test_the_reason_goes_with_the_withdrawal(team: Team) -> None:
    left = row(enrolled_on="", closed_on="", outcome="", withdrawn_on="2023-03-01")
    brought(left, team=team.name)
    Episode.objects.update(withdrawal_reason="moved")
    brought(left | {"withdrawn_on": "2023-03-02"}, team=team.name)
    assert Episode.objects.get().withdrawal_reason == "moved"
    brought(row(), team=team.name)
    assert Episode.objects.get().withdrawal_reason == ""


def test_someone_who_is_closed_and_comes_back_in_one_file() -> None:
    brought(row(**OPEN))
    again = row(episode_id="E0", **AGAIN)
    assert counts(brought(again, row())) == (1, 1, 0)
    assert Episode.objects.get(closed_on=None).case_number == "E0"


def test_a_check_tells_the_same_and_saves_nothing(team: Team) -> None:
    brought(row(team="Team Väster"))
    rows = [row(team="Team Väster", outcome="other"), row(team="Ny", participant_id="P2")]
    checked = check_episodes(binary_of(*rows))
    assert (counts(checked), checked.new_teams, checked.saved) == ((1, 1, 0), ["Ny"], False)
    assert (Episode.objects.count(), Team.objects.count()) == (1, 1)
    assert counts(brought(*rows)) == (1, 1, 0)


def test_one_entry_in_the_log_and_a_new_revision_of_the_team(team: Team) -> None:
    brought(row(team="Team Väster"))
    entry = LogEntry.objects.get(act="import_episodes")
    assert (entry.subject, entry.team_id) == (f"team:{team.pk}", team.pk)
    assert entry.details == {"new": 1, "changed": 0}
    revision = team.revision
    team.refresh_from_db()
    assert team.revision == revision + 1


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("start", ["", "\ufeff"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_delimiters_marks_and_line_ends(delimiter: str, start: str, ending: str) -> None:
    text = start + text_of(row(), delimiter=delimiter).replace("\r\n", ending)
    outcome = import_episodes(io.BytesIO(text.encode()), by=SYSTEM)
    assert (list(outcome.faults), outcome.new) == ([], 1)


SWEDISH = """\
Deltagar-ID;Inskrivnings-ID;Samverkansteam;Kön;Född;Remittent;Försörjningsgrund;Studiebesök;\
Uppdrag;Inskriven;Avslutad;Avslutsorsak;Månader i offentlig försörjning;Återtagen
p1;å1;Team Åre;Kvinna;19900501;FK;Försörjningsstöd;2022-12-01;2023-01-10;2023-02-01;2024-03-01;\
Tidigt avhopp;12,5;
p2;å2;Team Åre;man;1990-05-02;Arbetsförmedlingen;a-kassa;;2023-01-11 00:00:00;;;;;2023-05-05
"""


def test_swedish_headings_and_words_in_any_order() -> None:
    import_episodes(io.BytesIO(SWEDISH.encode()), by=SYSTEM)
    first, second = Episode.objects.order_by("case_number")
    assert (first.referred_by, first.income_source) == ("social_insurance", "social_assistance")
    assert (first.outcome, first.public_support_months) == ("dropout", Decimal("12.5"))
    assert first.participant.birth_date == date(1990, 5, 1)
    assert (second.referred_by, second.income_source) == ("employment_service", "unemployment")
    assert (second.referred_on, second.withdrawn_on) == (date(2023, 1, 11), date(2023, 5, 5))


def test_a_teams_own_referrer_is_known_by_code_and_by_name(team: Team, other_team: Team) -> None:
    TeamReferrer.objects.create(team=team, code="folkhogskolan", title="Folkhögskolan")
    theirs = row(team="Team Väster", referred_by="Folkhögskolan")
    assert counts(brought(theirs)) == (1, 0, 0)
    assert Episode.objects.get().referred_by == "folkhogskolan"
    elsewhere = brought(row(team="Team Öster", referred_by="Folkhögskolan"))
    assert [fault.column for fault in elsewhere.faults] == ["referred_by"]


def test_many_rows_are_taken_in_portions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("samspel.exchange.importing.episodes.PERSONS_AT_A_TIME", 3)
    monkeypatch.setattr("samspel.exchange.importing.staging._BATCH", 4)
    monkeypatch.setattr("samspel.exchange.importing.source._ROWS_BETWEEN_TELLING", 2)
    monkeypatch.setattr("samspel.exchange.importing.prepared._AT_A_TIME", 3)
    rows = [
        row(episode_id=f"E{n}", participant_id=f"P{n // 2}", **(AGAIN if n % 2 else {}))
        for n in range(20)
    ]
    shares: list[float] = []
    outcome = import_episodes(binary_of(*rows), by=SYSTEM, size=1, progress=shares.append)
    assert (outcome.new, Participant.objects.count()) == (20, 10)
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


GOLDEN = [
    ("kraften-2018-07--2019-06", "Kraften Hedemora", "180701-190630", (34, 18, 17, 35, 9, 17, 53)),
    (
        "kraften-2022-07--2023-06",
        "Kraften Hedemora",
        "2022-07..2023-06",
        (41, 16, 23, 34, 11, 21, 52),
    ),
    ("avesta-2021", "Samverkansteam Avesta", "2021", (30, 28, 16, 42, 12, 16, 75)),
]


@pytest.mark.parametrize(("name", "team", "period", "expected"), GOLDEN)
def test_golden_cohorts_from_file_to_figures(
    name: str,
    team: str,
    period: str,
    expected: tuple[int, ...],
    capsys: pytest.CaptureFixture[str],
) -> None:
    call_command("import_episodes", str(COHORTS / f"{name}.csv"))
    capsys.readouterr()
    call_command("figures", "--team", team, "--period", period, "--format", "json")
    told = json.loads(capsys.readouterr().out)
    cohorts = ("enrolled_at_start", "newly_enrolled", "closed", "enrolled_at_end")
    rate = told["shares"]["result_rate"]
    assert expected == (
        *(told["counts"][cohort]["n"] for cohort in cohorts),
        rate["part"],
        rate["whole"],
        rate["percent"],
    )
