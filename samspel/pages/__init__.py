"""What every view stands on: lists, parts of pages, today. Imports nothing of the project."""
