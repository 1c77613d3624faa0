"""The pages of this part."""

from django.urls import URLPattern, URLResolver, path

from samspel.participants.visits.views import (
    booking,
    by_link,
    coming,
    invitation,
    standing,
    visits,
)

urlpatterns: list[URLPattern | URLResolver] = [
    path("visits/", visits.visit_list, name="visits"),
    path("visits/book/", booking.book, name="visit_book"),
    path("visits/times/", standing.standing_times, name="standing_times"),
    path("visits/times/new/", standing.new, name="standing_time_new"),
    path("visits/times/<uuid:standing_time_id>/", standing.standing_time, name="standing_time"),
    path("visits/times/<uuid:standing_time_id>/day/", standing.day_off, name="standing_time_day"),
    path("visits/links/", invitation.links, name="visit_links"),
    path("visits/links/<uuid:link_id>/", invitation.take_back, name="visit_link_take_back"),
    path("visits/<uuid:visit_id>/", visits.visit, name="visit"),
    path("visits/<uuid:visit_id>/change/", booking.change, name="visit_change"),
    path("visits/<uuid:visit_id>/came/", coming.came, name="visit_came"),
    path("visits/<uuid:visit_id>/absent/", visits.absent, name="visit_absent"),
    path("visits/<uuid:visit_id>/cancel/", visits.cancel, name="visit_cancel"),
    path("visits/<uuid:visit_id>/undo/", visits.undo, name="visit_undo"),
    path("visits/<uuid:visit_id>/no/", coming.no, name="visit_no"),
    path("book-visit/<slug:token>/", by_link.book, name="visit_booking"),
    path("booked-visit/<slug:token>/", by_link.own, name="visit_own"),
    path("booked-visit/<slug:token>/cancel/", by_link.cancel, name="visit_own_cancel"),
]
