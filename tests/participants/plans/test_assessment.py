"""The assessment: saved as it is typed, shown beside what stands, told of once in a sitting."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse
from django.utils import timezone

from samspel.accounts.actor import Actor
from samspel.accounts.models import LogEntry, User
from samspel.participants.models import Episode
from samspel.participants.plans.assessing import Words, save_assessment
from samspel.participants.plans.models import Assessment
from samspel.participants.questions.models import Question
from samspel.records.versions import ChangedMeanwhileError
from tests.participants.conftest import send
from tests.people import client_of

HTMX = {"HX-Request": "true"}


def page_of(episode: Episode) -> str:
    return reverse("assessment", args=[episode.pk])


def save(episode: Episode, by: Actor, version: int, story: str, **more: Any) -> Assessment:
    moment = more.pop("now", None) or timezone.now()
    words = Words(story, more.pop("best_hopes", ""), [], {})
    return save_assessment(
        episode=episode, version=version, words=words, now=moment, today=moment.date(), by=by
    )


def test_who_may(enrolled: Episode, only_the_team_may: Any) -> None:
    only_the_team_may(page_of(enrolled))


def test_everything_is_kept_with_the_words_of_the_questions(
    enrolled: Episode, coach: User, hopes: Question
) -> None:
    answer = {f"question_{hopes.pk}": "Jag kommer upp om morgnarna."}
    response = send(coach, page_of(enrolled), story="Det började …", version=0, **answer)
    assert response["Location"] == page_of(enrolled)
    kept = Assessment.objects.get()
    assert (kept.story, kept.version, kept.changed_by) == ("Det började …", 1, coach)
    (row,) = kept.answers
    assert (row["text"], row["answer"]) == (hopes.text, "Jag kommer upp om morgnarna.")
    entry = LogEntry.objects.get(act="assessment_saved")
    assert entry.details == {"fields": ["answers", "story"]}
    hopes.is_asked = False
    hopes.save()
    shown = client_of(coach).get(page_of(enrolled)).content.decode()
    assert "Jag kommer upp om morgnarna." in shown
    assert hopes.text in shown


def test_what_is_typed_saves_itself(enrolled: Episode, coach: User) -> None:
    client = client_of(coach)
    first = client.post(page_of(enrolled), {"story": "Ett", "version": 0}, headers=HTMX)
    assert 'name="version" value="1"' in first.content.decode()
    second = client.post(page_of(enrolled), {"story": "Ett två", "version": 1}, headers=HTMX)
    state = second.content.decode().strip()
    assert state in client.get(page_of(enrolled)).content.decode()
    assert Assessment.objects.get().story == "Ett två"
    assert LogEntry.objects.filter(act="assessment_saved").count() == 1


def test_a_second_writer_sees_what_stands_and_loses_nothing(
    enrolled: Episode, coach: User, colleague: User, hopes: Question
) -> None:
    field = f"question_{hopes.pk}"
    send(coach, page_of(enrolled), story="Första", version=0, **{field: "Sömnen"})
    autosaved = client_of(colleague).post(
        page_of(enrolled), {"story": "Andra", "version": 0}, headers=HTMX
    )
    assert "Någon annan sparade" in autosaved.content.decode()
    response = send(colleague, page_of(enrolled), story="Andra", version=0, **{field: "Maten"})
    shown = response.content.decode()
    assert response.status_code == 200
    assert "Nu står det: Första" in shown
    assert "Nu står det: Sömnen" in shown
    assert "Andra" in shown
    assert Assessment.objects.get().story == "Första"
    version = response.context["form"]["version"].value()
    send(colleague, page_of(enrolled), story="Första. Andra.", version=version, **{field: "Maten"})
    assert Assessment.objects.get().story == "Första. Andra."


def test_the_same_words_sent_twice_are_saved_once(enrolled: Episode, by: Actor) -> None:
    for _again in range(2):
        save(enrolled, by, 0, "Ett")
    assert Assessment.objects.get().version == 1
    with pytest.raises(ChangedMeanwhileError):
        save(enrolled, by, 0, "Två")


def test_the_log_tells_of_a_sitting_once_and_of_each_writer(
    enrolled: Episode, by: Actor, colleague: User
) -> None:
    now = timezone.now()
    save(enrolled, by, 0, "Ett", now=now)
    save(enrolled, by, 1, "Två", now=now + timedelta(minutes=1))
    save(enrolled, by, 2, "Två", best_hopes="Nytt fält", now=now + timedelta(minutes=2))
    save(enrolled, by, 3, "Tre", best_hopes="Nytt fält", now=now + timedelta(minutes=40))
    save(enrolled, Actor(colleague, None), 4, "Fyra", best_hopes="Nytt fält", now=now)
    entries = LogEntry.objects.filter(act="assessment_saved").order_by("number")
    assert [(entry.actor, entry.details["fields"]) for entry in entries] == [
        (by.user, ["story"]),
        (by.user, ["best_hopes"]),
        (by.user, ["story"]),
        (colleague, ["story"]),
    ]


def test_a_case_that_has_ended_is_only_read(closed: Episode, coach: User, by: Actor) -> None:
    moment = datetime(2025, 2, 20, 12, tzinfo=ZoneInfo("Europe/Stockholm"))
    save(closed, by, 0, "Skrivet före avslutet", now=moment)
    page = client_of(coach).get(page_of(closed))
    assert "Skrivet före avslutet" in page.content.decode()
    assert "<textarea" not in page.content.decode()
    response = send(coach, page_of(closed), story="Efteråt", version=1)
    assert response["Location"] == reverse("participant", args=[closed.participant_id])
    typed = client_of(coach).post(page_of(closed), {"story": "Efteråt"}, headers=HTMX)
    assert typed["HX-Redirect"] == reverse("participant", args=[closed.participant_id])
    assert Assessment.objects.get().story == "Skrivet före avslutet"


@pytest.mark.parametrize("bad", ["x" * 40_001, "a\0b"])
def test_bad_text_comes_back_with_a_sentence(enrolled: Episode, coach: User, bad: str) -> None:
    response = send(coach, page_of(enrolled), story=bad, version=0)
    assert set(response.context["form"].errors) == {"story"}
    typed = client_of(coach).post(page_of(enrolled), {"story": bad, "version": 0}, headers=HTMX)
    assert "Inte sparat än" in typed.content.decode()
    assert not Assessment.objects.exists()
