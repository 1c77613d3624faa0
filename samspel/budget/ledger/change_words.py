"""What a changed row differs in, in words."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

CHANGE_TITLES: Mapping[str, Any] = {
    "line": _("line"),
    "on": _("day"),
    "amount": _("amount"),
    "account": _("account"),
    "text": _("text"),
    "voucher": _("voucher"),
}
