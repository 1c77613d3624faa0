"""How a page gets at a form: through the check of who may, so that there is no other way."""

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from samspel.accounts.actor import actor_of
from samspel.accounts.user import User
from samspel.participants.duplicates import possible_duplicates
from samspel.participants.identity import birth_date_of
from samspel.participants.links.link import Link
from samspel.participants.participant import Participant
from samspel.participants.referrals.attachment import Attachment
from samspel.participants.referrals.form_links import tell
from samspel.participants.referrals.referral_form import ReferralForm
from samspel.participants.registration import Particulars
from samspel.participants.views.access import user_of


def form_for(request: HttpRequest, pk: UUID) -> ReferralForm:
    """The form, if the user may see it; reading it is told of in the access log."""
    seen = ReferralForm.objects.visible_to(user_of(request))
    form = get_object_or_404(seen.select_related("team", "episode", "answered_by"), pk=pk)
    _tell(request, form)
    return form


def form_of_link(request: HttpRequest, link: Link) -> ReferralForm:
    """The form that a link opens; told of as well, by the address it was opened from."""
    if link.subject_id is None:
        raise Http404
    forms = ReferralForm.objects.select_related("team")
    form = get_object_or_404(forms, team=link.team, pk=link.subject_id)
    _tell(request, form)
    return form


def _tell(request: HttpRequest, form: ReferralForm) -> None:
    """Sending a form is an act that is told of by itself."""
    if request.method != "POST":
        with transaction.atomic():
            tell("referral_opened", form, actor_of(request))


def attachment_for(request: HttpRequest, pk: UUID) -> Attachment:
    """An attached file, if the user may see its form."""
    forms = ReferralForm.objects.visible_to(user_of(request))
    found = Attachment.objects.select_related("form__team")
    return get_object_or_404(found, pk=pk, form__in=forms)


def same_person() -> Q:
    """That another form of the team, sent and not taken back, may be about the same person."""
    others = ReferralForm.objects.filter(
        team=OuterRef("team"), sent_at__isnull=False, taken_back_at=None
    ).exclude(pk=OuterRef("pk"))
    by_number = Q(identity_number=OuterRef("identity_number")) & ~Q(identity_number="")
    by_name = Q(search_key=OuterRef("search_key")) & ~Q(search_key="")
    without_number = others.filter(by_name, identity_number="")
    return (
        Q(Exists(others.filter(by_number)))
        | Q(Exists(without_number))
        | (Q(identity_number="") & Q(Exists(others.filter(by_name))))
    )


def forms_of_same_person(form: ReferralForm, user: User) -> list[ReferralForm]:
    """The other forms that may be about the same person, newest first."""
    others = ReferralForm.objects.visible_to(user).filter(
        team=form.team, sent_at__isnull=False, taken_back_at=None
    )
    close = Q(search_key=form.search_key) & ~Q(search_key="")
    if form.identity_number:
        close &= Q(identity_number="")
        close |= Q(identity_number=form.identity_number)
    return list(others.filter(close).exclude(pk=form.pk)[:20])


def candidates_for(
    form: ReferralForm, user: User, particulars: Particulars | None = None
) -> Sequence[Participant]:
    """The team's persons who may be the one whom the form is about, as it was corrected."""
    number = particulars.identity_number if particulars else form.identity_number
    born = particulars.birth_date if particulars else None
    person = Participant(
        team=form.team,
        given_name=particulars.given_name if particulars else form.given_name,
        family_name=particulars.family_name if particulars else form.family_name,
        identity_number=number,
        birth_date=birth_date_of(number) if number else born,
    )
    return possible_duplicates(person, seen_by=user)
