"""The start page and what belongs to the whole product."""

from django.urls import path

from samspel.web import start

urlpatterns = [path("", start.start, name="start")]
