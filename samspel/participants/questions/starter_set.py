"""Questions to begin with: solution-focused, in our own words, for a team to make its own."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from samspel.participants.questions.question import Answer, Form


@dataclass(frozen=True, slots=True)
class Starter:
    """A question to begin with; taken in as the team's own, in the language of who takes it."""

    text: Any
    answer: str = Answer.TEXT
    is_required: bool = False
    is_for_caseworker: bool = False


STARTER_SET: Mapping[Form, tuple[Starter, ...]] = {
    Form.REFERRAL: (
        Starter(_("What do you hope will be different after your time with us?"), is_required=True),
        Starter(
            _("What would be the first small sign, on an ordinary day, that you are on the way?")
        ),
        Starter(_("What works already, even if only now and then, that we can build on?")),
        Starter(
            _(
                "If 10 means that working or studying feels fully possible, and 0 that it feels "
                "out of reach: where are you today?"
            ),
            Answer.SCALE,
        ),
        Starter(_("What makes it that number, and not a lower one?")),
        Starter(
            _("To the caseworker: what do you hope that the time with the team leads to?"),
            is_required=True,
            is_for_caseworker=True,
        ),
        Starter(
            _("To the caseworker: what has been tried before, and what of it helped?"),
            is_for_caseworker=True,
        ),
        Starter(
            _(
                "What should we think of before we meet? For instance language, times or getting "
                "in."
            ),
        ),
    ),
    Form.ASSESSMENT: (
        Starter(_("What is important for us to know of your way here?")),
        Starter(_("When has it gone better, and what did you do differently then?")),
        Starter(_("What are you good at, in your own words and in those of somebody near you?")),
        Starter(_("What would you like to do, in work or studies, if you chose freely?")),
        Starter(_("What does a good day look like, from morning to evening?")),
        Starter(_("Who and what helps you?")),
        Starter(_("What can get in the way, and how have you got past it before?")),
        Starter(_("How is your health, and what does it need from a day at work?")),
    ),
    Form.SCALING: (
        Starter(
            _("How near are you to your best hopes? 0 is as far as can be, 10 is there."),
            Answer.SCALE,
        ),
        Starter(_("How sure are you that you will get there?"), Answer.SCALE),
        Starter(_("How well does everyday life work?"), Answer.SCALE),
        Starter(_("How near do you feel to work or studies?"), Answer.SCALE),
    ),
}
"""By where they are asked, in their order."""
