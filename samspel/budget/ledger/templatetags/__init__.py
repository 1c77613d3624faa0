"""What the ledger's templates print amounts by."""
