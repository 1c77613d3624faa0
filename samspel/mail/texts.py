"""What mails say: texts as data, each declared where its subject lives and registered here.

A text is filled in with nothing but what `PARAMETERS` names, so that no mail can hold personal
data: who it is about stands behind the link, for those who may see it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Text = str | Promise

PARAMETERS: Mapping[str, re.Pattern[str]] = {
    "team": re.compile(r"[^\r\n]{1,200}"),
    "day": re.compile(r"\d{4}-\d{2}-\d{2}"),
    "until": re.compile(r"\d{4}-\d{2}-\d{2}"),
    "time": re.compile(r"\d{2}:\d{2}"),
    "count": re.compile(r"\d{1,6}"),
}
"""All that a text can be filled in with, and how each looks: a team's name, days, a time of day
and a number of things."""
_HOLE = re.compile(r"%\((\w+)\)s")
_ENDING = _(
    "This mail was sent by Samspel. It says nothing about any person, and nobody reads answers."
)

_registered: dict[str, "MailText"] = {}


@dataclass(frozen=True, slots=True)
class MailText:
    """Subject and body of one kind of mail; holes are written ``%(team)s``.

    Raises ValueError for a hole that `PARAMETERS` does not name.
    """

    code: str
    subject: Text
    body: Text

    def __post_init__(self) -> None:
        if unknown := self.parameters - PARAMETERS.keys():
            raise ValueError(f"{self.code}: no mail holds {sorted(unknown)}")

    @property
    def parameters(self) -> frozenset[str]:
        """What the text is filled in with."""
        with translation.override(None):
            return frozenset(_HOLE.findall(f"{self.subject}\n{self.body}"))

    def checked(self, given: Mapping[str, object]) -> dict[str, str]:
        """``given`` as texts; raises ValueError unless it is what the text is filled in with."""
        if given.keys() != self.parameters:
            raise ValueError(f"{self.code} is filled in with {sorted(self.parameters)}")
        filled = {name: str(value) for name, value in given.items()}
        for name, value in filled.items():
            if not PARAMETERS[name].fullmatch(value):
                raise ValueError(f"{self.code}: {name} does not look as it should")
        return filled

    def subject_in(self, language: str, parameters: Mapping[str, str]) -> str:
        """The subject, filled in."""
        with translation.override(language):
            return str(self.subject) % parameters

    def body_in(self, language: str, parameters: Mapping[str, str], link: str = "") -> str:
        """The body, filled in, with the absolute ``link`` on a line of its own."""
        with translation.override(language):
            parts = [str(self.body) % parameters, link, str(_ENDING)]
        return "\n\n".join(part for part in parts if part) + "\n"


def register(text: MailText) -> MailText:
    """Make a text known; raises ValueError where another one has its code."""
    if _registered.setdefault(text.code, text) != text:
        raise ValueError(f"there are two mail texts called {text.code}")
    return text


def text_of(code: str) -> MailText:
    """The text of this code; raises ValueError where there is none."""
    try:
        return _registered[code]
    except KeyError:
        raise ValueError(f"there is no mail text called {code}") from None


def all_texts() -> tuple[MailText, ...]:
    """Every text that a mail can have."""
    return tuple(_registered.values())
