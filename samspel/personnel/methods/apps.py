from django.apps import AppConfig


class MethodsConfig(AppConfig):
    name = "samspel.personnel.methods"
