"""Notes: drafts until they are signed, corrected beside the original."""
