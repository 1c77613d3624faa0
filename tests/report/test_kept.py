"""What is kept ready: never out of date, never more than its bound, never from an undone act."""

from datetime import date

import pytest
from django.db import transaction
from django.urls import reverse

from samspel.accounts.actor import SYSTEM, Actor
from samspel.accounts.roles import Role
from samspel.figures.period import parse_period
from samspel.participants.models import Episode
from samspel.report.creation import begin_report
from samspel.report.kept import Shelf, kept_document
from samspel.report.models import Report
from samspel.report.writing import save_text
from tests import people


@pytest.mark.django_db(transaction=True)
def test_a_shelf_keeps_the_last_used_within_its_bound() -> None:
    shelf: Shelf[str] = Shelf(2)
    made: list[str] = []

    def make(name: str) -> str:
        made.append(name)
        return name

    for name in ("a", "b", "a", "c", "a", "b"):
        assert shelf.get((name,), lambda name=name: make(name)) == name
    assert made == ["a", "b", "c", "b"]


@pytest.mark.django_db(transaction=True)
def test_nothing_is_kept_of_what_may_yet_be_undone() -> None:
    shelf: Shelf[str] = Shelf()
    with transaction.atomic():
        assert shelf.get(("key",), lambda: "undone") == "undone"
    assert shelf.get(("key",), lambda: "done") == "done"


@pytest.mark.django_db(transaction=True)
def test_a_changed_text_or_record_is_seen_at_once() -> None:
    team = people.make_team("Team", people.make_association())
    coach = people.make_member("Kim", Role.COACH, team)
    client = people.client_of(coach)
    episode = people.make_episode(people.make_participant(team), enrolled_on=date(2025, 2, 1))
    report = begin_report(team=team, period=parse_period("2025"), language="sv", by=SYSTEM).report
    url = reverse("report", args=[report.pk])
    assert client.get(url).context["layout"] == client.get(url).context["layout"]

    body = "Vi skrev in {newly_enrolled}."
    save_text(report=report, place="1.description", body=body, base_version=0, by=Actor(user=coach))
    assert "Vi skrev in <a" in client.get(url).content.decode()
    assert ">1</a>." in client.get(url).content.decode()

    Episode.objects.filter(pk=episode.pk).update(enrolled_on=date(2026, 2, 1), trial_ends_on=None)
    team.touch()
    assert ">0</a>." in client.get(url).content.decode()


@pytest.mark.django_db(transaction=True)
def test_editions_and_languages_are_kept_apart() -> None:
    team = people.make_team("Team", people.make_association())
    people.make_episode(people.make_participant(team), enrolled_on=date(2025, 2, 1))
    begin_report(team=team, period=parse_period("2025"), language="sv", by=SYSTEM)
    report = Report.objects.select_related("team__association").get()
    made = {
        (edition, language): kept_document(report, edition=edition, language=language)
        for edition in ("internal", "public")
        for language in ("sv", "en")
    }
    for (edition, language), document in made.items():
        assert (document.edition, document.language) == (edition, language)
        assert kept_document(report, edition=edition, language=language) is document
