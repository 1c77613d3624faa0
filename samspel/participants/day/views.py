"""The page of one's own participants."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from samspel.pages.listing import Listing
from samspel.pages.parts import page_or_part
from samspel.pages.today import today
from samspel.participants.case_list import WIDE
from samspel.participants.day.gather import gather_of
from samspel.participants.day.own_cases import COLUMNS, filters, own_cases, own_rows
from samspel.participants.views.access import casework_teams, user_of


@require_safe
def my_participants(request: HttpRequest) -> HttpResponse:
    """The own open cases and those stood in for, the most pressing first."""
    user, day = user_of(request), today(request)
    listing = Listing(
        request.GET,
        path=reverse("my_participants"),
        columns=COLUMNS,
        filters=filters(),
        sort="next",
    )
    found = gather_of(own_cases(user, day), user=user, today=day)
    if not found.cases:
        # Who has cases does casework; only of the others it must be asked.
        casework_teams(request)
    context = {
        "listing": listing,
        "rows": own_rows(found, listing),
        "has_cases": bool(found.cases),
        "today": day,
        "wide": WIDE,
    }
    return page_or_part(request, "day/my_participants.html", "day/my_list.html", context)
