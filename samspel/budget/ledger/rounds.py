"""The daily round that erases files which nobody has said anything of for a week."""

from datetime import date, datetime

from samspel.budget.ledger.steps import erase_forgotten
from samspel.mail.rounds import every_day


@every_day("ledger-files-forgotten")
def erase_forgotten_files(on: date, now: datetime) -> None:  # noqa: ARG001 - rounds get both
    """Erase them; what was found in them stays told."""
    erase_forgotten(now)
