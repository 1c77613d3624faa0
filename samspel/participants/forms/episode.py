"""Forms about an episode, from its beginning to its closing."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as translated
from django.utils.translation import gettext_lazy as _

from samspel.figures.codes import INCOME_SOURCES, OCCUPATIONS, OUTCOMES, WITHDRAWAL_REASONS
from samspel.organisation.team import Team
from samspel.participants.correction import EpisodeFacts
from samspel.participants.episode import Episode
from samspel.participants.forms.fields import CoachField, MonthsField
from samspel.participants.forms.person import ParticularsForm
from samspel.participants.participant import Participant
from samspel.participants.referral import Beginning
from samspel.participants.referrers import referrer_titles
from samspel.records.fields import NameField, choices_of, code_field, date_field
from samspel.records.forms import ActionForm, Group, RecordForm

FACTS = tuple(EpisodeFacts.__dataclass_fields__)
_CASEWORKER = ("caseworker_name", "caseworker_email")
_BEGINNING = ("referred_on", "referred_by", *_CASEWORKER, "study_visit_on", "coach")
_CORRECTED_BEGINNING = ("case_number", *_BEGINNING)
_CORRECTED_ENROLMENT = (
    "enrolled_on",
    "trial_ends_on",
    "income_source",
    "occupation_before",
    "public_support_months",
)
_CORRECTED_END = (
    "closing_begun_on",
    "closed_on",
    "outcome",
    "income_after",
    "occupation_after",
    "withdrawn_on",
    "withdrawal_reason",
)
SUPPORT_LABEL = _("Months on public support before enrolment")


def outcome_choices() -> list[tuple[Any, Any]]:
    """The outcomes in two groups, so that one sees which count as results."""
    results = [(each.code, translated(each.title)) for each in OUTCOMES if each.counts_as_result]
    others = [(each.code, translated(each.title)) for each in OUTCOMES if not each.counts_as_result]
    return [(translated("Count as results"), results), (translated("Other outcomes"), others)]


def income_choices() -> list[tuple[str, str]]:
    """Who can pay for the person's living."""
    return [(each.code, translated(each.title)) for each in INCOME_SOURCES]


def occupation_choices() -> list[tuple[str, str]]:
    """What a person can do before and after the time with the team."""
    return [(each.code, translated(each.title)) for each in OCCUPATIONS]


def reason_choices() -> list[tuple[str, str]]:
    """Why a case can end before the enrolment."""
    return [(each.code, translated(each.title)) for each in WITHDRAWAL_REASONS]


def caseworker_fields() -> dict[str, forms.Field]:
    """Who at the referrer has the case, and where links go."""
    return {
        "caseworker_name": NameField(label=_("Caseworker"), max_length=120),
        "caseworker_email": forms.EmailField(
            label=_("The caseworker's e-mail"),
            required=False,
            help_text=_("Links to book follow-ups are sent here."),
        ),
    }


class BeginningForm(ActionForm):
    """How an episode begins."""

    referred_on = date_field(
        _("Referral received"), help_text=_("Leave empty if there is only a study visit so far.")
    )
    study_visit_on = date_field(_("Study visit"))
    case_number = forms.CharField(
        label=_("Case number"),
        max_length=64,
        required=False,
        help_text=_("Leave empty to get the team's next number."),
    )

    def __init__(
        self, data: Any = None, *, team: Team, participant: Participant | None, **options: Any
    ) -> None:
        super().__init__(data, **options)
        self.fields["referred_by"] = code_field(_("Referrer"), choices_of(referrer_titles(team)))
        self.fields |= caseworker_fields()
        self.fields["coach"] = CoachField(team, participant)
        self.order_fields(_BEGINNING)

    def beginning(self) -> Beginning:
        """What was entered, cleaned."""
        names = (name for name in Beginning.__dataclass_fields__ if name in self.fields)
        return Beginning(**{name: self.cleaned_data[name] for name in names})


class RegisterForm(BeginningForm, ParticularsForm):
    """Records a person with the first referral or study visit."""

    def __init__(self, data: Any = None, *, team: Team, today: date) -> None:
        super().__init__(data, team=team, participant=None, initial={"referred_on": today})
        self.order_fields([*ParticularsForm.base_fields, *_BEGINNING])

    def groups(self) -> list[Group]:
        """The person, and beside it how the case begins."""
        return self.grouped(
            (_("The person"), tuple(ParticularsForm.base_fields)),
            (_("The referral or study visit"), (*_BEGINNING, "case_number")),
        )


class ReferForm(BeginningForm):
    """Begins another episode of someone whose earlier ones have ended."""


class RecordReferralForm(BeginningForm, RecordForm):
    """Enters the referral that follows on a study visit."""

    def __init__(self, data: Any = None, *, episode: Episode, today: date) -> None:
        names = ("study_visit_on", "referred_by", *_CASEWORKER, "coach", "version")
        initial = {name: getattr(episode, name) for name in names} | {"referred_on": today}
        super().__init__(data, team=episode.team, participant=episode.participant, initial=initial)
        self.fields["coach"] = CoachField(episode.team, episode.participant, episode.coach)
        del self.fields["case_number"]
        self.fields["referred_on"].required = True
        self.fields["referred_on"].help_text = ""
        self.record = episode


class WithdrawForm(RecordForm):
    """The day somebody left the queue."""

    withdrawn_on = date_field(_("Left the queue on"), required=True)

    def __init__(self, data: Any = None, *, episode: Episode, today: date) -> None:
        super().__init__(data, initial={"withdrawn_on": today, "version": episode.version})
        self.fields["reason"] = code_field(_("Why"), reason_choices(), required=True)
        self.record = episode


class CorrectEpisodeForm(RecordForm):
    """Everything that was entered about an episode."""

    case_number = forms.CharField(label=_("Case number"), max_length=64)
    study_visit_on = date_field(_("Study visit"))
    referred_on = date_field(_("Referral received"))
    enrolled_on = date_field(_("Enrolled on"))
    public_support_months = MonthsField(label=SUPPORT_LABEL)
    trial_ends_on = date_field(
        _("Trial period until"), help_text=_("The first day after the trial period.")
    )
    closing_begun_on = date_field(_("Closing begun"))
    closed_on = date_field(_("Closed on"))
    withdrawn_on = date_field(_("Left the queue on"))

    def __init__(self, data: Any = None, *, episode: Episode) -> None:
        super().__init__(
            data, initial={name: getattr(episode, name) for name in (*FACTS, "version")}
        )
        titles = referrer_titles(episode.team)
        if episode.referred_by:
            titles.setdefault(episode.referred_by, episode.referred_by)
        self.fields["referred_by"] = code_field(_("Referrer"), choices_of(titles))
        self.fields["coach"] = CoachField(episode.team, episode.participant, episode.coach)
        self.fields |= caseworker_fields()
        self.fields["income_source"] = code_field(_("Income source"), income_choices())
        self.fields["outcome"] = code_field(_("Outcome"), outcome_choices())
        self.fields["withdrawal_reason"] = code_field(_("Why it was withdrawn"), reason_choices())
        self.fields["occupation_before"] = code_field(_("Occupation before"), occupation_choices())
        self.fields["occupation_after"] = code_field(_("Occupation after"), occupation_choices())
        self.fields["income_after"] = code_field(_("Income source after"), income_choices())
        self.record = episode

    def groups(self) -> list[Group]:
        """The case from its beginning to its end."""
        return self.grouped(
            (_("The beginning"), _CORRECTED_BEGINNING),
            (_("The enrolment"), _CORRECTED_ENROLMENT),
            (_("The end"), _CORRECTED_END),
        )

    def facts(self) -> EpisodeFacts:
        """What was entered, cleaned."""
        return EpisodeFacts(**{name: self.cleaned_data[name] for name in FACTS})
