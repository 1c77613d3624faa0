"""The forms of an import from the ledger."""
