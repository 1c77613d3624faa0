"""The closing statement: drafted from the record, written, signed, taken along as a file."""

import io
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pypdfium2
import pytest
from django.urls import reverse
from django.utils import translation
from docx import Document as WordFile

from samspel.accounts.models import LogEntry, User
from samspel.participants.attendance.models import Attendance
from samspel.participants.closings.drafting import drafts
from samspel.participants.closings.models import ClosingDetails, Statement
from samspel.participants.closings.record import stay_record
from samspel.participants.follow_ups.models import FollowUp
from samspel.participants.models import Episode
from samspel.participants.notes.models import Note
from samspel.participants.plans.models import Assessment, Goal, Scale, ScalePoint
from tests.participants.conftest import send, told
from tests.people import client_of

TODAY = date(2025, 6, 15)
NOW = datetime(2025, 6, 15, tzinfo=UTC)


@pytest.fixture
def rich(closed: Episode, coach: User) -> Episode:
    """Closed on 1 March after four weeks, with something recorded of everything."""
    for day in (3, 5, 12, 27):
        Attendance.objects.create(episode=closed, on=date(2025, 2, day), recorded_at=NOW)
    FollowUp.objects.create(episode=closed, due_on=date(2025, 5, 1), held_on=date(2025, 2, 20))
    Goal.objects.create(
        episode=closed, title="Sova", set_on=date(2025, 2, 3), reached_on=date(2025, 2, 24)
    )
    Goal.objects.create(episode=closed, title="Ta bussen", set_on=date(2025, 2, 3))
    Assessment.objects.create(episode=closed, best_hopes="Ett jobb med djur.", changed_at=NOW)
    scale = Scale.objects.create(episode=closed, text="Hur nära jobb är du?")
    for day, value in ((3, 2), (24, 6)):
        on = date(2025, 2, day)
        ScalePoint.objects.create(scale=scale, on=on, value=value, entered_on=on)
    ClosingDetails.objects.create(
        episode=closed, employment="fixed_term", extent=50, is_subsidised=True, next_step="Vila."
    )
    return closed


def url(name: str, episode: Episode, *more: str) -> str:
    return reverse(name, args=[episode.pk, *more])


def drafted(episode: Episode, today: date = TODAY) -> dict[str, str]:
    with translation.override("sv"):
        return drafts(stay_record(episode, today))


def test_who_may(only_the_team_may: Callable[[str], None], closed: Episode) -> None:
    only_the_team_may(url("statement", closed))


def test_the_drafts_tell_what_the_record_says(rich: Episode) -> None:
    said = drafted(rich)
    assert "2025-01-10 från Region" in said["background"]
    assert (
        "i 4 veckor" not in said["process"]
    )  # 28 days are four weeks, the last day begins a fifth
    assert "i 5 veckor" in said["process"]
    assert "2025-02-20" in said["process"]
    assert "Uppnådda mål: Sova." in said["process"]
    assert "arbetas vidare mot: Ta bussen." in said["process"]
    assert "4 noterade dagar, under 3 av de 5 veckorna" in said["work_ability"]
    assert "Ett jobb med djur." in said["own_words"]
    assert "”Hur nära jobb är du?” Från 2 till 6" in said["own_words"]
    assert "50 procent" in said["result"]
    assert "Anställningen är subventionerad." in said["result"]
    assert said["next"] == "Vila."


def test_what_is_not_recorded_is_not_said(closed: Episode) -> None:
    said = drafted(closed)
    assert said["work_ability"] == said["own_words"] == said["next"] == ""
    assert "Uppföljning" not in said["process"]
    assert "Anställning" not in said["result"]


def test_what_came_after_the_closing_is_left_out(rich: Episode) -> None:
    Attendance.objects.create(episode=rich, on=date(2025, 3, 2), recorded_at=NOW)
    assert "4 noterade dagar" in drafted(rich)["work_ability"]


def test_gathering_the_record_takes_few_queries(
    rich: Episode, django_assert_max_num_queries: Callable[[int], object]
) -> None:
    with django_assert_max_num_queries(9):  # type: ignore[attr-defined]  # a context manager
        stay_record(rich, TODAY)


def test_only_what_was_changed_is_kept(coach: User, rich: Episode) -> None:
    page = client_of(coach).get(url("statement", rich))
    texts = {key: page.context["form"].initial[key] for key in drafted(rich)}
    texts["work_ability"] = "Klarade två timmar stående.\r\n\r\nBehövde vila efteråt."
    assert send(coach, url("statement", rich), version=0, **texts).status_code == 302
    statement = Statement.objects.get()
    assert statement.texts == {
        "work_ability": "Klarade två timmar stående.\n\nBehövde vila efteråt."
    }
    assert told("statement_saved").details == {}
    ClosingDetails.objects.update(next_step="Arbete från maj.")
    again = client_of(coach).get(url("statement", rich)).context["form"].initial
    assert again["next"] == "Arbete från maj."
    assert again["work_ability"].startswith("Klarade")


def test_two_who_write_at_once_lose_nothing(coach: User, colleague: User, rich: Episode) -> None:
    assert send(colleague, url("statement", rich), version=0, next="Robins").status_code == 302
    page = send(coach, url("statement", rich), version=0, next="Kims")
    text = page.content.decode()
    assert "Någon annan sparade" in text
    assert "Nu står det: Robins" in text
    assert "Kims" in text
    version = page.context["form"]["version"].value()
    assert send(coach, url("statement", rich), version=version, next="Kims").status_code == 302
    assert Statement.objects.get().texts["next"] == "Kims"


def test_what_is_typed_saves_itself_and_the_log_tells_of_it_once(
    coach: User, rich: Episode
) -> None:
    client, part = client_of(coach), {"HX-Request": "true"}
    texts = drafted(rich)
    for version, work_ability in ((0, "Två"), (1, "Två timmar"), (2, "Två timmar i taget")):
        typed = texts | {"version": version, "work_ability": work_ability}
        state = client.post(url("statement", rich), typed, headers=part).content.decode().strip()
        assert state.startswith('<div id="statement-state">')
        assert f'name="version" value="{version + 1}"' in state
    assert Statement.objects.get().texts == {"work_ability": "Två timmar i taget"}
    assert LogEntry.objects.filter(act="statement_saved").count() == 1
    # The page's own saving may be on its way while one signs: that is no second writer.
    signed = client.post(url("statement_sign", rich), typed | {"version": 2})
    assert signed.status_code == 302
    assert Statement.objects.get().signed_by == coach


def test_saving_itself_never_writes_over_another(
    coach: User, colleague: User, rich: Episode
) -> None:
    send(colleague, url("statement", rich), version=0, next="Robins")
    client, typed = client_of(coach), {"version": 0, "next": "Kims"}
    state = client.post(url("statement", rich), typed, headers={"HX-Request": "true"})
    assert "Någon annan sparade" in state.content.decode()
    assert Statement.objects.get().texts == {"next": "Robins"}
    refused = client.post(url("statement_sign", rich), typed)
    assert refused.status_code == 200
    assert Statement.objects.get().signed_on is None


def test_a_section_can_be_left_empty(coach: User, rich: Episode) -> None:
    texts = drafted(rich) | {"own_words": ""}
    assert send(coach, url("statement", rich), version=0, **texts).status_code == 302
    assert Statement.objects.get().texts == {"own_words": ""}
    assert client_of(coach).get(url("statement", rich)).context["form"]["own_words"].value() == ""
    made = client_of(coach).get(url("statement_download", rich, "docx"))
    assert "Ett jobb med djur" not in word_text(made.content)


def test_the_signed_notes_stand_beside_to_write_from(
    coach: User, colleague: User, rich: Episode
) -> None:
    said: dict[str, Any] = {"episode": rich, "on": TODAY, "begun_at": NOW, "changed_at": NOW}
    Note.objects.create(author=coach, text="Stod två timmar i kassan.", signed_at=NOW, **said)
    Note.objects.create(author=colleague, text="Ett utkast.", **said)
    page = client_of(coach).get(url("statement", rich)).content.decode()
    assert "Stod två timmar i kassan." in page
    assert "Ett utkast." not in page


def test_what_was_agreed_at_the_follow_ups_is_in_the_draft(rich: Episode) -> None:
    FollowUp.objects.update(outcome="Prövar tre förmiddagar.")
    assert "Vid uppföljningen 2025-02-20: Prövar tre förmiddagar." in drafted(rich)["process"]


def test_the_letter_has_headings_that_word_knows(coach: User, rich: Episode) -> None:
    made = client_of(coach).get(url("statement_download", rich, "docx"))
    word = WordFile(io.BytesIO(made.content))
    headings = [
        each.text
        for each in word.paragraphs
        if str(getattr(each.style, "name", "")).startswith("Heading")
    ]
    assert "Arbetsförmåga som den har visat sig" in headings
    assert word.tables == []


def test_a_signed_statement_stays_as_it_was_read(coach: User, rich: Episode) -> None:
    assert (
        send(coach, url("statement_sign", rich), version=0, result="Så blev det.").status_code
        == 302
    )
    ClosingDetails.objects.update(next_step="Något annat")
    page = client_of(coach).get(url("statement", rich)).content.decode()
    assert "Så blev det." in page
    assert "Något annat" not in page
    assert "Kim Handledare" in page
    refused = send(coach, url("statement", rich), version=1, result="Ändrat")
    assert refused.status_code == 302
    assert Statement.objects.get().texts["result"] == "Så blev det."
    assert LogEntry.objects.filter(act="statement_signed").count() == 1


def test_a_signed_statement_is_opened_again_and_the_log_tells(coach: User, rich: Episode) -> None:
    send(coach, url("statement_sign", rich), version=0, result="Så blev det.")
    assert client_of(coach).post(url("statement_open", rich)).status_code == 302
    statement = Statement.objects.get()
    assert (statement.signed_on, statement.signed_by) == (None, None)
    assert statement.texts["result"] == "Så blev det."
    assert told("statement_opened").subject == f"episode:{rich.pk}"
    client_of(coach).post(url("statement_open", rich))
    assert LogEntry.objects.filter(act="statement_opened").count() == 1


@pytest.mark.parametrize("ending", ["pdf", "docx"])
def test_as_a_file(coach: User, rich: Episode, ending: str) -> None:
    answer = client_of(coach).get(url("statement_download", rich, ending))
    assert answer["Content-Disposition"] == f'attachment; filename="slutdokumentation.{ending}"'
    text = pdf_text(answer.content) if ending == "pdf" else word_text(answer.content)
    for words in (
        "Slutdokumentation",
        "Alva Exempel",
        "Hur nära jobb är du",
        "Utkast, inte signerat",
    ):
        assert words in text, words
    assert told("statement_taken").details == {"format": ending}


def pdf_text(content: bytes) -> str:
    with pypdfium2.PdfDocument(content) as found:
        pages = [page.get_textpage().get_text_range() for page in found]
    assert len(pages) <= 2
    return " ".join(" ".join(pages).split())


def word_text(content: bytes) -> str:
    word = WordFile(io.BytesIO(content))
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(each.text for each in word.paragraphs), *cells])


def test_there_is_no_other_file(coach: User, rich: Episode) -> None:
    assert client_of(coach).get(url("statement_download", rich, "xlsx")).status_code == 404


def test_it_is_written_when_the_trial_period_is_over(coach: User, queued: Episode) -> None:
    answer = client_of(coach).get(url("statement", queued), follow=True)
    assert "prövotiden" in str(next(iter(answer.context["messages"])))


def test_in_english(coach: User, rich: Episode) -> None:
    client = client_of(coach)
    client.cookies["language"] = "en"
    page = client.get(url("statement", rich)).content.decode()
    assert "Goals reached: Sova." in page
    assert "5 weeks" in page
