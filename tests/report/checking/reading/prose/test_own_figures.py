"""The sentences that our own drafts tell further figures in."""

import pytest

from tests.report.checking.reading.prose.reading_of import shares, stated

SENTENCES = [
    (
        "Av de 26 som remitterades hade 20 (77 %) skrivits in.",
        ["referred=26", "referred_then_enrolled=20", "enrolment_rate=77"],
    ),
    (
        "Av de inskrivna vid periodens slut var 6 i prövotid, 20 aktiva och 3 under avslut.",
        ["on_trial_at_end=6", "active_at_end=20", "closing_at_end=3"],
    ),
    (
        "De hade väntat 28 dagar i median, den längsta väntan var 40 dagar.",
        ["queue_days_so_far.median=28", "queue_days_so_far.longest=40"],
    ),
    (
        "10 arbetsträningar påbörjades, 9 avslutades och 3 pågick vid periodens slut.",
        ["placements_started=10", "placements_ended=9", "placements_at_end=3"],
    ),
    (
        "Vid periodens slut arbetade sex personer i teamet (3,60 årsarbetare).",
        ["staff_at_end=sex", "full_time_equivalents_at_end=3,60"],
    ),
    (
        "Under perioden var bemanningen i medeltal 3,57 årsarbetare, mot 3,60 föregående period.",
        ["full_time_equivalents=3,57", "full_time_equivalents@previous=3,60"],
    ),
    (
        "Ordinarie ledamöter tog 12 av sina 16 platser (75 %).",
        ["steering_attended=12", "steering_attendance=75", "steering_places=16"],
    ),
    ("Styrgruppen höll fyra möten under perioden.", ["steering_meetings_held=fyra"]),
    ("Närvarograden var 83 %.", ["attendance_rate=83"]),
    ("Styrgruppen planerar fyra möten nästa år.", []),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_a_sentence_of_our_own_is_read(text: str, expected: list[str]) -> None:
    placed = sorted(stated(text, "8"))
    assert placed == sorted(expected)


def test_shares_are_of_the_number_that_the_sentence_names() -> None:
    assert shares("Av de 97 uppföljningar som skulle hållas hade 83 (86 %) hållits.", "2") == [
        "83/97=86"
    ]
    assert shares("Ledamöterna tog 12 av sina 16 platser (75 %).", "8") == ["12/16=75"]
