"""The agreement to sign, and the team's own words and forms."""

from io import BytesIO
from typing import Any

import pypdfium2 as pdfium
import pytest
from django.test import Client
from django.urls import reverse
from docx import Document as Word

from samspel.accounts.models import User
from samspel.documents.document import BulletList, Document, Paragraph, Table
from samspel.documents.render.formats import render
from samspel.organisation.models import Team
from samspel.participants.employers.models import Employer, EmployerContact
from samspel.participants.models import Episode
from samspel.participants.placements.access import rungs_of
from samspel.participants.placements.agreement_document import agreement_document
from samspel.participants.placements.agreement_words import words_of
from samspel.participants.placements.models import AgreementWords, Placement, SubsidyForm
from tests.participants.conftest import told
from tests.participants.placements.conftest import TODAY, said
from tests.participants.placements.made import make_placement
from tests.people import client_of, make_episode, make_participant


@pytest.fixture
def placement(team: Team, coach: User, employer: Employer) -> Placement:
    person = make_participant(
        team, given_name="Alva", family_name="Ström", identity_number="199001022386"
    )
    supervisor = EmployerContact.objects.create(
        employer=employer, name="Gun Gröngräs", phone="070-174 06 05", email="gun@example.org"
    )
    return make_placement(
        make_episode(person, coach=coach, case_number="2025-007"),
        employer,
        supervisor=supervisor,
        times="Tisdagar 9–12",
        duties="Väga mjöl.",
        goal="Orka tre dagar",
    )


def lines(document: Document) -> list[str]:
    """Everything that is printed, line by line."""
    found = []
    for block in document.blocks():
        if isinstance(block, Paragraph):
            found.append("".join(str(run) for run in block.runs))
        elif isinstance(block, BulletList | Table):
            rows = block.items if isinstance(block, BulletList) else block.rows
            found += [" ".join(str(run) for run in row) for row in rows]
    return found


def printed(placement: Placement) -> list[str]:
    return lines(document_of(placement))


def document_of(placement: Placement) -> Document:
    found = Placement.objects.get(pk=placement.pk)
    words = words_of(found.episode.team)
    return agreement_document(found, rungs_of(found), words, on=TODAY)


def test_it_says_what_the_three_agree_on(placement: Placement) -> None:
    told_lines = printed(placement)
    for line in (
        "Deltagare: Alva Ström",
        "Arbetsplats: Kafé Tre Åar",
        "Arbetsledare på arbetsplatsen: Gun Gröngräs",
        "Team: Team Väster, Kim Handledare",
        "Syfte: bygga upp arbetstid",
        "Väga mjöl.",
        "Dagar och tider: Tisdagar 9–12",
        "När: från 2025-03-03, tills vidare",
        "Timmar i veckan: 10 från 2025-03-03, 12,5 från 2025-03-31, 20 från 2025-04-28",
    ):
        assert line in told_lines
    signed = [line for line in told_lines if "Namnteckning" in line]
    assert [line.partition(". ")[0] for line in signed] == [
        "Deltagare: Alva Ström",
        "Arbetsplats: Gun Gröngräs",
        "Team: Kim Handledare",
    ]
    assert sum(line.startswith("____") for line in told_lines) == 3


def test_it_has_no_number_address_or_telephone(placement: Placement) -> None:
    text = "\n".join(printed(placement))
    for secret in ("19900102", "2386", "2025-007", "070-174", "gun@example.org", "Storgatan"):
        assert secret not in text


def test_of_a_protected_person_not_even_the_name(placement: Placement) -> None:
    person = placement.episode.participant
    person.protection = "marked"
    person.save()
    text = "\n".join(printed(placement))
    assert "Alva" not in text
    assert "Ström" not in text
    assert f"Deltagare: {'_' * 46}" in text


def test_its_head_names_the_team_once_and_the_signatures_stand_on_the_page(
    placement: Placement,
) -> None:
    document = document_of(placement)
    assert document.association != document.team
    with pdfium.PdfDocument(render(document, "pdf")) as pdf:
        texts = [page.get_textpage().get_text_range() for page in pdf]
    assert len(texts) == 1
    head, found, signed = texts[0].partition("Vilka som kommer överens")
    assert found
    assert head.count(document.team) == 1
    assert signed.count("Namnteckning") == 3


def test_its_word_file_has_the_letters_of_a_letter(placement: Placement) -> None:
    styles = Word(BytesIO(render(document_of(placement), "docx"))).styles
    sizes = [styles[name].font.size.pt for name in ("Title", "Heading 1", "Normal")]
    assert sizes == [20, 14, 10.5]


def test_it_is_taken_along_as_pdf_and_word_and_told_of(
    placement: Placement, as_coach: Client
) -> None:
    pdf = as_coach.get(reverse("placement_agreement", args=[placement.pk, "pdf"]))
    assert pdf.content.startswith(b"%PDF")
    assert "overenskommelse-arbetstraning.pdf" in pdf["Content-Disposition"]
    assert told("placement_agreement_taken").details == {"format": "pdf"}
    word = as_coach.get(reverse("placement_agreement", args=[placement.pk, "docx"]))
    text = "\n".join(each.text for each in Word(BytesIO(word.content)).paragraphs)
    assert "Alva Ström" in text
    assert (
        as_coach.get(reverse("placement_agreement", args=[placement.pk, "xlsx"])).status_code == 404
    )


def test_the_leader_writes_the_teams_own_words(
    team: Team, leader: User, placement: Placement
) -> None:
    client, url = client_of(leader), reverse("placement_settings", args=[team.slug])
    assert "genast" in client.get(url).content.decode()
    own = {"version": "0", "insurance": "Försäkrad genom kommunen.", "secrecy": "Tyst."}
    client.post(url, own)
    assert AgreementWords.objects.get().insurance == "Försäkrad genom kommunen."
    assert "Försäkrad genom kommunen." in printed(placement)
    stale = client.post(url, own | {"secrecy": "Tystare."})
    assert "Nu står det: Tyst." in stale.content.decode()
    assert AgreementWords.objects.get().secrecy == "Tyst."


def test_the_words_are_a_link_away_from_the_teams_settings(team: Team, leader: User) -> None:
    page = client_of(leader).get(reverse("team_settings", args=[team.slug])).content.decode()
    for name in ("placement_settings", "work_kinds", "score_limits"):
        url = reverse(name, args=[team.slug])
        assert f'href="{url}"' in page
        assert client_of(leader).get(url, follow=True).status_code == 200


def test_forms_of_subsidy_are_taken_in_added_and_left(team: Team, leader: User) -> None:
    client = client_of(leader)
    starter = reverse("subsidy_starter", args=[team.slug])
    assert said(client.post(starter, follow=True)) == ["7 former är tillagda."]
    assert said(client.post(starter, follow=True)) == ["0 former är tillagda."]
    add = reverse("subsidy_add", args=[team.slug])
    client.post(add, {"title": "Etableringsjobb"})
    client.post(add, {"title": "Etableringsjobb"})
    assert list(sentences_of(client.post(add, {"title": ""}))) == ["title"]
    row = SubsidyForm.objects.get(title="Etableringsjobb")
    client.post(reverse("subsidy_used", args=[row.pk]), {"used": "no"})
    row.refresh_from_db()
    assert not row.is_used
    client.post(add, {"title": "Etableringsjobb"})
    row.refresh_from_db()
    assert row.is_used


def sentences_of(response: Any) -> dict[str, list[str]]:
    form = response.context["subsidy_form"]
    return {name: list(errors) for name, errors in form.errors.items()}


def test_a_form_that_is_used_no_more_stays_where_it_is(
    team: Team, case: Episode, as_coach: Client, employer: Employer
) -> None:
    old = SubsidyForm.objects.create(team=team, title="Gammalt stöd", is_used=False)
    new = reverse("placement_new", args=[case.pk])
    assert "Gammalt stöd" not in as_coach.get(new).content.decode()
    placement = make_placement(case, employer, subsidy=old)
    change = reverse("placement_change", args=[placement.pk])
    assert "Gammalt stöd" in as_coach.get(change).content.decode()


def test_whether_a_subsidy_was_asked_about_is_told_either_way(
    team: Team, case: Episode, as_coach: Client, employer: Employer
) -> None:
    placement = make_placement(case, employer)
    url = reverse("placement", args=[placement.pk])
    asked = "<dt>Lönestöd</dt><dd>Inte tillfrågat än</dd>"
    assert asked in as_coach.get(url).content.decode()
    assert "Lönestöd" not in "\n".join(printed(placement))
    placement.subsidy = SubsidyForm.objects.create(team=team, title="Nystartsjobb")
    placement.save()
    assert "<dt>Lönestöd</dt><dd>Nystartsjobb</dd>" in as_coach.get(url).content.decode()
