"""The pages of this part."""

from django.urls import URLPattern, URLResolver, path

from samspel.participants.absences import views

urlpatterns: list[URLPattern | URLResolver] = [
    path("absences/", views.absences, name="absences"),
    path("absences/new/<slug:slug>/", views.absence_new, name="absence_new"),
    path("absences/<uuid:absence_id>/", views.absence_change, name="absence_change"),
    path("absences/<uuid:absence_id>/end/", views.absence_end, name="absence_end"),
]
