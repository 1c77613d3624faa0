"""The pages of this part: signing in, and the administrator's accounts."""

from django.urls import URLPattern, URLResolver

from samspel.accounts import sign_in_urls

urlpatterns: list[URLPattern | URLResolver] = [*sign_in_urls.urlpatterns]
