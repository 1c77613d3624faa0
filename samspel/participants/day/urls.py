"""The pages of this part."""

from django.urls import URLPattern, URLResolver, path

from samspel.participants.day import views

urlpatterns: list[URLPattern | URLResolver] = [
    path("my-participants/", views.my_participants, name="my_participants"),
]
