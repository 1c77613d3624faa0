"""The pages of this part."""

from django.urls import URLPattern, URLResolver, path

from samspel.exchange import import_pages as pages

urlpatterns: list[URLPattern | URLResolver] = [
    path("", pages.imports, name="imports"),
    path("new/", pages.import_new, name="import_new"),
    path("<uuid:job_id>/", pages.import_job, name="import_job"),
    path("<uuid:job_id>/confirm/", pages.import_confirm, name="import_confirm"),
    path("<uuid:job_id>/leave/", pages.import_leave, name="import_leave"),
    path("<uuid:job_id>/faults/", pages.import_faults, name="import_faults"),
]
