"""Reading a ledger's rows from files: SIE 4, CSV and XLSX. Knows no records and no database."""
