from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_save


class OrganisationConfig(AppConfig):
    name = "samspel.organisation"

    def ready(self) -> None:
        post_save.connect(_roles_changed, sender=self.get_model("Membership"))


def _roles_changed(instance: Any, **_more: Any) -> None:
    """Whatever changes a membership, what the person's sessions remember of roles is void."""
    instance.user.access_changed()
