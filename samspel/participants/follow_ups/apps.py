from django.apps import AppConfig


class FollowUpsConfig(AppConfig):
    name = "samspel.participants.follow_ups"
    label = "follow_ups"

    def ready(self) -> None:
        from samspel.participants.follow_ups import mails, reminders  # noqa: F401 - they register
