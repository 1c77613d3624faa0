"""Links that open one page without an account, for a time."""
