"""Terms of reference in versions."""
