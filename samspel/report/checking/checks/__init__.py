"""The checks: each holds what was understood against something else, and tells."""
