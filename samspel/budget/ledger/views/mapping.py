"""The rules that say which of a ledger's rows go to which line."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from samspel.accounts.actor import actor_of
from samspel.budget.ledger import ruling, steps
from samspel.budget.ledger.access import Kept, import_or_404, kept_or_404, rule_or_404
from samspel.budget.ledger.forms.rule import RuleForm
from samspel.budget.ledger.ledger_import import LedgerImport
from samspel.budget.ledger.mapping_rule import MappingRule
from samspel.records.forms import ActionForm

_LONGEST_ACCOUNT = 10


@require_safe
def ledger_mapping(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """The rules in their order, with the line that each has in this budget."""
    kept = kept_or_404(request, slug, pk)
    lines = list(kept.budget.lines.all())
    rules = list(MappingRule.objects.filter(team=kept.team))
    first_all = next((n for n, rule in enumerate(rules) if rule.takes_all), len(rules))
    rows = [(rule, rule.line_in(lines), n > first_all) for n, rule in enumerate(rules)]
    context = {**kept._asdict(), "rows": rows, "waiting": _waiting(request, kept)}
    return render(request, "ledger/mapping.html", context)


def ledger_rule_new(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Write a rule; from an import's page for an account that has none."""
    kept = kept_or_404(request, slug, pk)
    account = request.GET.get("account", "")
    is_account = account.isascii() and account.isdigit() and len(account) <= _LONGEST_ACCOUNT
    initial = {"account_from": account, "account_to": account} if is_account else {}
    lines = list(kept.budget.lines.all())
    form = RuleForm(_posted(request), lines=lines, initial=initial)
    if form.is_valid() and ActionForm.carry_out(
        form, ruling.make_rule, team=kept.team, values=form.values(), by=actor_of(request)
    ):
        return _saved(request, kept)
    context = {**kept._asdict(), "form": form, "heading": _("Write a rule")}
    return render(request, "ledger/rule.html", context | {"waiting": _waiting(request, kept)})


def ledger_rule(request: HttpRequest, slug: str, pk: int, rule_id: int) -> HttpResponse:
    """Change a rule."""
    kept = kept_or_404(request, slug, pk)
    rule = rule_or_404(kept, rule_id)
    form = RuleForm(_posted(request), lines=list(kept.budget.lines.all()), rule=rule)
    if form.is_valid() and form.carry_out(
        ruling.change_rule, rule=rule, values=form.values(), by=actor_of(request)
    ):
        return _saved(request, kept)
    context = {**kept._asdict(), "form": form, "rule": rule, "heading": _("Change the rule")}
    return render(request, "ledger/rule.html", context | {"waiting": _waiting(request, kept)})


@require_POST
def ledger_rule_move(request: HttpRequest, slug: str, pk: int, rule_id: int) -> HttpResponse:
    """Let a rule come earlier or later."""
    kept = kept_or_404(request, slug, pk)
    rule = rule_or_404(kept, rule_id)
    ruling.move_rule(rule=rule, up=request.POST.get("where") == "up", by=actor_of(request))
    return redirect("ledger_mapping", slug, pk)


@require_POST
def ledger_rule_remove(request: HttpRequest, slug: str, pk: int, rule_id: int) -> HttpResponse:
    """Remove a rule."""
    kept = kept_or_404(request, slug, pk)
    ruling.remove_rule(rule=rule_or_404(kept, rule_id), by=actor_of(request))
    messages.success(request, _("The rule is removed. What was imported by it stays as it is."))
    return redirect("ledger_mapping", slug, pk)


@require_POST
def ledger_mapping_begin(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Take in the rules that most teams begin with."""
    kept = kept_or_404(request, slug, pk)
    made = ruling.begin_with_usual(budget=kept.budget, by=actor_of(request))
    told = ngettext("%(n)d rule is made.", "%(n)d rules are made.", len(made))
    messages.success(request, told % {"n": len(made)})
    return redirect("ledger_mapping", slug, pk)


def _posted(request: HttpRequest) -> QueryDict | None:
    return request.POST if request.method == "POST" else None


def _waiting(request: HttpRequest, kept: Kept) -> LedgerImport | None:
    """The import that somebody came from to write a rule; it is in the address."""
    try:
        wanted = UUID(request.GET.get("import", ""))
    except ValueError:
        return None
    found = LedgerImport.objects.filter(
        budget=kept.budget, pk=wanted, state=LedgerImport.State.CHECKED
    )
    return found.first()


def _saved(request: HttpRequest, kept: Kept) -> HttpResponse:
    """Back to the rules; or, from an import, to its page, where it is checked anew."""
    slug, pk = kept.team.slug, kept.budget.pk
    waiting = _waiting(request, kept)
    if waiting is None:
        messages.success(request, _("The rule is saved. It holds for the next import."))
        return redirect("ledger_mapping", slug, pk)
    steps.check_again(job=import_or_404(kept, waiting.pk), by=actor_of(request))
    return redirect("ledger_import", slug, pk, waiting.pk)
