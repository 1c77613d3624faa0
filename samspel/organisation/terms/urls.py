"""The pages of this part."""

from django.urls import URLPattern, URLResolver, path

from samspel.organisation.terms import views

urlpatterns: list[URLPattern | URLResolver] = [
    path("<slug:slug>/terms/", views.terms, name="terms"),
    path("<slug:slug>/terms/write/", views.terms_write, name="terms_write"),
    path("<slug:slug>/terms/decide/", views.terms_decide, name="terms_decide"),
    path("<slug:slug>/terms/throw-away/", views.terms_throw_away, name="terms_throw_away"),
    path("<slug:slug>/terms/<uuid:pk>/", views.terms_version, name="terms_version"),
    path("<slug:slug>/terms/<uuid:old>/<uuid:new>/", views.terms_compare, name="terms_compare"),
]
