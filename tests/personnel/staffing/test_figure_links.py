"""Numbers on the staff's page are doors for everybody who sees them, whatever their period."""

import pytest

from samspel.personnel.staffing.models import Position
from tests.people import client_of

FIGURE = "/reports/figures/team-vaster/{period}/{address}/"
DAY = "2024-06-16..2024-06-16"


@pytest.mark.parametrize("who", ["coach", "leader", "steering_member", "officer"])
@pytest.mark.parametrize(
    ("period", "address"),
    [
        (DAY, "staff_at_end"),
        ("2023-07..2024-06", "full_time_equivalents@2024-06"),
        ("2024-06", "agencies_without_representative"),
    ],
)
def test_a_sum_of_staff_is_answered_for_any_period(
    who: str, period: str, address: str, position: Position, request: pytest.FixtureRequest
) -> None:
    client = client_of(request.getfixturevalue(who))
    assert client.get(FIGURE.format(period=period, address=address)).status_code == 200


@pytest.mark.parametrize("who", ["steering_member", "officer"])
@pytest.mark.parametrize(
    "address", ["participants_per_full_time_equivalent", "newly_enrolled", "newly_enrolled@2024-06"]
)
def test_what_is_of_participants_keeps_the_teams_rhythm(
    who: str, address: str, position: Position, request: pytest.FixtureRequest
) -> None:
    client = client_of(request.getfixturevalue(who))
    assert client.get(FIGURE.format(period="2024-06", address=address)).status_code == 404


def test_a_stranger_is_answered_for_none(
    position: Position, request: pytest.FixtureRequest
) -> None:
    client = client_of(request.getfixturevalue("stranger"))
    url = FIGURE.format(period="2024", address="staff_at_end")
    assert client.get(url).status_code == 404


def test_the_records_behind_lead_to_the_position(
    position: Position, request: pytest.FixtureRequest
) -> None:
    client = client_of(request.getfixturevalue("steering_member"))
    page = client.get(FIGURE.format(period=DAY, address="staff_at_end")).content.decode()
    assert f'href="/teams/team-vaster/personnel/{position.pk}/"' in page
