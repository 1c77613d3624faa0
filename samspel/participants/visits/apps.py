from django.apps import AppConfig


class VisitsConfig(AppConfig):
    name = "samspel.participants.visits"
    label = "visits"

    def ready(self) -> None:
        from samspel.participants.visits import mails, reminders  # noqa: F401 - they register
