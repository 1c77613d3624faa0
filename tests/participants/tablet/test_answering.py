"""The participant answers: as if the coach had, once, and without a word about the person."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from samspel.accounts.actor import SYSTEM, Actor
from samspel.accounts.models import LogEntry
from samspel.participants.links.link import LinkState
from samspel.participants.models import Episode
from samspel.participants.plans.models import Scale, ScalePoint
from samspel.participants.plans.scaling import answer_scales, asked_in
from samspel.participants.tablet.answering import CodeRefused, answer_by_code
from samspel.participants.tablet.models import TabletCode
from tests.participants.conftest import HOSTILE, sentences
from tests.participants.tablet.conftest import NOW, OWN, TEAM_S, TODAY, sentence
from tests.people import make_episode, make_participant

USED = "Den här koden är redan använd. Be din handledare om en ny."
EXPIRED = "Tiden för den här koden har gått ut. Be din handledare om en ny."


def url(letters: str) -> str:
    return reverse("tablet_answer", args=[letters])


def names(case: Episode) -> dict[str, str]:
    """The fields by the words of their questions."""
    return {each.text: each.name for each in asked_in(case)}


def filled(page: Any, case: Episode, **answers: str) -> dict[str, str]:
    """What is sent from a page; ``team_s`` and ``own`` are the two questions."""
    fields = names(case)
    by_name = {"team_s": fields[TEAM_S], "own": fields[OWN]}
    sent = {by_name[name]: value for name, value in answers.items()}
    return sent | {"sending": str(page.context["form"]["sending"].value())}


def points() -> list[tuple[str, int, str]]:
    found = ScalePoint.objects.order_by("scale__text")
    return list(found.values_list("scale__text", "value", "answered_by"))


def test_answers_land_as_points_of_the_day(
    case: Episode, letters: str, tablet: Client, as_coach: Client
) -> None:
    page = tablet.get(url(letters))
    done = tablet.post(url(letters), filled(page, case, team_s="7", own="10"), follow=True)
    assert "Dina svar är sparade." in done.content.decode()
    assert points() == [(TEAM_S, 7, "participant"), (OWN, 10, "participant")]
    point = ScalePoint.objects.first()
    assert point is not None
    assert (point.on, point.entered_on) == (TODAY, TODAY)
    entry = LogEntry.objects.get(act="scales_answered")
    assert (entry.actor, entry.subject) == (None, f"episode:{case.pk}")
    answer_scales(
        episode=case,
        on=TODAY - timedelta(days=7),
        values={names(case)[OWN]: 3},
        today=TODAY,
        by=SYSTEM,
    )
    text = as_coach.get(reverse("scales", args=[case.pk])).content.decode()
    assert text.count("besvarad av deltagaren") == 1
    again = tablet.get(url(letters))
    assert (again.status_code, sentence(again)) == (410, USED)


def test_the_page_says_nothing_about_the_person(
    case: Episode, letters: str, tablet: Client, by: Actor
) -> None:
    field = names(case)[OWN]
    answer_scales(episode=case, on=TODAY, values={field: 9}, today=TODAY, by=by)
    page = tablet.get(url(letters))
    text = page.content.decode()
    for words in ("Alva", "Hemlig", "2025-007", "Kim Handledare", str(case.pk)):
        assert words not in text
    assert OWN in text
    assert 'value="9" checked' not in text
    assert "no-store" in page["Cache-Control"]
    assert settings.SESSION_COOKIE_NAME not in tablet.cookies


def test_half_a_form_is_enough_and_an_empty_one_is_not(
    case: Episode, letters: str, tablet: Client
) -> None:
    page = tablet.get(url(letters))
    empty = tablet.post(url(letters), filled(page, case, team_s="", own=""))
    assert sentences(empty) == {"__all__": ["Välj en siffra för minst en fråga."]}
    assert TabletCode.objects.get().used_at is None
    tablet.post(url(letters), filled(page, case, own="0"))
    assert points() == [(OWN, 0, "participant")]


def test_the_same_sending_twice_is_one(case: Episode, letters: str, tablet: Client) -> None:
    page = tablet.get(url(letters))
    sent = filled(page, case, team_s="7")
    for _twice in range(2):
        assert tablet.post(url(letters), sent)["Location"] == reverse("tablet_thanks")
    assert LogEntry.objects.filter(act="scales_answered").count() == 1
    other = tablet.post(url(letters), sent | {"sending": str(uuid4()), names(case)[TEAM_S]: "2"})
    assert (other.status_code, sentence(other)) == (410, USED)
    assert points() == [(TEAM_S, 7, "participant")]


def test_two_tablets_with_one_code(case: Episode, letters: str) -> None:
    code, values = TabletCode.objects.get(), {names(case)[TEAM_S]: 5}
    told = {"values": values, "now": NOW, "by": SYSTEM}
    # Both opened the page while the code was open.
    answer_by_code(code=code, sending=uuid4(), **told)
    with pytest.raises(CodeRefused) as refused:
        answer_by_code(code=code, sending=uuid4(), **told)
    assert refused.value.state == LinkState.USED


@pytest.mark.parametrize(("minutes", "is_taken"), [(31, True), (59, True), (60, False)])
def test_who_opened_in_time_has_time_to_answer(
    case: Episode,
    letters: str,
    tablet: Client,
    monkeypatch: pytest.MonkeyPatch,
    minutes: int,
    is_taken: bool,
) -> None:
    sent = filled(tablet.get(url(letters)), case, team_s="7")
    monkeypatch.setattr(timezone, "now", lambda: NOW + timedelta(minutes=minutes))
    page = tablet.post(url(letters), sent)
    assert page.status_code == (302 if is_taken else 410)
    assert ScalePoint.objects.exists() == is_taken
    if not is_taken:
        assert sentence(page) == EXPIRED


@pytest.mark.parametrize("value", ["11", "-1", "7.5", "sju"])
def test_only_0_to_10_is_taken(case: Episode, letters: str, tablet: Client, value: str) -> None:
    page = tablet.get(url(letters))
    refused = tablet.post(url(letters), filled(page, case, own=value))
    assert sentences(refused) == {names(case)[OWN]: ["Välj ett heltal från 0 till 10."]}
    assert not ScalePoint.objects.exists()


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_breaks_the_form(case: Episode, letters: str, tablet: Client, text: str) -> None:
    page = tablet.post(url(letters), {"sending": text, names(case)[OWN]: text})
    assert "sending" in sentences(page)
    assert tablet.post(reverse("tablet"), {"code": text}).status_code == 200
    assert not ScalePoint.objects.exists()


def test_nobody_answers_another_s_question(
    case: Episode, letters: str, tablet: Client, team: Any
) -> None:
    other = make_episode(make_participant(team))
    foreign = Scale.objects.create(episode=other, text="En annans fråga")
    page = tablet.get(url(letters))
    sent = filled(page, case, own="4") | {f"own_{foreign.pk.hex}": "4"}
    tablet.post(url(letters), sent)
    assert points() == [(OWN, 4, "participant")]


def test_the_coach_may_correct_the_same_day(case: Episode, letters: str, by: Actor) -> None:
    field = names(case)[OWN]
    code = TabletCode.objects.get()
    answer_by_code(code=code, sending=uuid4(), values={field: 4}, now=NOW, by=SYSTEM)
    answer_scales(episode=case, on=TODAY, values={field: 5}, today=TODAY, by=by)
    assert points() == [(OWN, 5, "coach")]


def test_what_is_refused_uses_no_code_up(case: Episode, letters: str) -> None:
    with pytest.raises(ValidationError):
        answer_by_code(
            code=TabletCode.objects.get(),
            sending=uuid4(),
            values={names(case)[OWN]: 11},
            now=NOW,
            by=SYSTEM,
        )
    assert TabletCode.objects.get().used_at is None
