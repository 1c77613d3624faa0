"""The enrolment page's form: everything that is gone through at the meeting, in groups."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from samspel.organisation.association import Agency
from samspel.participants.consents.enrolling import Checklist, Meeting
from samspel.participants.consents.giving import Terms
from samspel.participants.consents.meeting import EnrolmentMeeting
from samspel.participants.consents.missing import SELF_REFERRAL
from samspel.participants.consents.rows import ConsentRow
from samspel.participants.enrolment import Enrolment
from samspel.participants.episode import Episode
from samspel.participants.forms.episode import (
    SUPPORT_LABEL,
    caseworker_fields,
    income_choices,
    occupation_choices,
)
from samspel.participants.forms.fields import CoachField, IdentityNumberField, MonthsField
from samspel.participants.participant import Gender
from samspel.participants.visits.obligation import visit_missing
from samspel.records.fields import NameField, code_field, date_field
from samspel.records.forms import Group, RecordForm

LIVING = ("income_source", "occupation_before", "public_support_months")
CASEWORKER = ("caseworker_name", "caseworker_email")
PARTICULARS = ("identity_number", "birth_date", "gender")
AGREED = ("is_informed", "referrer_books_follow_ups")
STEP = ("start_group", "first_step", "first_step_on")


def meeting_fields() -> dict[str, forms.Field]:
    """Who begins together, and what comes first."""
    return {
        "start_group": NameField(label=_("Start group"), max_length=80),
        "first_step": NameField(
            label=_("First step"),
            max_length=200,
            help_text=_("What happens next, such as: comes to the introduction on Tuesday."),
        ),
        "first_step_on": date_field(_("Day of the first step")),
    }


def check_first_step(form: forms.Form) -> None:
    """A day of the first step says nothing without the step."""
    given = form.cleaned_data
    if given.get("first_step_on") and not given.get("first_step"):
        form.add_error("first_step", _("Write what the first step is, or leave out its day."))


def visit_field() -> forms.Field:
    """Why somebody is enrolled without the study visit that the team asks for."""
    return NameField(
        label=_("Enrolled without a study visit, because"),
        max_length=200,
        help_text=_(
            "The team asks for a study visit before the enrolment and none is entered. Enter the "
            "visit first, or say here why it is left out."
        ),
    )


def intake_field() -> forms.Field:
    """To be ticked where the team is full or takes nobody in."""
    return forms.BooleanField(
        label=_("Enrol anyway"),
        error_messages={
            "required": _("Tick that you enrol anyway, or wait until there is a place.")
        },
    )


class ChecklistForm(RecordForm):
    """The checklist of one enrolment; what is known of the person already is not asked again."""

    def __init__(
        self,
        data: Any = None,
        *,
        episode: Episode,
        meeting: EnrolmentMeeting | None,
        agencies: Sequence[Agency],
        today: date,
    ) -> None:
        initial = {name: getattr(episode, name) for name in (*LIVING, "coach", "version")}
        if meeting is not None:
            initial |= {name: getattr(meeting, name) for name in (*AGREED, *STEP)}
        super().__init__(data, initial=initial)
        self.record = self.episode = episode
        self.today = today
        self._add_particulars()
        self._add_stay()
        self._add_agreed()
        self.rows = [ConsentRow(self, agency) for agency in (*agencies, None)]
        for row in self.rows:
            row.add_fields(today)
        self.consents: tuple[Terms, ...] = ()

    def _add_particulars(self) -> None:
        person, episode = self.episode.participant, self.episode
        asked: dict[str, forms.Field] = {
            "identity_number": IdentityNumberField(
                label=_("Personal identity number"), help_text=_("Twelve digits: 19121212-1212.")
            ),
            "birth_date": date_field(_("Date of birth")),
            "gender": code_field(_("Gender"), Gender.choices),
        }
        self.fields |= {name: asked[name] for name in asked if not getattr(person, name)}
        if self.has_referrer:
            asked = caseworker_fields()
            self.fields |= {name: asked[name] for name in asked if not getattr(episode, name)}

    def _add_stay(self) -> None:
        episode = self.episode
        self.fields["coach"] = CoachField(episode.team, episode.participant, episode.coach)
        self.fields["income_source"] = code_field(
            _("Income source"),
            income_choices(),
            help_text=_("Who pays the person's living: not always the one who referred."),
        )
        self.fields["occupation_before"] = code_field(_("Occupation"), occupation_choices())
        self.fields["public_support_months"] = MonthsField(
            label=SUPPORT_LABEL, help_text=_("With one decimal at most: 18,5.")
        )

    def _add_agreed(self) -> None:
        self.fields["is_informed"] = forms.BooleanField(
            label=_("The person knows what is recorded, why, and which rights they have"),
            required=False,
        )
        if self.has_referrer:
            months = self.episode.team.follow_up_months
            label = ngettext_lazy(
                "The referrer undertakes to book a follow-up every month",
                "The referrer undertakes to book a follow-up every %(months)s months",
                months,
            )
            self.fields["referrer_books_follow_ups"] = forms.BooleanField(
                label=label % {"months": months}, required=False
            )
        self.fields |= meeting_fields()

    @property
    def has_referrer(self) -> bool:
        """Whether somebody referred the person who can undertake anything."""
        return self.episode.referred_by != SELF_REFERRAL

    def clean(self) -> dict[str, Any]:
        """Read the rows of consents that are ticked."""
        super().clean()
        read = (row.clean(self.today) for row in self.rows)
        self.consents = tuple(terms for terms in read if terms is not None)
        check_first_step(self)
        return self.cleaned_data

    def groups(self) -> list[Group]:
        """What is asked, the consents aside, in the order of the meeting.

        Of the particulars perhaps nothing: what is known of them is shown in the group.
        """
        asked = [
            (_("Particulars"), (*PARTICULARS, *CASEWORKER)),
            (_("The stay"), ("enrolled_on", "coach", *LIVING)),
            (_("Agreed"), (*AGREED, *STEP)),
        ]
        there = [
            (title, tuple(name for name in names if name in self.fields)) for title, names in asked
        ]
        return self.grouped(*there)

    def checklist(self) -> Checklist:
        """What was agreed, cleaned."""
        given = self.cleaned_data
        meeting = Meeting(
            **{name: given[name] for name in (*AGREED, *STEP) if name in self.fields},
            without_visit_because=given.get("without_visit_because", ""),
            is_despite_intake=given.get("is_despite_intake", False),
            is_settled=given.get("is_settled", False),
        )
        particulars = {name: given[name] for name in PARTICULARS if name in self.fields}
        return Checklist(meeting, particulars, self.consents)

    def values(self) -> dict[str, Any]:
        """What was entered of the case's own columns, cleaned."""
        names = ("coach", *LIVING, *CASEWORKER)
        return {name: self.cleaned_data[name] for name in names if name in self.fields}

    def show_what_stands(self, row: Any) -> None:
        """As for every record; every tick of the rows stays as well."""
        sent = self.data
        super().show_what_stands(row)
        if isinstance(sent, QueryDict):
            kept = sent.copy()
            kept[self.add_prefix("version")] = str(row.version)
            self.data = kept


class EnrolmentForm(ChecklistForm):
    """The checklist of somebody who is about to be enrolled."""

    def __init__(self, data: Any = None, *, warnings: Sequence[str], **about: Any) -> None:
        super().__init__(data, **about)
        self.fields["enrolled_on"] = date_field(
            _("First day"),
            required=True,
            initial=self.episode.enrolled_on or self.today,
            help_text=_("May lie ahead: until then the person stays in the queue."),
        )
        if warnings:
            self.fields["is_despite_intake"] = intake_field()
        if visit_missing(self.episode):
            self.fields["without_visit_because"] = visit_field()

    def concerns(self) -> list[forms.BoundField]:
        """What is asked only where something speaks against the enrolment."""
        names = ("is_despite_intake", "without_visit_because")
        return [self[name] for name in names if name in self.fields]

    def enrolment(self) -> Enrolment:
        """The stay's beginning, cleaned."""
        return Enrolment(enrolled_on=self.cleaned_data["enrolled_on"], **self.values())


class CompletingForm(ChecklistForm):
    """The checklist of somebody who is enrolled already."""

    is_settled = forms.BooleanField(
        label=_("Leave as it is what is still missing: do not remind of it"), required=False
    )

    def __init__(self, data: Any = None, *, meeting: EnrolmentMeeting | None, **about: Any) -> None:
        super().__init__(data, meeting=meeting, **about)
        if meeting is not None:
            self.fields["is_settled"].initial = meeting.is_settled
        self._kept = {
            name: getattr(meeting, name)
            for name in ("without_visit_because", "is_despite_intake")
            if meeting is not None
        }
        self.order_fields([name for name in self.fields if name != "is_settled"])

    def concerns(self) -> list[forms.BoundField]:
        """Whether to be reminded of the rest."""
        return [self["is_settled"]]

    def checklist(self) -> Checklist:
        """What was agreed, cleaned; why it was enrolled at all stays as it was."""
        checklist = super().checklist()
        return replace(checklist, meeting=replace(checklist.meeting, **self._kept))
