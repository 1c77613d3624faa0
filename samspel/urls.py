"""Every page of the product, by the part that answers it."""

from django.urls import URLPattern, URLResolver, include, path

CASEWORK = (
    "person",
    "day",
    "flow",
    "case_lists",
    "closings",
    "placements",
    "employers",
    "scores",
    "tablet",
    "surveys",
    "ideas",
    "follow_ups",
    "plans",
    "notes",
    "trial",
    "attendance",
    "groups",
    "consents",
    "queue",
    "referrals",
    "visits",
    "questions",
    "links",
    "absences",
)
"""The subjects of the wing for participants; each names its own addresses."""
OF_A_TEAM = (
    "personnel.staffing",
    "personnel.methods",
    "organisation.steering",
    "organisation.terms",
    "organisation.partners",
    "budget.ledger",
    "budget",
)
"""The subjects about a team, its organisation and its means; each address begins with the team."""

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("samspel.web.urls")),
    path("accounts/", include("samspel.accounts.urls")),
    path("teams/", include("samspel.organisation.urls")),
    *(path("teams/", include(f"samspel.{subject}.urls")) for subject in OF_A_TEAM),
    path("organisation/", include("samspel.organisation.settings_urls")),
    path("mail/", include("samspel.organisation.mail_urls")),
    path("participants/", include("samspel.participants.urls")),
    *(path("", include(f"samspel.participants.{subject}.urls")) for subject in CASEWORK),
    path("reports/", include("samspel.report.published.urls")),
    path("reports/", include("samspel.report.urls")),
    path("imports/", include("samspel.exchange.urls")),
]

handler500 = "samspel.accounts.database_trouble.server_error"
