"""The pages of this part."""

from django.urls import URLPattern, URLResolver, path

from samspel.report import editing_pages, figure_page, figure_pages, report_pages, review_pages

urlpatterns: list[URLPattern | URLResolver] = [
    path("", report_pages.reports, name="reports"),
    path("new/", report_pages.report_create, name="report_create"),
    path("figures/", figure_pages.figures, name="figures"),
    path("figures/definitions/", figure_pages.definitions, name="definitions"),
    path("figures/<slug:slug>/<str:period>/", figure_pages.team_figures, name="figures"),
    path(
        "figures/<slug:slug>/<str:period>/as/<slug:ending>/",
        figure_pages.figures_download,
        name="figures_download",
    ),
    path("figures/<slug:slug>/<str:period>/<str:address>/", figure_page.figure, name="figure"),
    path("<uuid:pk>/", report_pages.report, name="report"),
    path("<uuid:pk>/check/", review_pages.report_check, name="report_check"),
    path("<uuid:pk>/as/<slug:ending>/", report_pages.report_download, name="report_download"),
    path("<uuid:pk>/write/<slug:section>/", editing_pages.report_edit, name="report_edit"),
    path(
        "<uuid:pk>/write/<slug:section>/writers/",
        editing_pages.report_writers,
        name="report_writers",
    ),
    path("<uuid:pk>/text/<str:place>/", editing_pages.report_text, name="report_text"),
    path(
        "<uuid:pk>/text/<str:place>/versions/",
        editing_pages.report_versions,
        name="report_versions",
    ),
    path(
        "<uuid:pk>/version/<int:version>/restore/",
        editing_pages.report_restore,
        name="report_restore",
    ),
    path(
        "<uuid:pk>/version/<int:version>/choose/",
        editing_pages.report_settle,
        name="report_settle",
    ),
]
