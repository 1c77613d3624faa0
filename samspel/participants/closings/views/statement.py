"""The closing statement: written, signed, taken along."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from samspel.accounts.actor import actor_of
from samspel.accounts.log import log
from samspel.documents.render.formats import FORMATS
from samspel.documents.render.formats import render as made
from samspel.pages.parts import wants_part
from samspel.pages.today import now, today
from samspel.participants.closings.drafting import drafts
from samspel.participants.closings.forms import StatementForm
from samspel.participants.closings.record import StayRecord, stay_record
from samspel.participants.closings.sections import SECTIONS
from samspel.participants.closings.signing import open_statement, save_statement, sign_statement
from samspel.participants.closings.statement import Statement
from samspel.participants.closings.statement_document import statement_document
from samspel.participants.episode import Episode
from samspel.participants.notes.note import Note
from samspel.participants.views.access import back, episode_for, not_now
from samspel.participants.when import Step
from samspel.records.versions import ChangedMeanwhileError

ENDINGS = ("pdf", "docx")


def statement(request: HttpRequest, episode_id: UUID) -> HttpResponse:
    """Write the statement; a signed one is only read."""
    episode = episode_for(request, episode_id)
    if refused := not_now(request, episode, Step.STATE):
        return refused
    found = _statement_of(episode)
    if found is not None and found.signed_on is not None:
        return _read(request, episode, found)
    drafted = drafts(stay_record(episode, today(request)))
    data = request.POST if request.method == "POST" else None
    form = StatementForm(data, statement=found, drafts=drafted)
    if data is not None and wants_part(request):
        return _autosaved(request, episode, form)
    if form.is_valid() and _saved(request, form, episode, form.texts(), is_signed=False):
        messages.success(request, _("The statement is saved."))
        return redirect("statement", episode.pk)
    return _page(request, episode, form, found)


@require_POST
def sign(request: HttpRequest, episode_id: UUID) -> HttpResponse:
    """Sign the statement with the texts as they stand in the form."""
    episode = episode_for(request, episode_id)
    if refused := not_now(request, episode, Step.STATE):
        return refused
    drafted = drafts(stay_record(episode, today(request)))
    found = _statement_of(episode)
    form = StatementForm(request.POST, statement=found, drafts=drafted)
    if form.is_valid() and _saved(request, form, episode, form.all_texts(), is_signed=True):
        messages.success(request, _("The statement is signed and locked."))
        return redirect("statement", episode.pk)
    return _page(request, episode, form, found)


def _saved(
    request: HttpRequest,
    form: StatementForm,
    episode: Episode,
    texts: dict[str, str],
    *,
    is_signed: bool,
) -> Statement | None:
    """The saved statement, or None with the reason in the form; what was typed stays there."""
    act = _act(request, form, episode) | {"texts": texts}
    try:
        kept: Statement | None = (
            form.carry_out(sign_statement, changed=form.texts(), **act)
            if is_signed
            else form.carry_out(save_statement, **act)
        )
    except ChangedMeanwhileError as meanwhile:
        form.show_what_stands(meanwhile.row)
        return None
    return kept


def _act(request: HttpRequest, form: StatementForm, episode: Episode) -> dict[str, Any]:
    return {
        "episode": episode,
        "version": form.cleaned_data["version"],
        "today": today(request),
        "now": now(request),
        "by": actor_of(request),
    }


def _autosaved(request: HttpRequest, episode: Episode, form: StatementForm) -> HttpResponse:
    """What was typed so far is saved; why not, if not, while the text stays where it is."""
    state: dict[str, Any] = {"version": form["version"].value(), "changed_at": None}
    if not form.is_valid():
        state["trouble"] = _("Not saved yet. Press Save to see what is to be put right.")
        return render(request, "closings/statement_state.html", state)
    try:
        kept = save_statement(texts=form.texts(), **_act(request, form, episode))
        state = {"version": kept.version, "changed_at": kept.changed_at}
    except ChangedMeanwhileError:
        state["trouble"] = _(
            "Somebody else saved while you were writing, so nothing of yours is saved yet. "
            "Press Save to see both."
        )
    except ValidationError as refusal:
        state["trouble"] = refusal.messages[0]
    return render(request, "closings/statement_state.html", state)


@require_POST
def open_again(request: HttpRequest, episode_id: UUID) -> HttpResponse:
    """Open a signed statement again, to correct it."""
    episode = episode_for(request, episode_id)
    if refused := not_now(request, episode, Step.STATE):
        return refused
    open_statement(episode=episode, by=actor_of(request))
    messages.success(request, _("The statement is open again. Sign it when it is corrected."))
    return redirect("statement", episode.pk)


@require_safe
@transaction.atomic
def download(request: HttpRequest, episode_id: UUID, ending: str) -> HttpResponse:
    """The statement as PDF or Word file; told of in the access log, and named for nobody."""
    if ending not in ENDINGS:
        raise Http404
    episode = episode_for(request, episode_id)
    if refused := not_now(request, episode, Step.STATE):
        return refused
    record, found = stay_record(episode, today(request)), _statement_of(episode)
    document = statement_document(
        episode, _texts(found, record), statement=found, until=record.until
    )
    log(
        by=actor_of(request),
        act="statement_taken",
        subject=f"episode:{episode.pk}",
        team_id=episode.team_id,
        details={"format": ending},
    )
    name = _("closing-statement")
    answer = HttpResponse(made(document, ending), content_type=FORMATS[ending].content_type)
    answer["Content-Disposition"] = f'attachment; filename="{name}.{ending}"'
    return answer


def _statement_of(episode: Episode) -> Statement | None:
    return Statement.objects.filter(episode=episode).select_related("signed_by").first()


def _texts(found: Statement | None, record: StayRecord) -> dict[str, str]:
    """A signed statement's own texts; else what was written, and the drafts where nothing was."""
    kept = found.texts if found else {}
    if found is not None and found.signed_on is not None:
        return dict(kept)
    return drafts(record) | kept


def _page(
    request: HttpRequest, episode: Episode, form: StatementForm, found: Statement | None
) -> HttpResponse:
    """The form, with what was written and signed during the stay beside it to write from."""
    context: dict[str, Any] = {"form": form, "person": episode.participant, "episode": episode}
    state = {
        "version": form["version"].value(),
        "changed_at": found.changed_at if found else None,
        "notes": Note.objects.signed().filter(episode=episode).order_by("-on", "-begun_at", "pk"),
    }
    return render(request, "closings/statement.html", context | state | {"endings": ENDINGS})


def _read(request: HttpRequest, episode: Episode, found: Statement) -> HttpResponse:
    if request.method == "POST" and wants_part(request):
        state = {"version": found.version, "changed_at": None}
        trouble = _("The statement was signed meanwhile, so what you wrote is not saved.")
        return render(request, "closings/statement_state.html", state | {"trouble": trouble})
    if request.method == "POST":
        return back(
            request,
            episode.participant_id,
            error=_("The statement was signed meanwhile, so what you wrote is not saved."),
        )
    texts = [(each.title, found.texts.get(each.key, "")) for each in SECTIONS]
    context = {"person": episode.participant, "episode": episode, "statement": found}
    shown = {"texts": [pair for pair in texts if pair[1]], "endings": ENDINGS}
    return render(request, "closings/statement_signed.html", context | shown)
