"""Actuals read from a municipality's ledger: SIE, CSV and spreadsheets."""
