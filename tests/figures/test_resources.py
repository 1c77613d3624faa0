"""Figures summed over rows of records, beside those of participants."""

from datetime import date
from fractions import Fraction

import pytest

from samspel.figures.compute import Figures
from samspel.figures.contract import contract
from samspel.figures.disclosure import PublicFigures
from samspel.figures.frame import episode_frame
from samspel.figures.partners import PARTNER_ROWS, VISIT_ROWS, PartnerRow, VisitRow
from samspel.figures.period import Period, parse_period
from samspel.figures.printing import print_value
from samspel.figures.resources import Frames, TeamFigures, resources_alone
from samspel.figures.working_method_rows import TeamMeetingRow

YEAR = parse_period("2024")
PARTNERS = [
    PartnerRow("partner:1", "agency", date(2020, 1, 1), None),
    PartnerRow("partner:2", "education", date(2024, 5, 1), None),
    PartnerRow("partner:3", "education", date(2021, 5, 1), date(2023, 5, 1)),
]
FRAMES: Frames = {PARTNER_ROWS: PARTNERS, VISIT_ROWS: []}


def figures(frames: Frames = FRAMES, *, is_public: bool = False) -> TeamFigures:
    people = Figures(episode_frame([]), team=None, period=YEAR)
    reader = PublicFigures(people, wholes_exact=True) if is_public else people
    return TeamFigures(reader, frames, is_public=is_public, started_on=date(2019, 6, 1))


def test_a_sum_is_of_the_rows_that_count() -> None:
    assert figures().value("partners_at_end").exact == 2
    assert figures().behind("partners_at_end") == ["partner:1", "partner:2"]
    assert figures().value("partners_at_end.partner_kind.education").exact == 1
    assert figures().value("partners_at_end.partner_kind.agency.share").exact == Fraction(1, 2)
    assert figures().keys("partners_at_end", "partner_kind") == ["agency", "education"]


def test_no_data_is_not_zero() -> None:
    assert figures().value("official_visits_made").exact is None
    assert print_value(figures().value("official_visits_made"), "sv") == "–"
    visit = VisitRow("official_visit:1", "received", date(2024, 2, 1))
    assert figures({VISIT_ROWS: [visit]}).value("official_visits_made").exact == 0
    assert figures({}).value("partners_at_end").exact is None


@pytest.mark.parametrize(
    ("at", "number"),
    [("@2022", 2), ("@previous", 1), ("@year_before", 1), ("@since_start", 2), ("@2018", 0)],
)
def test_other_periods_are_asked_for_by_address(at: str, number: int) -> None:
    assert figures().value(f"partners_at_end{at}").exact == number


def test_since_the_start_is_since_the_day_the_team_started() -> None:
    assert figures().at("since_start") == Period(date(2019, 6, 1), YEAR.end)


def test_what_is_for_casework_is_not_told_in_the_public_edition() -> None:
    rows: Frames = {
        "cases_taken_up": [TeamMeetingRow("case:1", date(2024, 2, 1), "1", is_cancelled=False)]
    }
    assert figures(rows).value("cases_taken_up").exact == 1
    public = figures(rows, is_public=True).value("cases_taken_up")
    assert (public.withheld, public.exact) == (True, None)


def test_a_ratio_to_participants_has_no_value_without_them() -> None:
    value = figures().value("participants_per_full_time_equivalent")
    assert value.exact is None
    alone = resources_alone(FRAMES, YEAR)
    assert alone.value("partners_at_end").exact == 2
    assert alone.value("participants_per_full_time_equivalent").withheld
    assert alone.value("worked_with").withheld


@pytest.mark.parametrize(
    "address",
    ["partners_at_end.gender.woman", "partners_at_end.median", "partners_at_end.years", "partners"],
)
def test_what_a_sum_does_not_have_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match=r"partners"):
        figures().value(address)
    with pytest.raises(ValueError, match="breakdown"):
        figures().keys("partners_at_end", "gender")


def test_figures_of_participants_stay_what_they_are() -> None:
    assert figures().value("worked_with").exact == 0
    assert figures().keys("worked_with", "gender") == []
    assert figures().sensitivity() is None


def test_the_json_has_what_is_on_record_only() -> None:
    found = contract(figures())["resources"]
    assert found == {
        "partners_at_end": 2.0,
    }
