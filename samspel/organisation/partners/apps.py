from django.apps import AppConfig


class PartnersConfig(AppConfig):
    name = "samspel.organisation.partners"
