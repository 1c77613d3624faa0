"""The pages of this part."""

from django.urls import URLPattern, URLResolver, path

from samspel.participants.views import cases, correction, registration, stay

urlpatterns: list[URLPattern | URLResolver] = [
    path("", cases.participants, name="participants"),
    path("register/", registration.register, name="participant_register"),
    path("protected/", correction.protected_cases, name="participants_protected"),
    path("<uuid:participant_id>/refer/", registration.refer, name="episode_refer"),
    path(
        "<uuid:participant_id>/correct/",
        correction.correct_participant,
        name="participant_correct",
    ),
    path("<uuid:participant_id>/staff/", correction.named_staff, name="participant_staff"),
    path("cases/<uuid:episode_id>/withdraw/", stay.withdraw, name="episode_withdraw"),
    path("cases/<uuid:episode_id>/correct/", correction.correct_episode, name="episode_correct"),
]
