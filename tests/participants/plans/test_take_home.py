"""What the participant takes home: plain words, their own plan, nothing about anybody else."""

from datetime import date
from io import BytesIO

import pypdfium2
from django.urls import reverse

from samspel.accounts.actor import Actor
from samspel.accounts.models import LogEntry, User
from samspel.organisation.models import Team
from samspel.participants.models import Episode
from samspel.participants.plans.models import Goal, GoalStep
from samspel.participants.plans.planning import GoalFacts, mark_step, set_goal
from samspel.participants.plans.scaling import answer_scales, asked_in
from samspel.participants.plans.take_home import take_home_of
from samspel.participants.plans.take_home_document import document_of
from samspel.participants.questions.models import Question
from tests.participants.plans.conftest import SET_ON, TODAY
from tests.people import client_of, make_episode, make_participant


def words_of(made: bytes) -> str:
    file = pypdfium2.PdfDocument(BytesIO(made))
    text = " ".join(page.get_textpage().get_text_bounded() for page in file)
    file.close()
    return " ".join(text.split())


def answered(episode: Episode, by: Actor) -> None:
    for on, value in ((SET_ON, 3), (TODAY, 6)):
        values = {each.name: value for each in asked_in(episode)}
        answer_scales(episode=episode, on=on, values=values, today=TODAY, by=by)


def test_the_print_speaks_to_the_participant(
    step: GoalStep, second: GoalStep, scaling: Question, coach: User, by: Actor
) -> None:
    answered(step.goal.episode, by)
    mark_step(step=step, is_done=True, today=TODAY, by=by)
    url = reverse("plan_print", args=[step.goal.episode_id])
    page = client_of(coach).get(url).content.decode()
    assert "Fråga om intyg (din handläggare)" in page
    assert "Gjort: Ringa biblioteket" in page
    assert "Alva Exempel" in page
    assert scaling.text in page
    for foreign in (coach.name, reverse("account_logout"), step.goal.episode.case_number, "<nav"):
        assert foreign not in page, foreign


def test_the_file_says_the_same_and_is_told_of(
    step: GoalStep, second: GoalStep, scaling: Question, coach: User, by: Actor
) -> None:
    answered(step.goal.episode, by)
    response = client_of(coach).get(reverse("plan_pdf", args=[step.goal.episode_id]))
    assert response["Content-Type"] == "application/pdf"
    assert "Alva" not in response["Content-Disposition"]
    text = words_of(response.content)
    for part in (
        "Min planering",
        "Alva Exempel",
        "Arbeta halvtid",
        "Ringa biblioteket (du, senast",
    ):
        assert part in text, part
    assert coach.name not in text
    assert LogEntry.objects.get(act="plan_printed").details == {"fields": []}


def test_a_goal_without_steps_and_a_single_answer_are_told_in_words(
    goal: Goal, scaling: Question, by: Actor
) -> None:
    set_goal(episode=goal.episode, facts=GoalFacts("Sova", "", SET_ON), today=TODAY, by=by)
    values = {each.name: 6 for each in asked_in(goal.episode)}
    answer_scales(episode=goal.episode, on=TODAY, values=values, today=TODAY, by=by)
    told = take_home_of(goal.episode, today=TODAY, meetings=["2025-04-01 kl. 10"])
    document = document_of(goal.episode, told)
    assert [chapter.title for chapter in document.chapters] == [
        "Det här vill jag",
        "Nästa möten",
        "Var jag står, från 0 till 10",
    ]
    paragraphs = [getattr(block, "runs", ()) for block in document.blocks()]
    assert ("Vi har inte kommit överens om något steg än.",) in paragraphs
    assert ("Hur nära är du ditt mål?: 6 den 2025-03-10",) in paragraphs


def test_a_protected_name_is_not_printed(team: Team, coach: User) -> None:
    person = make_participant(team, protection="marked", given_name="Hemlig")
    person.named_staff.add(coach)
    episode = make_episode(person, coach=coach)
    for name in ("plan_print", "plan_pdf"):
        response = client_of(coach).get(reverse(name, args=[episode.pk]))
        assert response.status_code == 200
        assert b"Hemlig" not in response.content
    told = take_home_of(episode, today=date(2025, 3, 1))
    assert "Hemlig" not in str(document_of(episode, told))
