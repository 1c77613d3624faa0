"""The pages of this part: signing in, and the administrator's accounts."""

from django.urls import URLPattern, URLResolver, path

from samspel.accounts import sign_in_urls, users

urlpatterns: list[URLPattern | URLResolver] = [
    *sign_in_urls.urlpatterns,
    path("users/", users.users, name="users"),
    path("users/new/", users.user_new, name="user_new"),
    path("users/<int:pk>/", users.user, name="user"),
    path("users/<int:pk>/change/", users.user_change, name="user_change"),
    path("users/<int:pk>/invite/", users.user_invite, name="user_invite"),
    path("users/<int:pk>/block/", users.user_block, name="user_block"),
    path("users/<int:pk>/allow/", users.user_allow, name="user_allow"),
    path(
        "users/<int:pk>/reset-second-factor/",
        users.user_reset_second_factor,
        name="user_reset_second_factor",
    ),
]
