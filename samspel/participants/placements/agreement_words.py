"""What a team's agreement about a placement says in the team's own words."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from samspel.organisation.team import Team

LONGEST_WORDS = 2000


class AgreementWords(models.Model):
    """One per team that has written its own; the others have `STARTER_WORDS`."""

    team = models.OneToOneField(Team, on_delete=models.PROTECT, related_name="agreement_words")
    insurance = models.TextField(_("insurance"), max_length=LONGEST_WORDS, blank=True)
    secrecy = models.TextField(_("secrecy"), max_length=LONGEST_WORDS, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects: ClassVar[models.Manager["AgreementWords"]]

    def __str__(self) -> str:
        return str(self.team_id)


STARTER_WORDS = {
    "insurance": _(
        "The participant is not employed at the workplace. The workplace is responsible for the "
        "work environment as for its own staff. Accidents and damage are reported to the team at "
        "once."
    ),
    "secrecy": _(
        "The participant tells nobody about customers, colleagues or anything else at the "
        "workplace that is confidential. The workplace tells nobody about the participant. The "
        "team tells the workplace only what the participant has agreed to."
    ),
}
"""What the agreement says until the team has written its own words."""


def words_of(team: Team) -> AgreementWords:
    """The team's words; where it has none, those to begin with, as version 0. One query."""
    found = AgreementWords.objects.filter(team=team).first()
    if found is not None:
        return found
    starter = {name: str(text) for name, text in STARTER_WORDS.items()}
    return AgreementWords(team=team, version=0, **starter)
