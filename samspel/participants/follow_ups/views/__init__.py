"""The pages of follow-ups: of one, of lists, and of who comes by a link."""
