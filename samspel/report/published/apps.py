from django.apps import AppConfig


class PublishedConfig(AppConfig):
    name = "samspel.report.published"
