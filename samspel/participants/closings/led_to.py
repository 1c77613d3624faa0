"""What a closing led to, in sentences: for the statement's draft and for the timeline."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from samspel.participants.closings.details import ClosingDetails


def result_told(details: ClosingDetails) -> Iterator[str]:
    """The employment or the studies; nothing of what is not known."""
    if details.employment:
        form = details.get_employment_display()
        yield _("Form of employment: %(form)s.") % {"form": form}
    if details.extent is not None:
        yield _("Extent: %(extent)s per cent of full time.") % {"extent": details.extent}
    if details.is_subsidised is not None:
        yield (
            _("The employment is subsidised.")
            if details.is_subsidised
            else _("The employment is not subsidised.")
        )
    if details.employer:
        yield _("Employer: %(name)s.") % {"name": details.employer}
    if details.studies:
        yield _("Form of studies: %(form)s.") % {"form": details.get_studies_display()}


def next_told(details: ClosingDetails) -> Iterator[str]:
    """What comes next and who takes over."""
    if details.next_step:
        yield details.next_step
    if details.taken_over_by:
        yield _("From now on the contact is %(who)s.") % {"who": details.taken_over_by}
