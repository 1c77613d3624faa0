"""The pages of this part."""

from django.urls import URLPattern, URLResolver, path

from samspel.participants.flow import views

urlpatterns: list[URLPattern | URLResolver] = [path("flow/", views.flow, name="flow")]
