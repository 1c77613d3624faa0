"""The pages of an import from the ledger."""
