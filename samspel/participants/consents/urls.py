"""The pages of this part."""

from django.urls import URLPattern, URLResolver, path

from samspel.participants.consents.views import enrolling, giving, group

urlpatterns: list[URLPattern | URLResolver] = [
    path("participants/cases/<uuid:episode_id>/enrol/", enrolling.enrol, name="episode_enrol"),
    path(
        "participants/cases/<uuid:episode_id>/enrolment/",
        enrolling.enrolment_complete,
        name="enrolment_complete",
    ),
    path("queue/enrolments/", enrolling.enrolments_to_complete, name="enrolments_to_complete"),
    path("queue/start-group/", group.enrol_group, name="enrol_group"),
    path("participants/cases/<uuid:episode_id>/consents/", giving.consents, name="consents"),
    path(
        "participants/cases/<uuid:episode_id>/consents/new/",
        giving.consent_new,
        name="consent_new",
    ),
    path("consents/<uuid:consent_id>/renew/", giving.consent_renew, name="consent_renew"),
    path("consents/<uuid:consent_id>/withdraw/", giving.consent_withdraw, name="consent_withdraw"),
]
