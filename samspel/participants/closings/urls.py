"""The pages of this part."""

from django.urls import URLPattern, URLResolver, path

from samspel.participants.closings.views import checks, closing, statement

urlpatterns: list[URLPattern | URLResolver] = [
    path("participants/cases/<uuid:episode_id>/close/", closing.close, name="episode_close"),
    path(
        "participants/cases/<uuid:episode_id>/closing/", closing.begin, name="episode_begin_closing"
    ),
    path(
        "participants/cases/<uuid:episode_id>/closing/back/",
        closing.take_back,
        name="closing_take_back",
    ),
    path(
        "participants/cases/<uuid:episode_id>/closing/details/",
        closing.details,
        name="closing_details",
    ),
    path("participants/cases/<uuid:episode_id>/statement/", statement.statement, name="statement"),
    path(
        "participants/cases/<uuid:episode_id>/statement/sign/",
        statement.sign,
        name="statement_sign",
    ),
    path(
        "participants/cases/<uuid:episode_id>/statement/open/",
        statement.open_again,
        name="statement_open",
    ),
    path(
        "participants/cases/<uuid:episode_id>/statement.<slug:ending>",
        statement.download,
        name="statement_download",
    ),
    path(
        "participants/cases/<uuid:episode_id>/check/<int:months>/",
        checks.check,
        name="closing_check",
    ),
]
