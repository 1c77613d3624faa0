"""Parts of attendance for the pages of other subjects."""
