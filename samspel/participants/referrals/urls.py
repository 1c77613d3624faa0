"""The pages of this part."""

from django.urls import URLPattern, URLResolver, path

from samspel.participants.referrals.views import answer, filling, inbox, open_pages

_FORM = "referrals/<uuid:form_id>/"

urlpatterns: list[URLPattern | URLResolver] = [
    path("referrals/", inbox.referral_inbox, name="referral_inbox"),
    path("referrals/new/", inbox.referral_new, name="referral_new"),
    path(_FORM, inbox.referral_form, name="referral_form"),
    path(f"{_FORM}link/", inbox.referral_link, name="referral_link"),
    path(f"{_FORM}take-back/", inbox.referral_take_back, name="referral_take_back"),
    path(f"{_FORM}ask-back/", answer.referral_ask_back, name="referral_ask_back"),
    path(f"{_FORM}accept/", answer.referral_accept, name="referral_accept"),
    path(f"{_FORM}decline/", answer.referral_decline, name="referral_decline"),
    path(
        "referrals/files/<uuid:attachment_id>/",
        inbox.referral_attachment,
        name="referral_attachment",
    ),
    path("refer/<slug:token>/", filling.referral_open, name="referral_open"),
    path("refer-yourself/<slug:slug>/", open_pages.self_referral, name="self_referral"),
    path(
        "refer-yourself/<slug:slug>/done/",
        open_pages.self_referral_done,
        name="self_referral_done",
    ),
    path("my-referrals/", open_pages.own_referrals, name="own_referrals"),
    path("my-referrals/<slug:token>/", open_pages.own_referrals_open, name="own_referrals_open"),
    path("my-referrals/<slug:token>/follow-up/", open_pages.own_follow_up, name="own_follow_up"),
]
