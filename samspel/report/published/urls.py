"""The pages of older reports and what was published in them."""

from django.urls import URLPattern, URLResolver, path

from samspel.report.published.views import acting, reading, years

urlpatterns: list[URLPattern | URLResolver] = [
    path("older/", reading.older_reports, name="older_reports"),
    path("older/new/", reading.older_report_new, name="older_report_new"),
    path("older/<uuid:pk>/", reading.older_report, name="older_report"),
    path("older/<uuid:pk>/about/", acting.older_report_about, name="older_report_about"),
    path("older/<uuid:pk>/finding/<int:number>/", acting.older_finding, name="older_finding"),
    path("older/<uuid:pk>/take-in/", acting.older_report_take_in, name="older_report_take_in"),
    path("older/<uuid:pk>/take-out/", acting.older_report_take_out, name="older_report_take_out"),
    path("older/<uuid:pk>/let-be/", acting.older_report_let_be, name="older_report_let_be"),
    path("years/", years.years, name="years"),
    path("years/<slug:slug>/", years.team_years, name="team_years"),
    path(
        "years/<slug:slug>/as/<slug:ending>/",
        years.team_years_download,
        name="team_years_download",
    ),
    path(
        "years/<slug:slug>/published/<int:figure_id>/",
        years.published_figure,
        name="published_figure",
    ),
]
