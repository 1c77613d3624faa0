"""The pages of this part."""

from django.urls import URLPattern, URLResolver, path

from samspel.participants.employers.views import (
    contacts,
    employer,
    employers,
    helped,
    notes,
    tasks,
    work_kinds,
)

_ONE = "employers/<uuid:employer_id>/"
urlpatterns: list[URLPattern | URLResolver] = [
    path("employers/", employers.employer_list, name="employers"),
    path("employers/new/", employer.new, name="employer_new"),
    path("employers/helped/", helped.employers_helped, name="employers_helped"),
    path(_ONE, employer.employer, name="employer"),
    path(f"{_ONE}change/", employer.change, name="employer_change"),
    path(f"{_ONE}retire/", employer.retire, name="employer_retire"),
    path(f"{_ONE}history/", helped.employer_history, name="employer_history"),
    path(f"{_ONE}thanks/<slug:ending>/", helped.employer_thanks, name="employer_thanks"),
    path(f"{_ONE}contacts/new/", contacts.new, name="employer_contact_new"),
    path(f"{_ONE}tasks/new/", tasks.new, name="employer_task_new"),
    path(f"{_ONE}notes/new/", notes.new, name="employer_note_new"),
    path("employers/contacts/<uuid:contact_id>/", contacts.change, name="employer_contact_change"),
    path(
        "employers/contacts/<uuid:contact_id>/erase/",
        contacts.erase,
        name="employer_contact_erase",
    ),
    path("employers/tasks/<uuid:task_id>/", tasks.change, name="employer_task_change"),
    path("employers/notes/<uuid:note_id>/", notes.change, name="employer_note_change"),
    path("employers/work/<slug:slug>/", work_kinds.work_kinds, name="work_kinds"),
    path("employers/work/<slug:slug>/new/", work_kinds.new, name="work_kind_new"),
    path("employers/work/<slug:slug>/starter/", work_kinds.starter, name="work_kinds_starter"),
    path("employers/work-kinds/<int:kind_id>/", work_kinds.change, name="work_kind"),
]
