from django.apps import AppConfig


class MethodsConfig(AppConfig):
    name = "samspel.personnel.methods"
    label = "methods"

    def ready(self) -> None:
        from samspel.personnel.methods import rounds  # noqa: F401 - it registers
