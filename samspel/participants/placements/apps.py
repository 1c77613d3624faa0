from django.apps import AppConfig


class PlacementsConfig(AppConfig):
    name = "samspel.participants.placements"
    label = "placements"

    def ready(self) -> None:
        from samspel.participants.employers.history import register
        from samspel.participants.placements.hosting import PLACEMENTS

        register(PLACEMENTS)
