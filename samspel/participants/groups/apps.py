from django.apps import AppConfig


class GroupsConfig(AppConfig):
    name = "samspel.participants.groups"
    label = "groups"

    def ready(self) -> None:
        from samspel.participants.groups import rounds  # noqa: F401 - it registers
