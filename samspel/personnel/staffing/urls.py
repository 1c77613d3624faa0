"""The pages of the staff; all addresses begin with the team's."""

from django.urls import URLPattern, URLResolver, path

from samspel.personnel.staffing.views import leave, personnel, position, share

_ONE = "<slug:slug>/personnel/<int:pk>/"
urlpatterns: list[URLPattern | URLResolver] = [
    path("<slug:slug>/personnel/", personnel.personnel, name="personnel"),
    path("<slug:slug>/personnel/new/", position.new, name="position_new"),
    path(_ONE, position.position, name="position"),
    path(f"{_ONE}change/", position.change, name="position_change"),
    path(f"{_ONE}end/", position.end, name="position_end"),
    path(f"{_ONE}take-back/", position.take_back, name="position_take_back"),
    path(f"{_ONE}share/", share.new, name="position_share"),
    path(
        f"{_ONE}share/<int:share_pk>/take-back/",
        share.take_back,
        name="position_share_take_back",
    ),
    path(f"{_ONE}leave/", leave.new, name="leave_new"),
    path(f"{_ONE}leave/<int:leave_pk>/", leave.change, name="leave_change"),
    path(f"{_ONE}leave/<int:leave_pk>/take-back/", leave.take_back, name="leave_take_back"),
]
