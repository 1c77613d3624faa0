"""No mail holds anything but what its text declares: a team's name, days, times and numbers."""

import re

import pytest
from django.conf import settings
from django.utils import translation

from samspel.mail import texts
from samspel.mail.texts import PARAMETERS, MailText, all_texts, register, text_of

FILLED = {
    "team": "TEAMNAME",
    "day": "2026-11-24",
    "until": "2026-12-24",
    "time": "13:15",
    "count": "17",
}
LINK = "https://samspel.example.se/l/abc"
LANGUAGES = [code for code, _name in settings.LANGUAGES]


def without(text: str, *gone: str) -> str:
    for each in gone:
        text = text.replace(each, "")
    return text


def test_the_trial_fills_in_every_parameter() -> None:
    assert FILLED.keys() == PARAMETERS.keys()
    assert all(PARAMETERS[name].fullmatch(value) for name, value in FILLED.items())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_holds_its_parameters_and_nothing_else(language: str, text: MailText) -> None:
    assert text in all_texts()
    for each in all_texts():
        given = each.checked({name: FILLED[name] for name in each.parameters})
        subject = each.subject_in(language, given)
        body = each.body_in(language, given, LINK)
        assert "\n" not in subject
        assert body.count(LINK) == 1
        assert body.splitlines().count(LINK) == 1
        for name in each.parameters:
            assert FILLED[name] in subject + body, f"{each.code} in {language} leaves out {name}"
        rest = without(subject + body, LINK, *given.values())
        # What is left is the same for every mail: no hole, no other link, no address, no number.
        assert not re.search(r"%|://|@|www\.|\d", rest), f"{each.code} in {language}: {rest}"


def test_every_text_is_there_in_every_language() -> None:
    for each in all_texts():
        for said in (each.subject, each.body):
            with translation.override("en"):
                english = str(said)
            with translation.override("sv"):
                assert str(said) != english, each.code


def test_a_text_without_a_link_has_none(text: MailText) -> None:
    body = text.body_in("en", {"team": "x", "day": "2026-01-01"})
    assert "://" not in body
    assert "\n\n\n" not in body


def test_a_hole_that_no_mail_may_have_is_refused() -> None:
    with pytest.raises(ValueError, match="name"):
        MailText("odd", "%(name)s", "%(team)s")


def test_a_code_is_one_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(texts, "_registered", {})
    one = register(MailText("one", "a", "b"))
    assert register(MailText("one", "a", "b")) == one
    with pytest.raises(ValueError, match="one"):
        register(MailText("one", "a", "c"))
    assert text_of("one") is one
    with pytest.raises(ValueError, match="two"):
        text_of("two")


def test_names_are_filled_in_as_they_are(text: MailText) -> None:
    given = text.checked({"team": "Team 100 % <Öster> %(day)s", "day": "2026-01-01"})
    assert text.subject_in("sv", given) == "Besök hos Team 100 % <Öster> %(day)s"
