"""Documents as plain data, and their renderings: page, PDF, Word, spreadsheet, JSON."""
