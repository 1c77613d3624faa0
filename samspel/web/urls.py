"""The start page and what belongs to the whole product."""

from django.urls import path

from samspel.web import accessibility, display, start

urlpatterns = [
    path("", start.start, name="start"),
    path("theme", display.choose_theme, name="theme"),
    path("language", display.choose_language, name="set_language"),
    path("demo-day", display.choose_demo_day, name="demo_day"),
    path("accessibility", accessibility.statement, name="accessibility"),
]
