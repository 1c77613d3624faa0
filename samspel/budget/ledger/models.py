"""The models of this part, gathered where Django looks for them."""

from samspel.budget.ledger.ledger_import import LedgerImport
from samspel.budget.ledger.mapping_rule import MappingRule
from samspel.budget.ledger.read_row import ReadRow
from samspel.budget.ledger.saved_columns import SavedColumns

__all__ = ["LedgerImport", "MappingRule", "ReadRow", "SavedColumns"]
