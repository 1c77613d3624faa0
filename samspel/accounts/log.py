"""The access log: who did or saw what and when; append-only, each entry chained to the last.

An entry is written in the same transaction as the act it tells of (`access.md`, "Every reading
and writing is logged"). The chain is a hash over the entry and the hash before it, so that an
entry that was removed or altered shows (`samspel audit verify`). The hashes are keyed with the
signing key, and the head of the chain is sealed with it, so that who has the database alone can
neither write the chain anew nor set the head back.

What the key cannot tell is a database that was put back whole from an older copy; for that the
auditor notes the state of the chain and asks whether it is still part of it.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, ClassVar, NoReturn

from django.db import models, transaction
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext_lazy as _

from samspel.accounts.actor import Actor
from samspel.accounts.user import User

_FIRST_HASH = "0" * 64
_LOST_HASH = "f" * 64
"""What an entry is chained to when the head is gone or was set by hand: the break stays seen."""
_LINK_SALT = "samspel.access-log.link"
_SEAL_SALT = "samspel.access-log.seal"
ACCOUNT_SUBJECTS = ("user", "membership", "association", "host", "agency", "team")
"""Kinds of subject that are settings and accounts: what an administrator may see of the log."""


class LogIsAppendOnly(TypeError):
    """Something tried to change or remove an entry of the log."""

    def __init__(self) -> None:
        super().__init__("entries of the access log are added by log() and never changed")


class LogEntryQuerySet(models.QuerySet["LogEntry"]):
    """Entries for those who review them; none can be changed or removed."""

    def of_teams(self, teams: Iterable[int]) -> "LogEntryQuerySet":
        """What was done in these teams (ids)."""
        return self.filter(team_id__in=teams)

    def about_accounts(self) -> "LogEntryQuerySet":
        """What was done to accounts and settings; nothing about casework."""
        mine = models.Q()
        for kind in ACCOUNT_SUBJECTS:
            mine |= models.Q(subject__startswith=f"{kind}:")
        return self.filter(mine)

    def update(self, **kwargs: Any) -> NoReturn:
        raise LogIsAppendOnly

    def delete(self) -> NoReturn:
        raise LogIsAppendOnly

    def bulk_create(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise LogIsAppendOnly

    def bulk_update(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise LogIsAppendOnly


class LogHead(models.Model):
    """The last link of the chain; one row, locked while an entry is appended.

    Made when the tables are made and never again: where it is missing somebody took it away.
    """

    hash = models.CharField(max_length=64, default=_FIRST_HASH)
    count = models.PositiveBigIntegerField(default=0)
    seal = models.CharField(max_length=64, default="")

    class Meta:
        constraints = (
            models.CheckConstraint(condition=models.Q(pk=1), name="log_head_is_one_row"),
        )

    def __str__(self) -> str:
        return f"{self.count}: {self.hash[:12]}"

    def set_to(self, entry: "LogEntry") -> None:
        """Point at ``entry``, the last one, and seal that."""
        self.count, self.hash = entry.number, entry.hash
        self.seal = seal(self.count, self.hash)
        self.save()

    def is_sealed(self) -> bool:
        """Whether the program itself set the head to where it is."""
        return constant_time_compare(self.seal, seal(self.count, self.hash))


class LogEntry(models.Model):
    """One act of one person on one thing. Holds no personal data of participants: ids only."""

    number = models.PositiveBigIntegerField(_("number"), unique=True)
    at = models.DateTimeField(_("when"))
    actor = models.ForeignKey(
        User, verbose_name=_("who"), null=True, on_delete=models.PROTECT, related_name="+"
    )
    act = models.CharField(_("act"), max_length=60)
    subject = models.CharField(_("what"), max_length=80)
    team_id = models.BigIntegerField(_("team"), null=True)
    details = models.JSONField(_("details"), default=dict)
    address = models.GenericIPAddressField(_("from where"), null=True)
    hash = models.CharField(max_length=64)

    objects: ClassVar[LogEntryQuerySet] = LogEntryQuerySet.as_manager()  # type: ignore[assignment]  # the manager has the query set's methods

    class Meta:
        ordering = ("-number",)
        indexes = (
            models.Index(fields=["subject", "-number"], name="log_by_subject"),
            models.Index(fields=["team_id", "-number"], name="log_by_team"),
        )

    def __str__(self) -> str:
        return f"{self.number} {self.act} {self.subject}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save a new entry; raises `LogIsAppendOnly` for one that is saved already."""
        if not self._state.adding:
            raise LogIsAppendOnly
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Never: raises `LogIsAppendOnly`."""
        raise LogIsAppendOnly

    def link(self, previous: str) -> str:
        """The hash of this entry chained to ``previous``, as 64 hexadecimal characters."""
        told = [
            self.number,
            self.at.astimezone(UTC).isoformat(),
            self.actor_id,
            self.act,
            self.subject,
            self.team_id,
            self.details,
            self.address,
        ]
        text = json.dumps([previous, told], sort_keys=True, ensure_ascii=False)
        return _keyed(_LINK_SALT, text)


def _keyed(salt: str, text: str) -> str:
    return salted_hmac(salt, text, algorithm="sha256").hexdigest()


def seal(count: int, last: str) -> str:
    """The seal of a chain of ``count`` entries that ends with the hash ``last``."""
    return _keyed(_SEAL_SALT, f"{count}:{last}")


def log(
    *,
    by: Actor,
    act: str,
    subject: str,
    team_id: int | None = None,
    details: dict[str, Any] | None = None,
    at: datetime | None = None,
) -> LogEntry:
    """Append one entry; must be called inside the transaction of the act.

    ``subject`` is kind and id (``episode:5f0c…``), ``details`` names fields and codes, never
    personal data. Raises RuntimeError outside a transaction, since the entry would then stand
    or fall alone.
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("a log entry is written in the same transaction as its act")
    head = LogHead.objects.select_for_update().filter(pk=1).first()
    if head is None or not head.is_sealed():
        after = max(head.count if head else 0, _last_number())
        head = LogHead(pk=1, count=after, hash=_LOST_HASH)
    entry = LogEntry(
        number=head.count + 1,
        at=at or timezone.now(),
        actor=by.user,
        act=act,
        subject=subject,
        team_id=team_id,
        details=details or {},
        address=by.address,
    )
    entry.hash = entry.link(head.hash)
    entry.save(force_insert=True)
    head.set_to(entry)
    return entry


def _last_number() -> int:
    return int(LogEntry.objects.aggregate(last=models.Max("number"))["last"] or 0)


@dataclass(frozen=True, slots=True)
class ChainState:
    """Where the chain stands: how many entries, and the hash of the last one."""

    count: int
    hash: str
    is_trusted: bool
    """Whether the program itself set the head there, and no entry stands after it."""


def chain_state() -> ChainState:
    """Where the chain stands now, read in one moment also while others write."""
    last = LogEntry.objects.order_by("-number").values("number")[:1]
    found = LogHead.objects.filter(pk=1).annotate(last=Coalesce(models.Subquery(last), 0))
    for head in found:
        return ChainState(head.count, head.hash, head.is_sealed() and head.last == head.count)
    return ChainState(_last_number(), _LOST_HASH, is_trusted=False)


def first_broken_link(at: ChainState | None = None) -> int | None:
    """The number of the first entry that was altered, removed or added by hand; None if whole.

    ``at`` is the state to check, by default the present one; entries that come after it while
    this runs are no part of it.
    """
    at = at or chain_state()
    previous, expected = _FIRST_HASH, 1
    entries = LogEntry.objects.filter(number__lte=at.count).order_by("number")
    for entry in entries.iterator(chunk_size=2000):
        if entry.number != expected or entry.hash != entry.link(previous):
            return expected
        previous, expected = entry.hash, expected + 1
    ends_there = (at.count, at.hash) == (expected - 1, previous)
    return None if ends_there and at.is_trusted else expected


def was_in_chain(count: int, last: str) -> bool:
    """Whether the chain stood at ``count`` entries with the hash ``last`` at some time."""
    if count == 0:
        return last == _FIRST_HASH
    return LogEntry.objects.filter(number=count, hash=last).exists()
