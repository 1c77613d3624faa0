from django.apps import AppConfig


class StaffingConfig(AppConfig):
    name = "samspel.personnel.staffing"
