"""The pages of associations, roles and the log, under ``organisation/``."""

from django.urls import URLPattern, URLResolver, path

from samspel.organisation import bodies, log_page, memberships

urlpatterns: list[URLPattern | URLResolver] = [
    path("", bodies.organisation, name="organisation"),
    path("associations/new/", bodies.association_new, name="association_new"),
    path("associations/<int:pk>/", bodies.association_change, name="association_change"),
    path("associations/<int:association_pk>/hosts/new/", bodies.host_new, name="host_new"),
    path("hosts/<int:pk>/", bodies.host_change, name="host_change"),
    path("associations/<int:association_pk>/agencies/new/", bodies.agency_new, name="agency_new"),
    path("agencies/<int:pk>/", bodies.agency_change, name="agency_change"),
    path("roles/<int:user_pk>/new/", memberships.membership_new, name="membership_new"),
    path("roles/<int:pk>/end/", memberships.membership_end, name="membership_end"),
    path("log/", log_page.log_page, name="log"),
]
