"""The forms of employers, contacts, tasks, notes and kinds of work."""
