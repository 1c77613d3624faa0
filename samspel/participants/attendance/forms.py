"""Forms of attendance: what a tap says."""

from django import forms


class DayTapForm(forms.Form):
    """What a tap says of a day: which day, and whether the person came.

    Never the opposite of what stood there, so that the same tap twice is the same.
    """

    on = forms.DateField(input_formats=["%Y-%m-%d"])
    came = forms.ChoiceField(choices=[("yes", "yes"), ("no", "no")])

    @property
    def says_came(self) -> bool:
        """Whether a valid tap says that the person came."""
        return bool(self.cleaned_data["came"] == "yes")
