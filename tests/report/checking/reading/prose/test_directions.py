"""Words of direction: which figure is said to have gone which way, and since when."""

import pytest

from samspel.report.checking.reading.passages import passages
from samspel.report.checking.reading.prose.directions import directions_in
from samspel.report.checking.source import Source


def told(text: str) -> list[tuple[str, int, str]]:
    found = directions_in(passages(list(Source.of_text(text).lines)))
    return [(str(each.address), each.way, each.against) for each in found]


@pytest.mark.parametrize(
    ("text", "figure", "way", "against"),
    [
        ("Genomströmningstiden har ökat.", "throughput_months", 1, "previous"),
        ("Genomstromningstiden har 6kat kraftigt.", "throughput_months", 1, "previous"),
        ("Medelåldern har sjunkit marginellt.", "age_at_end", -1, "previous"),
        ("Antalet avslut var färre än förra året.", "closed", -1, "year_before"),
        ("De nyinskrivna är fler än föregående period.", "newly_enrolled", 1, "previous"),
        ("Andelen till resultat är oförändrad.", "result_rate", 0, "previous"),
        ("Kön är kortare än i fjol.", "in_queue_at_end", -1, "year_before"),
    ],
)
def test_a_direction_is_read(text: str, figure: str, way: int, against: str) -> None:
    assert told(text) == [(figure, way, against)]


@pytest.mark.parametrize(
    "text",
    [
        "Vi hoppas på fler arbetsgivare.",
        "Inflödet borde öka när fler känner till oss.",
        "Genomströmningstiden kan ha minskat om nyinskrivna är yngre.",
        "Genomströmningstiden har inte ökat.",
        "Inflödet och avsluten har båda ökat.",
        "Samverkan har ökat under året.",
    ],
)
def test_what_is_no_clear_claim_is_left_alone(text: str) -> None:
    assert told(text) == []


def test_two_clauses_are_two_claims() -> None:
    text = "Antalet nyinskrivna har ökat, men antalet avslut har minskat."
    assert told(text) == [("newly_enrolled", 1, "previous"), ("closed", -1, "previous")]
