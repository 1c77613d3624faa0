"""Every page of the product, by the part that answers it."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("samspel.web.urls")),
    path("accounts/", include("samspel.accounts.urls")),
    path("teams/", include("samspel.organisation.urls")),
    path("organisation/", include("samspel.organisation.settings_urls")),
    path("participants/", include("samspel.participants.urls")),
    path("reports/", include("samspel.report.urls")),
    path("imports/", include("samspel.exchange.urls")),
]

handler500 = "samspel.accounts.database_trouble.server_error"
