"""The pages of outgoing mail, under ``mail/``."""

from django.urls import URLPattern, URLResolver, path

from samspel.organisation import mail_page

urlpatterns: list[URLPattern | URLResolver] = [
    path("", mail_page.mails, name="mails"),
    path("<int:pk>/again/", mail_page.mail_again, name="mail_again"),
]
