"""The pages of this part. A day stands in an address as 2026-03-14."""

from django.urls import URLPattern, URLResolver, path

from samspel.participants.follow_ups.views import by_link, lists, one

_ONE = "participants/cases/<uuid:episode_id>/follow-ups/<slug:due_on>/"

urlpatterns: list[URLPattern | URLResolver] = [
    path("follow-ups/", lists.follow_ups_overdue, name="follow_ups_overdue"),
    path("participants/cases/<uuid:episode_id>/follow-ups/", lists.follow_ups, name="follow_ups"),
    path(_ONE, one.follow_up, name="follow_up"),
    path(f"{_ONE}book/", one.follow_up_book, name="follow_up_book"),
    path(f"{_ONE}hold/", one.follow_up_hold, name="follow_up_hold"),
    path(f"{_ONE}leave-out/", one.follow_up_leave_out, name="follow_up_leave_out"),
    path(f"{_ONE}cancel/", one.follow_up_cancel, name="follow_up_cancel"),
    path(f"{_ONE}take-back/", one.follow_up_take_back, name="follow_up_take_back"),
    path(f"{_ONE}link/", one.follow_up_link, name="follow_up_link"),
    path("book-follow-up/<slug:token>/", by_link.follow_up_booking, name="follow_up_booking"),
    path("book-follow-up/<slug:token>/booked/", by_link.follow_up_booked, name="follow_up_booked"),
]
