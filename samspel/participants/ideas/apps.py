from django.apps import AppConfig


class IdeasConfig(AppConfig):
    name = "samspel.participants.ideas"
    label = "ideas"

    def ready(self) -> None:
        # The worker makes the rounds without any page having been loaded.
        from samspel.participants.ideas import forgetting  # noqa: F401 - it registers
