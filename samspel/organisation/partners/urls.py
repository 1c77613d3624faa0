"""The pages of this part."""

from django.urls import URLPattern, URLResolver, path

from samspel.organisation.partners import views

_PARTNERS, _VISITS = "<slug:slug>/partners/", "<slug:slug>/partners/visits/"

urlpatterns: list[URLPattern | URLResolver] = [
    path(_PARTNERS, views.partners, name="partners"),
    path(f"{_PARTNERS}new/", views.partner_new, name="partner_new"),
    path(f"{_PARTNERS}<uuid:pk>/", views.partner, name="partner"),
    path(f"{_PARTNERS}<uuid:pk>/change/", views.partner_change, name="partner_change"),
    path(f"{_PARTNERS}<uuid:pk>/done/new/", views.collaboration_new, name="collaboration_new"),
    path(f"{_PARTNERS}done/<uuid:pk>/", views.collaboration_change, name="collaboration_change"),
    path(_VISITS, views.official_visits, name="official_visits"),
    path(f"{_VISITS}new/", views.official_visit_new, name="official_visit_new"),
    path(f"{_VISITS}<uuid:pk>/", views.official_visit_change, name="official_visit_change"),
    path(
        f"{_VISITS}<uuid:pk>/take-back/",
        views.official_visit_take_back,
        name="official_visit_take_back",
    ),
]
