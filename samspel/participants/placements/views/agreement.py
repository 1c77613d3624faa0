"""The three-party agreement as a file to print and sign."""

from uuid import UUID

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from samspel.accounts.actor import actor_of
from samspel.accounts.log import log
from samspel.documents.render.formats import FORMATS, render
from samspel.pages.today import today
from samspel.participants.placements.access import placement_for, rungs_of
from samspel.participants.placements.agreement_document import agreement_document
from samspel.participants.placements.agreement_words import words_of

ENDINGS = ("pdf", "docx")


@require_safe
@transaction.atomic
def placement_agreement(request: HttpRequest, placement_id: UUID, ending: str) -> HttpResponse:
    """The agreement as PDF or Word file; told of in the access log, and named for nobody."""
    if ending not in ENDINGS:
        raise Http404
    found = placement_for(request, placement_id)
    words = words_of(found.episode.team)
    document = agreement_document(found, rungs_of(found), words, on=today(request))
    log(
        by=actor_of(request),
        act="placement_agreement_taken",
        subject=f"placement:{found.pk}",
        team_id=found.episode.team_id,
        details={"format": ending},
    )
    answer = HttpResponse(render(document, ending), content_type=FORMATS[ending].content_type)
    name = _("placement-agreement")
    answer["Content-Disposition"] = f'attachment; filename="{name}.{ending}"'
    return answer
