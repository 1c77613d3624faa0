"""A draft and those who write in it: saved field by field, and of two writers neither loses a word.

Each page that shows the draft has a name of its own and knows, by digests, what it began from.
A field that changed on the page only is taken. One that somebody else changed meanwhile keeps
what they wrote, and what the page says is put beside it, where both see it and put it together.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.participants.questions.answering import answers_from, field_name
from samspel.participants.questions.question import Form, Question
from samspel.participants.referrals.form_links import locked_form, tell
from samspel.participants.referrals.referral_form import ReferralForm, ReferralState

PERSON = ("given_name", "family_name", "identity_number", "phone", "email")
CASEWORKER = ("referred_by", "caseworker_name", "caseworker_email")
_COLUMNS = frozenset({*PERSON, *CASEWORKER})
_MOST_BESIDE = 50
"""More than that no two writers have; somebody who wants to fill the table has to stop."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What a page holds: the values that make sense, what it began from, and its name."""

    values: Mapping[str, Any]
    base: Mapping[str, str] = field(default_factory=dict)
    page: str = ""


@dataclass(frozen=True, slots=True)
class Beside:
    """What was written in a field at the same time as what stands in it."""

    field: str
    page: str
    text: str

    @property
    def key(self) -> str:
        """How it is named in the form that removes it."""
        return f"{self.field}:{self.page}"


@dataclass(frozen=True, slots=True)
class Saved:
    """The draft as it stands after saving. ``met`` are the fields where somebody else wrote too,
    ``base`` is what the page goes on from."""

    form: ReferralForm
    met: tuple[str, ...]
    base: dict[str, str]


def asked_in(form: ReferralForm) -> list[Question]:
    """The questions that the form asks now."""
    return list(Question.objects.asked(form.team, Form.REFERRAL))


def values_of(form: ReferralForm, questions: Sequence[Question]) -> dict[str, str]:
    """What stands in each field of a draft."""
    given = {row["question"]: row["answer"] for row in form.answers}
    columns = {name: str(getattr(form, name)) for name in (*PERSON, *CASEWORKER)}
    return columns | {field_name(each): given.get(each.pk, "") for each in questions}


def digests(values: Mapping[str, Any]) -> dict[str, str]:
    """What a page began from, field by field, short enough to lie in it."""
    return {name: _digest(value) for name, value in values.items()}


def _digest(value: Any) -> str:
    return hashlib.sha256(plain(value).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def plain(value: Any) -> str:
    """A typed text with one kind of line ending: browsers and scripts send different ones."""
    return str(value or "").replace("\r\n", "\n").replace("\r", "\n")


@transaction.atomic
def save_draft(*, form: ReferralForm, typed: Typed, by: Actor) -> Saved:
    """Save what a page holds. Saving the same again changes nothing.

    Raises ValidationError when the form has been sent.
    """
    row = _draft(form)
    questions = asked_in(row)
    stands = values_of(row, questions)
    taken, met = _sorted_out(row, stands, typed)
    beside = {key: text for key, text in _beside(row).items() if key not in _keys(taken, typed)}
    beside |= {_key(name, typed.page): plain(typed.values[name]) for name in met}
    if taken or beside != _beside(row):
        _write(row, taken, questions, typed.page, beside, by)
    base = dict(typed.base)
    base |= {name: _digest(value) for name, value in typed.values.items() if name not in met}
    return Saved(row, tuple(met), base)


def _sorted_out(
    row: ReferralForm, stands: Mapping[str, str], typed: Typed
) -> tuple[dict[str, str], list[str]]:
    """What is taken of a page's values, and the fields where somebody else wrote as well."""
    taken: dict[str, str] = {}
    met: list[str] = []
    for name, value in typed.values.items():
        if name not in stands:
            continue
        text, began = plain(value), typed.base.get(name)
        if text == plain(stands[name]) or _digest(text) == began:
            continue
        mine = row.writing.get("by", {}).get(name) == typed.page
        if began is None or mine or began == _digest(stands[name]):
            taken[name] = text
        else:
            met.append(name)
    return taken, met


def _write(
    row: ReferralForm,
    taken: Mapping[str, str],
    questions: Sequence[Question],
    page: str,
    beside: Mapping[str, str],
    by: Actor,
) -> None:
    if len(beside) > _MOST_BESIDE:
        raise ValidationError(_("Too many have written at the same time. Load the page anew."))
    for name in taken.keys() & _COLUMNS:
        setattr(row, name, taken[name])
    row.answers = answers_from(questions, taken, before=row.answers)
    last = row.writing.get("by", {})
    if page not in last.values():
        tell("referral_form_filled_in", row, by)
    row.writing = {"by": last | dict.fromkeys(taken, page), "beside": dict(beside)}
    row.version += 1
    row.save()


@transaction.atomic
def drop_beside(*, form: ReferralForm, key: str) -> None:
    """Remove what was written at the same time, when the writers have put it together."""
    row = _draft(form)
    beside = _beside(row)
    if beside.pop(key, None) is not None:
        row.writing = row.writing | {"beside": beside}
        row.version += 1
        row.save()


def written_beside(form: ReferralForm) -> list[Beside]:
    """What waits to be put together."""
    split = ((key.partition(":"), text) for key, text in _beside(form).items())
    return [Beside(name, page, text) for (name, _colon, page), text in split]


def _draft(form: ReferralForm) -> ReferralForm:
    row = locked_form(form)
    if row.state != ReferralState.DRAFT:
        raise ValidationError(_("The referral has been sent already."))
    return row


def _beside(row: ReferralForm) -> dict[str, str]:
    found: dict[str, str] = row.writing.get("beside", {})
    return dict(found)


def _keys(names: Mapping[str, str], typed: Typed) -> set[str]:
    return {_key(name, typed.page) for name in names}


def _key(name: str, page: str) -> str:
    return f"{name}:{page}"
