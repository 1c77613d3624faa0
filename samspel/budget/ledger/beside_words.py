"""That a file's vouchers do not come to what its own balances say, in words."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samspel.budget.ledger.money import kronor
from samspel.budget.ledger.reading.sie_balances import Beside


def words_of(beside: Beside) -> str:
    """What differs, and what it may come of; nothing where nothing does."""
    if not beside.accounts:
        return ""
    differs = ngettext(
        "By the file's own balances account %(account)s comes to %(balance)s kr, but by its "
        "vouchers to %(vouchers)s kr.",
        "%(n)d accounts come to other sums by the file's own balances than by its vouchers, "
        "such as account %(account)s: %(balance)s kr against %(vouchers)s kr.",
        beside.accounts,
    ) % {
        "n": beside.accounts,
        "account": beside.first,
        "balance": kronor(beside.balance_ore),
        "vouchers": kronor(beside.vouchers_ore),
    }
    return f"{differs} {_of_extract() if beside.is_extract else _of_whole()}"


def _of_extract() -> str:
    return _(
        "That is as it should be in an extract, such as of one project. Otherwise part of the "
        "file may be missing."
    )


def _of_whole() -> str:
    return _("Part of the file may be missing: fetch it anew, or compare with the ledger.")
