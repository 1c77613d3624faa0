"""Where one records who came to a session: the sheet, which the subject above offers."""

from django.urls import reverse

from samspel.participants.groups.session import Session


def sheet_of(session: Session) -> str:
    """The address of the session's attendance sheet."""
    return reverse("session_sheet", args=[session.pk])
