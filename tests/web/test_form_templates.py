"""Forms explain themselves: labels, help, errors tied to their fields, required in words."""

import re
from typing import Any

from django import forms
from django.utils.translation import override


class PersonForm(forms.Form):
    name = forms.CharField(label="Name", help_text="As in the register.")
    born = forms.DateField(label="Born", required=False)
    agrees = forms.BooleanField(label="Agrees", required=False)
    gender = forms.ChoiceField(
        label="Gender", choices=[("w", "Woman"), ("m", "Man")], widget=forms.RadioSelect
    )
    team = forms.ChoiceField(label="Team", choices=[("a", "A")], required=False)
    note = forms.CharField(label="Note", widget=forms.Textarea, required=False)
    token = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean(self) -> dict[str, Any]:
        if self.cleaned_data.get("note") == "wrong":
            raise forms.ValidationError("The whole is wrong.")
        return self.cleaned_data


def html(data: dict[str, str] | None = None, **fields: Any) -> str:
    with override("en"):
        return str(PersonForm(data, **fields))


def tag_of(page: str, name: str) -> str:
    found = re.search(rf'<(?:input|select|textarea)[^>]*name="{name}"[^>]*>', page)
    assert found
    return found[0]


def test_every_field_has_its_label() -> None:
    page = html()
    for name in ("name", "born", "agrees", "team", "note"):
        assert f'for="id_{name}"' in page
    assert re.search(r"<fieldset[^>]*><legend[^>]*>Gender", page)


def test_fields_have_their_classes_and_kinds() -> None:
    page = html()
    assert 'class="form-control"' in tag_of(page, "name")
    assert 'type="date"' in tag_of(page, "born")
    assert 'class="form-check-input"' in tag_of(page, "agrees")
    assert 'class="form-select"' in tag_of(page, "team")
    assert 'class="form-control"' in tag_of(page, "note")
    assert "class" not in tag_of(page, "token")


def test_a_date_is_written_as_the_browser_reads_it() -> None:
    assert 'value="2026-03-14"' in tag_of(html({"born": "2026-03-14"}), "born")


def test_help_and_error_are_tied_to_their_field() -> None:
    page = html({"name": ""})
    assert 'aria-invalid="true"' in tag_of(page, "name")
    assert 'aria-describedby="id_name_helptext id_name_error"' in tag_of(page, "name")
    assert page.count('id="id_name_helptext"') == page.count('id="id_name_error"') == 1


def test_the_summary_leads_to_each_field() -> None:
    page = html({"name": "", "gender": "x"})
    summary = page[: page.index('class="field')]
    assert 'role="alert"' in summary
    assert re.findall(r'href="#(\w+)"', summary) == ["id_name", "id_gender_0"]
    assert 'id="id_gender_0"' in page


def test_what_is_wrong_with_the_whole_is_in_the_summary() -> None:
    page = html({"name": "A", "gender": "w", "note": "wrong"})
    assert "The whole is wrong." in page[: page.index('class="field')]


def test_a_form_without_faults_has_no_summary() -> None:
    assert "error-summary" not in html()
    assert "error-summary" not in html({"name": "A", "gender": "w"})


def test_required_is_said_in_words_where_fields_differ() -> None:
    assert html().count("(required)") == 2


def test_required_is_not_said_where_all_are() -> None:
    class AllRequired(forms.Form):
        name = forms.CharField()

    assert "(required)" not in str(AllRequired())


def test_a_widgets_own_class_and_attributes_stay() -> None:
    class Own(forms.Form):
        name = forms.CharField(
            widget=forms.TextInput({"class": "is-wide", "autocomplete": "name", "placeholder": "x"})
        )

    tag = tag_of(str(Own()), "name")
    assert 'class="form-control is-wide"' in tag
    assert 'autocomplete="name"' in tag
    assert "placeholder" not in tag


def test_options_are_written_with_the_chosen_one_marked() -> None:
    page = html({"team": "a"})
    assert '<option value="a" selected>A</option>' in page
    assert "selected" not in html({"team": "b"})


def test_numbers_in_attributes_are_not_localised() -> None:
    class Long(forms.Form):
        text = forms.CharField(max_length=12_345)

    with override("sv"):
        assert 'maxlength="12345"' in tag_of(str(Long()), "text")


def test_hostile_text_stays_text() -> None:
    page = html({"name": '"><script>alert(1)</script>', "gender": "<b>"})
    assert "<script>" not in page
    assert "<b>" not in page
