"""The ladder changed, and the hours worked entered week by week."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from samspel.accounts.actor import Actor
from samspel.accounts.models import LogEntry, User
from samspel.participants.models import Episode
from samspel.participants.placements.models import Placement, WorkedWeek
from samspel.participants.placements.working import Entry, enter_weeks
from tests.participants.conftest import sentences, told
from tests.participants.placements.conftest import TODAY, said
from tests.participants.placements.made import START, make_placement, make_week

LAST = date(2025, 5, 12)
"""The Monday of this week."""


@pytest.fixture
def placement(case: Episode) -> Placement:
    return make_placement(case)


@pytest.fixture
def url(placement: Placement) -> str:
    return reverse("placement_weeks", args=[placement.pk])


def hours_of(placement: Placement) -> dict[date, Decimal]:
    return dict(placement.weeks.values_list("monday", "hours"))


def test_one_number_a_week_is_entered_with_a_comma(
    placement: Placement, url: str, as_coach: Client, coach: User
) -> None:
    response = as_coach.post(url, {"week_20250303": "7,5", "week_20250310": "0"}, follow=True)
    assert said(response) == ["Timmarna är sparade."]
    assert hours_of(placement) == {START: Decimal("7.5"), date(2025, 3, 10): Decimal(0)}
    assert WorkedWeek.objects.filter(entered_by=coach).count() == 2
    assert told("placement_weeks_entered").details == {"fields": ["2025-03-10", "2025-03-03"]}
    page = response.content.decode()
    assert "stair-bar" in page
    assert '<td class="number">7,5</td>' in page


def test_the_page_shows_the_latest_weeks_with_what_was_planned(url: str, as_coach: Client) -> None:
    page = as_coach.get(url).content.decode()
    assert page.index("Vecka 20, från 2025-05-12") < page.index("Vecka 10, från 2025-03-03")
    assert "Planerat: 12,5" in page
    assert "2025-05-19" not in page


def test_a_number_is_corrected_and_taken_away_with_the_log(
    placement: Placement, url: str, as_coach: Client
) -> None:
    make_week(placement, START, "8")
    as_coach.post(url, {"week_20250303": "9", "seen_20250303": "8"})
    assert hours_of(placement) == {START: 9}
    as_coach.post(url, {"week_20250303": "", "seen_20250303": "9"})
    assert hours_of(placement) == {}
    assert LogEntry.objects.filter(act="placement_weeks_entered").count() == 2


def test_what_changes_nothing_leaves_no_trace(
    placement: Placement, url: str, as_coach: Client
) -> None:
    make_week(placement, START, "8")
    as_coach.post(url, {"week_20250303": "8,0", "seen_20250303": "8.0"})
    assert not LogEntry.objects.filter(act="placement_weeks_entered").exists()


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("-1", "Skriv timmar som 7 eller 7,5."),
        ("60", "Skriv veckans timmar: 0 till 40."),
        ("40,5", "Skriv veckans timmar: 0 till 40."),
        ("7,3", "Skriv hela eller halva timmar, som 7 eller 7,5."),
        ("många", "Skriv timmar som 7 eller 7,5."),
    ],
)
def test_hours_that_cannot_be_are_refused_and_nothing_is_half_saved(
    placement: Placement, url: str, as_coach: Client, typed: str, sentence: str
) -> None:
    response = as_coach.post(url, {"week_20250303": "10", "week_20250310": typed})
    assert sentences(response) == {"week_20250310": [sentence]}
    assert hours_of(placement) == {}


def test_two_coaches_at_once_see_each_others_number(
    placement: Placement, url: str, as_coach: Client
) -> None:
    make_week(placement, START, "8")
    response = as_coach.post(url, {"week_20250303": "10", "seen_20250303": ""})
    assert sentences(response) == {
        "week_20250303": ["Under tiden har någon annan sparat: 8. Kontrollera och spara igen."]
    }
    assert hours_of(placement) == {START: 8}
    assert 'name="seen_20250303" value="8' in response.content.decode()
    again = {"week_20250303": "10", "seen_20250303": "8.0"}
    assert as_coach.post(url, again).status_code == 302
    assert hours_of(placement) == {START: 10}


def test_one_who_leaves_a_week_alone_overwrites_nothing(
    placement: Placement, url: str, as_coach: Client
) -> None:
    make_week(placement, START, "8")
    as_coach.post(url, {"week_20250303": "", "seen_20250303": "", "week_20250310": "9"})
    assert hours_of(placement) == {START: 8, date(2025, 3, 10): 9}


@pytest.mark.parametrize(
    ("monday", "sentence"),
    [
        (date(2025, 2, 24), "Arbetsträningen pågår inte den veckan."),
        (date(2025, 3, 4), "Arbetsträningen pågår inte den veckan."),
        (date(2025, 5, 5), "Arbetsträningen pågår inte den veckan."),
        (date(2025, 5, 19), "Den veckan har inte börjat än."),
    ],
)
def test_weeks_outside_the_placement_are_refused(
    case: Episode, coach: User, monday: date, sentence: str
) -> None:
    ended: dict[str, Any] = {"ended_on": date(2025, 5, 2), "outcome": "studies"}
    placement = make_placement(case, **({} if monday > TODAY else ended))
    entries = [Entry(monday, Decimal(5), None)]
    with pytest.raises(ValidationError, match=sentence):
        enter_weeks(placement=placement, entries=entries, today=TODAY, by=Actor(coach))


def test_earlier_weeks_are_a_page_away(case: Episode, as_coach: Client) -> None:
    placement = make_placement(case, starts_on=date(2025, 2, 3), ladder=((date(2025, 2, 3), "5"),))
    url = reverse("placement_weeks", args=[placement.pk])
    assert f"{url}?before=2025-02-24" in as_coach.get(url).content.decode()
    page = as_coach.get(url, {"before": "2025-02-24"}).content.decode()
    assert "2025-02-03" in page
    assert "week_20250224" not in page
    for wrong in ("x", "0001-01-01", "9999-12-31"):
        assert as_coach.get(url, {"before": wrong}).status_code == 200


OVER = "Trappan går över 40 timmar i veckan: skriv högst 40."


def ladder(placement: Placement, **other: Any) -> dict[str, Any]:
    values = {"version": str(placement.version), "step_0_hours": "8", "step_1_on": "2025-04-14"}
    return values | {"step_1_hours": "16,5"} | other


def test_another_ladder_takes_the_place_of_the_old_one(
    placement: Placement, as_coach: Client
) -> None:
    url = reverse("placement_ladder", args=[placement.pk])
    assert 'value="12,5"' in as_coach.get(url).content.decode()
    as_coach.post(url, ladder(placement))
    assert list(placement.steps.values_list("on", "hours")) == [
        (START, Decimal(8)),
        (date(2025, 4, 14), Decimal("16.5")),
    ]
    assert told("placement_ladder_changed").details == {"fields": ["ladder"]}


def test_a_wrong_ladder_leaves_the_old_one_as_it_was(
    placement: Placement, as_coach: Client
) -> None:
    url = reverse("placement_ladder", args=[placement.pk])
    response = as_coach.post(url, ladder(placement, step_1_hours="44"))
    assert sentences(response) == {"step_1_hours": [OVER]}
    assert placement.steps.count() == 3
    stale = as_coach.post(url, ladder(placement, version="7"))
    assert sentences(stale)["__all__"][0].startswith("Någon annan sparade")
    assert placement.steps.count() == 3


@pytest.mark.parametrize(
    ("typed", "faults"),
    [
        ({"step_0_hours": "41", "step_1_hours": "41"}, {"step_0_hours": 1, "step_1_hours": 1}),
        ({"step_3_on": "2025-05-05", "step_3_hours": "40,5"}, {"step_3_hours": 1}),
        ({"step_1_on": "2025-02-24"}, {"step_1_on": 1}),
        ({"step_3_on": "2025-04-14", "step_3_hours": "20"}, {"step_3_on": 1}),
        ({"step_0_hours": ""}, {"step_0_hours": 1}),
        ({"step_0_hours": "x", "step_1_hours": "0"}, {"step_0_hours": 1, "step_1_hours": 1}),
    ],
)
def test_what_is_wrong_with_a_step_stands_in_one_sentence_beside_it(
    placement: Placement, as_coach: Client, typed: dict[str, str], faults: dict[str, int]
) -> None:
    url = reverse("placement_ladder", args=[placement.pk])
    response = as_coach.post(url, ladder(placement, **typed))
    found = sentences(response)
    assert {name: len(said) for name, said in found.items()} == faults
    page = response.content.decode()
    for name, (sentence,) in found.items():
        assert f'aria-describedby="id_{name}' in page
        assert sentence in page.partition(f'id="id_{name}_error">')[2].partition("</div>")[0]
    assert placement.steps.count() == 3


def test_the_second_of_two_writers_sees_both_ladders_and_chooses(
    placement: Placement, as_coach: Client
) -> None:
    url, seen = reverse("placement_ladder", args=[placement.pk]), ladder(placement)
    as_coach.post(
        url, ladder(placement, step_1_hours="18", step_2_on="2025-05-05", step_2_hours="25")
    )
    page = as_coach.post(url, seen).content.decode()
    assert 'value="16,5"' in page
    assert page.count("Nu står det: ") == 3
    for stands in ("18", "2025-05-05", "25"):
        assert f"Nu står det: {stands}<" in page
