from django.apps import AppConfig


class TermsConfig(AppConfig):
    name = "samspel.organisation.terms"
