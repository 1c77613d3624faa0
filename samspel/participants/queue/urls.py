"""The pages of this part."""

from django.urls import URLPattern, URLResolver, path

from samspel.participants.queue.views import settings, waiting

urlpatterns: list[URLPattern | URLResolver] = [
    path("queue/", waiting.queue, name="queue"),
    path("queue/cases/<uuid:episode_id>/", waiting.queue_priority, name="queue_priority"),
    path("queue/<slug:slug>/groups/", settings.queue_groups, name="queue_groups"),
    path("queue/<slug:slug>/intake/", settings.intake_pauses, name="intake_pauses"),
    path("queue/<slug:slug>/intake/pause/", settings.intake_pause_new, name="intake_pause_new"),
    path(
        "queue/pauses/<uuid:pause_id>/change/",
        settings.intake_pause_change,
        name="intake_pause_change",
    ),
    path("queue/pauses/<uuid:pause_id>/end/", settings.intake_pause_end, name="intake_pause_end"),
]
