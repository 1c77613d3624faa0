"""Files that are not taken: one sentence or every fault, and nothing saved."""

import gzip
import io
from pathlib import Path

import pytest
from django.core.management import call_command
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from samspel.accounts.actor import SYSTEM
from samspel.accounts.models import LogEntry
from samspel.exchange.importing.episodes import import_episodes
from samspel.exchange.importing.recorded import Recorded
from samspel.organisation.models import Association, Team
from samspel.participants.models import Episode, Participant
from tests.exchange.conftest import Run, Write
from tests.exchange.files import AGAIN, OPEN, SOUND, binary_of, row, text_of

pytestmark = pytest.mark.django_db


def nothing_saved() -> bool:
    return not any(
        model.objects.exists() for model in (Association, Team, Participant, Episode, LogEntry)
    )


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "tom"),
        (b"\n\n", "tom"),
        (b"%PDF-1.7\n...", "PDF"),
        (b"PK\x03\x04rest", "Excel"),
        (gzip.compress(b"x" * 100, mtime=0), "inte text"),
        (b"just\0bytes", "inte text"),
        (text_of(row(team="Säter")).encode("latin-1"), "UTF-8"),
        (text_of(row()).encode("utf-16"), "UTF-8"),
        (b"one,two\n1,2\n", "rubriker"),
        (b"x" * 300_000, "rad"),
        ((text_of(row()) + 'E2,"P2,never closed\n').encode(), "3"),
        (text_of(row()).encode() + b"E2," + b"x" * 300_000, "rad"),
    ],
)
def test_what_is_no_episode_file_is_refused_in_one_sentence(
    content: bytes, sentence: str, write: Write, told: Run
) -> None:
    refusal = told("import_episodes", write(content))
    assert sentence in refusal
    assert "\n" not in refusal
    assert nothing_saved()


def test_a_folder_and_a_missing_file(tmp_path: Path, told: Run) -> None:
    assert str(tmp_path) in told("import_episodes", tmp_path)
    assert "saknas.csv" in told("import_episodes", tmp_path / "saknas.csv")


def test_only_headings_bring_nothing(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("import_episodes", str(write(text_of(row()).partition("\n")[0] + "\n")))
    assert "0 rader" in capsys.readouterr().out
    assert nothing_saved()


def test_every_fault_is_told_with_line_and_column(write: Write, told: Run) -> None:
    rows = [
        row(),
        row(episode_id="E2", closed_on="2023-01-15"),
        row(episode_id="E3", gender="kvinnna", birth_date="1990-13-01"),
        row(episode_id="E4", outcome=""),
    ]
    refusal = told("import_episodes", write(*rows))
    lines = refusal.splitlines()
    starts = ("rad 3, closed_on", "rad 4, birth_date", "rad 4, gender")
    for start in (*starts, "rad 5, outcome"):
        assert any(line.startswith(start) for line in lines), start
    assert "1990-13-01" in refusal
    assert "kvinnna" in refusal
    assert lines[-1].startswith("4 fel")
    assert nothing_saved()


FAULTS = [
    ({"closed_on": "2023-01-31"}, "closed_on"),
    ({"outcome": ""}, "outcome"),
    ({"closed_on": ""}, "outcome"),
    ({"outcome": "won the lottery"}, "outcome"),
    ({"enrolled_on": "2023-01-09"}, "enrolled_on"),
    ({"enrolled_on": ""}, "closed_on"),
    ({"enrolled_on": "", "referred_on": "", "closed_on": "", "outcome": ""}, "referred_on"),
    ({**OPEN, "withdrawn_on": "2023-05-01"}, "withdrawn_on"),
    ({**OPEN, "enrolled_on": "", "withdrawn_on": "2023-01-09"}, "withdrawn_on"),
    ({"public_support_months": "-1"}, "public_support_months"),
    ({"public_support_months": "1.25"}, "public_support_months"),
    ({"public_support_months": "NaN"}, "public_support_months"),
    ({"public_support_months": "1e9"}, "public_support_months"),
    ({"public_support_months": "99999"}, "public_support_months"),
    ({"birth_date": "2024-02-30"}, "birth_date"),
    ({"birth_date": "2023-01-11"}, "birth_date"),
    ({"birth_date": "0001-01-01"}, "birth_date"),
    ({"birth_date": "1990"}, "birth_date"),
    ({"referred_on": "10/1/2023"}, "referred_on"),
    ({"referred_on": "2023-W02-2"}, "referred_on"),
    ({"episode_id": ""}, "episode_id"),
    ({"participant_id": "  "}, "participant_id"),
    ({"episode_id": "x" * 65}, "episode_id"),
    ({"team": ""}, "team"),
    ({"team": "x" * 121}, "team"),
    ({"team": "two\nlines"}, "team"),
    ({"participant_id": "bell\a"}, "participant_id"),
    ({"referred_by": "nobody"}, "referred_by"),
    ({"income_source": "gold"}, "income_source"),
    ({"episode_id": "<E1>"}, "episode_id"),
    ({"episode_id": "=E1"}, "episode_id"),
    ({"closed_on": "2099-12-31"}, "closed_on"),
    ({"enrolled_on": "1989-12-31", "referred_on": "", "birth_date": ""}, "enrolled_on"),
    ({"birth_date": "1901-01-01"}, "birth_date"),
    ({"public_support_months": "721"}, "public_support_months"),
    ({"team": "=Team"}, "team"),
    ({"team": "<b>Team"}, "team"),
    ({"team": "Team <b>"}, "team"),
]


@pytest.mark.parametrize(("changed", "column"), FAULTS)
def test_a_fault_in_a_row(changed: dict[str, str], column: str) -> None:
    outcome = import_episodes(binary_of(row(**changed)), by=SYSTEM)
    assert [(fault.line, fault.column) for fault in outcome.faults] == [(2, column)]
    assert not outcome.saved
    assert nothing_saved()


def test_lines_are_counted_as_an_editor_counts_them() -> None:
    rows = [row(referred_by='"two\nlines"'), row(episode_id="E2"), row(episode_id="")]
    outcome = import_episodes(binary_of(*rows), by=SYSTEM)
    assert [fault.line for fault in outcome.faults] == [2, 5]


HEADINGS = [
    ("outcome", "bonus", [("bonus",), ("outcome",)]),
    ("outcome", "closed_on", [("closed_on",), ("outcome",)]),
]


@pytest.mark.parametrize(("from_", "to", "columns"), HEADINGS)
def test_faults_in_the_headings(from_: str, to: str, columns: list[tuple[str]]) -> None:
    text = text_of(row()).replace(from_, to, 1)
    outcome = import_episodes(io.BytesIO(text.encode()), by=SYSTEM)
    assert [(fault.column,) for fault in outcome.faults] == columns
    assert {fault.line for fault in outcome.faults} == {1}


def test_a_doubled_id_names_both_lines_also_when_one_is_faulty() -> None:
    rows = [row(), row(participant_id="P2"), row(participant_id="P3", gender="?")]
    outcome = import_episodes(binary_of(*rows), by=SYSTEM)
    doubled = [fault for fault in outcome.faults if fault.column == "episode_id"]
    assert [fault.line for fault in doubled] == [3, 4]
    assert all("2" in fault.sentence for fault in doubled)


def test_the_same_id_in_two_teams_is_no_double() -> None:
    assert import_episodes(binary_of(row(), row(team="Annat")), by=SYSTEM).new == 2


def test_one_person_has_one_gender_and_birth_date() -> None:
    rows = [row(), row(episode_id="E2", gender="man", birth_date="1991-01-01", **AGAIN)]
    outcome = import_episodes(binary_of(*rows), by=SYSTEM)
    assert [(fault.line, fault.column) for fault in outcome.faults] == [
        (3, "birth_date"),
        (3, "gender"),
    ]


def test_two_open_episodes_of_one_person_in_the_file() -> None:
    outcome = import_episodes(binary_of(row(**OPEN), row(episode_id="E2", **OPEN)), by=SYSTEM)
    assert [(fault.line, fault.column) for fault in outcome.faults] == [(3, "closed_on")]


def test_an_open_episode_beside_one_that_is_recorded() -> None:
    import_episodes(binary_of(row(**OPEN)), by=SYSTEM)
    outcome = import_episodes(binary_of(row(episode_id="E2", **OPEN)), by=SYSTEM)
    assert [(fault.line, fault.column) for fault in outcome.faults] == [(2, "closed_on")]
    assert Episode.objects.count() == 1


def test_an_episode_does_not_change_hands() -> None:
    import_episodes(binary_of(row()), by=SYSTEM)
    outcome = import_episodes(binary_of(row(participant_id="P2")), by=SYSTEM)
    assert [(fault.line, fault.column) for fault in outcome.faults] == [(2, "participant_id")]
    assert Participant.objects.count() == 1


def test_stays_that_overlap_in_the_file_and_beside_the_records() -> None:
    import_episodes(binary_of(row()), by=SYSTEM)
    beside = row(episode_id="E2", referred_on="", enrolled_on="2024-02-29", closed_on="2024-04-01")
    outcome = import_episodes(binary_of(beside), by=SYSTEM)
    assert [(fault.line, fault.column) for fault in outcome.faults] == [(2, "enrolled_on")]
    outcome = import_episodes(binary_of(beside, row()), by=SYSTEM)
    assert [(fault.line, fault.column) for fault in outcome.faults] == [(2, "enrolled_on")]
    same_day = {**beside, "enrolled_on": "2024-03-01"}
    assert import_episodes(binary_of(same_day), by=SYSTEM).saved


def test_a_fault_found_late_takes_back_what_was_written_before() -> None:
    import_episodes(binary_of(row(participant_id="P9", episode_id="E9", **OPEN)), by=SYSTEM)
    rows = [row(team="A"), row(participant_id="P9", episode_id="E8", **OPEN)]
    outcome = import_episodes(binary_of(*rows), by=SYSTEM)
    assert (outcome.faults.count, outcome.saved) == (1, False)
    assert (Episode.objects.count(), Team.objects.count()) == (1, 1)


def test_every_fault_of_many_is_told(
    write: Write, told: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("samspel.exchange.importing.faults._BATCH", 7)
    rows = [row(episode_id=f"E{n}", gender="?") for n in range(60)]
    lines = told("import_episodes", write(*rows)).splitlines()
    numbers = [int(line.split(",")[0].removeprefix("rad ")) for line in lines[:-1]]
    assert numbers == list(range(2, 62))
    assert lines[-1].startswith("60 fel")


@pytest.mark.parametrize("name", ["", " ", "x" * 121, "a\0b", "=Team", "<Team>"])
def test_a_team_name_that_makes_no_sense(name: str, write: Write, told: Run) -> None:
    told("import_episodes", write(row()), "--team", name)
    assert nothing_saved()


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.data())
def test_no_text_in_any_cell_breaks_the_import(data: st.DataObject) -> None:
    column = data.draw(st.sampled_from(list(SOUND)))
    cell = data.draw(
        st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=80)
    )
    outcome = import_episodes(binary_of(row(**{column: cell})), by=SYSTEM)
    assert outcome.saved == (not outcome.faults)
    assert outcome.saved or not Episode.objects.exists()
    Episode.objects.all().delete()
    Participant.objects.all().delete()


def test_somebody_else_who_saves_the_same_meanwhile(
    write: Write, told: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    import_episodes(binary_of(row()), by=SYSTEM)
    monkeypatch.setattr(
        "samspel.exchange.importing.episodes.recorded_of", lambda _team, _rows: Recorded()
    )
    assert "försök igen" in told("import_episodes", write(row(episode_id="E2", **AGAIN), row()))
    assert Episode.objects.get().case_number == "E1"
