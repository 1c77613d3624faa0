"""Renderings of a report: page, PDF, Word, spreadsheet and JSON."""
